/* Argon2id, and the text that is kept of a password. */
#ifndef CORE_ARGON_H
#define CORE_ARGON_H

#include <belfort/db.h>

#define BF_ARGON_SALT_MOST 64
#define BF_ARGON_TAG_MOST 64

/* What RFC 9106, 3.1 takes; SECRET and DATA may be empty. */
struct bf_argon {
	unsigned memory; /* KiB */
	unsigned passes, lanes;
	struct bf_text password, salt, secret, data;
};

/* A text "$argon2id$v=19$m=65536,t=3,p=1$salt$tag" in its parts. */
struct bf_phc {
	unsigned memory, passes, lanes;
	unsigned char salt[BF_ARGON_SALT_MOST], tag[BF_ARGON_TAG_MOST];
	size_t salt_len, tag_len;
};

/* LEN bytes of TAG; false when libgcrypt cannot do it. */
BF_CHECKED bool
bf_argon2id(const struct bf_argon *argon, unsigned char *tag, size_t len);
/* False when TEXT is no such text, or asks for more than a machine should do.
 */
BF_CHECKED bool bf_phc_read(const char *text, struct bf_phc *out);
const char *bf_phc_write(struct bf_arena *arena, const struct bf_phc *phc);

#endif
