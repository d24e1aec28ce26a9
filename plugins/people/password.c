/* Signing in with a password, and choosing another. */
#include "own.h"
#include <string.h>

const struct bf_query people_password_of = { "people.password_of", "email" };
const struct bf_query people_password_enter = { "people.password_enter",
	"email phc who network fresh session device", .writes = true };
const struct bf_query people_password_mine = { "people.password_mine",
	"session" };
const struct bf_query people_password_changed = { "people.password_change",
	"session phc new_phc who network", .writes = true };

const struct bf_field people_password_fields[] = {
	{ "email", BF_TEXT, true, 0, 300, .label = BF_N("E-mail address") },
	{ "wachtwoord", BF_TEXT, true, 0, 500, .label = BF_N("Password") },
	{ "terug", BF_PATH, .label = BF_N("Page to return to") },
	{ 0 },
};

const struct bf_field people_change_fields[] = {
	{ "wachtwoord", BF_TEXT, false, 0, 500,
		.label = BF_N("Your password of now") },
	{ "nieuw", BF_TEXT, true, 0, 500, .label = BF_N("New password") },
	{ 0 },
};

/* The password in FIELD is that of PHC, which may be NULL: the sentence is the
 * same for an address without an account. */
static bool
right(struct bf_req *req, const char *field, const char *phc, const char *text)
{
	bool good;

	return bf_password_check(req, bf_value(req, field), phc, &good)
		&& (good || bf_fail_field(req, field, text));
}

bool
people_password_sign_in(struct bf_req *req)
{
	const char *email, *phc;

	if (!people_email(req, &email)
		|| !people_attempt_password(req, "email", email)
		|| !people_learn(req, &people_password_of, "phc", &phc)
		|| !right(req, "wachtwoord", phc,
			BF_N("The e-mail address or the password is not right.")))
		return false;
	bf_set(req, "phc", phc);
	return people_enter(req, &people_password_enter, bf_mount(req));
}

/* Who has no password yet signed in just now, the query said. */
static bool
change(struct bf_req *req, const char *phc)
{
	const char *now = bf_value(req, "wachtwoord"), *kept;

	if (phc && now == NULL)
		return bf_fail_field(
			req, "wachtwoord", BF_N("This is needed."));
	if (phc
		&& !right(req, "wachtwoord", phc,
			BF_N("This is not your password of now.")))
		return false;
	if (!bf_password_hash(req, bf_value(req, "nieuw"), &kept))
		return false;
	bf_set(req, "phc", phc);
	bf_set(req, "new_phc", kept);
	return bf_query(req, &people_password_changed, NULL);
}

bool
people_password_change(struct bf_req *req)
{
	const char *weak = people_weak(bf_value(req, "nieuw"), NULL, NULL);
	const char *phc;

	if (weak)
		return bf_fail_field(req, "nieuw", weak);
	return people_learn(req, &people_password_mine, "phc", &phc)
		&& people_attempt_password(req, "session", bf_session(req))
		&& change(req, phc)
		&& bf_see_other(req, "%s/toegang", bf_mount(req));
}
