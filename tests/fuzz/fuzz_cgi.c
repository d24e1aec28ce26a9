/* A whole request: lines of NAME=value, an empty line, the body.  Whatever
 * comes, one answer goes out, with one status and headers that nobody can
 * slip another into; an answer to HEAD has no body.
 */
#include "../core/site.h"
#include "crypt.h"
#include "fuzz.h"
#include "tmpl.h"
#include "walk.h"
#include <ctype.h>
#include <stdio.h>

#define VARS 40

static struct bf_host *
site(void)
{
	struct bf_arena *arena = bf_arena_new();
	struct bf_host *host = site_make(arena);
	struct bf_err err = { "" };
	const char *top = getenv("srcdir");

	bf_crypt_start();
	host->views = bf_views_load(
		arena, top ? top : ".", features, host->i18n, &err);
	host->assets = json_object();
	needs(host->views && bf_frame_prepare(host, &err));
	return host;
}

/* One variable, or the empty line: how many bytes that took. */
static size_t
line(struct bf_arena *arena, const char *text, size_t len, char **out)
{
	const char *end = memchr(text, '\n', len);
	size_t took = end ? (size_t)(end - text) : len;

	*out = bf_strndup(arena, text, took);
	return took + (end != NULL);
}

static size_t
header(const char *at)
{
	size_t name = strcspn(at, ":\r\n"), len = strcspn(at, "\r\n"), i;

	must(name > 0 && at[name] == ':' && at[name + 1] == ' ');
	for (i = 0; i < name; i++)
		must(isalnum((unsigned char)at[i]) || at[i] == '-');
	for (; i < len; i++)
		must((unsigned char)at[i] >= ' ' && at[i] != 0x7f);
	must(at[len] == '\r' && at[len + 1] == '\n');
	return len + 2;
}

static int
count(const char *head, const char *end, const char *name)
{
	int n = 0;

	while ((head = strcasestr(head, name)) && head < end) {
		head += strlen(name);
		n++;
	}
	return n;
}

static void
answer_right(const struct bf_buf *out, const char *method)
{
	const char *at = out->data, *body = strstr(at, "\r\n\r\n");
	int status;

	must(body && strlen(at) <= out->len);
	must(sscanf(at, "Status: %d ", &status) == 1);
	must(status >= 200 && status < 600);
	must(count(at, body, "\nStatus:") == 0);
	must(count(at, body, "\nContent-Type:") <= 1);
	must(count(at, body, "\nLocation:") <= (status == 303));
	while (strncmp(at, "\r\n", 2) != 0)
		at += header(at);
	if (strcmp(method, "HEAD") == 0)
		must(at + 2 == out->data + out->len);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct bf_host *host;
	static struct bf_arena *arena;
	const char *text = (const char *)data, *method;
	char *vars[VARS + 1] = { NULL };
	struct bf_io *io;
	size_t n = 0, took;

	if (host == NULL) {
		host = site();
		arena = bf_arena_new();
	}
	while (size > 0 && n < VARS) {
		took = line(arena, text, size, &vars[n]);
		text += took;
		size -= took;
		if (*vars[n++] == '\0')
			break;
	}
	vars[n > 0 ? n - 1 : 0] = NULL;
	io = bf_io_memory(arena, vars, text, size);
	must(bf_serve(host, arena, io));
	method = io->ops->var(io, "REQUEST_METHOD");
	answer_right(bf_io_memory_out(io), method ? method : "GET");
	bf_arena_reset(arena);
	return 0;
}
