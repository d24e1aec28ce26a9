/* The whole walk of a request, in memory, without a database. */
#include "../tap.h"
#include "crypt.h"
#include "site.h"

struct ask {
	const char *what;
	const char *vars; /* "NAME=value|NAME=value" */
	const char *body;
	const char *want[3]; /* each is somewhere in the answer */
	const char *never;   /* and this is nowhere */
};

#define GET "REQUEST_METHOD=GET|PATH_INFO="
#define POST \
	"REQUEST_METHOD=POST|HTTP_HOST=gent.example|PATH_INFO=/taal|" \
	"CONTENT_TYPE=application/x-www-form-urlencoded|CONTENT_LENGTH="
#define OURS "|HTTP_ORIGIN=http://gent.example"
#define SHORT "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" /* by one */
#define COOKIE "__Host-belfort=" SHORT "a"
#define FORM "taal=en&terug=/page"

static const struct ask asks[] = {
	{ "JSON by its suffix", GET "/page.json|QUERY_STRING=q=fiets", NULL,
		{ "Status: 200 OK", "Content-Type: application/json",
			"\"q\":\"fiets\"" } },
	{ "JSON by Accept", GET "/page|HTTP_ACCEPT=application/json", NULL,
		{ "application/json", "max-age=1", "ETag: \"" } },
	{ "CSV, with the formula disarmed", GET "/page.csv", NULL,
		{ "text/csv", "\"'=1+1\";123,45", "\xef\xbb\xbfname;cents" } },
	{ "HEAD has no body", "REQUEST_METHOD=HEAD|PATH_INFO=/page.json", NULL,
		{ "Status: 200", "Content-Length: ", "ETag" }, "long enough" },
	{ "compressed when that is asked",
		GET "/page.json|HTTP_ACCEPT_ENCODING=gzip", NULL,
		{ "Content-Encoding: gzip", "Status: 200" }, "long enough" },
	{ "guarded by headers", GET "/page.json", NULL,
		{ "Content-Security-Policy: default-src 'none'",
			"X-Content-Type-Options: nosniff",
			"Referrer-Policy: same-origin" } },
	{ "no such page", GET "/none.json", NULL,
		{ "Status: 404", "application/problem+json",
			"\"kind\":\"not_found\"" } },
	{ "another method",
		"REQUEST_METHOD=DELETE|PATH_INFO=/page|"
		"HTTP_ACCEPT=application/json",
		NULL, { "Status: 405", "Allow: GET, HEAD" } },
	{ "a right, for nobody", GET "/private.json", NULL,
		{ "Status: 401", "\"kind\":\"sign_in\"", "no-store" }, "rows" },
	{ "who is nobody is sent to sign in, and back",
		GET "/private|HTTP_ACCEPT=text/html|QUERY_STRING=q=a%26b", NULL,
		{ "Status: 303", "no-store",
			"Location: /staff?terug=%2Fprivate%3Fq%3Da%2526b\r\n" } },
	{ "a resident elsewhere than staff", GET "/mine|HTTP_ACCEPT=text/html",
		NULL, { "Status: 303", "Location: /in?terug=%2Fmine\r\n" } },
	{ "a cookie that is no secret is none",
		GET "/mine.json|HTTP_COOKIE=__Host-belfort=" SHORT, NULL,
		{ "Status: 401" } },
	{ "nor one with other signs",
		GET "/mine.json|HTTP_COOKIE=__Host-belfort=" SHORT "'", NULL,
		{ "Status: 401" } },
	{ "a secret is looked up", GET "/mine.json|HTTP_COOKIE=" COOKIE, NULL,
		{ "Status: 503", "\"kind\":\"unavailable\"" }, "rows" },
	{ "a write from elsewhere is not even looked up",
		"REQUEST_METHOD=POST|PATH_INFO=/mine|HTTP_HOST=gent.example|"
		"HTTP_ORIGIN=https://evil.example|HTTP_COOKIE=" COOKIE,
		"", { "Status: 403", "\"kind\":\"forbidden\"" } },
	{ "a field too long",
		GET "/page.json|QUERY_STRING=q=" LONGER LONGER LONGER LONGER
			LONGER LONGER,
		NULL, { "Status: 422", "\"name\":\"q\"", "too long" } },
	{ "a field given twice", GET "/page.json|QUERY_STRING=q=a&q=b", NULL,
		{ "Status: 422", "twice" } },
	{ "broken percent-encoding", GET "/page.json|QUERY_STRING=q=%4", NULL,
		{ "Status: 400" } },
	{ "broken UTF-8", GET "/page.json|QUERY_STRING=q=%ff", NULL,
		{ "Status: 400" } },
	{ "a handler's own words for a field", GET "/worded.json", NULL,
		{ "Status: 422", "This is not right.", "\"label\":\"Word\"" } },
	{ "a handler that says nothing", GET "/broken.json", NULL,
		{ "Status: 500", "\"kind\":\"internal\"" }, "silence" },
	{ "a redirect off this site", GET "/outside.json", NULL,
		{ "Status: 500" }, "elsewhere" },
	{ "a write from here", POST "19" OURS, FORM,
		{ "Status: 303", "Location: /page\r\n",
			"Set-Cookie: taal=en; Path=/; Max-Age=60; "
			"SameSite=Lax; HttpOnly\r\n" } },
	{ "under TLS the cookie is secure",
		POST "19|HTTPS=on|HTTP_ORIGIN=https://gent.example", FORM,
		{ "HttpOnly; Secure" } },
	{ "under TLS a page without it is elsewhere", POST "19|HTTPS=on" OURS,
		FORM, { "Status: 403" }, "Set-Cookie" },
	{ "a write from elsewhere", POST "19|HTTP_ORIGIN=https://evil.example",
		FORM, { "Status: 403" }, "Set-Cookie" },
	{ "a write from nowhere", POST "19|HTTP_ORIGIN=null", FORM,
		{ "Status: 403" }, "Set-Cookie" },
	{ "a write without a word", POST "19", FORM, { "Status: 403" },
		"Set-Cookie" },
	{ "the browser's word wins",
		POST "19|HTTP_SEC_FETCH_SITE=cross-site" OURS, FORM,
		{ "Status: 403" }, "Set-Cookie" },
	{ "back to another site", POST "31" OURS,
		"taal=en&terug=//evil.example/xx", { "Status: 422", "Back" },
		"Location" },
	{ "a choice that is none", POST "19" OURS, "taal=xx&terug=/page",
		{ "Status: 422", "Language" }, "Set-Cookie" },
	{ "a machine comes from elsewhere, without a session",
		"REQUEST_METHOD=POST|PATH_INFO=/machine|"
		"HTTP_ORIGIN=https://evil.example",
		NULL, { "Status: 200 OK" } },
	{ "to another site over TLS",
		GET "/elsewhere|QUERY_STRING=q=https://a.example/b?c=%C3%A9",
		NULL,
		{ "Status: 303", "Location: https://a.example/b?c=%C3%A9\r\n",
			"__Host-way=x; Path=/; Max-Age=60; SameSite=Lax; "
			"HttpOnly; Secure\r\n" } },
	{ "to another site in the open",
		GET "/elsewhere|QUERY_STRING=q=http://a.example/", NULL,
		{ "Status: 500" }, "Location" },
	{ "a body that breaks off", POST "190" OURS, FORM, { "Status: 400" },
		"Set-Cookie" },
	{ "a body too large", POST "1048577" OURS, FORM, { "Status: 413" } },
};

static char **
vars_split(struct bf_arena *arena, const char *text)
{
	char **vars = bf_alloc(arena, 20 * sizeof(*vars));
	size_t n = 0, len;

	for (; *text; text += text[len] ? len + 1 : len) {
		len = strcspn(text, "|");
		vars[n++] = bf_strndup(arena, text, len);
	}
	return vars;
}

/* Errors as JSON: pages need templates, which are files. */
static const char *
answer(struct bf_arena *arena, struct bf_host *host, const struct ask *ask)
{
	const char *vars = strstr(ask->vars, "HTTP_ACCEPT=")
		? ask->vars
		: bf_printf(arena, "%s|HTTP_ACCEPT=application/json, */*;q=0.1",
			ask->vars);
	struct bf_io *io = bf_io_memory(arena, vars_split(arena, vars),
		ask->body, ask->body ? strlen(ask->body) : 0);

	(void)bf_serve(host, arena, io);
	return bf_io_memory_out(io)->data;
}

static void
tag_is_known(struct bf_arena *arena, struct bf_host *host)
{
	struct ask again = { "", GET "/page.json", NULL };
	const char *first = answer(arena, host, &again);
	const char *tag = strstr(first, "ETag: ") + 6;

	again.vars = bf_printf(arena, GET "/page.json|HTTP_IF_NONE_MATCH=%.*s",
		(int)strcspn(tag, "\r"), tag);
	first = answer(arena, host, &again);
	has(first, "Status: 304", "a known tag is not sent again");
	ok(!strstr(first, "long enough"), "nor is the body");
}

int
main(void)
{
	struct bf_arena *arena = bf_arena_new();
	struct bf_host *host = site_make(arena);
	const char *got;
	size_t i, w;

	bf_crypt_start();
	for (i = 0; i < sizeof(asks) / sizeof(asks[0]); i++) {
		got = answer(arena, host, &asks[i]);
		for (w = 0; w < 3 && asks[i].want[w]; w++)
			has(got, asks[i].want[w], asks[i].what);
		if (asks[i].never)
			ok(!strstr(got, asks[i].never), "%s: without %s",
				asks[i].what, asks[i].never);
	}
	tag_is_known(arena, host);
	bf_arena_free(arena);
	return done();
}
