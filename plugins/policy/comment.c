/* What colleagues say of a draft, a file or a line. */
#include "own.h"

const struct bf_query policy_comments = { "policy.comment_put",
	"session id naam regel opmerking", .writes = true };
const struct bf_query policy_comment_removes = { "policy.comment_remove",
	"session id nr", .writes = true };

#define SAID \
	{ \
		"opmerking", BF_TEXT, .required = true, .max = 2000, \
				      .label = BF_N("What you want to say") \
	}

const struct bf_field policy_comment_given[] = { SAID, { 0 } };

const struct bf_field policy_comment_file_given[] = {
	SAID,
	{ "regel", BF_INT, .min = 1, .max = 100000, .label = BF_N("Line") },
	{ 0 },
};

bool
policy_comment(struct bf_req *req)
{
	return policy_do(req, &policy_comments, "#opmerkingen");
}

bool
policy_comment_file(struct bf_req *req)
{
	return policy_do(req, &policy_comments,
		policy_file_path(req, "tekst", "#opmerkingen"));
}

bool
policy_comment_remove(struct bf_req *req)
{
	return policy_do(req, &policy_comment_removes, "#opmerkingen");
}
