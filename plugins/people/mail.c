/* Hands over the mail that waits: the background work of this plugin. */
#include "own.h"
#include <string.h>
#include <time.h>

#define SHARE 5 /* seconds in which others wait */

static const struct bf_query take = { "people.mail_take", "", .writes = true };
static const struct bf_query tell = { "people.mail_tell", "id handed status",
	.writes = true };

const struct bf_query *const people_mail_queries[] = { &take, &tell, NULL };

static const char *const words[] = {
	[BF_HANDED_OVER] = "over",
	[BF_HANDED_LATER] = "later",
	[BF_HANDED_NEVER] = "never",
	[BF_HANDED_NOBODY] = "nobody",
	[BF_HANDED_UNSURE] = "unsure",
	[BF_HANDED_NOWHERE] = "nowhere",
};

static bool
mail_make(struct bf_req *req, json_t *row, struct bf_mail *out)
{
	struct people_text text;
	const char *foot, *lang = people_word(row, "lang");
	json_t *data = json_object_get(row, "data");

	if (!people_text(req, people_word(row, "kind"), lang, data, &text)
		|| !bf_render(req, "mail_foot", lang, data, &foot))
		return false;
	*out = (struct bf_mail){ .to = people_word(row, "email"),
		.id = people_word(row, "key"),
		.lang = lang,
		.subject = text.subject,
		.text = bf_printf(
			bf_arena(req), "%s\n\n-- \n%s", text.body, foot) };
	return true;
}

/* *ON: whether to go on with the next. */
static bool
hand_over(struct bf_req *req, struct bf_mailer *mailer, json_t *row, bool *on)
{
	enum bf_handed handed;
	struct bf_mail mail;
	const char *said;

	if (!mail_make(req, row, &mail))
		return false;
	handed = bf_mail_send(mailer, &mail, &said);
	*on = handed != BF_HANDED_NOWHERE;
	bf_set(req, "id",
		bf_printf(bf_arena(req), "%lld",
			(long long)json_integer_value(
				json_object_get(row, "id"))));
	bf_set(req, "handed", words[handed]);
	bf_set(req, "status", said);
	return bf_query(req, &tell, NULL);
}

bool
people_mail(struct bf_req *req)
{
	struct bf_mailer *mailer = bf_mailer(req);
	time_t end = time(NULL) + SHARE;
	bool on = mailer != NULL;
	json_t *row;

	while (on) {
		if (!people_ask(req, &take, &row))
			return false;
		if (json_object_size(row) == 0)
			return true;
		if (!hand_over(req, mailer, row, &on))
			return false;
		if (time(NULL) >= end) {
			bf_again(req);
			return true;
		}
	}
	return true;
}
