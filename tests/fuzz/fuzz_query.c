/* Names with values, as in an address and in the body of a form: what is taken
 * is text, and written again it reads the same; a field that is taken has the
 * form that the database expects.
 */
#include "../core/req.h"
#include "fuzz.h"

static const struct bf_field fields[] = {
	{ "t", BF_TEXT, .min = 2, .max = 20 },
	{ "i", BF_INT, .min = -5, .max = 1000 },
	{ "c", BF_CHOICE, .choices = "nl en fr" },
	{ "d", BF_DAY },
	{ "e", BF_CENTS },
	{ "p", BF_PATH },
	{ 0 },
};
static const struct bf_route route = { "GET", "", .fields = fields };

static struct bf_buf *
written(struct bf_arena *arena, const struct bf_pair *pairs)
{
	struct bf_buf *out = bf_buf_new(arena, 0);

	for (; pairs; pairs = pairs->next) {
		bf_put_url(out, pairs->name, strlen(pairs->name));
		bf_put_char(out, '=');
		bf_put_url(out, pairs->value, strlen(pairs->value));
		bf_put_char(out, '&');
	}
	return out;
}

static void
same_again(struct bf_req *req)
{
	struct bf_buf *text = written(req->arena, req->query);
	const struct bf_pair *a = req->query, *b;
	struct bf_pair *again = NULL;

	must(bf_pairs_decode(req, text->data, text->len, &again));
	for (b = again; a && b; a = a->next, b = b->next) {
		must(bf_text_ok(a->name, strlen(a->name)));
		must(bf_text_ok(a->value, strlen(a->value)));
		must(strcmp(a->name, b->name) == 0);
		must(strcmp(a->value, b->value) == 0);
	}
	must(!a && !b);
}

static bool
number(const char *text)
{
	return text[strspn(text, "-0123456789")] == '\0';
}

static void
values_right(const struct bf_pair *value)
{
	for (; value; value = value->next)
		switch (*value->name) {
		case 'i':
		case 'e':
			must(number(value->value));
			break;
		case 'd':
			must(strlen(value->value) == 10);
			break;
		case 'c':
			must(strlen(value->value) == 2);
			break;
		case 'p':
			must(value->value[0] == '/' && value->value[1] != '/');
		}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct bf_arena *arena;
	char *vars[] = { NULL };
	struct bf_req *req;

	if (arena == NULL)
		arena = bf_arena_new();
	req = req_make(arena, vars, NULL);
	req->route = &route;
	if (!bf_pairs_decode(req, (const char *)data, size, &req->query))
		must(req->fault.kind == &BF_BAD_REQUEST);
	else {
		same_again(req);
		must(bf_form_read(req) == (req->fault.kind == NULL));
		values_right(req->values);
	}
	bf_arena_reset(arena);
	return 0;
}
