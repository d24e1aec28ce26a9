/* A plugin for tests of the processes: it tells about its worker, waits for
 * the test, or falls, as it is asked.
 */
#include <belfort/plugin.h>
#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#ifndef NAME
#define NAME "probe"
#endif

/* A file in the folder that the test gave. */
static const char *
place(const char *name)
{
	static char path[108];
	const char *dir = getenv("PROBE_DIR");

	snprintf(path, sizeof(path), "%s/%s", dir ? dir : ".", name);
	return path;
}

static bool
answer(struct bf_req *req, const char *text)
{
	return bf_reply(req, "text/plain", text, strlen(text));
}

static bool
pid(struct bf_req *req)
{
	return answer(req, bf_printf(bf_arena(req), "%d\n", (int)getpid()));
}

/* Tell the test that this request is under way, and go on when it says so. */
static bool
wait_for_test(struct bf_req *req)
{
	struct sockaddr_un to = { .sun_family = AF_UNIX };
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	char byte;

	snprintf(to.sun_path, sizeof(to.sun_path), "%s", place("test.sock"));
	if (connect(fd, (struct sockaddr *)&to, sizeof(to)) < 0
		|| read(fd, &byte, 1) < 0) {
		close(fd);
		return bf_fail(req, &BF_INTERNAL, "the test is not there");
	}
	close(fd);
	return pid(req);
}

/* How many seconds are left to it before its worker is ended. */
static bool
limit(struct bf_req *req)
{
	return answer(req, bf_printf(bf_arena(req), "%u\n", alarm(0)));
}

static bool
fall(struct bf_req *req)
{
	(void)req;
	return raise(SIGABRT) != 0;
}

static bool
who(struct bf_req *req)
{
	char line[256], *out = bf_strdup(bf_arena(req), "");
	FILE *file = fopen("/proc/self/status", "r");

	while (file && fgets(line, sizeof(line), file))
		out = bf_printf(bf_arena(req), "%s%s", out, line);
	if (file)
		fclose(file);
	return answer(req, out);
}

static bool
descriptors(struct bf_req *req)
{
	char *out = bf_strdup(bf_arena(req), ""), target[256];
	DIR *dir = opendir("/proc/self/fd");
	struct dirent *e;
	ssize_t len;

	while (dir && (e = readdir(dir))) {
		len = readlinkat(
			dirfd(dir), e->d_name, target, sizeof(target) - 1);
		if (len < 0 || atoi(e->d_name) == dirfd(dir))
			continue;
		target[len] = '\0';
		out = bf_printf(
			bf_arena(req), "%s%s %s\n", out, e->d_name, target);
	}
	if (dir)
		closedir(dir);
	return answer(req, out);
}

static bool
large(struct bf_req *req)
{
	const size_t len = 3 * 1024 * 1024;
	char *text = bf_alloc(bf_arena(req), len);

	memset(text, 'x', len);
	return bf_reply(req, "text/plain", text, len);
}

/* What the test wants to go wrong at start. */
static bool
begin(void)
{
	if (access(place("fall-at-start"), F_OK) == 0)
		raise(SIGABRT);
	return access(place("refuse-at-start"), F_OK) != 0;
}

static const struct bf_mount mounts[] = {
	{ "/" NAME, NULL },
	{ 0 },
};

static const struct bf_route routes[] = {
	{ "GET", "/pid", .handler = pid, .help = BF_N("The worker.") },
	{ "GET", "/wait", .handler = wait_for_test, .help = BF_N("Waits.") },
	{ "GET", "/limit", .handler = limit, .help = BF_N("Its time.") },
	{ "GET", "/fall", .handler = fall, .help = BF_N("Falls.") },
	{ "GET", "/who", .handler = who, .help = BF_N("Its rights.") },
	{ "GET", "/fds", .handler = descriptors, .help = BF_N("Open files.") },
	{ "GET", "/large", .handler = large, .help = BF_N("Much.") },
	{ 0 },
};

static const struct bf_channel channels[] = {
	{ NAME ".x", "/pid /wait /limit /fall /who /fds /large",
		"Tell about the worker", BF_EACH(bf_for_machines) },
	{ 0 },
};

const struct bf_plugin bf_plugin = {
	.abi = BF_ABI,
	.size = sizeof(bf_plugin),
	.name = NAME,
	.version = "1",
	.title = BF_N("Probe"),
	.summary = BF_N("Tells about its worker."),
	.mounts = mounts,
	.routes = routes,
	.init = begin,
	.channels = channels,
};
