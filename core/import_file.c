/* Reads the file of an import, plain or gzip, and hashes what it holds. */
#include "crypt.h"
#include "import.h"
#include <belfort/arena.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <zlib.h>

#define GZ_BUFFER (256 * 1024)

/* zlib passes a plain file through; one that breaks off is an error. */
static ssize_t
source_read(void *self, char *data, size_t size)
{
	struct bf_input *source = self;
	int n = gzread(source->gz, data, (unsigned)size);
	int problem = Z_OK;

	if (n == 0)
		gzerror(source->gz, &problem);
	if (n < 0 || problem == Z_BUF_ERROR) {
		errno = EIO;
		return -1;
	}
	bf_sha256_add(source->sum, data, (size_t)n);
	return n;
}

static int
source_close(void *self)
{
	return gzclose(((struct bf_input *)self)->gz) == Z_OK ? 0 : EOF;
}

static void
file_close(void *file)
{
	fclose(file);
}

/* The name that goes with the hash: of the file inside the compressed one. */
static const char *
name_of(struct bf_arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;
	size_t len = strlen(name);

	if (len > 3 && strcmp(name + len - 3, ".gz") == 0)
		len -= 3;
	return bf_strndup(arena, name, len);
}

static bool
is_file(const char *path, long long *size, struct bf_err *err)
{
	struct stat st;

	if (stat(path, &st) < 0)
		return bf_err(err, "%s: %s", path, strerror(errno));
	if (!S_ISREG(st.st_mode))
		return bf_err(err, "%s: it is not a file", path);
	*size = st.st_size;
	return true;
}

bool
bf_input_open(struct bf_arena *arena, const char *path, struct bf_input *out,
	struct bf_err *err)
{
	static const cookie_io_functions_t functions = { .read = source_read,
		.close = source_close };

	out->path = path;
	out->name = name_of(arena, path);
	if (!is_file(path, &out->size, err))
		return false;
	out->gz = gzopen(path, "rbe");
	if (out->gz == NULL)
		return bf_err(err, "%s: %s", path, strerror(errno));
	gzbuffer(out->gz, GZ_BUFFER);
	out->sum = bf_sha256_new(arena);
	out->file = fopencookie(out, "r", functions);
	if (out->file == NULL) {
		gzclose(out->gz);
		return bf_err(err, "%s: %s", path, strerror(errno));
	}
	setvbuf(out->file, NULL, _IONBF, 0);
	bf_defer(arena, file_close, out->file);
	return true;
}

int
bf_input_percent(const struct bf_input *source)
{
	long long at = gzoffset(source->gz);

	if (source->size <= 0 || at >= source->size)
		return 100;
	return (int)(100 * at / source->size);
}
