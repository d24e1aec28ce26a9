/* Reads the file with the way to a service. */
#include "connection.h"
#include <belfort/arena.h>
#include <belfort/http.h>
#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FILE_MOST 4096

static const struct {
	const char *name;
	size_t place;
} keys[] = {
	{ "url", offsetof(struct facts_connection, url) },
	{ "ca", offsetof(struct facts_connection, ca) },
	{ "certificate", offsetof(struct facts_connection, certificate) },
	{ "key", offsetof(struct facts_connection, key) },
};

static char *
trim(char *text)
{
	size_t len;

	text += strspn(text, " \t");
	len = strlen(text);
	while (len > 0 && strchr(" \t\r", text[len - 1]))
		text[--len] = '\0';
	return text;
}

static bool
line_take(char *line, struct facts_connection *out)
{
	char *value = strchr(line, '=');
	size_t i;

	if (*trim(line) == '\0' || *trim(line) == '#')
		return true;
	if (value == NULL)
		return false;
	*value++ = '\0';
	for (i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		if (strcmp(trim(line), keys[i].name) == 0) {
			*(const char **)((char *)out + keys[i].place) = trim(
				value);
			return true;
		}
	return false;
}

/* Its text, ended with a NUL; false: errno says why, 0: others may read it. */
static bool
file_read(const char *file, char text[FILE_MOST])
{
	int fd = open(file, O_RDONLY | O_CLOEXEC);
	struct stat st;
	ssize_t n = -1;

	if (fd < 0)
		return false;
	errno = 0;
	if (fstat(fd, &st) == 0 && (st.st_mode & (S_IRWXG | S_IRWXO)) == 0)
		n = read(fd, text, FILE_MOST - 1);
	close(fd);
	if (n >= 0)
		text[n] = '\0';
	return n >= 0;
}

static bool
lines_take(struct bf_arena *arena, const char *file, char *text,
	struct facts_connection *out, const char **why)
{
	char *line = text, *end;
	int nr = 1;

	for (; *line; line = end, nr++) {
		end = line + strcspn(line, "\n");
		if (*end)
			*end++ = '\0';
		if (line_take(line, out))
			continue;
		*why = bf_printf(arena,
			"%s:%d: a line is url, ca, certificate or key = ...",
			file, nr);
		return false;
	}
	return true;
}

bool
facts_connection_read(struct bf_arena *arena, const char *file,
	struct facts_connection *out, const char **why)
{
	char *text = bf_alloc(arena, FILE_MOST);

	*out = (struct facts_connection){ 0 };
	if (!file_read(file, text)) {
		*why = bf_printf(arena, "%s: %s", file,
			errno ? strerror(errno)
			      : "others may read it: chmod 600");
		return false;
	}
	if (!lines_take(arena, file, text, out, why))
		return false;
	*why = bf_printf(arena,
		"%s: it needs url = https://..., and certificate with key",
		file);
	return out->url && bf_http_url(out->url)
		&& (out->certificate == NULL) == (out->key == NULL);
}
