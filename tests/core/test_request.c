/* The request as it came: address, suffix, query, cookies, id, limits. */
#include "../tap.h"
#include "crypt.h"
#include "req.h"

static const struct {
	const char *path, *want; /* path, "+" and the form where it was named */
} paths[] = {
	{ "", "/" },
	{ "/", "/" },
	{ "/begroting", "/begroting" },
	{ "/begroting.json", "/begroting+json" },
	{ "/begroting.csv", "/begroting+csv" },
	{ "/index.json", "/+json" },
	{ "/index", "/index" },
	{ "/a.json/b", "/a.json/b" },
	{ "/a.csv.json", "/a.csv+json" },
	{ "/a.json.csv", "/a.json+csv" },
	{ "/één", "/één" },
	{ "begroting", "!bad_request" },
	{ "/\xff", "!bad_request" },
	{ "/a\x1b", "!bad_request" },
	{ "/a\nb", "!bad_request" },
};

static const char *
read_path(struct bf_arena *arena, const char *path)
{
	static const char *const names[] = { "", "+json", "+csv" };
	struct bf_req *req = req_with(arena, "PATH_INFO", path);

	if (!bf_request_read(req))
		return bf_printf(arena, "!%s", req_fault(req));
	return bf_printf(
		arena, "%s%s", req->path, names[req->suffixed ? req->form : 0]);
}

static const struct {
	const char *given;
	bool kept;
} ids[] = {
	{ "0123456789abcdef", true },
	{ "1b4e28ba-2fa1-11d2-883f-0016d3cca427", true },
	{ "", false },
	{ "id level=error", false },
	{ "<b>", false },
	{ "0123456789012345678901234567890123456789012345678901234567890123456789",
		false },
};

static void
request_ids(struct bf_arena *arena)
{
	struct bf_req *req;
	size_t i;

	for (i = 0; i < sizeof(ids) / sizeof(ids[0]); i++) {
		req = req_with(arena, "BF_REQUEST_ID", ids[i].given);
		ok(bf_request_read(req), "a request with id %s", ids[i].given);
		ok((strcmp(req->id, ids[i].given) == 0) == ids[i].kept,
			"the id is %s", ids[i].kept ? "kept" : "made anew");
		ok(strlen(req->id) >= 16, "there is one");
	}
}

/* NAME filled with COUNT letters. */
static const char *
filled(struct bf_arena *arena, const char *name, const char *start, int count)
{
	struct bf_buf *out = bf_buf_new(arena, 0);
	struct bf_req *req;

	bf_put_str(out, start);
	while (count-- > 0)
		bf_put_char(out, 'a');
	req = req_with(arena, name, out->data);
	return bf_request_read(req) ? "good" : req_fault(req);
}

static void
limits(struct bf_arena *arena)
{
	is(filled(arena, "PATH_INFO", "/", 2047), "good", "a long path");
	is(filled(arena, "PATH_INFO", "/", 2048), "uri_too_long", "too long");
	is(filled(arena, "QUERY_STRING", "q=", 8190), "good", "a long query");
	is(filled(arena, "QUERY_STRING", "q=", 8191), "uri_too_long",
		"too long");
}

static void
cookies(struct bf_arena *arena)
{
	struct bf_req *req = req_with(
		arena, "HTTP_COOKIE", "a=1; taal=fr;b=x=y; ; broken; c=");

	ok(bf_request_read(req), "a request with cookies");
	is(req_pairs(arena, req->cookies),
		"a=1 taal=fr b=x=y c=", "are read as they came");
	is(req->lang, "fr", "one of them chooses the language");
}

/* COUNT cookies, the first of them the language. */
static const char *
many_cookies(struct bf_arena *arena, int count)
{
	struct bf_buf *out = bf_buf_new(arena, 0);
	struct bf_req *req;

	bf_put_str(out, "taal=en");
	while (--count > 0)
		bf_put_str(out, ";a=");
	req = req_with(arena, "HTTP_COOKIE", out->data);
	if (bf_request_read(req))
		return req->lang;
	return bf_printf(arena, "!%s in %s", req_fault(req), req->lang);
}

static void
bindings(struct bf_arena *arena)
{
	struct bf_req *req = req_make(arena, (char *[]){ NULL }, NULL);

	bf_pair_add(arena, &req->values, "a", "field");
	bf_pair_add(arena, &req->values, "b", "field");
	bf_pair_add(arena, &req->args, "b", "path");
	bf_pair_add(arena, &req->args, "c", "path");
	bf_set(req, "c", "first");
	bf_set(req, "c", "set");
	is(bf_bind(req, "a"), "field", "a query's argument from a field");
	is(bf_bind(req, "b"), "path", "the path comes before");
	is(bf_bind(req, "c"), "set", "what was set last comes first");
	is(bf_bind(req, "lang"), "nl", "the host knows the language");
	is(bf_bind(req, "d"), NULL, "and nothing else");
}

/* What stands in belfort.ini is tested with the settings; here it is silent. */
static void
options(struct bf_arena *arena)
{
	static const struct bf_option own[] = { { "a", "1" }, { "b", "2" },
		{ 0 } };
	static const struct bf_plugin some = {
		.size = sizeof(some), .name = "x", .options = own
	};
	static const struct bf_plugin none = { .size = sizeof(none),
		.name = "x" };
	static const struct bf_settings settings;
	struct bf_host host = { .settings = &settings };
	struct bf_feature feature = { .plugin = &some };
	struct bf_req *req = req_with(arena, "PATH_INFO", "/");

	req->host = &host;
	req->feature = &feature;
	is(bf_option(req, "a"), "1", "an option unless said");
	is(bf_option(req, "b"), "2", "the next one");
	is(bf_option(req, "c"), NULL, "an option that is not declared");
	feature.plugin = &none;
	is(bf_option(req, "a"), NULL, "a plugin without options");
}

int
main(void)
{
	struct bf_arena *arena = bf_arena_new();
	size_t i;

	bf_crypt_start();
	for (i = 0; i < sizeof(paths) / sizeof(paths[0]); i++)
		is(read_path(arena, paths[i].path), paths[i].want,
			bf_printf(arena, "path %s", paths[i].path));
	request_ids(arena);
	limits(arena);
	cookies(arena);
	is(many_cookies(arena, 1000), "en", "a thousand cookies");
	is(many_cookies(arena, 1001), "!bad_request in en", "one more");
	bindings(arena);
	options(arena);
	bf_arena_free(arena);
	return done();
}
