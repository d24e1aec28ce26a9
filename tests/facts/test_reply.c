/* What a service says: one answer of two members, and nothing else. */
#include "../../plugins/facts/reply.h"
#include "../tap.h"
#include <stdio.h>
#include <string.h>

#define KEY "\"kenmerk\":\"k1\""

static const struct {
	const char *text, *trouble, *member, *word;
} rows[] = {
	{ "{" KEY ",\"antwoord\":\"ja\"}", NULL, "", "ja" },
	{ "{\"antwoord\":\"nee\"," KEY "}", NULL, "", "nee" },
	{ " {" KEY ",\"antwoord\":\"onbekend\"} ", NULL, "", "onbekend" },
	{ "{" KEY ",\"antwoord\":\"JA\"}", NULL, "", "JA" },
	{ "{" KEY ",\"antwoord\":\"\"}", NULL, "", "" },
	/* Longer than any word: cut, so that it is another one. */
	{ "{" KEY ",\"antwoord\":\"ja, maar alleen op maandag\"}", NULL, "",
		"ja, maar alleen" },
	{ "", "garbage", "", "" },
	{ "ja", "garbage", "", "" },
	{ "\"ja\"", "garbage", "", "" },
	{ "[" KEY "]", "garbage", "", "" },
	{ "null", "garbage", "", "" },
	{ "<html></html>", "garbage", "", "" },
	{ "{" KEY ",\"antwoord\":\"ja\"", "garbage", "", "" },
	{ "{" KEY ",\"antwoord\":\"ja\"} {}", "garbage", "", "" },
	{ "{" KEY ",\"antwoord\":\"nee\",\"antwoord\":\"ja\"}", "garbage", "",
		"" },
	{ "{" KEY ",\"antwoord\":\"\xff\"}", "garbage", "", "" },
	{ "{}", "shape", "kenmerk", "" },
	{ "{\"antwoord\":\"ja\"}", "shape", "kenmerk", "" },
	{ "{" KEY "}", "shape", "antwoord", "" },
	{ "{" KEY ",\"antwoord\":true}", "shape", "antwoord", "" },
	{ "{" KEY ",\"antwoord\":null}", "shape", "antwoord", "" },
	{ "{" KEY ",\"antwoord\":[\"ja\"]}", "shape", "antwoord", "" },
	{ "{\"kenmerk\":1,\"antwoord\":\"ja\"}", "shape", "kenmerk", "" },
	{ "{" KEY ",\"antwoord\":\"ja\",\"naam\":\"x\"}", "shape", "naam", "" },
	{ "{\"kenmerk\":\"k2\",\"antwoord\":\"ja\"}", "mixed_up", "", "" },
	{ "{\"kenmerk\":\"\",\"antwoord\":\"ja\"}", "mixed_up", "", "" },
};

int
main(void)
{
	static char long_name[200];
	struct facts_reply got;
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		facts_reply_read(
			rows[i].text, strlen(rows[i].text), "k1", &got);
		is(got.trouble, rows[i].trouble, rows[i].text);
		is(got.member, rows[i].member, "the member");
		is(got.word, rows[i].word, "the word");
	}
	snprintf(long_name, sizeof(long_name),
		"{" KEY ",\"antwoord\":\"ja\",\"%0120d\":1}", 0);
	facts_reply_read(long_name, strlen(long_name), "k1", &got);
	is(got.trouble, "shape", "a name that is too long");
	is_int((long long)strlen(got.member), 63, "is cut");
	facts_reply_read("{\"a\":1}garbage behind it", 7, "k1", &got);
	is(got.trouble, "shape", "only so many bytes are read");
	return done();
}
