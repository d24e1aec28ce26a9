/* Checks what a browser and an authenticator say (WebAuthn, 7.1 and 7.2). */
#include "webauthn.h"
#include <gcrypt.h>
#include <jansson.h>
#include <string.h>

#define HASH 32
#define FIXED (HASH + 1 + 4) /* hash of the host, flags, counter */
#define MODEL 16             /* the authenticator's, not asked for */
#define ID_MOST 1023         /* WebAuthn, 7.1, step 25 */

enum { THERE = 1, KNOWN = 4, CAN_SYNC = 8, SYNCED = 16, KEY = 64, MORE = 128 };

static bool
is_text(json_t *json, const char *member, const char *wanted)
{
	const char *text = json_string_value(json_object_get(json, member));

	return text && strcmp(text, wanted) == 0;
}

static const char *
client_check(json_t *json, const char *type, const char *origin)
{
	if (!is_text(json, "type", type))
		return "it was made for another purpose";
	if (!is_text(json, "origin", origin))
		return "it was made for another site";
	if (json_is_true(json_object_get(json, "crossOrigin"))
		|| json_object_get(json, "topOrigin"))
		return "it was made in a frame";
	return json_is_string(json_object_get(json, "challenge"))
		? NULL
		: "it names no challenge";
}

const char *
webauthn_client(struct bf_arena *arena, struct bytes client, const char *type,
	const char *origin, const char **challenge)
{
	json_t *json = json_loadb((const char *)client.data, client.len,
		JSON_REJECT_DUPLICATES, NULL);
	const char *wrong = client_check(json, type, origin);
	struct bytes asked = { 0 };

	if (wrong == NULL
		&& !bytes_read(arena,
			json_string_value(json_object_get(json, "challenge")),
			&asked))
		wrong = "its challenge is no base64url";
	*challenge = (const char *)asked.data;
	json_decref(json);
	return wrong;
}

static uint32_t
number(const unsigned char *at, size_t len)
{
	uint32_t out = 0;

	while (len-- > 0)
		out = out << 8 | *at++;
	return out;
}

/* The new key: model, length and bytes of its id, COSE. */
static bool
key_read(struct cbor *c, struct webauthn_data *out)
{
	struct cose key;
	size_t left = (size_t)(c->end - c->at), len;

	if (left < MODEL + 2)
		return false;
	len = number(c->at + MODEL, 2);
	c->at += MODEL + 2;
	if (len == 0 || len > ID_MOST || len > left - MODEL - 2)
		return false;
	out->id = (struct bytes){ c->at, len };
	c->at += len;
	out->key.data = c->at;
	if (!cose_read(c, &key))
		return false;
	out->key.len = (size_t)(c->at - out->key.data);
	return true;
}

static const char *
flags_check(unsigned flags, bool made)
{
	if (!(flags & THERE))
		return "nobody was there";
	if (!(flags & KNOWN))
		return "nobody showed who they are";
	if ((flags & SYNCED) && !(flags & CAN_SYNC))
		return "it is on more devices and cannot be";
	return made == !!(flags & KEY) ? NULL : "a key is missing, or too many";
}

const char *
webauthn_data(struct bytes data, const char *host, bool made,
	struct webauthn_data *out)
{
	unsigned char hash[HASH];
	const char *wrong;
	unsigned flags;
	struct cbor c;

	if (data.len < FIXED)
		return "its data are too short";
	c = (struct cbor){ data.data + FIXED, data.data + data.len };
	gcry_md_hash_buffer(GCRY_MD_SHA256, hash, host, strlen(host));
	if (memcmp(data.data, hash, HASH) != 0)
		return "it is for another host";
	flags = data.data[HASH];
	wrong = flags_check(flags, made);
	if (wrong)
		return wrong;
	*out = (struct webauthn_data){ .counter = number(
					       data.data + HASH + 1, 4),
		.can_sync = flags & CAN_SYNC,
		.synced = flags & SYNCED };
	if (made && !key_read(&c, out))
		return "its key is none that was asked for";
	if ((flags & MORE) && !cbor_skip(&c))
		return "its extensions cannot be read";
	return c.at == c.end ? NULL : "something comes after its data";
}

static bool
is_word(struct bytes found, const char *word)
{
	return found.len == strlen(word)
		&& memcmp(found.data, word, found.len) == 0;
}

/* The member authData of an attestation object, once. */
static bool
object_read(struct cbor *c, struct bytes *data)
{
	struct bytes name;
	size_t pairs;

	if (!cbor_map(c, &pairs))
		return false;
	for (; pairs > 0; pairs--) {
		if (!cbor_text(c, &name.data, &name.len))
			return false;
		if (!is_word(name, "authData")) {
			if (!cbor_skip(c))
				return false;
		} else if (data->data
			|| !cbor_bytes(c, &data->data, &data->len))
			return false;
	}
	return data->data && c->at == c->end;
}

const char *
webauthn_made(struct bytes object, const char *host, struct webauthn_data *out)
{
	struct cbor c = { object.data, object.data + object.len };
	struct bytes data = { 0 };

	return object_read(&c, &data) ? webauthn_data(data, host, true, out)
				      : "its attestation cannot be read";
}

const char *
webauthn_signed(struct bf_arena *arena, struct bytes key, struct bytes data,
	struct bytes client, struct bytes signature)
{
	struct cbor c = { key.data, key.data + key.len };
	unsigned char *whole = bf_alloc(arena, data.len + HASH);
	struct cose cose;

	memcpy(whole, data.data, data.len);
	gcry_md_hash_buffer(
		GCRY_MD_SHA256, whole + data.len, client.data, client.len);
	if (!cose_read(&c, &cose) || c.at != c.end)
		return "the key that is kept cannot be read";
	return cose_signed(&cose, whole, data.len + HASH, signature.data,
		       signature.len)
		? NULL
		: "the signature is not right";
}
