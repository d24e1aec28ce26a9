/* A civil servant finds a resident, and acts for them on their own pages. */
#include "own.h"

const struct bf_query people_help_find = { "people.help_find",
	"session naam geboren code", .writes = true };
const struct bf_query people_help_one = { "people.help_one", "session resident",
	.writes = true };
const struct bf_query people_help_begin = { "people.help_begin",
	"session fresh resident reden dienst lang", .writes = true };
const struct bf_query people_help_end = { "people.help_end", "session fresh",
	.writes = true };

const struct bf_kind people_which_service = { "which_service", 422,
	BF_N("Choose for which service you help.") };

/* A code says who it is; without one it takes a name and a birth date. */
static bool
enough(struct bf_req *req)
{
	static const char *const fields[] = { "naam", "geboren" };
	size_t i;

	if (bf_value(req, "code"))
		return true;
	for (i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
		if (bf_value(req, fields[i]) == NULL)
			(void)bf_fail_field(req, fields[i],
				BF_N("Fill in both, or the code of a letter."));
	return bf_value(req, "naam") && bf_value(req, "geboren");
}

/* Whom, by a form: no name stands in an address. */
bool
people_help_search(struct bf_req *req)
{
	return enough(req) && bf_show(req, &people_help_find);
}

bool
people_help_start(struct bf_req *req)
{
	return people_enter(req, &people_help_begin, bf_mount_named(req, NULL));
}

bool
people_help_stop(struct bf_req *req)
{
	people_no_page(req);
	return people_begin(req, &people_help_end)
		&& bf_see_other(req, "%s/helpen?einde=zelf", bf_mount(req));
}
