#include "lib/diff/diff.h"

enum diff_result diff_hand_out(const struct diff_sink *sink,
                               const struct bytes *record)
{
    if (record->failed)
        return DIFF_NO_MEMORY;
    return sink->take(sink->self, bytes_slice(record)) ? DIFF_DONE
                                                       : DIFF_STOPPED;
}
