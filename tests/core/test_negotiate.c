/* Which language and which representation a visitor gets. */
#include "../tap.h"
#include "req.h"

static const struct bf_query query = { "x.y", "" };
static const struct bf_route page = { "GET", "", .query = &query, .view = "a" };
static const struct bf_route table = { "GET", "", .query = &query, .view = "a",
	.csv = "rows: a" };
static const struct bf_route data = { "GET", "", .query = &query };
static bool
handle(struct bf_req *req)
{
	(void)req;
	return true;
}

static const struct bf_route made = { "GET", "", .handler = handle,
	.view = "a" };
static const struct bf_route shown = { "GET", "", .view = "a" };
static const struct bf_route asks = { "POST", "", .handler = handle,
	.view = "a" };
static const struct bf_route nothing = { "GET", "" };
static const struct bf_route dump = { "GET", "", .copy = "x.z" };

static const struct {
	const char *accept;
	const struct bf_route *route;
	const char *want;
} accepts[] = {
	{ "", &page, "html" },
	{ "*/*", &page, "html" },
	{ "text/html", &page, "html" },
	{ "application/json", &page, "json" },
	{ "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
		&page, "html" },
	{ "application/json, text/html", &page, "html" },
	{ "application/json, text/html;q=0.5", &page, "json" },
	{ "text/html;q=0.4, application/json; q=0.6", &page, "json" },
	{ "text/*", &page, "html" },
	{ "TEXT/HTML", &page, "html" },
	{ "text/html;level=1", &page, "html" },
	{ "application/*", &page, "json" },
	{ "tex/*", &page, "not_acceptable" },
	{ "text/x", &page, "not_acceptable" },
	{ "dext/*", &page, "not_acceptable" },
	{ "*/*", &made, "html" },
	{ "text/html", &nothing, "not_acceptable" },
	{ "application/json", &shown, "json" },
	{ "application/json", &nothing, "not_acceptable" },
	{ "*/*;q=0.1, application/json;q=0", &page, "html" },
	{ "*/*", &data, "json" },
	{ "text/html", &data, "not_acceptable" },
	{ "text/csv", &page, "not_acceptable" },
	{ "text/csv", &table, "csv" },
	{ "text/*", &table, "html" },
	{ "*/*", &dump, "csv" },
	{ "image/png", &page, "not_acceptable" },
	{ "text/html;q=0", &page, "not_acceptable" },
	{ "text", &page, "not_acceptable" },
	{ ",,,", &page, "not_acceptable" },
	{ "text/html;q=1e999", &page, "html" },
	{ "text/html;q=nan", &page, "not_acceptable" },
	{ "text/html;q=-1", &page, "not_acceptable" },
};

static const char *
form_of(const struct bf_req *req)
{
	static const char *const names[] = {
		[BF_HTML] = "html", [BF_JSON] = "json", [BF_CSV] = "csv"
	};

	return names[req->form];
}

static void
forms(struct bf_arena *arena)
{
	struct bf_req *req;
	size_t i;

	for (i = 0; i < sizeof(accepts) / sizeof(accepts[0]); i++) {
		req = req_with(arena, "HTTP_ACCEPT", accepts[i].accept);
		req->route = accepts[i].route;
		is(bf_negotiate(req) ? form_of(req) : req_fault(req),
			accepts[i].want,
			bf_printf(arena, "Accept: %s", accepts[i].accept));
	}
}

/* The address named FORM. */
static const char *
suffixed(
	struct bf_arena *arena, const struct bf_route *route, enum bf_form form)
{
	struct bf_req *req = req_with(arena, "HTTP_ACCEPT", "text/html");

	req->route = route;
	req->suffixed = true;
	req->form = form;
	return bf_negotiate(req) ? form_of(req) : req_fault(req);
}

static const struct {
	const char *query, *chosen, *cookie, *accept, *want;
} langs[] = {
	{ NULL, NULL, NULL, NULL, "nl" },
	{ "en", "fr", "fr", "fr", "en" },
	{ "de", "fr", "en", "en", "fr" },
	{ NULL, NULL, "en", "fr", "en" },
	{ NULL, NULL, "xx", "fr", "fr" },
	{ NULL, NULL, NULL, "fr-BE", "fr" },
	{ NULL, NULL, NULL, "FR", "fr" },
	{ NULL, NULL, NULL, "de, en;q=0.5", "en" },
	{ NULL, NULL, NULL, "en;q=0.5, fr;q=0.8", "fr" },
	{ NULL, NULL, NULL, "en, fr", "en" },
	{ NULL, NULL, NULL, "en;q=0", "nl" },
	{ NULL, NULL, NULL, "fra", "nl" },
	{ NULL, NULL, NULL, "de", "nl" },
	{ NULL, NULL, NULL, "f", "nl" },
	{ NULL, NULL, NULL, "*", "nl" },
};

static const char *
lang_of(struct bf_arena *arena, size_t i)
{
	char *vars[3] = { NULL }, **var = vars;
	struct bf_req *req;

	if (langs[i].chosen)
		*var++ = bf_printf(arena, "BF_LANG=%s", langs[i].chosen);
	if (langs[i].accept)
		*var = bf_printf(
			arena, "HTTP_ACCEPT_LANGUAGE=%s", langs[i].accept);
	req = req_make(arena, vars, NULL);
	if (langs[i].query)
		bf_pair_add(arena, &req->query, "taal", langs[i].query);
	if (langs[i].cookie)
		bf_pair_add(arena, &req->cookies, "taal", langs[i].cookie);
	bf_negotiate_early(req);
	return req->lang;
}

int
main(void)
{
	struct bf_arena *arena = bf_arena_new();
	size_t i;

	forms(arena);
	is(suffixed(arena, &page, BF_JSON), "json", "an address with .json");
	is(suffixed(arena, &page, BF_CSV), "not_found", "no twin in CSV");
	is(suffixed(arena, &table, BF_CSV), "csv", "a twin in CSV");
	is(suffixed(arena, &asks, BF_JSON), "json", "a form sent to .json");
	is(suffixed(arena, &asks, BF_CSV), "not_found",
		"a form sent where no rows come back");
	for (i = 0; i < sizeof(langs) / sizeof(langs[0]); i++)
		is(lang_of(arena, i), langs[i].want,
			bf_printf(arena, "language %zu", i + 1));
	bf_arena_free(arena);
	return done();
}
