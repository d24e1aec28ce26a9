/* A plugin that attacks whoever loads it: one route for each attempt, which
 * answers with what came of it.  The same code runs shut in and, to show that
 * each attempt works where nothing stops it, as the city's own.
 *
 * NAME is its word.  What it does while it is loaded stands in the file
 * `constructor` of its folder, FOLDER.
 */
#include <arpa/inet.h>
#include <belfort/plugin.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#define MEGABYTE 1048576UL

extern char **environ;

/* 0: it worked; else errno. */
typedef int attempt(const char *with);

static int
opens(const char *path, int how)
{
	int fd = open(path, how, 0600);
	char byte;
	int failed = fd < 0
			|| ((how & O_ACCMODE) == O_RDONLY
				&& read(fd, &byte, 1) < 0)
		? errno
		: 0;

	if (fd >= 0)
		close(fd);
	return failed;
}

static int
read_file(const char *path)
{
	return opens(path, O_RDONLY);
}

static int
write_file(const char *path)
{
	int failed = opens(path, O_WRONLY | O_CREAT);

	unlink(path);
	return failed;
}

/* A way around: a link in a place of one's own. */
static int
link_to(const char *path)
{
	char link[300];
	int failed;

	snprintf(link, sizeof(link), "%s/link", FOLDER);
	unlink(link);
	if (symlink(path, link) < 0)
		return errno;
	failed = read_file(link);
	unlink(link);
	return failed;
}

/* The same file by /proc. */
static int
through_proc(const char *path)
{
	char name[300];

	snprintf(name, sizeof(name), "/proc/self/root%s", path);
	return read_file(name);
}

static int
environment(const char *name)
{
	return getenv(name) ? 0 : ENOENT;
}

static int
unix_socket(const char *path)
{
	struct sockaddr_un to = { .sun_family = AF_UNIX };
	int fd = socket(AF_UNIX, SOCK_STREAM, 0), failed;

	if (fd < 0)
		return errno;
	strncpy(to.sun_path, path, sizeof(to.sun_path) - 1);
	failed = connect(fd, (struct sockaddr *)&to, sizeof(to)) < 0 ? errno
								     : 0;
	close(fd);
	return failed;
}

static int
tcp(const char *port)
{
	struct sockaddr_in to = { .sin_family = AF_INET,
		.sin_port = htons((uint16_t)atoi(port)),
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	int fd = socket(AF_INET, SOCK_STREAM, 0), failed;

	if (fd < 0)
		return errno;
	failed = connect(fd, (struct sockaddr *)&to, sizeof(to)) < 0 ? errno
								     : 0;
	close(fd);
	return failed;
}

static int
listens(const char *port)
{
	struct sockaddr_in at = { .sin_family = AF_INET,
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	int fd = socket(AF_INET, SOCK_STREAM, 0), failed;

	(void)port;
	if (fd < 0)
		return errno;
	failed = bind(fd, (struct sockaddr *)&at, sizeof(at)) < 0
			|| listen(fd, 1) < 0
		? errno
		: 0;
	close(fd);
	return failed;
}

/* "SOCKET ROLE": whether PostgreSQL lets this process in as ROLE. */
static int
postgres(const char *with)
{
	char path[108], role[64], packet[200], answer = 'E';
	struct sockaddr_un to = { .sun_family = AF_UNIX };
	int fd = socket(AF_UNIX, SOCK_STREAM, 0), len;

	if (fd < 0 || sscanf(with, "%107s %63s", path, role) != 2)
		return errno;
	strncpy(to.sun_path, path, sizeof(to.sun_path) - 1);
	if (connect(fd, (struct sockaddr *)&to, sizeof(to)) < 0)
		return errno;
	len = 8
		+ snprintf(packet + 8, sizeof(packet) - 8,
			"user%c%s%cdatabase%cbelfort%c", 0, role, 0, 0, 0)
		+ 1;
	*(uint32_t *)packet = htonl((uint32_t)len);
	*(uint32_t *)(packet + 4) = htonl(196608);
	packet[len - 1] = '\0';
	if (send(fd, packet, (size_t)len, 0) != len
		|| recv(fd, &answer, 1, 0) != 1)
		answer = 'E';
	close(fd);
	return answer == 'R' ? 0 : EACCES;
}

static int
forks(const char *with)
{
	pid_t pid = fork();

	(void)with;
	if (pid == 0)
		_exit(0);
	if (pid > 0)
		waitpid(pid, NULL, 0);
	return pid < 0 ? errno : 0;
}

/* In this process: it would not come back, so a pipe tells. */
static int
executes(const char *path)
{
	char *const args[] = { (char *)path, NULL };
	int ends[2];
	pid_t pid;
	char byte;
	ssize_t n;

	if (pipe2(ends, O_CLOEXEC) < 0)
		return errno;
	pid = vfork();
	if (pid < 0)
		return errno;
	if (pid == 0) {
		execv(path, args);
		byte = (char)errno;
		_exit(write(ends[1], &byte, 1) == 1 ? 0 : 1);
	}
	close(ends[1]);
	n = read(ends[0], &byte, 1);
	close(ends[0]);
	waitpid(pid, NULL, 0);
	return n == 1 ? byte : 0;
}

static int
traces(const char *pid)
{
	int to = atoi(pid), failed;

	if (ptrace(PTRACE_SEIZE, to, NULL, NULL) < 0)
		return errno;
	failed = ptrace(PTRACE_INTERRUPT, to, NULL, NULL) < 0 ? errno : 0;
	waitpid(to, NULL, __WALL);
	ptrace(PTRACE_DETACH, to, NULL, NULL);
	return failed;
}

static int
signals(const char *pid)
{
	return kill(atoi(pid), 0) < 0 ? errno : 0;
}

static int
memory_of(const char *pid)
{
	char path[64];

	snprintf(path, sizeof(path), "/proc/%s/maps", pid);
	return read_file(path);
}

/* MEGABYTES of its own. */
static int
memory(const char *megabytes)
{
	size_t size = strtoul(megabytes, NULL, 10) * MEGABYTE, i;
	char *data = mmap(NULL, size, PROT_READ | PROT_WRITE,
		MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (data == MAP_FAILED)
		return errno;
	for (i = 0; i < size; i += 4096)
		data[i] = 1;
	munmap(data, size);
	return 0;
}

/* Memory that belongs to no process. */
static int
shared_memory(const char *with)
{
	int fd = memfd_create("hostile", 0), failed;

	(void)with;
	if (fd < 0)
		return errno;
	failed = ftruncate(fd, 4 * (off_t)MEGABYTE) < 0 ? errno : 0;
	close(fd);
	return failed;
}

static int
descriptors(const char *count)
{
	int most = atoi(count), i, *fds = calloc((size_t)most, sizeof(*fds));
	int failed = 0;

	for (i = 0; i < most && failed == 0; i++) {
		fds[i] = dup(0);
		failed = fds[i] < 0 ? errno : 0;
	}
	while (--i >= 0)
		if (fds[i] >= 0)
			close(fds[i]);
	free(fds);
	return failed;
}

static int
mounts(const char *with)
{
	(void)with;
	return syscall(SYS_unshare, 0x10000000 /* CLONE_NEWUSER */) < 0 ? errno
									: 0;
}

/* --- those that do not come back ------------------------------------------ */

static int
spins(const char *with)
{
	volatile unsigned n = 0;

	(void)with;
	alarm(0);
	for (;;)
		n++;
	return 0;
}

static int
sleeps(const char *with)
{
	(void)with;
	alarm(0);
	for (;;)
		poll(NULL, 0, -1); /* pause(2) it may not call */
	return 0;
}

static int
crashes(const char *with)
{
	(void)with;
	raise(SIGSEGV);
	return 0;
}

/* Fill what holds the log. */
static int
shouts(const char *with)
{
	static const char line[] =
		"ts=2026-01-01T00:00:00.000Z level=info pool=city pid=1 "
		"event=forged\n";
	int i;

	(void)with;
	for (i = 0; i < 50000; i++)
		if (write(2, line, sizeof(line) - 1) < 0 && errno != EAGAIN)
			return errno;
	return 0;
}

/* The web server's connection: the one descriptor that is a stream of it. */
static int
connection(void)
{
	struct sockaddr_un who;
	socklen_t len;
	int fd, is = 0;
	socklen_t size = sizeof(is);

	for (fd = 3; fd < 64; fd++) {
		len = sizeof(who);
		if (getpeername(fd, (struct sockaddr *)&who, &len) == 0
			&& getsockopt(fd, SOL_SOCKET, SO_ACCEPTCONN, &is, &size)
				== 0
			&& is == 0 && len <= sizeof(sa_family_t) + 1)
			return fd;
	}
	return -1;
}

static int
answers(const char *bytes, size_t len)
{
	int fd = connection();

	if (fd < 0)
		return ENOENT;
	if (write(fd, bytes, len) < 0)
		return errno;
	close(fd);
	_exit(0);
}

/* An answer of its own making: headers that are not its to set. */
static int
headers(const char *with)
{
	static const char text[] =
		"Status: 200\r\nContent-Type: text/html\r\n"
		"Set-Cookie: taal=xx; Path=/\r\n"
		"Content-Security-Policy: default-src *\r\n"
		"X-Accel-Redirect: /_fout/403.html\r\n"
		"Access-Control-Allow-Origin: *\r\n"
		"Cache-Control: max-age=600\r\n\r\n<p>own making</p>";
	unsigned char out[8 + sizeof(text) - 1 + 8 + 8] = { 1, 6, 0, 1 };
	size_t len = sizeof(text) - 1;

	(void)with;
	out[4] = (unsigned char)(len >> 8);
	out[5] = (unsigned char)len;
	memcpy(out + 8, text, len);
	memcpy(out + 8 + len, "\1\3\0\1\0\10\0\0", 8);
	return answers((char *)out, sizeof(out));
}

static int
rubbish(const char *with)
{
	static const char bytes[] = "\7\7\7\7HTTP/1.1 200 OK\r\n\r\n";

	(void)with;
	return answers(bytes, sizeof(bytes) - 1);
}

static const struct {
	const char *name;
	attempt *run;
} attempts[] = {
	{ "read", read_file },
	{ "write", write_file },
	{ "link", link_to },
	{ "proc", through_proc },
	{ "environment", environment },
	{ "unix", unix_socket },
	{ "tcp", tcp },
	{ "listen", listens },
	{ "postgres", postgres },
	{ "fork", forks },
	{ "exec", executes },
	{ "trace", traces },
	{ "signal", signals },
	{ "memory_of", memory_of },
	{ "memory", memory },
	{ "shared_memory", shared_memory },
	{ "descriptors", descriptors },
	{ "unshare", mounts },
	{ "spin", spins },
	{ "sleep", sleeps },
	{ "crash", crashes },
	{ "shout", shouts },
	{ "headers", headers },
	{ "rubbish", rubbish },
};

static int
try(const char *name, const char *with)
{
	size_t i;

	for (i = 0; i < sizeof(attempts) / sizeof(attempts[0]); i++)
		if (strcmp(attempts[i].name, name) == 0)
			return attempts[i].run(with);
	return ENOSYS;
}

/* Each line of FOLDER/WHERE is an attempt; what came of it goes to the log. */
static void
try_all(const char *where)
{
	char file[300], text[300], *with;
	int failed, nr = 0;
	FILE *f;

	snprintf(file, sizeof(file), FOLDER "/%s", where);
	f = fopen(file, "r");
	while (f && fgets(text, sizeof(text), f)) {
		text[strcspn(text, "\n")] = '\0';
		with = text + strcspn(text, " ");
		if (*with)
			*with++ = '\0';
		failed = try(text, with);
		fprintf(stderr, "attack by=" NAME " where=%s nr=%d said=%s\n",
			where, nr++,
			failed ? strerrorname_np(failed) : "worked");
	}
	if (f)
		fclose(f);
}

/* A process for background work is told by its arguments. */
static bool is_job;

__attribute__((constructor)) static void
loaded(int argc, char **argv)
{
	int i;

	for (i = 0; i < argc; i++)
		if (strcmp(argv[i], NAME "-jobs") == 0)
			is_job = true;
	if (!is_job)
		try_all("constructor");
}

static bool
begin(void)
{
	try_all(is_job ? "job" : "init");
	return true;
}

static bool
show(struct bf_req *req)
{
	const char *with = bf_value(req, "given");
	int failed = try(bf_arg(req, "name"), with ? with : "");

	return bf_show_json(req,
		json_pack("{s:b, s:s}", "worked", failed == 0, "said",
			failed ? strerrorname_np(failed) : "worked"));
}

static bool
show_loaded(struct bf_req *req)
{
	return bf_show_json(req, json_pack("{s:b}", "loaded", 1));
}

/* A cookie by the front door. */
static bool
cookie(struct bf_req *req)
{
	return bf_cookie(req, "taal", "fr", 1000)
		&& bf_show_json(req, json_pack("{s:b}", "worked", 1));
}

static const struct bf_mount places[] = { { "/begroting", NULL }, { 0 } };

static const struct bf_field with_field[] = {
	{ "given", BF_TEXT, .max = 300, .label = "given" },
	{ 0 },
};

static const struct bf_query attack = { NAME ".attack", "given" };

static const struct bf_route routes[] = {
	{ "GET", "/loaded", .handler = show_loaded, .help = "loaded" },
	{ "GET", "/cookie", .handler = cookie, .help = "cookie" },
	{ "GET", "/sql", .query = &attack, .fields = with_field,
		.help = "sql" },
	{ "GET", "/try/{name:word}", .handler = show, .fields = with_field,
		.help = "try" },
	{ 0 },
};

static const struct bf_personal personal[] = {
	{ NAME ".own", "*" },
	{ 0 },
};

static const struct bf_channel channels[] = {
	{ NAME ".x", "/loaded /cookie /sql /try/{name:word}", "Attack",
		BF_EACH(bf_for_machines) },
	{ 0 },
};

const struct bf_plugin bf_plugin = {
	.abi = BF_ABI,
	.size = sizeof(bf_plugin),
	.name = NAME,
	.version = "1",
	.title = "Hostile",
	.summary = "It attacks.",
	.mounts = places,
	.routes = routes,
	.personal = personal,
	.init = begin,
	.channels = channels,
};
