/* Reads the configuration file; every mistake is told with file and line. */
#include "settings.h"
#include "arena.h"
#include "file.h"
#include "mail_text.h"
#include "nearest.h"
#include <errno.h>
#include <ini.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define POOLS_MOST 64
#define WORKERS_MOST 256
#define PLUGINS_MOST 256
#define NAME_MOST 32
#define LINE_MOST 4096
#define PASSWORDS "passwords" /* the pool that nobody has to write down */
#define SOCKET_MOST 107       /* sun_path of unix(7), without its NUL */
#define MEMORY_LEAST 64
#define MEMORY_MOST 65536

/* A section [plugin NAME] is kept as a row with an empty key. */
struct bf_option_value {
	const char *plugin, *key, *value;
	const char *path;
	int line;
	struct bf_option_value *next;
};

struct reader {
	struct bf_settings *settings;
	struct bf_pool_settings *pools;
	const char *plugins[PLUGINS_MOST]; /* of all pools */
	size_t plugin_count;
	const char *path; /* of the file that is read now */
	bool part;        /* it is one of belfort.d */
	FILE *file;
	int line;
	struct bf_err *err;
};

static bool fail(struct reader *r, const char *fmt, ...) BF_PRINTF(2, 3);

static bool
fail(struct reader *r, const char *fmt, ...)
{
	char text[sizeof(r->err->text)];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	return bf_err(r->err, "%s:%d: %s", r->path, r->line, text);
}

static bool
fail_word(struct reader *r, const char *what, const char *word,
	const char *const *words, size_t count)
{
	const char *near = bf_nearest(word, words, count);

	return fail(r, "there is no %s %s%s%s%s", what, word,
		near ? "; did you mean " : "", near ? near : "",
		near ? "?" : "");
}

/* FIRST letter and then REST, as names of users, roles, plugins are. */
static bool
is_name(const char *text, const char *rest)
{
	static const char first[] = "abcdefghijklmnopqrstuvwxyz_";
	size_t len = strlen(text);

	return len > 0 && len <= NAME_MOST && strchr(first, text[0])
		&& strspn(text, rest) == len;
}

#define LETTERS "abcdefghijklmnopqrstuvwxyz0123456789_"

typedef bool
setter(struct reader *r, void *place, const char *key, const char *value);

static bool
set_text(struct reader *r, void *place, const char *key, const char *value)
{
	if (*value == '\0')
		return fail(r, "%s is empty", key);
	*(const char **)place = bf_strdup(r->settings->arena, value);
	return true;
}

static bool
set_path(struct reader *r, void *place, const char *key, const char *value)
{
	if (*value != '/')
		return fail(r, "%s = %s: it must begin with /", key, value);
	return set_text(r, place, key, value);
}

static bool
set_url(struct reader *r, void *place, const char *key, const char *value)
{
	if (strncmp(value, "https://", 8) != 0
		&& strncmp(value, "http://", 7) != 0)
		return fail(r,
			"%s = %s: it must begin with https:// or http://", key,
			value);
	if (value[strlen(value) - 1] == '/')
		return fail(r, "%s = %s: leave out the slash at its end", key,
			value);
	return set_text(r, place, key, value);
}

static bool
set_user(struct reader *r, void *place, const char *key, const char *value)
{
	if (!is_name(value, LETTERS "-"))
		return fail(r, "%s = %s: no name of a Unix user or group", key,
			value);
	return set_text(r, place, key, value);
}

static bool
set_role(struct reader *r, void *place, const char *key, const char *value)
{
	if (!is_name(value, LETTERS))
		return fail(r,
			"%s = %s: a role has small letters, digits and _", key,
			value);
	return set_text(r, place, key, value);
}

static bool
set_yes(struct reader *r, void *place, const char *key, const char *value)
{
	if (strcmp(value, "yes") != 0 && strcmp(value, "no") != 0)
		return fail(r, "%s = %s: yes or no", key, value);
	return set_text(r, place, key, value);
}

static bool
set_address(struct reader *r, void *place, const char *key, const char *value)
{
	if (!bf_mail_address(value))
		return fail(r, "%s = %s: no address of mail", key, value);
	return set_text(r, place, key, value);
}

static bool
set_server(struct reader *r, void *place, const char *key, const char *value)
{
	if (value[strspn(value, LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZ.-:[]")])
		return fail(r,
			"%s = %s: a name of a machine, and :port where it is "
			"not 25",
			key, value);
	return set_text(r, place, key, value);
}

static bool
set_tls(struct reader *r, void *place, const char *key, const char *value)
{
	if (strcmp(value, "starttls") != 0 && strcmp(value, "always") != 0
		&& strcmp(value, "no") != 0)
		return fail(r, "%s = %s: starttls, always or no", key, value);
	return set_text(r, place, key, value);
}

static bool
set_number(struct reader *r, void *place, const char *key, const char *value,
	int least, int most)
{
	char *end;
	long n = strtol(value, &end, 10);

	if (*end != '\0' || n < least || n > most)
		return fail(r, "%s = %s: a number from %d to %d", key, value,
			least, most);
	*(int *)place = (int)n;
	return true;
}

static bool
set_workers(struct reader *r, void *place, const char *key, const char *value)
{
	return set_number(r, place, key, value, 1, WORKERS_MOST);
}

static bool
set_memory(struct reader *r, void *place, const char *key, const char *value)
{
	return set_number(r, place, key, value, MEMORY_LEAST, MEMORY_MOST);
}

static bool
plugin_add(struct reader *r, const char *name, bool jobs)
{
	size_t i;

	if (!is_name(name, LETTERS))
		return fail(r,
			"plugin %s: a name has small letters, digits and _",
			name);
	for (i = 0; i < r->plugin_count && !jobs; i++)
		if (strcmp(r->plugins[i], name) == 0)
			return fail(r,
				"plugin %s is in a pool already: each plugin "
				"belongs to one pool",
				name);
	if (r->plugin_count == PLUGINS_MOST)
		return fail(r, "more than %d plugins", PLUGINS_MOST);
	if (!jobs)
		r->plugins[r->plugin_count++] = name;
	return true;
}

static bool
set_plugins(struct reader *r, void *place, const char *key, const char *value)
{
	const struct bf_pool_settings *pool = (void *)((char *)place
		- offsetof(struct bf_pool_settings, plugins));
	struct bf_arena *arena = r->settings->arena;
	const char **list = bf_alloc(
		arena, (strlen(value) / 2 + 2) * sizeof(*list));
	size_t n = 0, len;

	for (; *(value += strspn(value, " \t,")); value += len) {
		len = strcspn(value, " \t,");
		list[n] = bf_strndup(arena, value, len);
		if (!plugin_add(r, list[n++], pool->jobs))
			return false;
	}
	*(const char *const **)place = list;
	return n > 0 || fail(r, "%s is empty", key);
}

/* Every key but those of [plugin NAME]: where its value goes, and what it is
 * when it is absent (NULL: it may not be; "": it may). */
static const struct key {
	const char *section, *key;
	setter *set;
	size_t offset;
	const char *fallback;
} keys[] = {
#define IN(member) offsetof(struct bf_settings, member)
	{ "city", "name", set_text, IN(city), NULL },
	{ "city", "url", set_url, IN(url), NULL },
	{ "city", "phone", set_text, IN(phone), "" },
	{ "city", "visit", set_text, IN(visit), "" },
	{ "host", "run", set_path, IN(run), "/run/belfort" },
	{ "host", "plugins", set_path, IN(plugins), BF_PKGLIBDIR "/plugins" },
	{ "host", "share", set_path, IN(share), BF_PKGDATADIR },
	{ "host", "guests", set_path, IN(guests),
		BF_LOCALSTATEDIR "/lib/belfort/plugins" },
	{ "host", "passwords", set_workers, IN(passwords), "" },
	{ "host", "services", set_yes, IN(services), "no" },
	{ "host", "listen_group", set_user, IN(listen_group), "www-data" },
	{ "keys", "folder", set_path, IN(keys), BF_SYSCONFDIR "/belfort/keys" },
	{ "rules", "folder", set_path, IN(rules),
		BF_SYSCONFDIR "/belfort/rules" },
	{ "rules", "live", set_yes, IN(rules_live), "no" },
	{ "mail", "server", set_server, IN(mail_server), "" },
	{ "mail", "from", set_address, IN(mail_from), "" },
	{ "mail", "user", set_text, IN(mail_user), "" },
	{ "mail", "password_file", set_path, IN(mail_password_file), "" },
	{ "mail", "tls", set_tls, IN(mail_tls), "starttls" },
	{ "mail", "ca", set_path, IN(mail_ca), "" },
	{ "database", "conninfo", set_text, IN(conninfo), NULL },
	{ "database", "reads", set_text, IN(reads), "" },
	{ "database", "admin", set_text, IN(admin), "" },
#undef IN
#define IN(member) offsetof(struct bf_pool_settings, member)
	{ "pool", "plugins", set_plugins, IN(plugins), NULL },
	{ "pool", "user", set_user, IN(user), NULL },
	{ "pool", "role", set_role, IN(role), NULL },
	{ "pool", "with", set_text, IN(with), "" },
	{ "pool", "workers", set_workers, IN(workers), "2" },
	{ "pool", "sandbox", set_yes, IN(sandbox), "no" },
	{ "pool", "folder", set_path, IN(folder), "" },
	{ "pool", "memory", set_memory, IN(memory), "256" },
#undef IN
};

#define KEYS (sizeof(keys) / sizeof(keys[0]))

static void *
place_of(const struct key *key, struct reader *r, struct bf_pool_settings *pool)
{
	return (pool ? (char *)pool : (char *)r->settings) + key->offset;
}

static bool
is_set(const struct key *key, const void *place)
{
	if (key->set == set_workers || key->set == set_memory)
		return *(const int *)place != 0;
	return *(void *const *)place != NULL;
}

static bool
fail_key(struct reader *r, const char *section, const char *key)
{
	const char *words[KEYS];
	char what[64];
	size_t i, n = 0;

	for (i = 0; i < KEYS; i++)
		if (strcmp(keys[i].section, section) == 0)
			words[n++] = keys[i].key;
	snprintf(what, sizeof(what), "key in [%s] named", section);
	return fail_word(r, what, key, words, n);
}

static bool
key_set(struct reader *r, const char *section, struct bf_pool_settings *pool,
	const char *name, const char *value)
{
	const struct key *key;
	void *place;

	for (key = keys; key < keys + KEYS; key++) {
		if (strcmp(key->section, section) != 0
			|| strcmp(key->key, name) != 0)
			continue;
		place = place_of(key, r, pool);
		if (is_set(key, place))
			return fail(r, "%s is set twice", name);
		return key->set(r, place, name, value);
	}
	return fail_key(r, section, name);
}

static struct bf_pool_settings *
pool_find(struct reader *r, const char *name)
{
	size_t i;

	for (i = 0; i < r->settings->pool_count; i++)
		if (strcmp(r->pools[i].name, name) == 0)
			return &r->pools[i];
	return NULL;
}

/* `jobs` of the city, `NAME-jobs` of a plugin that is shut in. */
static bool
is_jobs(const char *name)
{
	size_t len = strlen(name);

	return strcmp(name, "jobs") == 0
		|| (len > 5 && strcmp(name + len - 5, "-jobs") == 0);
}

static bool
pool_begin(struct reader *r, const char *name)
{
	struct bf_settings *s = r->settings;

	if (strcmp(name, PASSWORDS) == 0)
		return fail(r, "[pool %s] is there by itself", name);
	if (pool_find(r, name))
		return fail(r, "[pool %s] is here twice", name);
	if (s->pool_count == POOLS_MOST)
		return fail(r, "more than %d pools", POOLS_MOST);
	r->pools[s->pool_count].jobs = is_jobs(name);
	r->pools[s->pool_count++].name = bf_strdup(s->arena, name);
	return true;
}

static bool
option_add(struct reader *r, const char *plugin, const char *key,
	const char *value)
{
	struct bf_settings *s = r->settings;
	struct bf_option_value *option = bf_alloc(s->arena, sizeof(*option));

	if (*key && bf_settings_option(s, plugin, key))
		return fail(r, "%s is set twice", key);
	option->plugin = bf_strdup(s->arena, plugin);
	option->key = bf_strdup(s->arena, key);
	option->value = bf_strdup(s->arena, value);
	option->path = r->path;
	option->line = r->line;
	option->next = s->options;
	s->options = option;
	return true;
}

/* The host's own keys of [plugin NAME]; others are the plugin's. */
static bool
is_mount(const char *key)
{
	return strcmp(key, "mount") == 0
		|| (strncmp(key, "mount.", 6) == 0 && key[6] != '\0');
}

static bool
option_set(struct reader *r, const char *plugin, const char *key,
	const char *value)
{
	size_t len = strlen(value);

	if (is_mount(key)
		&& (value[0] != '/' || (len > 1 && value[len - 1] == '/')))
		return fail(r,
			"%s = %s: a mount begins with a slash and does not "
			"end with one",
			key, value);
	return option_add(r, plugin, key, value);
}

static bool
named_begin(struct reader *r, const char *kind, const char *name)
{
	if (!is_name(name, LETTERS "-"))
		return fail(r,
			"[%s %s]: a name has at most %d small letters, "
			"digits, - and _",
			kind, name, NAME_MOST);
	return kind[1] == 'o' ? pool_begin(r, name)
			      : option_add(r, name, "", "");
}

/* SECTION is what stands between the brackets. */
static bool
section_begin(struct reader *r, const char *section)
{
	static const char *const words[] = { "city", "host", "keys", "rules",
		"mail", "database", "pool NAME", "plugin NAME" };
	size_t i;

	if (strncmp(section, "pool ", 5) == 0)
		return named_begin(r, "pool", section + 5);
	if (strncmp(section, "plugin ", 7) == 0)
		return named_begin(r, "plugin", section + 7);
	for (i = 0; i < KEYS; i++)
		if (strcmp(keys[i].section, section) == 0
			&& strcmp(section, "pool") != 0)
			return !r->part
				|| fail(r,
					"[%s] belongs in %s: here stand [pool "
					"NAME] and [plugin NAME]",
					section, r->settings->file);
	return fail_word(r, "section", section, words, 8);
}

/* libinih gives a file's lines here one by one: count them, and look at the
 * headings, which it keeps to itself until a key follows. */
static char *
line_read(char *text, int size, void *reader)
{
	struct reader *r = reader;
	char section[LINE_MOST], end;

	if (r->err->text[0] || fgets(text, size, r->file) == NULL)
		return NULL;
	if (r->line++ == 0 && strncmp(text, "\xef\xbb\xbf", 3) == 0)
		memmove(text, text + 3, strlen(text + 3) + 1);
	if (strchr(text, '\n') == NULL && !feof(r->file)) {
		fail(r, "a line has at most %d bytes", LINE_MOST - 3);
		return NULL;
	}
	if (sscanf(text, " [%4000[^]\n]%c", section, &end) == 2 && end == ']'
		&& !section_begin(r, section))
		return NULL;
	return text;
}

static int
on_key(void *reader, const char *section, const char *key, const char *value)
{
	struct reader *r = reader;
	struct bf_pool_settings *pool;

	if (strncmp(section, "pool ", 5) == 0) {
		pool = pool_find(r, section + 5);
		return pool && key_set(r, "pool", pool, key, value);
	}
	if (strncmp(section, "plugin ", 7) == 0)
		return option_set(r, section + 7, key, value);
	if (*section == '\0')
		return fail(r, "%s stands before the first section", key);
	return key_set(r, section, NULL, key, value);
}

static bool
file_read(struct reader *r)
{
	int line;

	ini_use_stack = false; /* whose lines end at 200 bytes */
	ini_max_line = LINE_MOST;
	ini_initial_alloc = LINE_MOST;
	ini_allow_multiline = false;
	ini_stop_on_first_error = true;
	line = ini_parse_stream(line_read, r, on_key, r);
	if (r->err->text[0])
		return false;
	if (line > 0) {
		r->line = line;
		return fail(r, "neither [section] nor key = value");
	}
	if (line < 0 || ferror(r->file))
		return bf_err(r->err, "%s: cannot be read", r->path);
	return true;
}

static bool
path_read(struct reader *r, const char *path)
{
	bool good;

	r->path = path;
	r->line = 0;
	r->file = fopen(path, "re");
	if (r->file == NULL)
		return bf_err(r->err, "%s: %s", path, strerror(errno));
	good = file_read(r);
	fclose(r->file);
	return good;
}

/* belfort.d/NAME.ini beside belfort.ini: what is added to the house. */
static bool
parts_read(struct reader *r)
{
	struct bf_arena *arena = r->settings->arena;
	const char *file = r->settings->file;
	size_t len = strlen(file);
	const char *folder, **names;

	if (len < 4 || strcmp(file + len - 4, ".ini") != 0)
		return true;
	folder = bf_printf(arena, "%.*s.d", (int)len - 4, file);
	r->part = true;
	names = bf_file_list(arena, folder, ".ini", r->err);
	for (; names && *names; names++)
		if (**names != '.'
			&& !path_read(
				r, bf_printf(arena, "%s/%s", folder, *names)))
			return false;
	return names != NULL;
}

/* Keys that are absent: their fallback, or a mistake. */
static bool
section_complete(struct reader *r, struct bf_pool_settings *pool)
{
	const struct key *key;
	void *place;

	for (key = keys; key < keys + KEYS; key++) {
		if ((strcmp(key->section, "pool") == 0) != (pool != NULL))
			continue;
		place = place_of(key, r, pool);
		if (is_set(key, place))
			continue;
		if (key->fallback == NULL)
			return bf_err(r->err, "%s: [%s%s%s] needs %s",
				r->settings->file, key->section,
				pool ? " " : "", pool ? pool->name : "",
				key->key);
		if (*key->fallback
			&& !key->set(r, place, key->key, key->fallback))
			return false;
	}
	return true;
}

static bool
pool_complete(struct reader *r, struct bf_pool_settings *pool)
{
	size_t len = strlen(r->settings->run) + strlen(pool->name)
		+ strlen("/.sock");

	if (pool->jobs && pool->workers == 0)
		pool->workers = 1;
	if (len > SOCKET_MOST)
		return bf_err(r->err,
			"%s: %s/%s.sock has %zu bytes, a socket's path at most "
			"%d: choose a shorter run",
			r->settings->file, r->settings->run, pool->name, len,
			SOCKET_MOST);
	if (!section_complete(r, pool))
		return false;
	return !pool->jobs || pool->workers == 1
		|| bf_err(r->err,
			"%s: [pool %s] has workers = %d: it is one "
			"process, leave workers out",
			r->settings->file, pool->name, pool->workers);
}

/* What is shut in, or works, or is with another itself, has no pages for
 * others to stand among. */
static bool
with_good(struct reader *r, const struct bf_pool_settings *pool)
{
	const struct bf_pool_settings *other = pool->with
		? pool_find(r, pool->with)
		: NULL;

	if (pool->with == NULL)
		return true;
	return (other && other != pool && !pool->jobs && !other->jobs
		       && !bf_pool_shut_in(pool) && !bf_pool_shut_in(other)
		       && other->with == NULL)
		|| bf_err(r->err,
			"%s: [pool %s] has with = %s: it is with another pool "
			"of the city's own that serves pages",
			r->settings->file, pool->name, pool->with);
}

static bool
plugins_known(struct reader *r)
{
	const struct bf_option_value *o;
	size_t i;

	for (o = r->settings->options; o; o = o->next) {
		if (*o->key)
			continue; /* it stands below a row without */
		for (i = 0; i < r->plugin_count; i++)
			if (strcmp(r->plugins[i], o->plugin) == 0)
				break;
		if (i < r->plugin_count)
			continue;
		r->path = o->path;
		r->line = o->line;
		return fail_word(r, "pool with the plugin", o->plugin,
			r->plugins, r->plugin_count);
	}
	return true;
}

/* Whether SERVER is this machine: nobody listens along. */
static bool
is_here(const char *server)
{
	static const char *const names[] = { "localhost", "127.0.0.1",
		"[::1]" };
	size_t i, len;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		len = strlen(names[i]);
		if (strncmp(server, names[i], len) == 0
			&& (server[len] == '\0' || server[len] == ':'))
			return true;
	}
	return false;
}

static bool
mail_complete(struct reader *r)
{
	const struct bf_settings *s = r->settings;
	const char *wrong = NULL;

	if (s->mail_server == NULL)
		return true;
	if (s->mail_from == NULL)
		wrong = "needs from, the address it comes from";
	else if ((s->mail_user == NULL) != (s->mail_password_file == NULL))
		wrong = "needs both user and password_file, or neither";
	else if (strcmp(s->mail_tls, "no") == 0 && !is_here(s->mail_server))
		wrong = "has tls = no, which is for a server on this machine";
	return wrong == NULL
		|| bf_err(r->err, "%s: [mail] %s", r->settings->file, wrong);
}

static bool
complete(struct reader *r)
{
	size_t i;

	if (!section_complete(r, NULL) || !mail_complete(r))
		return false;
	for (i = 0; i < r->settings->pool_count; i++)
		if (!pool_complete(r, &r->pools[i]))
			return false;
	if (r->settings->pool_count == 0)
		return bf_err(r->err, "%s: there is no [pool NAME]",
			r->settings->file);
	for (i = 0; i < r->settings->pool_count; i++)
		if (!with_good(r, &r->pools[i]))
			return false;
	return plugins_known(r);
}

const char *
bf_settings_path(const char *file)
{
	if (file == NULL)
		file = getenv("BELFORT_CONFIG");
	return file && *file ? file : BF_SYSCONFDIR "/belfort/belfort.ini";
}

bool
bf_settings_load(const char *file, struct bf_settings **out, struct bf_err *err)
{
	struct bf_arena *arena = bf_arena_new();
	struct bf_settings *settings = bf_alloc(arena, sizeof(*settings));
	struct reader r = { .settings = settings, .err = err };
	bool good;

	settings->arena = arena;
	settings->file = bf_strdup(arena, file);
	settings->pools = r.pools = bf_alloc(
		arena, POOLS_MOST * sizeof(*r.pools));
	good = path_read(&r, settings->file) && parts_read(&r) && complete(&r);
	if (good)
		*out = settings;
	else
		bf_settings_free(settings);
	return good;
}

void
bf_settings_free(struct bf_settings *settings)
{
	if (settings)
		bf_arena_free(settings->arena);
}

const char *
bf_settings_option(
	const struct bf_settings *settings, const char *plugin, const char *key)
{
	const struct bf_option_value *o;

	for (o = settings->options; o; o = o->next)
		if (strcmp(o->plugin, plugin) == 0 && strcmp(o->key, key) == 0)
			return o->value;
	return NULL;
}

bool
bf_settings_options_known(const struct bf_settings *settings,
	const char *plugin, const char *const *own, size_t count,
	struct bf_err *err)
{
	const struct bf_option_value *o;
	struct reader r = { .err = err };
	size_t i;

	for (o = settings->options; o; o = o->next) {
		if (strcmp(o->plugin, plugin) != 0 || *o->key == '\0'
			|| is_mount(o->key))
			continue;
		for (i = 0; i < count; i++)
			if (strcmp(own[i], o->key) == 0)
				break;
		r.path = o->path;
		r.line = o->line;
		if (i == count)
			return fail_word(&r, "key in [plugin] named", o->key,
				own, count);
	}
	return true;
}

const struct bf_pool_settings *
bf_settings_pool(const struct bf_settings *settings, const char *name)
{
	size_t i;

	for (i = 0; i < settings->pool_count; i++)
		if (strcmp(settings->pools[i].name, name) == 0)
			return &settings->pools[i];
	return NULL;
}

bool
bf_pool_shut_in(const struct bf_pool_settings *pool)
{
	return strcmp(pool->sandbox, "yes") == 0;
}

void
bf_settings_leave_services(struct bf_settings *settings)
{
	struct bf_pool_settings *own = bf_alloc(
		settings->arena, settings->pool_count * sizeof(*own));
	size_t i, n = 0;

	if (strcmp(settings->services, "yes") != 0)
		return;
	for (i = 0; i < settings->pool_count; i++)
		if (!bf_pool_shut_in(&settings->pools[i]))
			own[n++] = settings->pools[i];
	settings->pools = own;
	settings->pool_count = n;
}

static const struct bf_pool_settings *
own_first(const struct bf_settings *settings)
{
	const struct bf_pool_settings *pool = settings->pools;

	for (; pool < settings->pools + settings->pool_count; pool++)
		if (!pool->jobs && !bf_pool_shut_in(pool))
			return pool;
	return NULL;
}

void
bf_settings_add_passwords(struct bf_settings *settings)
{
	static const char *const none[] = { NULL };
	const struct bf_pool_settings *first = own_first(settings);
	size_t n = settings->pool_count;
	struct bf_pool_settings *all = bf_alloc(
		settings->arena, (n + 1) * sizeof(*all));
	long half = sysconf(_SC_NPROCESSORS_ONLN) / 2;

	if (first == NULL)
		return;
	memcpy(all, settings->pools, n * sizeof(*all));
	all[n] = *first;
	all[n].name = PASSWORDS;
	all[n].plugins = none;
	all[n].passwords = true;
	all[n].workers = settings->passwords ? settings->passwords
		: half > 0                   ? (int)half
					     : 1;
	all[n].backlog = first->workers > 1 ? first->workers / 2 : 1;
	settings->pools = all;
	settings->pool_count = n + 1;
}

const char *
bf_pool_modules(
	const struct bf_settings *settings, const struct bf_pool_settings *pool)
{
	return pool->folder ? pool->folder : settings->plugins;
}

const char *
bf_pool_share(
	const struct bf_settings *settings, const struct bf_pool_settings *pool)
{
	return pool->folder
		? bf_printf(settings->arena, "%s/share", pool->folder)
		: settings->share;
}

const struct bf_pool_settings *
bf_pool_with(
	const struct bf_settings *settings, const struct bf_pool_settings *pool)
{
	return pool->with ? bf_settings_pool(settings, pool->with) : NULL;
}

static const struct bf_pool_settings *
pool_of(const struct bf_settings *settings, const char *feature, bool jobs)
{
	const struct bf_pool_settings *pool = settings->pools;
	const char *const *each;

	for (; pool < settings->pools + settings->pool_count; pool++)
		for (each = pool->plugins; pool->jobs == jobs && *each; each++)
			if (strcmp(*each, feature) == 0)
				return pool;
	return NULL;
}

const struct bf_pool_settings *
bf_settings_serving(const struct bf_settings *settings, const char *feature)
{
	return pool_of(settings, feature, false);
}

const struct bf_pool_settings *
bf_settings_working(const struct bf_settings *settings, const char *feature)
{
	return pool_of(settings, feature, true);
}

const char *
bf_settings_mount(const struct bf_settings *settings,
	const struct bf_pool_settings *pool, const char *name, const char *key,
	const char *wish)
{
	const char *set = bf_settings_option(settings, name, key);
	const char *dot = strchr(key, '.');

	if (set || !bf_pool_shut_in(pool))
		return set ? set : wish;
	return bf_printf(settings->arena, "/v/%s%s%s", name, dot ? "/" : "",
		dot ? dot + 1 : "");
}
