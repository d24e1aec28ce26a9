/* The message box, and how somebody wants to hear from the city. */
#include "own.h"
#include <string.h>

const struct bf_query people_messages_list = { "people.messages", "session" };
const struct bf_query people_message_read = { "people.message_read",
	"session nr", .writes = true };
const struct bf_query people_message_gone = { "people.message_delete",
	"session nr", .writes = true };
const struct bf_query people_preferences_set = { "people.preferences_set",
	"session naam telefoon taal post", .writes = true };

bool
people_do(struct bf_req *req, const struct bf_query *query, const char *where)
{
	return bf_query(req, query, NULL)
		&& bf_see_other(req, "%s%s", bf_mount(req), where);
}

/* The words of MESSAGE instead of what they are made of: its subject, and each
 * paragraph unless it is one of many. */
static bool
message_word(struct bf_req *req, json_t *message, bool many)
{
	struct people_text text;
	json_t *data = json_object_get(message, "data"), *lines;
	const char *at;
	size_t len;

	if (!people_text(req, people_word(message, "kind"), bf_lang(req), data,
		    &text))
		return false;
	json_object_del(message, "data");
	json_object_set_new(message, "subject", json_string(text.subject));
	lines = json_array();
	for (at = text.body; !many && *at; at += len + strspn(at + len, "\n")) {
		len = strcspn(at, "\n");
		json_array_append_new(lines, json_stringn(at, len));
	}
	if (many)
		json_decref(lines);
	else
		json_object_set_new(message, "lines", lines);
	return true;
}

bool
people_messages(struct bf_req *req)
{
	json_t *doc, *message;
	size_t i;

	if (!people_ask(req, &people_messages_list, &doc))
		return false;
	json_array_foreach (json_object_get(doc, "messages"), i, message)
		if (!message_word(req, message, true))
			return false;
	return bf_show_json(req, json_incref(doc));
}

bool
people_message(struct bf_req *req)
{
	json_t *doc;

	return people_ask(req, &people_message_read, &doc)
		&& message_word(req, doc, false)
		&& bf_show_json(req, json_incref(doc));
}

bool
people_message_delete(struct bf_req *req)
{
	return people_do(req, &people_message_gone, "/berichten");
}

/* The language of letters is that of pages, too: `cookie`, unless the browser
 * is that of a civil servant who helps. */
bool
people_preferences(struct bf_req *req)
{
	const char *lang;

	return people_learn(req, &people_preferences_set, "cookie", &lang)
		&& (lang == NULL
			|| bf_cookie(req, "taal", lang, 365L * 24 * 3600))
		&& bf_see_other(req, "%s/voorkeuren?bewaard=ja", bf_mount(req));
}

const struct bf_query people_outbox_list = { "people.outbox", "" };

/* One mail of the outbox as it would be sent. */
static bool
mail_word(struct bf_req *req, json_t *mail)
{
	struct people_text text;

	if (!people_text(req, people_word(mail, "kind"),
		    people_word(mail, "lang"), json_object_get(mail, "data"),
		    &text))
		return false;
	json_object_set_new(mail, "subject", json_string(text.subject));
	json_object_set_new(mail, "body", json_string(text.body));
	return true;
}

/* Only for a demonstration: where mail is sent, nobody else reads it. */
bool
people_outbox(struct bf_req *req)
{
	json_t *doc, *mail;
	size_t i;

	if (strcmp(bf_option(req, "outbox"), "open") != 0 || bf_mailer(req))
		return bf_fail(req, &BF_NOT_FOUND, "the outbox is not open");
	if (!people_ask(req, &people_outbox_list, &doc))
		return false;
	json_array_foreach (json_object_get(doc, "mails"), i, mail)
		if (!mail_word(req, mail))
			return false;
	return bf_show_json(req, json_incref(doc));
}
