/* CBOR as authenticators write it: the canonical form of CTAP2 (RFC 8949, 4.2,
 * and FIDO CTAP 2.1, 8).
 */
#ifndef PEOPLE_CBOR_H
#define PEOPLE_CBOR_H

#include <belfort/base.h>

/* What is still to be read.  A reader that refused is not asked again. */
struct cbor {
	const unsigned char *at, *end;
};

BF_CHECKED bool cbor_int(struct cbor *c, int64_t *out);
/* *DATA points into what is read. */
BF_CHECKED bool
cbor_bytes(struct cbor *c, const unsigned char **data, size_t *len);
BF_CHECKED bool
cbor_text(struct cbor *c, const unsigned char **data, size_t *len);
/* The number of pairs of the map that comes next. */
BF_CHECKED bool cbor_map(struct cbor *c, size_t *pairs);
/* Pass over one item, whatever is in it. */
BF_CHECKED bool cbor_skip(struct cbor *c);

#endif
