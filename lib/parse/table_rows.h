/*
 * The rows of a table of values separated by commas or tabs, as RFC 4180 has
 * them: fields may stand in quotation marks and then hold separators, line
 * ends and, doubled, quotation marks.  Lines end at LF, CR LF or CR.
 */
#ifndef VTOOLS_PARSE_TABLE_ROWS_H
#define VTOOLS_PARSE_TABLE_ROWS_H

#include "lib/base/bytes.h"

enum { TABLE_COLUMNS_MOST = 1024, TABLE_VAIN_TIMES = 16 };

/* Valid until the next call. */
struct table_row {
    struct slice *fields; /* as they stand, without their quotation marks */
    size_t count;
    struct slice bytes; /* all of it, without its line end */
    size_t line, offset;
};

enum table_result {
    TABLE_ROW,
    TABLE_BAD, /* no row: what is wrong with it, and where, stands in the row */
    TABLE_END,
    TABLE_FAILED /* no memory */
};

/* Reads rows one after the other. */
struct table_rows {
    struct slice text;
    char separator;
    size_t at, line;     /* of the next row */
    const char *message; /* what is wrong with the bad row... */
    size_t bad_line, bad_column;
    struct slice bad; /* ...and its bytes, without the line end */
    /* Private. */
    size_t vain; /* bytes behind the first lines of bad rows */
    struct csv_parser *parser;
    struct bytes content;
    size_t *ends;
    size_t count;
    struct slice *fields;
};

/*
 * Starts with the text, which must outlive the reader.  False when there is
 * no memory; to be freed even then.
 */
bool table_rows_init(struct table_rows *r, struct slice text, char separator);
void table_rows_free(struct table_rows *r);

/*
 * The next row that is not blank.  Of a bad one only the first line is passed
 * over: an open quotation mark takes no more with it.  Where bad rows have led
 * on through TABLE_VAIN_TIMES the text, fields end with their lines.
 */
enum table_result table_rows_next(struct table_rows *r, struct table_row *row);

#endif
