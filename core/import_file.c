/* Reads the file of an import, plain or gzip, and hashes what it holds. */
#include "crypt.h"
#include "import.h"
#include <belfort/arena.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#define GZ_BUFFER (256 * 1024)
/* What rows of text pack to is a tenth, a hundredth where all are alike; what
 * packs to less was made to fill a machine. */
#define GZ_TIMES 200
#define GZ_FREE (16LL * 1024 * 1024)

static bool
bomb(const struct bf_input *source)
{
	return source->unpacked > GZ_FREE
		&& source->unpacked / GZ_TIMES > gzoffset(source->gz);
}

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
	source->unpacked += n;
	if (bomb(source)) {
		errno = EFBIG;
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

/* Whoever put a pipe there does not make us wait.  -1: ERR tells. */
static int
file_open(const char *path, int flags, long long *size, struct bf_err *err)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | flags);
	struct stat st;

	if (fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode)) {
		*size = st.st_size;
		return fd;
	}
	(void)bf_err(err, "%s: %s", path,
		fd < 0 ? strerror(errno) : "it is not a file");
	if (fd >= 0)
		close(fd);
	return -1;
}

bool
bf_input_open(struct bf_arena *arena, const char *path, int flags,
	struct bf_input *out, struct bf_err *err)
{
	static const cookie_io_functions_t functions = { .read = source_read,
		.close = source_close };
	int fd;

	out->path = path;
	out->name = name_of(arena, path);
	fd = file_open(path, flags, &out->size, err);
	if (fd < 0)
		return false;
	out->gz = gzdopen(fd, "rb");
	if (out->gz == NULL) {
		close(fd);
		return bf_err(err, "%s: %s", path, strerror(errno));
	}
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
