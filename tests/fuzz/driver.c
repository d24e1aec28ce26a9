/* Runs a fuzz target over its seeds, and over each of them broken off at every
 * byte.
 *	fuzz_<name> [FILE...]; else the files in seeds/<name> of the sources
 */
#include "fuzz.h"
#include <glob.h>
#include <stdio.h>

#define LONGEST 65536

/* A copy of its own each: reading past its end is found. */
static void
run(const uint8_t *data, size_t size)
{
	uint8_t *copy = malloc(size ? size : 1);

	needs(copy != NULL);
	memcpy(copy, data, size);
	LLVMFuzzerTestOneInput(copy, size);
	free(copy);
}

static void
run_file(const char *path)
{
	static uint8_t data[LONGEST];
	FILE *file = fopen(path, "rb");
	size_t size = file ? fread(data, 1, LONGEST, file) : 0, len;

	if (file)
		fclose(file);
	for (len = 0; len <= size; len++)
		run(data, len);
	printf("%sok - %s\n", size ? "" : "not ", path);
}

static void
run_seeds(const char *program)
{
	const char *name = strrchr(program, '/'), *top = getenv("srcdir");
	char pattern[500];
	glob_t found;
	size_t i;

	name = strstr(name ? name : program, "fuzz_");
	snprintf(pattern, sizeof(pattern), "%s/tests/fuzz/seeds/%s/*",
		top ? top : ".", name ? name + strlen("fuzz_") : "");
	if (glob(pattern, 0, NULL, &found) != 0) {
		printf("1..1\nnot ok 1 - there are no seeds: %s\n", pattern);
		return;
	}
	printf("1..%zu\n", found.gl_pathc);
	for (i = 0; i < found.gl_pathc; i++)
		run_file(found.gl_pathv[i]);
	globfree(&found);
}

int
main(int argc, char **argv)
{
	int i;

	if (argc < 2)
		run_seeds(argv[0]);
	for (i = 1; i < argc; i++)
		run_file(argv[i]);
	return EXIT_SUCCESS;
}
