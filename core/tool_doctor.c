/* belfort doctor: is this machine able to serve, and if not, what to do? */
#include "keys.h"
#include "tool.h"
#include <belfort/arena.h>
#include <errno.h>
#include <gcrypt.h>
#include <grp.h>
#include <pwd.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/timex.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <zlib.h>

#define DISK_LEAST_MB 1024
#define SERVER_LEAST 150000
#define SKEW_MOST 2

enum health { OK, WARN, FAIL };

struct doctor {
	struct bf_tool *tool;
	PGconn *conn; /* NULL when the database cannot be reached */
	int failed;
};

static void
say(struct doctor *d, enum health health, const char *what, const char *remedy)
{
	static const char *const words[] = { "ok", "warn", "fail" };

	printf("%-4s  %s%s%s\n", words[health], what, health == OK ? "" : ": ",
		health == OK ? "" : remedy);
	d->failed += health == FAIL;
}

static void
versions(struct doctor *d)
{
	say(d, OK,
		bf_printf(d->tool->arena,
			"libpq %d.%d, jansson %s, libgcrypt %s, zlib %s",
			PQlibVersion() / 10000, PQlibVersion() % 10000,
			jansson_version_str(), gcry_check_version(NULL),
			zlibVersion()),
		NULL);
}

/* Others must not be able to put a plugin or a role in our place. */
static void
one_closed(struct doctor *d, const char *path)
{
	struct stat st;

	if (stat(path, &st) < 0)
		say(d, FAIL, path, strerror(errno));
	else if (st.st_mode & S_IWOTH)
		say(d, FAIL, path,
			"everybody may write there: chmod o-w, then look at "
			"what it holds");
	else
		say(d, OK, path, NULL);
}

static void
permissions(struct doctor *d)
{
	const struct bf_settings *s = d->tool->settings;

	one_closed(d, s->file);
	one_closed(d, s->plugins);
	one_closed(d, s->share);
	one_closed(d, s->run);
}

/* MODE is the most that others may do with the key NAME; UID whose it is. */
static void
one_key(struct doctor *d, const char *name, mode_t mode, uid_t uid)
{
	const char *folder = d->tool->settings->keys;
	const char *path = bf_printf(d->tool->arena, "%s/%s", folder, name);
	struct stat st;

	if (stat(path, &st) < 0)
		say(d, FAIL, path,
			"bring it back from the copy that you keep apart");
	else if (st.st_mode & 07777 & ~mode)
		say(d, FAIL, path,
			bf_printf(d->tool->arena,
				"others may do more with it than they need: "
				"chmod %04o",
				(unsigned)mode));
	else if (uid != (uid_t)-1 && st.st_uid != uid)
		say(d, FAIL, path,
			"it belongs to another user than the background work: "
			"chown it to the user of [pool jobs]");
	else
		say(d, OK, path, NULL);
}

static void
keys(struct doctor *d)
{
	const struct bf_settings *s = d->tool->settings;
	const struct bf_pool_settings *jobs = bf_settings_pool(s, "jobs");
	const struct passwd *pw = jobs && geteuid() == 0 ? getpwnam(jobs->user)
							 : NULL;
	uid_t uid = pw ? pw->pw_uid : (uid_t)-1;

	if (access(s->keys, F_OK) < 0) {
		say(d, WARN, s->keys,
			"no keys: belfort keys make, before residents are "
			"imported");
		return;
	}
	one_closed(d, s->keys);
	one_key(d, "mac", 0440, uid);
	one_key(d, "seal.key", 0400, uid);
	one_key(d, "seal.pub", 0444, uid);
	if (bf_key_exists(s->keys, "mac-old"))
		say(d, WARN, "keys of before",
			"they still hold: import the next file that holds all "
			"residents");
}

static void
users(struct doctor *d)
{
	const struct bf_settings *s = d->tool->settings;
	const char *what;
	size_t i;

	for (i = 0; i < s->pool_count; i++) {
		if (s->pools[i].user == NULL)
			continue;
		what = bf_printf(d->tool->arena, "user %s of pool %s",
			s->pools[i].user, s->pools[i].name);
		if (getpwnam(s->pools[i].user))
			say(d, OK, what, NULL);
		else
			say(d, geteuid() == 0 ? FAIL : WARN, what,
				"there is no such user: adduser --system it; "
				"without root one user serves all");
	}
	what = bf_printf(d->tool->arena, "group %s", s->listen_group);
	if (s->listen_group && getgrnam(s->listen_group) == NULL)
		say(d, WARN, what,
			"there is no such group: make it and add the web "
			"server's user to it");
	else if (s->listen_group)
		say(d, OK, what, NULL);
}

static bool
answers(const struct sockaddr_un *address)
{
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	bool good = fd >= 0
		&& connect(fd, (const struct sockaddr *)address,
			   sizeof(*address))
			== 0;

	if (fd >= 0)
		close(fd);
	return good;
}

static void
sockets(struct doctor *d)
{
	const struct bf_settings *s = d->tool->settings;
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	const char *path;
	size_t i;

	for (i = 0; i < s->pool_count; i++) {
		path = bf_printf(
			d->tool->arena, "%s/%s.sock", s->run, s->pools[i].name);
		if (strlen(path) >= sizeof(address.sun_path)) {
			say(d, FAIL, path,
				"longer than a socket's path may be (107 "
				"bytes): set a shorter [host] run");
			continue;
		}
		snprintf(
			address.sun_path, sizeof(address.sun_path), "%s", path);
		if (answers(&address))
			say(d, OK, path, NULL);
		else
			say(d, WARN, path,
				"nobody answers there: start belfortd, or ask "
				"as a user that may connect");
	}
}

static void
disk(struct doctor *d)
{
	const char *run = d->tool->settings->run;
	struct statvfs fs;
	unsigned long long mb;
	const char *what;

	if (statvfs(run, &fs) < 0) {
		say(d, FAIL, run, strerror(errno));
		return;
	}
	mb = (unsigned long long)fs.f_bavail * fs.f_frsize >> 20;
	what = bf_printf(d->tool->arena, "%llu MB free at %s", mb, run);
	say(d, mb < DISK_LEAST_MB ? WARN : OK, what, "make room");
}

static void
clock_kept(struct doctor *d)
{
	struct timex t = { 0 };

	if (adjtimex(&t) == TIME_ERROR || (t.status & STA_UNSYNC))
		say(d, WARN, "clock",
			"nothing keeps it right: install chrony or "
			"systemd-timesyncd");
	else
		say(d, OK, "clock", NULL);
	if (access("/usr/share/zoneinfo/Europe/Brussels", R_OK) != 0)
		say(d, WARN, "time zone Europe/Brussels", "install tzdata");
}

/* The demo and the tests run in a private namespace. */
static void
namespaces(struct doctor *d)
{
	const int flags = geteuid() == 0 ? CLONE_NEWNS
					 : CLONE_NEWUSER | CLONE_NEWNS;
	int status = -1;
	pid_t pid;

	fflush(NULL);
	pid = fork();
	if (pid == 0)
		_exit(unshare(flags) == 0 ? EXIT_SUCCESS : EXIT_FAILURE);
	if (pid < 0 || waitpid(pid, &status, 0) < 0 || status != 0)
		say(d, WARN, "private namespaces",
			"the kernel refuses them: the demo then runs as one "
			"user (sysctl kernel.unprivileged_userns_clone=1, or "
			"run it as root)");
	else
		say(d, OK, "private namespaces", NULL);
}

/* One value of the database, "" when it cannot be had. */
static const char *
asked(struct doctor *d, const char *sql, const char *value)
{
	const char *const values[] = { value, NULL };
	struct bf_err err = { 0 };
	PGresult *res;

	if (!bf_admin_rows(d->tool->arena, d->conn, sql, values, &res, &err)
		|| PQntuples(res) == 0)
		return "";
	return PQgetvalue(res, 0, 0);
}

static void
server(struct doctor *d)
{
	const char *encoding = asked(d, "show server_encoding", NULL);
	const char *skew = asked(d,
		"select round(abs(extract(epoch from clock_timestamp()) - "
		"$1::numeric))",
		bf_printf(d->tool->arena, "%lld", (long long)time(NULL)));

	say(d, PQserverVersion(d->conn) >= SERVER_LEAST ? OK : FAIL,
		bf_printf(d->tool->arena, "PostgreSQL %d.%d",
			PQserverVersion(d->conn) / 10000,
			PQserverVersion(d->conn) % 10000),
		"15 or newer is needed");
	say(d, strcmp(encoding, "UTF8") == 0 ? OK : FAIL,
		bf_printf(d->tool->arena, "database encoding %s", encoding),
		"make the database with encoding UTF8");
	say(d, strtol(skew, NULL, 10) <= SKEW_MOST ? OK : FAIL,
		"clock of the database",
		bf_printf(d->tool->arena,
			"it differs by %s seconds from this machine's", skew));
}

static void
roles(struct doctor *d)
{
	const struct bf_settings *s = d->tool->settings;
	const char *found, *what;
	size_t i;

	for (i = 0; i < s->pool_count; i++) {
		what = bf_printf(d->tool->arena, "role %s of pool %s",
			s->pools[i].role, s->pools[i].name);
		found = asked(d,
			"select rolsuper from pg_roles where rolname = $1",
			s->pools[i].role);
		if (*found == '\0')
			say(d, FAIL, what, "run belfort migrate");
		else
			say(d, *found == 't' ? FAIL : OK, what,
				"it is a superuser: a pool may have no right "
				"but its functions");
	}
}

static void
database(struct doctor *d)
{
	struct bf_err err = { 0 };

	if (!bf_admin_open(d->tool, &d->conn, &err)) {
		say(d, FAIL, "database", err.text);
		return;
	}
	server(d);
	roles(d);
}

static void (*const looks[])(struct doctor *d) = {
	versions,
	permissions,
	keys,
	users,
	sockets,
	disk,
	clock_kept,
	namespaces,
	database,
};

bool
bf_tool_doctor(struct bf_tool *tool, struct bf_err *err)
{
	struct doctor d = { .tool = tool };
	size_t i;

	for (i = 0; i < sizeof(looks) / sizeof(looks[0]); i++)
		looks[i](&d);
	if (d.failed > 0)
		return bf_err(err, "%d of these must be put right", d.failed);
	return true;
}
