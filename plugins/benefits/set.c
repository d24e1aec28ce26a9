/* What the pages take from the rules in force. */
#include "benefits.h"

const struct bf_query benefits_in_force = { "benefits.in_force", "" };
const struct bf_query benefits_texts = { "benefits.texts", "version" };
const struct bf_query benefits_stops = { "benefits.stops", "" };

bool
benefits_set(struct bf_req *req, struct bf_rights_held *out)
{
	return bf_rights_hold(req, &benefits_in_force, &benefits_texts, out);
}

json_t *
benefits_text(struct bf_req *req, const char *const *text)
{
	const char *said = bf_right_said(req, text);

	return said ? json_string(said) : json_null();
}
