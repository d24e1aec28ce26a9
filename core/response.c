/* The answer: status, headers, entity tag, compression, body. */
#include "kiosk.h"
#include "walk.h"
#include <belfort/http.h>
#include <gcrypt.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#define GZIP_LEAST 512
#define GZIP_LEVEL 6
#define TAG_BYTES 12

static const struct {
	int status;
	const char *reason;
} reasons[] = {
	{ 200, "OK" },
	{ 303, "See Other" },
	{ 304, "Not Modified" },
	{ 400, "Bad Request" },
	{ 401, "Unauthorized" },
	{ 403, "Forbidden" },
	{ 404, "Not Found" },
	{ 405, "Method Not Allowed" },
	{ 406, "Not Acceptable" },
	{ 409, "Conflict" },
	{ 413, "Content Too Large" },
	{ 414, "URI Too Long" },
	{ 415, "Unsupported Media Type" },
	{ 422, "Unprocessable Content" },
	{ 429, "Too Many Requests" },
	{ 431, "Request Header Fields Too Large" },
	{ 500, "Internal Server Error" },
	{ 503, "Service Unavailable" },
};

/* On every answer: nothing from elsewhere, no frame, no guessing of types.  No
 * script may ask for anything, but on a page that asks for itself again. */
static const char security[] =
	"Content-Security-Policy: default-src 'none'; style-src 'self'; "
	"script-src 'self'; img-src 'self' data:; font-src 'self'; "
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'%s\r\n"
	"X-Content-Type-Options: nosniff\r\n"
	"Referrer-Policy: same-origin\r\n"
	"Cross-Origin-Opener-Policy: same-origin\r\n"
	"Permissions-Policy: camera=(), geolocation=(), microphone=()\r\n";

static const char *
reason_of(int status)
{
	size_t i;

	for (i = 0; i < sizeof(reasons) / sizeof(reasons[0]); i++)
		if (reasons[i].status == status)
			return reasons[i].reason;
	return "Status";
}

/* Names and values come from the code and from checked fields; a line break
 * in one would be a header of its own, so it ends the process instead. */
void
bf_answer_header(struct bf_req *req, const char *name, const char *value)
{
	if (strpbrk(value, "\r\n"))
		abort();
	bf_pair_add(req->arena, &req->answer.headers, name, value);
}

bool
bf_reply(struct bf_req *req, const char *type, const char *text, size_t len)
{
	req->answer.status = 200;
	req->answer.type = type;
	req->answer.body = (struct bf_text){ text, len };
	return true;
}

/* A path for a Location header: what is not visible ASCII is encoded. */
static const char *
location(struct bf_req *req, const char *path)
{
	struct bf_buf *out = bf_buf_new(req->arena, 0);

	for (; *path; path++)
		if (*path > ' ' && *path < 0x7f)
			bf_put_char(out, *path);
		else
			bf_put_fmt(out, "%%%02X", (unsigned char)*path);
	return out->data;
}

bool
bf_see_other(struct bf_req *req, const char *fmt, ...)
{
	const char *path;
	va_list args;

	va_start(args, fmt);
	path = bf_vprintf(req->arena, fmt, args);
	va_end(args);
	if (path[0] != '/' || path[1] == '/')
		return bf_fail(req, &BF_INTERNAL, "redirect off this site");
	bf_answer_header(req, "Location", location(req, path));
	req->answer.status = 303;
	return true;
}

bool
bf_see_elsewhere(struct bf_req *req, const char *url)
{
	if (!bf_http_url(url))
		return bf_fail(req, &BF_INTERNAL, "redirect without HTTPS");
	bf_answer_header(req, "Location", location(req, url));
	req->answer.status = 303;
	return true;
}

bool
bf_cookie(struct bf_req *req, const char *name, const char *value, long seconds)
{
	const char *https = req->io->ops->var(req->io, "HTTPS");
	bool secure = (https && strcmp(https, "on") == 0)
		|| strncmp(name, "__Host-", 7) == 0;

	if (value[strspn(value,
		    "abcdefghijklmnopqrstuvwxyz"
		    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.")]
		!= '\0')
		return bf_fail(req, &BF_INTERNAL, "cookie %s", name);
	bf_answer_header(req, "Set-Cookie",
		bf_printf(req->arena,
			"%s=%s; Path=/; Max-Age=%ld; SameSite=Lax; HttpOnly%s",
			name, value, seconds, secure ? "; Secure" : ""));
	return true;
}

static bool
is_public(const struct bf_req *req)
{
	return req->route && req->route->cache > 0 && req->answer.status == 200
		&& strcmp(req->route->method, "GET") == 0 && !bf_kiosk(req);
}

static void
head_cache(struct bf_req *req, struct bf_buf *head)
{
	if (is_public(req))
		bf_put_fmt(head, "Cache-Control: public, max-age=%d\r\n",
			req->route->cache);
	else
		bf_put_str(head, "Cache-Control: no-store\r\n");
	bf_put_str(head,
		"Vary: Accept, Accept-Encoding, Accept-Language, "
		"Cookie\r\n");
}

static void
head_refresh(struct bf_req *req)
{
	const char *refresh = bf_kiosk_refresh(req);

	if (refresh)
		bf_answer_header(req, "Refresh", refresh);
}

static void
head_put(struct bf_req *req, struct bf_buf *head)
{
	const struct bf_answer *a = &req->answer;
	const struct bf_pair *h;
	bool text = a->type && strncmp(a->type, "text/", 5) == 0;

	head_refresh(req);
	bf_put_fmt(head, "Status: %d %s\r\n", a->status, reason_of(a->status));
	if (a->type)
		bf_put_fmt(head, "Content-Type: %s%s\r\n", a->type,
			text && !strchr(a->type, ';') ? "; charset=utf-8" : "");
	head_cache(req, head);
	bf_put_fmt(head, "Content-Language: %s\r\nX-Request-Id: %s\r\n",
		req->lang, req->id);
	for (h = a->headers; h; h = h->next)
		bf_put_fmt(head, "%s: %s\r\n", h->name, h->value);
	bf_put_fmt(head, security,
		a->refresh || a->asks ? "; connect-src 'self'" : "");
}

/* A strong entity tag over the bytes and their encoding. */
static const char *
tag_make(struct bf_req *req)
{
	unsigned char hash[32];
	struct bf_buf *out = bf_buf_new(req->arena, 2 * TAG_BYTES + 3);
	size_t i;

	gcry_md_hash_buffer(GCRY_MD_SHA256, hash, req->answer.body.data,
		req->answer.body.len);
	bf_put_char(out, '"');
	for (i = 0; i < TAG_BYTES; i++)
		bf_put_fmt(out, "%02x", hash[i]);
	bf_put_char(out, '"');
	return out->data;
}

static void
tag(struct bf_req *req)
{
	const char *known = req->io->ops->var(req->io, "HTTP_IF_NONE_MATCH");
	const char *mine;

	if (!is_public(req))
		return;
	mine = tag_make(req);
	bf_answer_header(req, "ETag", mine);
	if (known && (strstr(known, mine) || strcmp(known, "*") == 0)) {
		req->answer.status = 304;
		req->answer.body.len = 0;
	}
}

static bool
gzip_wanted(struct bf_req *req)
{
	const char *accept = req->io->ops->var(req->io, "HTTP_ACCEPT_ENCODING");

	return accept && strstr(accept, "gzip") && is_public(req)
		&& req->answer.body.len >= GZIP_LEAST;
}

/* Only what may be cached is compressed here: the web server keeps it so. */
static void
compress_body(struct bf_req *req)
{
	struct bf_text *body = &req->answer.body;
	z_stream z = { 0 };
	size_t bound;
	char *out;

	if (!gzip_wanted(req)
		|| deflateInit2(&z, GZIP_LEVEL, Z_DEFLATED, 15 + 16, 8,
			   Z_DEFAULT_STRATEGY)
			!= Z_OK)
		return;
	bound = deflateBound(&z, body->len);
	out = bf_alloc(req->arena, bound);
	z.next_in = (unsigned char *)body->data;
	z.avail_in = (unsigned)body->len;
	z.next_out = (unsigned char *)out;
	z.avail_out = (unsigned)bound;
	if (deflate(&z, Z_FINISH) == Z_STREAM_END) {
		*body = (struct bf_text){ out, z.total_out };
		bf_answer_header(req, "Content-Encoding", "gzip");
	}
	deflateEnd(&z);
}

void
bf_answer_send(struct bf_req *req)
{
	struct bf_answer *a = &req->answer;
	struct bf_buf *head;

	if (a->streaming)
		return;
	compress_body(req);
	tag(req);
	head = bf_buf_new(req->arena, 1024);
	head_put(req, head);
	if (a->status != 304)
		bf_put_fmt(head, "Content-Length: %zu\r\n", a->body.len);
	bf_put_str(head, "\r\n");
	if (!req->io->ops->write(req->io, head->data, head->len))
		return;
	if (strcmp(req->method, "HEAD") != 0 && a->body.len > 0
		&& req->io->ops->write(req->io, a->body.data, a->body.len))
		a->bytes = a->body.len;
}

bool
bf_stream_start(struct bf_req *req, const char *type)
{
	struct bf_buf *head = bf_buf_new(req->arena, 1024);

	req->answer.status = 200;
	req->answer.type = type;
	head_put(req, head);
	bf_put_str(head, "\r\n");
	req->answer.streaming = true;
	return req->io->ops->write(req->io, head->data, head->len);
}

bool
bf_stream(struct bf_req *req, const char *data, size_t len)
{
	req->answer.bytes += len;
	return strcmp(req->method, "HEAD") == 0
		|| req->io->ops->write(req->io, data, len);
}
