/* Accounts of those without eID or itsme: asked for, and made when the mail was
 * read.
 */
#include "own.h"

const struct bf_query people_registration_put = { "people.registration_put",
	"token name email phc lang path", .writes = true };
const struct bf_query people_registration_of = { "people.registration_of",
	"token" };
const struct bf_query people_registration_phc = { "people.registration_phc",
	"token" };
const struct bf_query people_registration_confirm = {
	"people.registration_confirm", "token who network fresh session device",
	.writes = true
};

const struct bf_field people_register_fields[] = {
	{ "naam", BF_TEXT, true, 0, 100, .label = BF_N("Your name") },
	{ "email", BF_TEXT, true, 0, 300, .label = BF_N("E-mail address") },
	{ "nieuw", BF_TEXT, true, 0, 500, .label = BF_N("Password") },
	{ 0 },
};

const struct bf_field people_confirm_fields[] = {
	{ "wachtwoord", BF_TEXT, true, 0, 500, .label = BF_N("Password") },
	{ 0 },
};

/* A password is hashed whether the address has an account or not. */
static bool
keep(struct bf_req *req)
{
	const char *phc;

	if (!bf_password_hash(req, bf_value(req, "nieuw"), &phc))
		return false;
	bf_set(req, "name", bf_value(req, "naam"));
	bf_set(req, "phc", phc);
	people_link_new(req, "bevestigen");
	return people_do(req, &people_registration_put, "/gestuurd");
}

bool
people_register(struct bf_req *req)
{
	const char *email, *weak;

	if (!people_email(req, &email))
		return false;
	weak = people_weak(
		bf_value(req, "nieuw"), bf_value(req, "naam"), email);
	if (weak)
		return bf_fail_field(req, "nieuw", weak);
	return people_attempt_password(req, "mail", email) && keep(req);
}

bool
people_registration(struct bf_req *req)
{
	people_link_given(req);
	return bf_show(req, &people_registration_of);
}

/* Who asked for the account knows the password; who only got the mail, or
 * whose mail was read by a scanner, makes nothing. */
static bool
chosen_by_them(struct bf_req *req, const char *phc)
{
	bool right;

	return bf_password_check(req, bf_value(req, "wachtwoord"), phc, &right)
		&& (right
			|| bf_fail_field(req, "wachtwoord",
				BF_N("This is not the password that you chose. You can ask for an account again.")));
}

bool
people_confirm(struct bf_req *req)
{
	const char *phc, *token = people_link_given(req);

	return people_attempt_password(req, "link", token)
		&& people_learn(req, &people_registration_phc, "phc", &phc)
		&& chosen_by_them(req, phc)
		&& people_enter(
			req, &people_registration_confirm, bf_mount(req));
}
