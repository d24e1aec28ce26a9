/* Asks services that answer yes or no: one person, one question, one answer. */
#include "connection.h"
#include "others.h"
#include "reply.h"
#include <belfort/http.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define SHARE 100     /* questions, then another process goes on */
#define SECOND_MOST 5 /* questions a second, where the source says nothing */
#define SILENCE 5000  /* milliseconds in which an answer has to come */

const struct bf_query facts_question_take = { "facts.question_take", "",
	.writes = true };
const struct bf_query facts_question_tell = { "facts.question_tell",
	"id answer", .writes = true };
const struct bf_query facts_question_failed = { "facts.question_failed",
	"id fault wait", .writes = true };
const struct bf_query facts_question_drop = { "facts.question_drop", "id",
	.writes = true };

static bool
failed(struct bf_req *req, const char *code, const char *text, long wait)
{
	facts_set(req, "fault", facts_fault(code, 0, NULL, text));
	bf_set(req, "wait", bf_printf(bf_arena(req), "%ld", wait));
	return bf_query(req, &facts_question_failed, NULL);
}

/* A status that is no answer. */
static const char *
word_of(const struct bf_http_answer *got)
{
	if (got->status >= 300 && got->status < 400)
		return "elsewhere";
	if (got->status == 429 || (got->status == 503 && got->wait))
		return "busy";
	return got->status != 200 ? "status" : got->json ? NULL : "garbage";
}

static bool
told(struct bf_req *req, const struct bf_http_answer *got, const char *key)
{
	const char *word = word_of(got);
	struct facts_reply reply;

	if (word)
		return failed(req, word,
			bf_printf(bf_arena(req), "%d", got->status), got->wait);
	facts_reply_read(got->body.data, got->body.len, key, &reply);
	if (reply.trouble)
		return failed(req, reply.trouble, reply.member, 0);
	bf_set(req, "answer", bf_strdup(bf_arena(req), reply.word));
	return bf_query(req, &facts_question_tell, NULL);
}

/* The question as a document, to be wiped by who sends it. */
static char *
question(json_t *doc, const char *number)
{
	json_t *settings = json_object_get(doc, "settings");
	json_t *body = json_pack("{s:s, s:s?, s:s?, s:s?}", "nummer", number,
		"vraag", facts_word(settings, "question"), "doel",
		facts_word(doc, "purpose"), "kenmerk", facts_word(doc, "key"));
	char *text = json_dumps(body, JSON_COMPACT);

	json_decref(body);
	return text;
}

static bool
send(struct bf_req *req, json_t *doc, const struct facts_connection *to,
	const char *number)
{
	struct bf_http ask = { .url = to->url,
		.ca = to->ca,
		.certificate = to->certificate,
		.key = to->key,
		.id = facts_word(doc, "key"),
		.purpose = facts_word(doc, "purpose"),
		.ms = SILENCE };
	struct bf_http_answer got = { 0 };
	char *text = question(doc, number);
	const char *why;
	bool good;

	if (text == NULL)
		return bf_fail(req, &BF_INTERNAL, "a question that is no text");
	ask.json = text;
	good = bf_http(bf_arena(req), &ask, &got, &why);
	explicit_bzero(text, strlen(text));
	free(text);
	return good ? told(req, &got, ask.id)
		    : failed(req, got.trouble, why, 0);
}

static bool
ask_one(struct bf_req *req, json_t *doc)
{
	struct facts_connection to;
	const char *why;
	char *number;
	bool good;

	bf_set(req, "id", facts_word(doc, "id"));
	if (!facts_connection_read(bf_arena(req),
		    facts_connection(req, facts_word(doc, "source")), &to,
		    &why))
		return failed(req, "connection", why, 0);
	if (!bf_number_open(req, facts_word(doc, "sealed"), &number))
		return false;
	if (number == NULL)
		return bf_query(req, &facts_question_drop, NULL);
	good = send(req, doc, &to, number);
	explicit_bzero(number, strlen(number));
	return good;
}

/* No more than so many a second. */
static void
rest(json_t *doc)
{
	json_t *settings = json_object_get(doc, "settings");
	json_int_t most = json_integer_value(
		json_object_get(settings, "per_second"));
	struct timespec t = { 0 };

	if (most <= 0)
		most = SECOND_MOST;
	t.tv_sec = most == 1;
	t.tv_nsec = most == 1 ? 0 : 1000000000L / most;
	nanosleep(&t, NULL);
}

bool
facts_services(struct bf_req *req)
{
	json_t *doc;
	int i;

	for (i = 0; i < SHARE; i++) {
		if (!bf_query_json(req, &facts_question_take, &doc))
			return false;
		if (json_object_size(doc) == 0)
			return true;
		if (!ask_one(req, doc))
			return false;
		rest(doc);
	}
	return true;
}
