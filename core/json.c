/* JSON that lives as long as an arena, and has memory or ends the process. */
#include "arena.h"
#include <belfort/json.h>
#include <stdlib.h>
#include <string.h>

static void *
must_malloc(size_t size)
{
	void *out = malloc(size);

	if (out == NULL)
		bf_out_of_memory();
	return out;
}

void
bf_json_start(void)
{
	json_set_alloc_funcs(must_malloc, free);
}

static void
let_go(void *json)
{
	json_decref(json);
}

json_t *
bf_json_keep(struct bf_arena *arena, json_t *json)
{
	bf_defer(arena, let_go, json);
	return json;
}

json_t *
bf_json_read(struct bf_arena *arena, const char *text, size_t len)
{
	json_t *json = json_loadb(text, len, JSON_REJECT_DUPLICATES, NULL);

	(void)bf_json_keep(arena, json);
	return json_is_object(json) ? json : NULL;
}

json_t *
bf_json_named(const json_t *list, const char *name)
{
	const char *its;
	json_t *one;
	size_t i;

	json_array_foreach (list, i, one) {
		its = json_string_value(json_object_get(one, "name"));
		if (strcmp(its ? its : "", name) == 0)
			return one;
	}
	return NULL;
}
