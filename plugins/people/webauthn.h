/* What a browser and an authenticator say together: WebAuthn, level 2. */
#ifndef PEOPLE_WEBAUTHN_H
#define PEOPLE_WEBAUTHN_H

#include "base64.h"
#include "cose.h"

/* The data of an authenticator (6.1); parts point into what was read. */
struct webauthn_data {
	uint32_t counter;
	bool can_sync, synced;
	struct bytes id, key; /* of a new key: credential id, COSE */
};

/* Whether CLIENT, the JSON of a browser (5.8.1), is of TYPE for ORIGIN; NULL,
 * or what is wrong with it.  *CHALLENGE is what was signed. */
const char *webauthn_client(struct bf_arena *arena, struct bytes client,
	const char *type, const char *origin, const char **challenge);
/* Whether DATA is for HOST, of somebody who was there and showed who they are;
 * with a new key where MADE. */
const char *webauthn_data(struct bytes data, const char *host, bool made,
	struct webauthn_data *out);
/* The data of the authenticator in an attestation object (6.5.4): its statement
 * is not asked for, and not believed. */
const char *
webauthn_made(struct bytes object, const char *host, struct webauthn_data *out);
/* Whether KEY signed DATA and CLIENT (7.2, steps 19 and 20). */
const char *webauthn_signed(struct bf_arena *arena, struct bytes key,
	struct bytes data, struct bytes client, struct bytes signature);

#endif
