/* What the bank says of a file, and paying again what it refused. */
#include "own.h"
#include "pain002.h"
#include <string.h>

const struct bf_query payments_answer_takes = { "payments.answer_take",
	"session answer mark", .writes = true };
const struct bf_query payments_pays_again = { "payments.claim_again",
	"session nummer", .writes = true };

#define UNREADABLE \
	BF_N("This is no answer of a bank (pain.002). Take the file as the " \
	     "bank gave it, all of it.")
const struct bf_kind payments_answer_unknown = { "answer_unknown", 422,
	BF_N("This answer is about a file that we did not release. Nothing was "
	     "changed.") };
const struct bf_kind payments_answer_twice = { "answer_twice", 422,
	BF_N("This answer was read before. Nothing was changed.") };
const struct bf_kind payments_answer_other = { "answer_other", 422,
	BF_N("This answer speaks of payments that are not in that file. Nothing "
	     "was changed. Ask the bank.") };

#define ANSWER_MAX 1000000
const struct bf_field payments_answer_given[] = {
	{ "antwoord", BF_TEXT, .required = true, .max = ANSWER_MAX,
		.label = BF_N("Answer of the bank") },
	{ 0 },
};

const struct bf_field payments_again_what[] = {
	{ "nummer", BF_TEXT, .required = true, .max = 35,
		.label = BF_N("Number") },
	{ 0 },
};

static const char *
mark_of(struct bf_req *req, const char *text)
{
	unsigned char hash[BF_HASH];

	bf_hash(text, strlen(text), hash);
	return bf_hex(bf_arena(req), hash, sizeof(hash));
}

bool
payments_answer(struct bf_req *req)
{
	const char *text = bf_value(req, "antwoord");
	json_t *report = payments_pain002(text, strlen(text));
	char *said;

	if (report == NULL)
		return bf_fail_field(req, "antwoord", UNREADABLE);
	said = json_dumps(report, JSON_COMPACT);
	json_decref(report);
	bf_set(req, "answer", bf_strdup(bf_arena(req), said));
	free(said);
	bf_set(req, "mark", mark_of(req, text));
	return payments_file_of(req, &payments_answer_takes);
}

bool
payments_again(struct bf_req *req)
{
	return payments_do(req, &payments_pays_again, "");
}
