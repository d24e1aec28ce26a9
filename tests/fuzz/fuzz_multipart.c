/* Forms in parts: the first line is the media type, the rest the body.  What is
 * taken is text, and written again it reads the same.
 */
#include "../core/req.h"
#include "fuzz.h"

#define BOUNDARY "what-no-value-holds-7c1f"
#define NAME_MAX_BYTES 900 /* one that fits, however it is written */

static const struct bf_pair *
decoded(struct bf_req *req, const char *type, const void *data, size_t len)
{
	struct bf_pair *out = NULL;
	bool good = bf_multipart_decode(req, type, data, len, &out);

	must(good == (req->fault.kind == NULL));
	must(good || req->fault.kind == &BF_BAD_REQUEST
		|| req->fault.kind == &BF_MEDIA_TYPE);
	return good ? out : NULL;
}

/* Whether PAIR can be written with our boundary. */
static bool
writable(const struct bf_pair *pair)
{
	return strlen(pair->name) < NAME_MAX_BYTES
		&& !strstr(pair->name, BOUNDARY)
		&& !strstr(pair->value, BOUNDARY);
}

static struct bf_buf *
written(struct bf_arena *arena, const struct bf_pair *pair)
{
	struct bf_buf *out = bf_buf_new(arena, 0);

	for (; pair; pair = pair->next) {
		if (!writable(pair))
			return NULL;
		bf_put_str(out, "--" BOUNDARY "\r\n");
		bf_put_str(out, "Content-Disposition: form-data; name=\"");
		bf_put_str(out, pair->name);
		bf_put_str(out, "\"\r\n\r\n");
		bf_put_str(out, pair->value);
		bf_put_str(out, "\r\n");
	}
	bf_put_str(out, "--" BOUNDARY "--");
	return out;
}

static void
same(const struct bf_pair *a, const struct bf_pair *b)
{
	for (; a && b; a = a->next, b = b->next) {
		must(bf_text_ok(a->name, strlen(a->name)));
		must(bf_text_ok(a->value, strlen(a->value)));
		must(strcmp(a->name, b->name) == 0);
		must(strcmp(a->value, b->value) == 0);
	}
	must(!a && !b);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct bf_arena *arena;
	const uint8_t *line = size ? memchr(data, '\n', size) : NULL;
	const struct bf_pair *pairs;
	struct bf_buf *again;
	struct bf_req *req;
	const char *type;

	if (line == NULL)
		return 0;
	if (arena == NULL)
		arena = bf_arena_new();
	req = req_make(arena, (char *[]){ NULL }, NULL);
	type = bf_strndup(arena, (const char *)data, (size_t)(line - data));
	pairs = decoded(req, type, line + 1, size - (size_t)(line + 1 - data));
	again = pairs ? written(arena, pairs) : NULL;
	if (again)
		same(pairs,
			decoded(req, "multipart/form-data; boundary=" BOUNDARY,
				again->data, again->len));
	bf_arena_reset(arena);
	return 0;
}
