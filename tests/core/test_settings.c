/* The configuration: what is read, and what each mistake is told as. */
#include "../../core/settings.h"
#include "../tap.h"
#include "scratch.h"
#include <stdlib.h>
#include <unistd.h>

#define HEAD "[city]\nname = Gent\nurl = http://localhost:8080\n"
#define BASE "[database]\nconninfo = dbname=x\n"
#define POOL(name, plugins) \
	"[pool " name "]\nplugins = " plugins "\nuser = u\nrole = r\n"
#define GOOD HEAD BASE POOL("city", "site budget")

static char file[] = "/tmp/bf-settings-XXXXXX";

static bool
load(const char *text, struct bf_settings **out, struct bf_err *err)
{
	FILE *f = need(fopen(file, "w"));

	memset(err, 0, sizeof(*err));
	if (f == NULL || fputs(text, f) < 0 || fclose(f) != 0)
		return bf_err(err, "the test cannot write %s", file);
	return bf_settings_load(file, out, err);
}

static void
test_good(void)
{
	static const char text[] =
		"\xef\xbb\xbf; a comment\n" HEAD "[keys]\nfolder = /srv/keys\n"
		"[host]\nrun = /srv/run\n listen_group = belfort-web\n" BASE
		"admin = dbname=x user=y ; the owner\n"
		"[pool city]\nplugins = site, budget\nuser = belfort-city\n"
		"role = belfort_city\nworkers = 4\n"
		"[plugin budget]\nmount = /begroting\nmount.beheer = /b/c\n"
		"[plugin site]\n[mail]\nserver = localhost:2525\n"
		"from = stad@gent.be\ntls = no\n" POOL("guest-1", "other");
	struct bf_settings *s;
	struct bf_err err;

	if (!ok(load(text, &s, &err), "a whole file is read")) {
		tap_note("error", err.text);
		return;
	}
	is(s->city, "Gent", "a key");
	is(s->keys, "/srv/keys", "a folder");
	is(s->listen_group, "belfort-web", "a key that stands further in");
	is(s->mail_server, "localhost:2525", "a mail server of this machine");
	is(s->admin, "dbname=x user=y", "a comment behind a value");
	is_int((long long)s->pool_count, 2, "two pools");
	is(s->pools[0].plugins[1], "budget", "plugins are split");
	ok(s->pools[0].plugins[2] == NULL, "their list ends");
	is_int(s->pools[0].workers, 4, "workers");
	is_int(s->pools[1].workers, 2, "workers unless said");
	is(bf_settings_option(s, "budget", "mount"), "/begroting", "a mount");
	is(bf_settings_option(s, "budget", "mount.beheer"), "/b/c",
		"a named mount");
	is(bf_settings_option(s, "site", "mount"), NULL, "no mount");
	ok(bf_settings_pool(s, "guest-1") == &s->pools[1], "a pool by name");
	ok(bf_settings_pool(s, "guest") == NULL, "no such pool");
	bf_settings_free(s);
}

static const struct {
	const char *name, *text, *told;
} mistakes[] = {
	{ "no such section", "[citty]\nname = x\n",
		":1: there is no section citty; did you mean city?" },
	{ "an empty section is read too", HEAD "[hosst]\n",
		":4: there is no section hosst; did you mean host?" },
	{ "no such key", "[city]\nnaam = x\n",
		":2: there is no key in [city] named naam; did you mean name?" },
	{ "no such key, nothing near", "[city]\nzzzzzzzz = x\n",
		":2: there is no key in [city] named zzzzzzzz" },
	{ "no such key of a pool", GOOD "worker = 3\n",
		"did you mean workers?" },
	{ "before the sections", "name = x\n",
		":1: name stands before the first section" },
	{ "neither key nor section", "[city]\nname\n",
		":2: neither [section] nor key = value" },
	{ "a section left open", "[city\nname = x\n", ":1: neither" },
	{ "a key twice", "[city]\nname = x\nname = y\n",
		":3: name is set twice" },
	{ "workers twice", GOOD "workers = 1\nworkers = 2\n",
		"workers is set twice" },
	{ "a mount twice", GOOD "[plugin site]\nmount = /x\nmount = /y\n",
		"mount is set twice" },
	{ "the pool of passwords", GOOD POOL("passwords", "x"),
		":10: [pool passwords] is there by itself" },
	{ "passwords in words", HEAD "[host]\npasswords = many\n",
		"a number from 1 to 256" },
	{ "mail from nowhere", "[mail]\nfrom = the city\n",
		":2: from = the city: no address of mail" },
	{ "mail to what is no machine", "[mail]\nserver = a b\n",
		":2: server = a b: a name of a machine" },
	{ "a mail server after its ways",
		"[mail]\ntls = always\nuser = b\nserver = a b\n",
		":4: server = a b: a name of a machine" },
	{ "a mail server here, without a sender",
		GOOD "[mail]\nserver = localhost:2525\ntls = no\n",
		": [mail] needs from" },
	{ "a mail server here, with a key and no name",
		GOOD "[mail]\nserver = localhost:2525\ntls = no\n"
		     "from = a@gent.be\npassword_file = /c\n",
		": [mail] needs both user and password_file" },
	{ "mail kept secret perhaps", "[mail]\ntls = perhaps\n",
		":2: tls = perhaps: starttls, always or no" },
	{ "mail without a sender", GOOD "[mail]\nserver = mail.gent.be\n",
		": [mail] needs from" },
	{ "mail with half a key",
		GOOD "[mail]\nserver = a\nfrom = a@gent.be\nuser = b\n",
		": [mail] needs both user and password_file" },
	{ "mail in clear over the net",
		GOOD "[mail]\nserver = localhosts\nfrom = a@gent.be\n"
		     "tls = no\n",
		": [mail] has tls = no" },
	{ "a pool twice", GOOD POOL("city", "x"),
		":10: [pool city] is here twice" },
	{ "a plugin in two pools", GOOD POOL("guest", "budget"),
		":11: plugin budget is in a pool already" },
	{ "a plugin in no pool", GOOD "[plugin bugdet]\nmount = /x\n",
		":10: there is no pool with the plugin bugdet; did you mean "
		"budget?" },
	{ "a plugin's name with a path", HEAD BASE POOL("city", "../evil"),
		"plugin ../evil: a name has small letters" },
	{ "a pool's name with a path", "[pool ../x]\n", "[pool ../x]: a name" },
	{ "a pool without a name", "[pool ]\n", "[pool ]: a name" },
	{ "too few workers", GOOD "workers = 0\n", "a number from 1 to 256" },
	{ "too many workers", GOOD "workers = 257\n",
		"a number from 1 to 256" },
	{ "workers in words", GOOD "workers = two\n",
		"a number from 1 to 256" },
	{ "no workers", GOOD "workers =\n", "a number from 1 to 256" },
	{ "a mount without a slash", GOOD "[plugin site]\nmount = x\n",
		"begins with a slash" },
	{ "a mount with a slash too many", GOOD "[plugin site]\nmount = /x/\n",
		"does not end with one" },
	{ "an address without a scheme", "[city]\nurl = gent.be\n",
		":2: url = gent.be: it must begin with" },
	{ "an address with a slash too many", "[city]\nurl = http://x/\n",
		"leave out the slash" },
	{ "a relative folder", "[host]\nrun = run\n",
		":2: run = run: it must begin with /" },
	{ "a role with a hyphen", "[pool x]\nrole = a-b\n",
		":2: role = a-b: a role has" },
	{ "an empty value", "[city]\nname =\n", ":2: name is empty" },
	{ "no plugins", "[pool x]\nplugins = ,\n", ":2: plugins is empty" },
	{ "a key that is absent", HEAD POOL("city", "x"),
		": [database] needs conninfo" },
	{ "a pool that lacks a key", GOOD "[pool b]\nplugins = c\nuser = d\n",
		": [pool b] needs role" },
	{ "a pool that is with none", GOOD "with = nobody\n",
		": [pool city] has with = nobody: it is with another pool" },
	{ "a pool that is with itself", GOOD "with = city\n",
		": [pool city] has with = city: it is with another pool" },
	{ "a pool that is with who works",
		GOOD POOL("jobs", "site") POOL("a", "x") "with = jobs\n",
		": [pool a] has with = jobs: it is with another pool" },
	{ "who works, with a pool", GOOD POOL("jobs", "site") "with = city\n",
		": [pool jobs] has with = city: it is with another pool" },
	{ "a pool that is with who is shut in",
		GOOD POOL("b", "y") "sandbox = yes\n" POOL(
			"a", "x") "with = b\n",
		": [pool a] has with = b: it is with another pool" },
	{ "who is shut in, with a pool",
		GOOD POOL("b", "y") "sandbox = yes\nwith = city\n",
		": [pool b] has with = city: it is with another pool" },
	{ "a pool that is with who is with another",
		GOOD POOL("a", "x") "with = b\n" POOL("b", "y") "with = city\n",
		": [pool a] has with = b: it is with another pool" },
	{ "a sandbox that is maybe", GOOD "sandbox = maybe\n",
		"sandbox = maybe: yes or no" },
	{ "too little memory", GOOD "memory = 10\n",
		"a number from 64 to 65536" },
	{ "a plugin's name that is too long",
		HEAD BASE POOL("city", "a23456789012345678901234567890123"),
		"a23456789012345678901234567890123: a name has small letters" },
	{ "a user with a blank", "[pool x]\nuser = a b\n",
		":2: user = a b: no name of a Unix user or group" },
	{ "a plugin twice in one pool", HEAD BASE POOL("city", "x x"),
		"plugin x is in a pool already" },
	{ "a pool as if there were one", "[pool]\nrole = x\n",
		":1: there is no section pool" },
	{ "a pool of pools", "[pools x]\n", "there is no section pools x" },
	{ "background work in two processes",
		HEAD BASE POOL("jobs", "x") "workers = 2\n",
		": [pool jobs] has workers = 2: it is one process" },
	{ "no pool", HEAD BASE, ": there is no [pool NAME]" },
	{ "a path too long for a socket",
		GOOD "[host]\nrun = /01234567890123456789012345678901234567890"
		     "12345678901234567890123456789012345678901234567890123456"
		     "789\n",
		"choose a shorter run" },
};

static void
test_mistakes(void)
{
	struct bf_settings *s;
	struct bf_err err;
	size_t i;

	for (i = 0; i < sizeof(mistakes) / sizeof(mistakes[0]); i++) {
		if (load(mistakes[i].text, &s, &err)) {
			ok(false, "%s is a mistake", mistakes[i].name);
			bf_settings_free(s);
			continue;
		}
		has(err.text, mistakes[i].told, mistakes[i].name);
	}
}

/* As many as there may be, and one more. */
static void
test_most(void)
{
	static char text[20000];
	size_t len = (size_t)snprintf(text, sizeof(text), "%s", HEAD BASE);
	struct bf_settings *s;
	struct bf_err err;
	int i;

	for (i = 0; i < 64; i++)
		len += (size_t)snprintf(text + len, sizeof(text) - len,
			POOL("p%d", "a%d b%d c%d d%d"), i, i, i, i, i);
	if (ok(load(text, &s, &err), "64 pools of 4 plugins"))
		bf_settings_free(s);
	snprintf(text + len, sizeof(text) - len, "[pool q]\n");
	ok(!load(text, &s, &err), "a pool more");
	has(err.text, ":262: more than 64 pools", "is told");
	snprintf(text, sizeof(text), "%s", HEAD BASE);
	len = strlen(text);
	len += (size_t)snprintf(
		text + len, sizeof(text) - len, "[pool p]\nplugins =");
	for (i = 0; i < 257; i++)
		len += (size_t)snprintf(
			text + len, sizeof(text) - len, " a%d", i);
	ok(!load(strcat(text, "\n"), &s, &err), "a plugin more");
	has(err.text, ":7: more than 256 plugins", "is told");
}

static void
test_files(void)
{
	struct bf_err err = { 0 };
	struct bf_settings *s;
	char *line = need(calloc(1, 6001));

	ok(!bf_settings_load("/nowhere/x.ini", &s, &err), "no file");
	has(err.text, "/nowhere/x.ini: No such file", "it is named");
	memset(line, 'x', 6000);
	memcpy(line, "[city]\nname = ", 14);
	ok(!load(line, &s, &err), "a line without end");
	has(err.text, ":2: a line has at most", "it is named");
	memset(line + 14, 'y', 1000);
	strcpy(line + 1014, "\n[x]\n");
	ok(!load(line, &s, &err) && strstr(err.text, ":3:"),
		"a line of a thousand bytes is one line");
	free(line);
	err.text[0] = '\0';
	ok(!bf_settings_load("/tmp", &s, &err), "a folder");
	has(err.text, "/tmp: cannot be read", "is none");
	ok(load("[city]\nname = Gent\nurl = https://gent.example\n" BASE POOL(
			"city", "site") "workers = 3",
		   &s, &err),
		"a last line that is not ended, and an address of the web");
	if (err.text[0] == '\0') {
		is_int(s->pools[0].workers, 3, "it is read too");
		is(s->url, "https://gent.example", "and so is the address");
		bf_settings_free(s);
	}
	setenv("BELFORT_CONFIG", "", 1);
	has(bf_settings_path(NULL), "/belfort/belfort.ini", "one not named");
	setenv("BELFORT_CONFIG", "/a", 1);
	is(bf_settings_path(NULL), "/a", "the file from the environment");
	is(bf_settings_path("/b"), "/b", "the file that is named");
	unsetenv("BELFORT_CONFIG");
	has(bf_settings_path(NULL), "/belfort/belfort.ini", "else installed");
}

static void
test_jobs(void)
{
	struct bf_settings *s;
	struct bf_err err;

	if (!ok(load(GOOD POOL("jobs", "budget") POOL("guest-jobs", "guest")
				POOL("guest", "guest"),
			&s, &err),
		    "pools for background work")) {
		tap_note("error", err.text);
		return;
	}
	ok(!s->pools[0].jobs && s->pools[1].jobs && s->pools[2].jobs
			&& !s->pools[3].jobs,
		"are known by their name");
	is_int(s->pools[1].workers, 1, "one process each");
	is(bf_settings_working(s, "budget")->name, "jobs", "that works");
	is(bf_settings_serving(s, "budget")->name, "city", "that serves");
	is(bf_settings_working(s, "guest")->name, "guest-jobs", "of a guest");
	ok(!bf_settings_working(s, "none") && !bf_settings_serving(s, "none"),
		"what is nowhere");
	bf_settings_free(s);
}

/* Services of their own serve pools that are shut in. */
static void
test_services(void)
{
	static const char text[] = HEAD "[host]\nservices = yes\n" BASE POOL(
		"guest", "guest") "sandbox = yes\n" POOL("city", "site");
	struct bf_settings *s;
	struct bf_err err;

	if (!ok(load(text, &s, &err), "services of systemd are told of")) {
		tap_note("error", err.text);
		return;
	}
	is(bf_settings_mount(s, &s->pools[0], "guest", "mount.desk", "/desk"),
		"/v/guest/desk", "a second mount of one that is shut in");
	bf_settings_leave_services(s);
	is_int((long long)s->pool_count, 1, "what is shut in is left to them");
	is(s->pools[0].name, "city", "the city's own is not");
	bf_settings_free(s);
	if (!load(GOOD "sandbox = yes\n", &s, &err))
		return;
	bf_settings_leave_services(s);
	is_int((long long)s->pool_count, 1, "without services nothing is left");
	bf_settings_free(s);
}

/* A pool whose pages stand among those of another. */
static void
test_with(void)
{
	static const char text[] = HEAD BASE POOL(
		"trial", "trial") "with = city\n" POOL("city", "site");
	struct bf_settings *s;
	struct bf_err err;

	if (!ok(load(text, &s, &err), "a pool is with one that comes later")) {
		tap_note("error", err.text);
		return;
	}
	ok(bf_pool_with(s, &s->pools[0]) == &s->pools[1], "it is found");
	ok(bf_pool_with(s, &s->pools[1]) == NULL, "the other is with none");
	is(bf_settings_serving(s, "site")->name, "city",
		"each serves its own plugins only");
	bf_settings_free(s);
}

/* belfort.ini with belfort.d/guest.ini beside it. */
static bool
load_part(const char *part, struct bf_settings **out, struct bf_err *err)
{
	char path[300];

	memset(err, 0, sizeof(*err));
	scratch_put("belfort.ini", GOOD, strlen(GOOD));
	scratch_put("belfort.d/guest.ini", part, strlen(part));
	scratch_put("belfort.d/guest.ini~", "rubbish", 7);
	scratch_put("belfort.d/.guest.ini", "rubbish", 7);
	snprintf(path, sizeof(path), "%s/belfort.ini", scratch_dir());
	return bf_settings_load(path, out, err);
}

static void
test_parts(void)
{
	static const char good[] =
		"[pool guest]\nplugins = guest\nuser = g\nrole = g\n"
		"sandbox = yes\nfolder = /srv/guest\n";
	const struct bf_pool_settings *pool;
	struct bf_settings *s;
	struct bf_err err;
	char path[300];

	if (!ok(load_part(good, &s, &err), "a file beside it is read")) {
		tap_note("error", err.text);
		return;
	}
	pool = bf_settings_serving(s, "guest");
	ok(pool && bf_pool_shut_in(pool), "its pool is shut in");
	is_int(pool->memory, 256, "memory unless said");
	is(bf_pool_modules(s, pool), "/srv/guest", "modules of its own");
	is(bf_pool_share(s, pool), "/srv/guest/share", "and texts");
	is(bf_settings_mount(s, pool, "guest", "mount", "/begroting"),
		"/v/guest", "its wish to stand elsewhere does not count");
	pool = bf_settings_serving(s, "budget");
	ok(pool && !bf_pool_shut_in(pool), "the city's is not shut in");
	is(bf_settings_mount(s, pool, "budget", "mount", "/begroting"),
		"/begroting", "the city's plugin has a wish");
	bf_settings_free(s);
	ok(!load_part("[host]\nrun = /x\n", &s, &err), "a section too many");
	has(err.text, "belfort.d/guest.ini:1: [host] belongs in",
		"it is named, with its file");
	ok(!load_part("[pool city]\n", &s, &err), "a pool that is there");
	has(err.text, "guest.ini:1: [pool city] is here twice", "it is named");
	scratch_put("a.ini", GOOD, strlen(GOOD));
	scratch_put("a.d", "", 0);
	snprintf(path, sizeof(path), "%s/a.ini", scratch_dir());
	err.text[0] = '\0';
	ok(!bf_settings_load(path, &s, &err), "a file where a folder belongs");
	has(err.text, "a.d: Not a directory", "it is named");
}

/* What a plugin is told is for the plugin to declare. */
static void
test_options(void)
{
	static const char *const own[] = { "issuer", "client" };
	struct bf_settings *s;
	struct bf_err err = { "" };

	if (!ok(load(GOOD "[plugin site]\nmount = /x\nisuer = y\n", &s, &err),
		    "keys of a plugin's own are read"))
		return;
	is(bf_settings_option(s, "site", "isuer"), "y", "and kept");
	ok(bf_settings_options_known(s, "budget", own, 0, &err),
		"another plugin has none");
	ok(!bf_settings_options_known(s, "site", own, 2, &err),
		"one that the plugin does not declare is a mistake");
	has(err.text,
		":12: there is no key in [plugin] named isuer; did you mean "
		"issuer?",
		"it is named, with its line");
	bf_settings_free(s);
}

/* The pool that nobody writes down: of the first that the city serves with. */
static void
test_passwords(void)
{
	static const char text[] = HEAD
		"[host]\npasswords = 3\n" BASE POOL("jobs", "site")
			POOL("guest", "x") "sandbox = yes\n" POOL(
				"city", "site budget") "workers = 8\n";
	const struct bf_pool_settings *pool;
	struct bf_settings *s;
	struct bf_err err;

	if (!ok(load(text, &s, &err), "who computes passwords is set")) {
		tap_note("error", err.text);
		return;
	}
	bf_settings_add_passwords(s);
	pool = bf_settings_pool(s, "passwords");
	if (ok(pool && s->pool_count == 4, "a pool is added")) {
		ok(pool->passwords && pool->plugins[0] == NULL,
			"without plugins");
		is_int(pool->workers, 3, "as many processes as said");
		is_int(pool->backlog, 4,
			"half as many wait as there are workers");
		is(pool->user, "u", "as the user of the city");
	}
	bf_settings_free(s);
}

int
main(void)
{
	int fd = mkstemp(file);

	if (fd < 0)
		return 1;
	close(fd);
	test_good();
	test_passwords();
	test_mistakes();
	test_most();
	test_jobs();
	test_services();
	test_with();
	test_files();
	test_parts();
	test_options();
	unlink(file);
	return done();
}
