/* Signing in with a password and the code of an app, or one on paper. */
#include "app.h"
#include "own.h"
#include <time.h>

const struct bf_query people_code_find = { "people.code_find", "email" };
const struct bf_query people_code_enter_query = { "people.code_enter",
	"email phc step mark who network fresh session device",
	.writes = true };
const struct bf_kind people_code_wrong = { "code_wrong", 422,
	BF_N("The e-mail address, the password or the code is not right. A "
	     "code works once: wait for the next one.") };

/* Digits are the app's, all else is from paper. */
static bool
code_set(struct bf_req *req, const char *salt)
{
	const char *given = people_app_code(req), *mark;
	char paper[PEOPLE_CODE];
	struct bytes secret;
	uint64_t step;

	if (!people_app_secret(req, salt ? salt : "", &secret))
		return false;
	if (totp_find(secret, given, (uint64_t)time(NULL), &step)) {
		people_app_step(req, step);
		return true;
	}
	if (!people_code_read(given, paper))
		return bf_fail_field(req, "cijfers", people_code_wrong.text);
	if (!people_mark(req, "recovery", paper, &mark))
		return false;
	bf_set(req, "mark", mark);
	return true;
}

static bool
password_right(struct bf_req *req, const char *phc)
{
	bool right;

	return bf_password_check(req, bf_value(req, "wachtwoord"), phc, &right)
		&& (right
			|| bf_fail_field(
				req, "cijfers", people_code_wrong.text));
}

static bool
found(struct bf_req *req, const char **phc, const char **salt)
{
	json_t *doc;

	if (!people_ask(req, &people_code_find, &doc))
		return false;
	*phc = json_string_value(json_object_get(doc, "phc"));
	*salt = json_string_value(json_object_get(doc, "salt"));
	return true;
}

bool
people_code_enter(struct bf_req *req)
{
	const char *email, *phc, *salt;

	if (!people_email(req, &email)
		|| !people_attempt_password(req, "staff", email)
		|| !found(req, &phc, &salt) || !password_right(req, phc)
		|| !code_set(req, salt))
		return false;
	bf_set(req, "phc", phc);
	return people_enter(req, &people_code_enter_query, bf_mount(req));
}
