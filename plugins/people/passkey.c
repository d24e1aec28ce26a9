/* Passkeys of civil servants: signing in with one, making one. */
#include "own.h"
#include "webauthn.h"
#include <string.h>

const struct bf_query people_door = { "people.staff_door", "", .writes = true };
const struct bf_query people_invitation = { "people.invitation", "code",
	.writes = true };
const struct bf_query people_keys = { "people.keys", "session",
	.writes = true };
const struct bf_query people_key_find = { "people.passkey_find", "challenge id",
	.writes = true };
const struct bf_query people_key_enter = { "people.passkey_enter",
	"id counter synced fresh session device", .writes = true };
const struct bf_query people_key_first = { "people.invitation_key",
	"code challenge id public_key counter can_sync synced naam fresh "
	"session device",
	.writes = true };
const struct bf_query people_key_add = { "people.key_add",
	"session challenge id public_key counter can_sync synced naam device",
	.writes = true };

const struct bf_kind people_key_late = { "key_late", 422,
	BF_N("You waited for more than five minutes. Try once more.") };
const struct bf_kind people_key_known = { "key_known", 422,
	BF_N("This key is known already. Take another one.") };
const struct bf_kind people_key_copied = { "key_copied", 422,
	BF_N("This key may have been copied, so we refuse it. Use another one "
	     "and tell your colleagues of IT.") };
const struct bf_kind people_last_key = { "last_key", 422,
	BF_N("This is your last key: without it you could not sign in.") };
const struct bf_kind people_invitation_over = { "invitation_over", 422,
	BF_N("This link no longer works. Ask for a new one.") };

static const char refused[] = BF_N(
	"We could not accept this key. Try once more, or with another one.");

const char *
people_host(struct bf_req *req)
{
	const char *at = strstr(bf_site(req), "://");

	at = at ? at + 3 : bf_site(req);
	return bf_strndup(bf_arena(req), at, strcspn(at, ":/"));
}

/* As a browser names it: without a path. */
static const char *
origin_of(struct bf_req *req)
{
	const char *url = bf_site(req), *at = strstr(url, "://");
	size_t scheme = at ? (size_t)(at - url) + 3 : 0;

	return bf_strndup(
		bf_arena(req), url, scheme + strcspn(url + scheme, "/"));
}

/* WHY is for the log, and holds nothing of who it is. */
static bool
refuse(struct bf_req *req, const char *why)
{
	(void)bf_fail(req, &BF_INVALID, "passkey: %s", why);
	return bf_fail_field(req, "id", refused);
}

static bool
field_read(struct bf_req *req, const char *name, struct bytes *out)
{
	return bytes_read(bf_arena(req), bf_value(req, name), out)
		|| refuse(req, "a field is no base64url");
}

static bool
right(struct bf_req *req, const char *wrong)
{
	return wrong == NULL || refuse(req, wrong);
}

/* What the browser said; the challenge in it goes to the queries. */
static bool
client_read(struct bf_req *req, const char *type, struct bytes *client)
{
	const char *challenge;

	if (!field_read(req, "client", client)
		|| !right(req,
			webauthn_client(bf_arena(req), *client, type,
				origin_of(req), &challenge)))
		return false;
	bf_set(req, "challenge", challenge);
	return true;
}

static void
data_set(struct bf_req *req, const struct webauthn_data *data)
{
	bf_set(req, "counter",
		bf_printf(bf_arena(req), "%lu", (unsigned long)data->counter));
	bf_set(req, "can_sync", data->can_sync ? "t" : "f");
	bf_set(req, "synced", data->synced ? "t" : "f");
}

/* --- signing in ---------------------------------------------------------- */

/* The key that is kept, as a document; it is asked for once. */
static bool
key_find(struct bf_req *req, json_t **out)
{
	if (!people_ask(req, &people_key_find, out))
		return false;
	if (!json_is_true(json_object_get(*out, "in_time")))
		return bf_fail_field(req, "id", people_key_late.text);
	return json_is_string(json_object_get(*out, "public_key"))
		|| refuse(req, "nobody has this key");
}

/* Whose the authenticator says that it is (7.2, step 6). */
static bool
handle_is(struct bf_req *req, const json_t *key)
{
	struct bytes handle;
	const char *mine = json_string_value(json_object_get(key, "handle"));

	return field_read(req, "handle", &handle)
		&& ((handle.len == strlen(mine)
			    && memcmp(handle.data, mine, handle.len) == 0)
			|| refuse(req, "the key is of somebody else"));
}

static bool
key_signed(struct bf_req *req, const json_t *key, struct bytes client,
	struct bytes data)
{
	struct bytes kept, signature;

	return bytes_read(bf_arena(req),
		       json_string_value(json_object_get(key, "public_key")),
		       &kept)
		&& field_read(req, "signature", &signature)
		&& right(req,
			webauthn_signed(
				bf_arena(req), kept, data, client, signature));
}

bool
people_passkey_enter(struct bf_req *req)
{
	struct webauthn_data said;
	struct bytes client, data;
	json_t *key;

	if (!client_read(req, "webauthn.get", &client)
		|| !field_read(req, "data", &data)
		|| !right(req,
			webauthn_data(data, people_host(req), false, &said))
		|| !key_find(req, &key) || !handle_is(req, key)
		|| !key_signed(req, key, client, data))
		return false;
	data_set(req, &said);
	return people_enter(req, &people_key_enter, bf_mount(req));
}

/* --- making one ---------------------------------------------------------- */

static bool
made_read(struct bf_req *req)
{
	struct webauthn_data made;
	struct bytes client, object;

	if (!client_read(req, "webauthn.create", &client)
		|| !field_read(req, "data", &object)
		|| !right(req, webauthn_made(object, people_host(req), &made)))
		return false;
	data_set(req, &made);
	bf_set(req, "id", bytes_text(bf_arena(req), made.id));
	bf_set(req, "public_key", bytes_text(bf_arena(req), made.key));
	return true;
}

bool
people_passkey_first(struct bf_req *req)
{
	return made_read(req)
		&& people_enter(req, &people_key_first,
			bf_printf(bf_arena(req), "%s/sleutels", bf_mount(req)));
}

bool
people_passkey_add(struct bf_req *req)
{
	const char *back = bf_value(req, "terug");

	bf_set(req, "device", people_device(req));
	return made_read(req) && bf_query(req, &people_key_add, NULL)
		&& (back ? bf_see_other(req, "%s", back)
			 : bf_see_other(req, "%s/sleutels", bf_mount(req)));
}
