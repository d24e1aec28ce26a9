/* What a link in a mail does: another password, another address. */
#include "own.h"

const struct bf_kind people_link_gone = { "link_gone", 409,
	BF_N("This link does not work any more. Ask for a new one.") };

const struct bf_query people_password_forgot = { "people.password_forgot",
	"token email lang path", .writes = true };
const struct bf_query people_link_of = { "people.link_of", "token" };
const struct bf_query people_password_reset = { "people.password_reset",
	"token phc who network fresh session device", .writes = true };
const struct bf_query people_email_put = { "people.email_change",
	"session token email lang path", .writes = true };
const struct bf_query people_email_confirmed = { "people.email_confirm",
	"token", .writes = true };

const struct bf_field people_address_fields[] = {
	{ "email", BF_TEXT, true, 0, 300, .label = BF_N("E-mail address") },
	{ 0 },
};

const struct bf_field people_reset_fields[] = {
	{ "nieuw", BF_TEXT, true, 0, 500, .label = BF_N("New password") },
	{ 0 },
};

void
people_link_new(struct bf_req *req, const char *page)
{
	const char *secret = bf_secret_new(req);

	bf_set(req, "token", bf_secret_hash(req, secret));
	bf_set(req, "path",
		bf_printf(bf_arena(req), "%s/%s/%s", bf_mount(req), page,
			secret));
}

const char *
people_link_given(struct bf_req *req)
{
	const char *token = bf_secret_hash(req, bf_arg(req, "token"));

	bf_set(req, "token", token);
	return token;
}

bool
people_link(struct bf_req *req)
{
	people_link_given(req);
	return bf_show(req, &people_link_of);
}

/* A mail with a link to PAGE, by QUERY, to the address that was given. */
static bool
link_mail(struct bf_req *req, const char *page, const struct bf_query *query)
{
	const char *email;

	if (!people_email(req, &email) || !people_attempt(req, "mail", email))
		return false;
	people_link_new(req, page);
	return people_do(req, query, "/gestuurd");
}

bool
people_forgot(struct bf_req *req)
{
	return link_mail(req, "wachtwoord-nieuw", &people_password_forgot);
}

static bool
reset(struct bf_req *req, const char *email)
{
	const char *weak = people_weak(bf_value(req, "nieuw"), NULL, email);
	const char *phc;

	if (weak)
		return bf_fail_field(req, "nieuw", weak);
	if (!bf_password_hash(req, bf_value(req, "nieuw"), &phc))
		return false;
	bf_set(req, "phc", phc);
	return people_enter(req, &people_password_reset, bf_mount(req));
}

/* A link that is gone costs no hash, and says nothing about any account: only
 * who has the link can ask. */
bool
people_reset(struct bf_req *req)
{
	const char *email;

	people_link_given(req);
	if (!people_learn(req, &people_link_of, "email", &email))
		return false;
	if (email == NULL)
		return bf_fail(req, &people_link_gone, "password_reset");
	return bf_password_place(req) && people_marks(req, "email", email)
		&& reset(req, email);
}

bool
people_email_change(struct bf_req *req)
{
	return link_mail(req, "adres-bevestigen", &people_email_put);
}

bool
people_email_confirm(struct bf_req *req)
{
	people_link_given(req);
	return people_do(req, &people_email_confirmed, "/bevestigd");
}
