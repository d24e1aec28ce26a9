/* Public keys as authenticators give them (RFC 9052, 7), and what they sign. */
#ifndef PEOPLE_COSE_H
#define PEOPLE_COSE_H

#include "cbor.h"

#define COSE_ES256 (-7)
#define COSE_EDDSA (-8)

/* The parts point into what was read. */
struct cose {
	int64_t algorithm;
	const unsigned char *x, *y; /* 32 bytes each; Y of ES256 only */
};

/* One key, of the two algorithms that are asked for. */
BF_CHECKED bool cose_read(struct cbor *c, struct cose *out);
/* Whether KEY signed the LEN bytes of DATA. */
BF_CHECKED bool cose_signed(const struct cose *key, const unsigned char *data,
	size_t len, const unsigned char *signature, size_t signature_len);

#endif
