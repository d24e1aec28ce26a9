/* Makes the OpenAPI description from the tables of the plugins. */
#include "openapi.h"
#include <belfort/arena.h>
#include <belfort/buf.h>
#include <string.h>

struct maker {
	struct bf_arena *arena;
	json_t *paths, *tags;
};

static const char *
text_of(json_t *object, const char *member)
{
	const char *text = json_string_value(json_object_get(object, member));

	return text ? text : "";
}

static bool
has(json_t *object, const char *member)
{
	json_t *value = json_object_get(object, member);

	return value && !json_is_null(value);
}

static bool
is_core(json_t *feature)
{
	return strcmp(text_of(feature, "name"), "core") == 0;
}

static bool
is_post(json_t *route)
{
	return strcmp(text_of(route, "method"), "POST") == 0;
}

const char *
bf_route_address(struct bf_arena *arena, const char *mount, const char *path)
{
	if (strcmp(mount, "/") == 0)
		return *path ? path : "/";
	return bf_printf(arena, "%s%s", mount, path);
}

const char *
bf_described_address(struct bf_arena *arena, json_t *feature, json_t *route)
{
	json_t *mount = json_array_get(json_object_get(feature, "mounts"),
		(size_t)json_integer_value(json_object_get(route, "mount")));
	const char *text = json_string_value(mount);

	return bf_route_address(
		arena, text ? text : "/", text_of(route, "path"));
}

/* How the types of a path's parts look from outside. */
static const struct {
	const char *type;
	const char *schema;
} parts[] = {
	{ "", "{\"type\":\"string\",\"maxLength\":200}" },
	{ "int", "{\"type\":\"integer\",\"format\":\"int64\",\"minimum\":1}" },
	{ "word", "{\"type\":\"string\",\"pattern\":\"^[a-z0-9_-]+$\"}" },
};

static json_t *
part_schema(const char *type, size_t len)
{
	size_t i;

	for (i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		if (strlen(parts[i].type) == len
			&& strncmp(parts[i].type, type, len) == 0)
			return json_loads(parts[i].schema, 0, NULL);
	return json_object();
}

/* "{nr:int}" at *AT, put as "{nr}" and declared as a parameter. */
static void
part_take(const char **at, struct bf_buf *path, json_t *params)
{
	const char *name = *at + 1;
	size_t all = strcspn(name, "}"), len = strcspn(name, ":}");
	const char *type = name + len + (name[len] == ':');

	bf_put_char(path, '{');
	bf_put(path, name, len);
	bf_put_char(path, '}');
	json_array_append_new(params,
		json_pack("{s:s%, s:s, s:b, s:o}", "name", name, len, "in",
			"path", "required", 1, "schema",
			part_schema(type, (size_t)(name + all - type))));
	*at = name + all + (name[all] == '}');
}

static const char *
path_make(struct maker *m, const char *address, json_t *params)
{
	struct bf_buf *out = bf_buf_new(m->arena, 0);

	while (*address) {
		if (*address == '{')
			part_take(&address, out, params);
		else
			bf_put_char(out, *address++);
	}
	return out->data;
}

/* min and max count characters of a text, cents of an amount. */
static void
limits_set(json_t *schema, json_t *field, const char *least, const char *most,
	double unit)
{
	json_int_t min = json_integer_value(json_object_get(field, "min"));
	json_int_t max = json_integer_value(json_object_get(field, "max"));

	if (min != 0)
		json_object_set_new(schema, least,
			unit > 1 ? json_real((double)min / unit)
				 : json_integer(min));
	if (max != 0)
		json_object_set_new(schema, most,
			unit > 1 ? json_real((double)max / unit)
				 : json_integer(max));
}

static json_t *
field_schema(json_t *field)
{
	const char *type = text_of(field, "type");
	json_t *schema = json_pack("{s:s}", "type", "string");

	if (strcmp(type, "int") == 0) {
		json_object_set_new(schema, "type", json_string("integer"));
		limits_set(schema, field, "minimum", "maximum", 1);
	} else if (strcmp(type, "cents") == 0) {
		json_object_set_new(schema, "type", json_string("number"));
		json_object_set_new(schema, "multipleOf", json_real(0.01));
		limits_set(schema, field, "minimum", "maximum", 100);
	} else if (strcmp(type, "choice") == 0) {
		json_object_set(
			schema, "enum", json_object_get(field, "choices"));
	} else if (strcmp(type, "day") == 0) {
		json_object_set_new(schema, "format", json_string("date"));
	} else {
		limits_set(schema, field, "minLength", "maxLength", 1);
	}
	return schema;
}

static const char *
field_words(struct maker *m, json_t *field)
{
	const char *hint = text_of(field, "hint");

	return bf_printf(m->arena, "%s%s%s", text_of(field, "label"),
		*hint ? ". " : "", hint);
}

static void
query_params(struct maker *m, json_t *fields, json_t *params)
{
	json_t *field;
	size_t i;

	json_array_foreach (fields, i, field)
		json_array_append_new(params,
			json_pack("{s:s, s:s, s:O, s:s, s:o}", "name",
				text_of(field, "name"), "in", "query",
				"required", json_object_get(field, "required"),
				"description", field_words(m, field), "schema",
				field_schema(field)));
}

/* A form's fields as the body of a POST. */
static json_t *
body_make(struct maker *m, json_t *fields)
{
	json_t *properties = json_object(), *required = json_array(), *field;
	json_t *schema, *one;
	size_t i;

	json_array_foreach (fields, i, field) {
		one = field_schema(field);
		json_object_set_new(
			one, "description", json_string(field_words(m, field)));
		json_object_set_new(properties, text_of(field, "name"), one);
		if (json_is_true(json_object_get(field, "required")))
			json_array_append_new(
				required, json_string(text_of(field, "name")));
	}
	schema = json_pack("{s:s, s:o, s:o}", "type", "object", "properties",
		properties, "required", required);
	return json_pack("{s:b, s:{s:{s:O}, s:{s:O}, s:{s:o}}}", "required", 1,
		"content", "application/x-www-form-urlencoded", "schema",
		schema, "multipart/form-data", "schema", schema,
		"application/json", "schema", schema);
}

/* The same rule as in negotiate.c; a route with neither view, query nor copy
 * has a handler. */
const char *
bf_route_forms(struct bf_arena *arena, json_t *route)
{
	bool html = has(route, "view");
	bool json = html || has(route, "query") || !has(route, "copy");
	bool csv = has(route, "csv") || has(route, "copy");

	if (is_post(route))
		return "-";
	return bf_printf(arena, "%s%s%s", html ? "html " : "",
		json ? "json" : "", csv ? json ? " csv" : "csv" : "");
}

static const struct {
	const char *form, *media, *schema;
} forms[] = {
	{ "html", "text/html", "string" },
	{ "json", "application/json", "object" },
	{ "csv", "text/csv", "string" },
};

static json_t *
content_make(struct maker *m, json_t *route)
{
	const char *list = bf_route_forms(m->arena, route);
	json_t *content = json_object();
	size_t i;

	for (i = 0; i < sizeof(forms) / sizeof(forms[0]); i++)
		if (strstr(list, forms[i].form))
			json_object_set_new(content, forms[i].media,
				json_pack("{s:{s:s}}", "schema", "type",
					forms[i].schema));
	return content;
}

static json_t *
problem(const char *words)
{
	return json_pack("{s:s, s:{s:{s:{s:s}}}}", "description", words,
		"content", "application/problem+json", "schema", "$ref",
		"#/components/schemas/Problem");
}

static json_t *
responses_make(struct maker *m, json_t *route, bool post)
{
	json_t *out = json_object();

	if (post)
		json_object_set_new(out, "303",
			json_pack("{s:s}", "description",
				"Done; Location says where to look."));
	else
		json_object_set_new(out, "200",
			json_pack("{s:s, s:o}", "description",
				text_of(route, "help"), "content",
				content_make(m, route)));
	if (strchr(text_of(route, "path"), '{') || has(route, "query"))
		json_object_set_new(out, "404",
			problem("There is no such "
				"thing."));
	json_object_set_new(
		out, "406", problem("It cannot be had in that form."));
	if (json_array_size(json_object_get(route, "fields")) > 0)
		json_object_set_new(out, "422",
			problem("A field is not right; errors names it."));
	json_object_set_new(out, "503", problem("Try again in a minute."));
	return out;
}

/* "budget_get_doel_code", unique because method and path are. */
static const char *
id_make(struct maker *m, json_t *feature, json_t *route)
{
	struct bf_buf *out = bf_buf_new(m->arena, 0);
	const char *at;

	bf_put_fmt(out, "%s_%s", text_of(feature, "name"),
		strcmp(text_of(route, "method"), "GET") ? "post" : "get");
	for (at = text_of(route, "path"); *at; at++)
		if (strchr("{}", *at) == NULL)
			bf_put_char(out, strchr("/:-.", *at) ? '_' : *at);
	return out->data;
}

/* What is for operators stays out: it is no interface to build on. */
static void
route_add(void *self, json_t *feature, json_t *route)
{
	struct maker *m = self;
	json_t *params, *fields, *operation, *item;
	bool post = is_post(route);
	const char *path;

	if (is_core(feature))
		return;
	params = json_array();
	path = path_make(
		m, bf_described_address(m->arena, feature, route), params);
	fields = json_object_get(route, "fields");
	operation = json_pack("{s:s, s:s, s:[s], s:o}", "operationId",
		id_make(m, feature, route), "summary", text_of(route, "help"),
		"tags", text_of(feature, "name"), "responses",
		responses_make(m, route, post));
	if (post)
		json_object_set_new(
			operation, "requestBody", body_make(m, fields));
	else
		query_params(m, fields, params);
	json_object_set_new(operation, "parameters", params);
	item = json_object_get(m->paths, path);
	if (item == NULL) {
		item = json_object();
		json_object_set_new(m->paths, path, item);
	}
	json_object_set_new(item, post ? "post" : "get", operation);
}

void
bf_routes_each(json_t *pools,
	void (*each)(void *self, json_t *feature, json_t *route), void *self)
{
	json_t *pool, *feature, *route;
	size_t i, j, k;

	json_array_foreach (pools, i, pool)
		json_array_foreach (
			json_object_get(pool, "features"), j, feature) {
			if (i > 0 && is_core(feature))
				continue;
			json_array_foreach (
				json_object_get(feature, "routes"), k, route)
				each(self, feature, route);
		}
}

static json_t *
tags_make(json_t *pools)
{
	json_t *tags = json_array(), *pool, *feature;
	size_t i, j;

	json_array_foreach (pools, i, pool)
		json_array_foreach (
			json_object_get(pool, "features"), j, feature)
			if (!is_core(feature))
				json_array_append_new(tags,
					json_pack("{s:s, s:s}", "name",
						text_of(feature, "name"),
						"description",
						text_of(feature, "summary")));
	return tags;
}

static const char components[] =
	"{\"schemas\":{\"Problem\":{\"type\":\"object\","
	"\"description\":\"RFC 9457\",\"properties\":{"
	"\"type\":{\"type\":\"string\"},\"title\":{\"type\":\"string\"},"
	"\"status\":{\"type\":\"integer\"},\"kind\":{\"type\":\"string\"},"
	"\"instance\":{\"type\":\"string\"},"
	"\"errors\":{\"type\":\"array\",\"items\":{\"type\":\"object\","
	"\"properties\":{\"name\":{\"type\":\"string\"},"
	"\"label\":{\"type\":\"string\"},\"text\":{\"type\":\"string\"}}}}},"
	"\"required\":[\"title\",\"status\",\"kind\",\"instance\"]}}}";

static const char about[] =
	"Every page is also a JSON document: put .json behind its address, or "
	"ask for application/json. Where a page has rows, .csv gives them. "
	"Amounts are integer cents of a euro, days are YYYY-MM-DD.";

json_t *
bf_openapi(struct bf_arena *arena, json_t *pools, const char *city,
	const char *url)
{
	struct maker m = { .arena = arena, .paths = json_object() };

	bf_routes_each(pools, route_add, &m);
	return json_pack("{s:s, s:{s:s, s:s, s:s}, s:[{s:s}], s:o, s:o, s:o}",
		"openapi", "3.1.0", "info", "title",
		bf_printf(arena, "Belfort, %s", city), "version", "1",
		"description", about, "servers", "url", url, "tags",
		tags_make(pools), "paths", m.paths, "components",
		json_loads(components, 0, NULL));
}
