/* The body of a request: a form in one of its two media types, or a JSON object
 * of plain values. */
#include "walk.h"
#include <belfort/json.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define BODY_MAX (1024L * 1024)

static bool
length_read(struct bf_req *req, long *out)
{
	const char *text = req->io->ops->var(req->io, "CONTENT_LENGTH");
	char *end;

	*out = 0;
	if (text == NULL || *text == '\0')
		return true;
	errno = 0;
	*out = strtol(text, &end, 10);
	if (*end != '\0' || *text < '0')
		return bf_fail(req, &BF_BAD_REQUEST, "bad content length");
	if (errno == ERANGE || *out > BODY_MAX)
		return bf_fail(req, &BF_TOO_LARGE, "body over %ld", BODY_MAX);
	return true;
}

static bool
data_read(struct bf_req *req, char *data, long len)
{
	long got = 0, n;

	while (got < len) {
		n = req->io->ops->read(
			req->io, data + got, (size_t)(len - got));
		if (n <= 0)
			return bf_fail(
				req, &BF_BAD_REQUEST, "the body broke off");
		got += n;
	}
	return true;
}

static const char *
json_plain(struct bf_req *req, json_t *value)
{
	switch (json_typeof(value)) {
	case JSON_STRING:
		if (!bf_text_ok(json_string_value(value),
			    json_string_length(value)))
			return NULL;
		return bf_strdup(req->arena, json_string_value(value));
	case JSON_INTEGER:
		return bf_printf(req->arena, "%lld",
			(long long)json_integer_value(value));
	case JSON_TRUE:
		return "1";
	case JSON_FALSE:
	case JSON_NULL:
		return "";
	default:
		return NULL;
	}
}

static bool
json_pairs(
	struct bf_req *req, const char *data, size_t len, struct bf_pair **out)
{
	json_t *json = json_loadb(data, len, JSON_REJECT_DUPLICATES, NULL);
	struct bf_intake in = { .req = req, .last = out };
	const char *name, *text;
	json_t *value;

	if (json == NULL)
		return bf_fail(req, &BF_BAD_REQUEST, "the body is no JSON");
	bf_json_keep(req->arena, json);
	if (!json_is_object(json))
		return bf_fail(req, &BF_BAD_REQUEST, "JSON without members");
	json_object_foreach (json, name, value) {
		text = json_plain(req, value);
		if (text == NULL)
			return bf_fail(req, &BF_BAD_REQUEST,
				"a JSON member is no plain text or number");
		if (!bf_pair_take(&in, name, text))
			return false;
	}
	return true;
}

/* Whether the media type of the body is TYPE, its parameters aside. */
static bool
type_is(const char *given, const char *type)
{
	size_t len = strlen(type);

	return strncasecmp(given, type, len) == 0
		&& (given[len] == '\0' || given[len] == ';'
			|| given[len] == ' ');
}

static bool
pairs_read(struct bf_req *req)
{
	const char *type = req->io->ops->var(req->io, "CONTENT_TYPE");
	char *data;
	long len;

	if (!length_read(req, &len))
		return false;
	data = bf_alloc(req->arena, (size_t)len + 1);
	if (!data_read(req, data, len))
		return false;
	if (type == NULL || type_is(type, "application/x-www-form-urlencoded"))
		return bf_pairs_decode(req, data, (size_t)len, &req->body);
	if (type_is(type, "multipart/form-data"))
		return bf_multipart_decode(
			req, type, data, (size_t)len, &req->body);
	if (type_is(type, "application/json"))
		return json_pairs(req, data, (size_t)len, &req->body);
	return bf_fail(req, &BF_MEDIA_TYPE, "body of another media type");
}

/* The guard looks for the form's token in it before the form is read. */
bool
bf_body_read(struct bf_req *req)
{
	if (!req->body_read && !pairs_read(req))
		return false;
	req->body_read = true;
	return true;
}
