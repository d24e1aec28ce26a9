/* Small files that the configuration names: secrets stay out of it. */
#include "provider.h"
#include <stdio.h>
#include <string.h>

#define FILE_MOST 16384

const char *
option_file(struct bf_req *req, const char *key, size_t *len)
{
	const char *path = bf_option(req, key);
	char *text = bf_alloc(bf_arena(req), FILE_MOST + 1);
	FILE *file = path ? fopen(path, "re") : NULL;
	size_t n;

	if (file == NULL)
		return NULL;
	n = fread(text, 1, FILE_MOST, file);
	fclose(file);
	while (n > 0 && strchr(" \t\r\n", text[n - 1]))
		n--;
	text[n] = '\0';
	if (len)
		*len = n;
	return n > 0 ? text : NULL;
}
