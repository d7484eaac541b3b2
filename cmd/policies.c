#include "cmd/policies.h"

#include "lib/io/input.h"

enum { POLICY_MOST = 1024 * 1024 };

/* The policy's text, which --print-policy shows as it stands. */
static bool read_text(const char *name, struct bytes *text, struct diag *d)
{
    if (name == NULL) {
        bytes_add_slice(text, policy_default_text());
        return true;
    }
    int fd = input_open(name, d);
    if (fd < 0)
        return false;
    enum input_result result = input_read_all(fd, name, POLICY_MOST, text, d);
    if (result == INPUT_TOO_LARGE)
        diag_set(d, name, 0, 0, "too large for a policy");
    input_close(fd);
    return result == INPUT_READ;
}

bool policies_read(struct policies *p, struct command *c, struct diag *d)
{
    struct bytes text = {0};
    /* Who only wants to see it reads no records. */
    if (p->name != NULL && !p->print &&
        !command_input_is_free(c, "--policy", p->name, d))
        return false;
    bool read = read_text(p->name, &text, d);
    if (read && text.failed) {
        diag_no_memory(d);
        read = false;
    }
    read = read && policy_read(&p->policy, bytes_slice(&text), p->name, d);
    if (read && p->print)
        output_write(&c->output, bytes_slice(&text));
    bytes_free(&text);
    return read;
}

static enum record_answer
take_previous(void *self, const struct record_line *line, struct diag *d)
{
    return previous_take(self, line, d);
}

bool policies_read_previous(struct policies *p, struct command *c)
{
    struct diag d;
    if (p->previous_name == NULL)
        return true;
    if (p->policy.margin == 0) {
        diag_set(&d, NULL, 0, 0,
                 "--previous: the policy has no \"margin\", so no verdict is "
                 "held");
        command_note(c, &d);
    }
    if (!command_input_is_free(c, "--previous", p->previous_name, &d)) {
        command_fail(c, &d);
        return false;
    }
    if (!record_stream_read(&c->stream, &p->previous_name, 1, take_previous,
                            &p->previous))
        c->broken = true;
    p->policy.previous = &p->previous;
    return !c->broken && c->stream.unreadable == 0;
}

void policies_free(struct policies *p)
{
    policy_free(&p->policy);
    previous_free(&p->previous);
}
