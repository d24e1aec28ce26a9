/* What a service that answers yes or no says. */
#ifndef FACTS_REPLY_H
#define FACTS_REPLY_H

#include <belfort/base.h>

struct facts_reply {
	/* Why it is none: "garbage" (no JSON), "shape" (other members than
	 * agreed), "mixed_up" (about another question); NULL: it is one. */
	const char *trouble;
	char member[64]; /* of "shape": the one that it is about */
	char word[16];   /* "ja", "nee", "onbekend"; others are for who asks */
};

/* LEN bytes of TEXT, {"kenmerk": KEY, "antwoord": ...} and nothing else. */
void facts_reply_read(
	const char *text, size_t len, const char *key, struct facts_reply *out);

#endif
