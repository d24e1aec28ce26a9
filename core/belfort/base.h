/* What every public header of Belfort shares: visibility, checks, forward
 * declarations.
 */
#ifndef BELFORT_BASE_H
#define BELFORT_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define BF_API __attribute__((visibility("default")))
/* The result says whether it worked: the compiler notices when it is ignored.
 */
#define BF_CHECKED __attribute__((warn_unused_result))
#define BF_PRINTF(fmt, args) __attribute__((format(printf, fmt, args)))
/* Marks a text for translation; the msgid is plain English. */
#define BF_N(text) text

struct bf_arena;
struct bf_buf;
struct bf_req;

#endif
