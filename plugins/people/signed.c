/* The beginning and the end of being signed in. */
#include "provider.h"
#include <string.h>

const struct bf_query people_out = { "people.sign_out", "session",
	.writes = true };

/* Words of a User-Agent, in the order in which they are looked for: browsers
 * call themselves each other's names. */
static const char *const browsers[][2] = {
	{ "Edg/", "Edge" },
	{ "OPR/", "Opera" },
	{ "SamsungBrowser", "Samsung Internet" },
	{ "Firefox", "Firefox" },
	{ "Chrome", "Chrome" },
	{ "Safari", "Safari" },
	{ "", "?" },
};

static const char *const systems[][2] = {
	{ "Android", "Android" },
	{ "iPhone", "iPhone" },
	{ "iPad", "iPad" },
	{ "Windows", "Windows" },
	{ "Mac OS", "Mac" },
	{ "Linux", "Linux" },
	{ "", "?" },
};

static const char *
name_of(const char *const list[][2], const char *agent)
{
	while (strstr(agent, (*list)[0]) == NULL)
		list++;
	return (*list)[1];
}

const char *
people_device(struct bf_req *req)
{
	const char *agent = bf_variable(req, "HTTP_USER_AGENT");

	return bf_printf(bf_arena(req), "%s, %s",
		name_of(browsers, agent ? agent : ""),
		name_of(systems, agent ? agent : ""));
}

bool
people_begin(struct bf_req *req, const struct bf_query *query)
{
	if (strstr(query->args, "fresh"))
		bf_set(req, "fresh", bf_session_new(req));
	bf_set(req, "device", people_device(req));
	return bf_query(req, query, NULL);
}

bool
people_enter(struct bf_req *req, const struct bf_query *query, const char *home)
{
	const char *back = bf_value(req, "terug");

	return people_begin(req, query)
		&& bf_see_other(req, "%s", back ? back : home);
}

/* The ways that this city offers. */
bool
people_sign_in(struct bf_req *req)
{
	return bf_show_json(
		req, json_pack("{s:b}", "provider", provider_there(req)));
}

/* Who came by a provider may want to sign out there too. */
static const char *
after(struct bf_req *req, struct bf_text text)
{
	const char *method = claim(
		bf_json_read(bf_arena(req), text.data, text.len), "method");

	return method && strcmp(method, "provider") == 0
		? bf_printf(bf_arena(req), "%s/afgemeld", bf_mount(req))
		: "/";
}

void
people_no_page(struct bf_req *req)
{
	bf_set(req, "page", "");
}

bool
people_sign_out(struct bf_req *req)
{
	struct bf_text text;

	people_no_page(req);
	if (!bf_query(req, &people_out, &text))
		return false;
	bf_session_drop(req);
	/* Who comes next at this screen enters no paper of theirs. */
	return bf_paper_leave(req) && bf_see_other(req, "%s", after(req, text));
}

bool
people_learn(struct bf_req *req, const struct bf_query *query, const char *name,
	const char **value)
{
	json_t *doc;

	if (!people_ask(req, query, &doc))
		return false;
	*value = json_string_value(json_object_get(doc, name));
	return true;
}
