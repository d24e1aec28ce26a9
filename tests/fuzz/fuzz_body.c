/* Bodies: the first line is the media type, the rest the body; a form, a form
 * in parts and a JSON object become the same pairs, another type is refused.
 */
#include "../core/req.h"
#include "fuzz.h"

static const struct bf_field fields[] = {
	{ "name", BF_TEXT, .required = true, .max = 40 },
	{ "count", BF_INT },
	{ "back", BF_PATH },
	{ 0 },
};
static const struct bf_route route = { "POST", "", .fields = fields };

static bool
read_type(const char *type)
{
	static const char *const types[] = {
		"application/x-www-form-urlencoded", "multipart/form-data",
		"application/json"
	};
	size_t i;

	for (i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		if (strncasecmp(type, types[i], strlen(types[i])) == 0)
			return true;
	return false;
}

static struct bf_req *
posted(struct bf_arena *arena, const char *type, const uint8_t *body,
	size_t len)
{
	char **vars = bf_alloc(arena, 3 * sizeof(*vars));
	struct bf_req *req;

	vars[0] = bf_printf(arena, "CONTENT_TYPE=%s", type);
	vars[1] = bf_printf(arena, "CONTENT_LENGTH=%zu", len);
	req = req_make(arena, vars, NULL);
	req->io = bf_io_memory(arena, vars, (const char *)body, len);
	req->method = "POST";
	req->route = &route;
	return req;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct bf_arena *arena;
	const uint8_t *line = size ? memchr(data, '\n', size) : NULL;
	const struct bf_pair *value;
	const char *type;
	struct bf_req *req;

	if (line == NULL)
		return 0;
	if (arena == NULL)
		arena = bf_arena_new();
	type = bf_strndup(arena, (const char *)data, (size_t)(line - data));
	req = posted(arena, type, line + 1, size - (size_t)(line + 1 - data));
	must(bf_form_read(req) == (req->fault.kind == NULL));
	must(read_type(type) || req->fault.kind == &BF_MEDIA_TYPE);
	for (value = req->values; value; value = value->next)
		must(bf_text_ok(value->value, strlen(value->value)));
	bf_arena_reset(arena);
	return 0;
}
