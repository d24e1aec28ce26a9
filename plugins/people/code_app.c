/* Setting up a password with an app that shows codes, for civil servants whose
 * browser has no keys.
 */
#include "app.h"
#include "own.h"
#include <string.h>
#include <time.h>

#define PAPER 10 /* codes on paper */

const struct bf_query people_code_page = { "people.code_page", "session",
	.writes = true };
const struct bf_query people_invited_code = { "people.invitation_code", "code",
	.writes = true };
const struct bf_query people_code_set_query = { "people.code_set",
	"session salt phc step marks", .writes = true };
const struct bf_query people_invited_code_set = { "people.invitation_code_set",
	"code salt phc step marks fresh session device", .writes = true };
const struct bf_query people_code_remove_query = { "people.code_remove",
	"session", .writes = true };

/* What apps read (Key Uri Format): otpauth://totp/SITE:NAME?secret=... */
static const char *
address(struct bf_req *req, const char *email, const char *secret)
{
	struct bf_buf *out = bf_buf_new(bf_arena(req), 0);
	const char *host = people_host(req);

	bf_put_str(out, "otpauth://totp/");
	bf_put_url(out, host, strlen(host));
	bf_put_char(out, ':');
	bf_put_url(out, email, strlen(email));
	bf_put_fmt(out, "?secret=%s&issuer=", secret);
	bf_put_url(out, host, strlen(host));
	return out->data;
}

/* In groups of four, to type. */
static const char *
grouped(struct bf_req *req, const char *text)
{
	struct bf_buf *out = bf_buf_new(bf_arena(req), 0);
	size_t i;

	for (i = 0; text[i]; i++) {
		if (i > 0 && i % 4 == 0)
			bf_put_char(out, ' ');
		bf_put_char(out, text[i]);
	}
	return out->data;
}

static bool
show(struct bf_req *req, const struct bf_query *query)
{
	struct bf_text text;
	struct bytes secret;
	const char *plain, *uri, *path;
	json_t *doc;
	int size;

	if (!bf_query(req, query, &text))
		return false;
	doc = json_loadb(text.data, text.len, 0, NULL);
	if (json_object_get(doc, "over"))
		return bf_show_json(req, doc);
	if (!people_app_secret(req,
		    json_string_value(json_object_get(doc, "salt")), &secret)) {
		json_decref(doc);
		return false;
	}
	plain = totp_text(bf_arena(req), secret);
	uri = address(
		req, json_string_value(json_object_get(doc, "email")), plain);
	path = bf_drawing(req, uri, &size);
	json_object_update_new(doc,
		json_pack("{s:s, s:s, s:s, s:i}", "secret", grouped(req, plain),
			"uri", uri, "path", path, "size", size + 8));
	json_object_del(doc, "salt");
	return bf_show_json(req, doc);
}

bool
people_code_show(struct bf_req *req)
{
	return show(req, &people_code_page);
}

bool
people_invited_code_show(struct bf_req *req)
{
	return show(req, &people_invited_code);
}

/* New codes for paper: their marks go to the query, they to *OUT. */
static bool
paper_new(struct bf_req *req, json_t **out)
{
	struct bf_buf *marks = bf_buf_new(bf_arena(req), 0);
	json_t *list = json_array();
	char code[PEOPLE_CODE];
	const char *mark;
	int i;

	*out = json_pack("{s:b, s:o}", "done", 1, "codes", list);
	for (i = 0; i < PAPER; i++) {
		people_code_new(code);
		json_array_append_new(list, json_string(code));
		if (!people_mark(req, "recovery", code, &mark)) {
			json_decref(*out);
			return false;
		}
		bf_put_fmt(marks, "%s%s", i ? "," : "{", mark);
	}
	bf_put_char(marks, '}');
	bf_set(req, "marks", marks->data);
	return true;
}

/* The app shows the right code, and the password is a good one. */
static bool
setup_right(struct bf_req *req, const struct bf_query *page)
{
	const char *salt,
		*weak = people_weak(bf_value(req, "nieuw"), NULL, NULL);
	struct bytes secret;
	uint64_t step;

	if (weak)
		return bf_fail_field(req, "nieuw", weak);
	if (!people_learn(req, page, "salt", &salt))
		return false;
	if (salt == NULL)
		return bf_fail_field(
			req, "cijfers", people_invitation_over.text);
	if (!people_app_secret(req, salt, &secret))
		return false;
	if (!totp_find(
		    secret, people_app_code(req), (uint64_t)time(NULL), &step))
		return bf_fail_field(req, "cijfers",
			BF_N("This is not the code that the app shows now."));
	bf_set(req, "salt", salt);
	people_app_step(req, step);
	return true;
}

static bool
setup(struct bf_req *req, const struct bf_query *page,
	const struct bf_query *keep)
{
	const char *phc;
	json_t *paper;

	if (!setup_right(req, page)
		|| !bf_password_hash(req, bf_value(req, "nieuw"), &phc)
		|| !paper_new(req, &paper))
		return false;
	bf_set(req, "phc", phc);
	if (people_begin(req, keep))
		return bf_show_json(req, paper);
	json_decref(paper);
	return false;
}

bool
people_code_set(struct bf_req *req)
{
	return setup(req, &people_code_page, &people_code_set_query);
}

bool
people_invited_code_enter(struct bf_req *req)
{
	return setup(req, &people_invited_code, &people_invited_code_set);
}

bool
people_code_drop(struct bf_req *req)
{
	return people_do(req, &people_code_remove_query, "/sleutels");
}
