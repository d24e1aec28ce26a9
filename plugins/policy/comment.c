/* What colleagues say of a draft, a file or a line. */
#include "own.h"
#include <string.h>

const struct bf_query policy_comments = { "policy.comment_put",
	"session id bestand regel opmerking", .writes = true };
const struct bf_query policy_comment_removes = { "policy.comment_remove",
	"session id nr", .writes = true };

const struct bf_field policy_comment_given[] = {
	{ "opmerking", BF_TEXT, .required = true, .max = 2000,
		.label = BF_N("What you want to say") },
	{ "bestand", BF_TEXT, .max = 255, .label = BF_N("File") },
	{ "regel", BF_INT, .min = 1, .max = 100000, .label = BF_N("Line") },
	{ "terug", BF_CHOICE, .choices = "tekst",
		.label = BF_N("Where you were") },
	{ 0 },
};

bool
policy_comment(struct bf_req *req)
{
	struct bf_buf *where = bf_buf_new(bf_arena(req), 0);
	const char *name = bf_value(req, "bestand");

	if (name && bf_value(req, "terug")) {
		bf_put_str(where, "/tekst/");
		bf_put_url(where, name, strlen(name));
	}
	bf_put_str(where, "#opmerkingen");
	return policy_do(req, &policy_comments, where->data);
}

bool
policy_comment_remove(struct bf_req *req)
{
	return policy_do(req, &policy_comment_removes, "#opmerkingen");
}
