/* Reads the answer of a service, in which nothing is taken for granted. */
#include "reply.h"
#include <jansson.h>
#include <stdio.h>
#include <string.h>

static const char *const members[] = { "kenmerk", "antwoord" };
#define MEMBERS (sizeof(members) / sizeof(members[0]))

static bool
known(const char *name)
{
	size_t i;

	for (i = 0; i < MEMBERS; i++)
		if (strcmp(members[i], name) == 0)
			return true;
	return false;
}

/* The first member that lacks, is no text, or was not agreed on. */
static const char *
other(json_t *object)
{
	const char *name;
	json_t *value;
	size_t i;

	for (i = 0; i < MEMBERS; i++)
		if (!json_is_string(json_object_get(object, members[i])))
			return members[i];
	json_object_foreach (object, name, value) {
		if (!known(name))
			return name;
	}
	return NULL;
}

static const char *
judge(json_t *object, const char *key, struct facts_reply *out)
{
	const char *name, *word;

	if (!json_is_object(object))
		return "garbage";
	name = other(object);
	if (name) {
		snprintf(out->member, sizeof(out->member), "%s", name);
		return "shape";
	}
	if (strcmp(json_string_value(json_object_get(object, "kenmerk")), key)
		!= 0)
		return "mixed_up";
	word = json_string_value(json_object_get(object, "antwoord"));
	snprintf(out->word, sizeof(out->word), "%s", word);
	return NULL;
}

void
facts_reply_read(
	const char *text, size_t len, const char *key, struct facts_reply *out)
{
	json_t *object = json_loadb(text, len, JSON_REJECT_DUPLICATES, NULL);

	*out = (struct facts_reply){ 0 };
	out->trouble = judge(object, key, out);
	json_decref(object);
}
