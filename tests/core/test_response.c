/* Answers as they leave: what may stand in a header, what is kept, compressed
 * and cut off. */
#include "../tap.h"
#include "crypt.h"
#include "refuse.h"
#include "req.h"

#define LONG "a text that is long enough to be worth compressing, again and "
#define LONGER LONG LONG LONG LONG LONG LONG LONG LONG LONG LONG LONG

static const struct bf_route cached = { "GET", "/", .cache = 5 };
static struct bf_arena *arena;

static struct bf_req *
request(const char *name, const char *value)
{
	struct bf_req *req = req_with(arena, name, value);

	req->id = "id";
	req->route = &cached;
	return req;
}

static const char *
sent(struct bf_req *req)
{
	return bf_io_memory_out(req->io)->data;
}

static void
answer(struct bf_req *req, const char *type, const char *text)
{
	if (!bf_reply(req, type, text, strlen(text)))
		exit(99);
	bf_answer_send(req);
}

static const char *
answered(struct bf_req *req, const char *type, const char *text)
{
	answer(req, type, text);
	return sent(req);
}

static void
test_places(void)
{
	struct bf_req *req = request("A", "");

	ok(bf_see_other(req, "/één pad?%s", "a=\x7f"), "another page");
	is(bf_pair_value(req->answer.headers, "Location"),
		"/%C3%A9%C3%A9n%20pad?a=%7F", "its address in plain letters");
	ok(!bf_see_other(request("A", ""), "elders"), "not without a slash");
	ok(!bf_see_other(request("A", ""), "//elders"), "not another host");
}

static bool
line_break(struct bf_err *err)
{
	bf_answer_header(request("A", ""), "X-A", "a\r\nSet-Cookie: b");
	return bf_err(err, "it goes on");
}

static void
test_headers(void)
{
	struct bf_req *req = request("HTTPS", "off");

	is(refused(NULL, line_break), "", "a line break ends the process");
	ok(bf_cookie(req, "a", "b-_.9", 60), "a cookie");
	is(bf_pair_value(req->answer.headers, "Set-Cookie"),
		"a=b-_.9; Path=/; Max-Age=60; SameSite=Lax; HttpOnly",
		"without TLS it is not secure");
	ok(!bf_cookie(req, "a", "b; Domain=c", 60), "one with more in it");
	is(req_fault(req), "internal", "is a fault of ours");
	req = request("A", "");
	req->answer.status = 418;
	bf_answer_send(req);
	has(sent(req), "Status: 418 Status\r\n", "a status without a name");
	ok(strstr(sent(req), "\nContent-Type:") == NULL, "nothing has no type");
	has(answered(request("A", ""), "text/css", "a"),
		"Content-Type: text/css; charset=utf-8\r\n", "text is UTF-8");
	has(answered(request("A", ""), "text/css; charset=x", "a"),
		"Content-Type: text/css; charset=x\r\n", "or as it says");
}

static const struct {
	const char *what, *name, *value, *want, *never;
} kept[] = {
	{ "an unknown tag", "HTTP_IF_NONE_MATCH", "\"other\"", "Status: 200",
		"304" },
	{ "any tag", "HTTP_IF_NONE_MATCH", "*", "Status: 304",
		"Content-Length" },
	{ "compressed", "HTTP_ACCEPT_ENCODING", "br, gzip",
		"Content-Encoding: gzip", "worth" },
	{ "not compressed", "HTTP_ACCEPT_ENCODING", "br", "worth",
		"Content-Encoding" },
};

static void
test_kept(void)
{
	const char *got;
	size_t i;

	for (i = 0; i < sizeof(kept) / sizeof(kept[0]); i++) {
		got = answered(request(kept[i].name, kept[i].value),
			"text/plain", LONGER);
		has(got, kept[i].want, kept[i].what);
		ok(!strstr(got, kept[i].never), "%s: without %s", kept[i].what,
			kept[i].never);
	}
	got = answered(
		request("HTTP_ACCEPT_ENCODING", "gzip"), "text/plain", "short");
	has(got, "\r\n\r\nshort", "what is short is not compressed");
}

/* An other side that takes N writes and is gone. */
static int takes;

static const char *
no_var(struct bf_io *io, const char *name)
{
	(void)io, (void)name;
	return NULL;
}

static bool
few_writes(struct bf_io *io, const char *data, size_t len)
{
	(void)io, (void)data, (void)len;
	return takes-- > 0;
}

static struct bf_req *
request_gone(int writes)
{
	static const struct bf_io_ops ops = { .var = no_var,
		.write = few_writes };
	static struct bf_io io = { &ops };
	struct bf_req *req = request("A", "");

	takes = writes;
	req->io = &io;
	return req;
}

static void
test_gone(void)
{
	struct bf_req *req = request_gone(0);

	answer(req, "text/plain", "text");
	is_int((long long)req->answer.bytes, 0, "gone before the head");
	req = request_gone(1);
	answer(req, "text/plain", "text");
	is_int((long long)req->answer.bytes, 0, "gone before the body");
	req = request_gone(1);
	ok(bf_stream_start(req, "text/csv"), "a stream begins");
	ok(!bf_stream(req, "a", 1), "and is told when nobody reads");
	ok(!bf_stream_start(request_gone(0), "text/csv"), "or from the start");
	req = request("A", "");
	req->method = "HEAD";
	ok(bf_stream_start(req, "text/csv") && bf_stream(req, "rows", 4),
		"who wants the head only");
	ok(strstr(sent(req), "rows") == NULL, "gets no rows");
	bf_answer_send(req);
	ok(strstr(sent(req), "Content-Length") == NULL, "nor a second head");
}

int
main(void)
{
	arena = bf_arena_new();
	bf_crypt_start();
	test_places();
	test_headers();
	test_kept();
	test_gone();
	bf_arena_free(arena);
	return done();
}
