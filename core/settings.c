/* Reads the configuration through libinih. */
#include "settings.h"
#include "arena.h"
#include <errno.h>
#include <ini.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define POOLS_MAX 64
#define WORKERS_MAX 256

struct bf_option_value {
	const char *plugin, *key, *value;
	struct bf_option_value *next;
};

struct reader {
	struct bf_settings *settings;
	struct bf_pool_settings *pools;
	struct bf_err mistake; /* of the line that libinih then names */
};

/* The keys of the plain sections, and where their values go. */
static const struct {
	const char *section, *key;
	size_t offset;
} keys[] = {
	{ "city", "name", offsetof(struct bf_settings, city) },
	{ "city", "url", offsetof(struct bf_settings, url) },
	{ "host", "run", offsetof(struct bf_settings, run) },
	{ "host", "plugins", offsetof(struct bf_settings, plugins) },
	{ "host", "share", offsetof(struct bf_settings, share) },
	{ "host", "listen_group", offsetof(struct bf_settings, listen_group) },
	{ "database", "conninfo", offsetof(struct bf_settings, conninfo) },
	{ "database", "admin", offsetof(struct bf_settings, admin) },
};

#define KEYS (sizeof(keys) / sizeof(keys[0]))

static const char **
key_place(struct bf_settings *settings, size_t i)
{
	return (const char **)((char *)settings + keys[i].offset);
}

static bool
fail(struct reader *r, const char *what, const char *name, const char *remedy)
{
	return bf_err(&r->mistake, "%s \"%s\": %s", what, name, remedy);
}

static bool
plain_set(struct reader *r, const char *section, const char *key,
	const char *value)
{
	bool known = false;
	size_t i;

	for (i = 0; i < KEYS; i++) {
		if (strcmp(keys[i].section, section) != 0)
			continue;
		known = true;
		if (strcmp(keys[i].key, key) != 0)
			continue;
		*key_place(r->settings, i) = bf_strdup(
			r->settings->arena, value);
		return true;
	}
	if (known)
		return fail(
			r, "unknown key", key, "docs/operate.md lists them");
	return fail(r, "unknown section", section,
		"there are city, host, database, pool NAME and plugin NAME");
}

static struct bf_pool_settings *
pool_get(struct reader *r, const char *name)
{
	struct bf_settings *s = r->settings;
	struct bf_pool_settings *pool;
	size_t i;

	for (i = 0; i < s->pool_count; i++)
		if (strcmp(r->pools[i].name, name) == 0)
			return &r->pools[i];
	if (s->pool_count == POOLS_MAX)
		return NULL;
	pool = &r->pools[s->pool_count++];
	pool->name = bf_strdup(s->arena, name);
	pool->workers = 1;
	return pool;
}

/* "site budget" as a list ended by NULL. */
static const char *const *
words(struct bf_arena *arena, const char *text)
{
	const char **out = bf_alloc(
		arena, (strlen(text) / 2 + 2) * sizeof(*out));
	size_t n = 0, len;

	while (*(text += strspn(text, " \t,"))) {
		len = strcspn(text, " \t,");
		out[n++] = bf_strndup(arena, text, len);
		text += len;
	}
	return out;
}

static bool
plugin_taken(const struct reader *r, const char *plugin)
{
	const char *const *p;
	size_t i;

	for (i = 0; i < r->settings->pool_count; i++)
		for (p = r->pools[i].plugins; p && *p; p++)
			if (strcmp(*p, plugin) == 0)
				return true;
	return false;
}

static bool
plugins_set(struct reader *r, struct bf_pool_settings *pool, const char *value)
{
	const char *const *list = words(r->settings->arena, value), *const * p;

	for (p = list; *p; p++) {
		if (plugin_taken(r, *p))
			return fail(r, "plugin", *p,
				"it is in a pool already: name it once");
		if (strchr(*p, '/'))
			return fail(r, "plugin", *p, "a name has no slash");
	}
	pool->plugins = list;
	return true;
}

static bool
workers_set(struct reader *r, struct bf_pool_settings *pool, const char *value)
{
	char *end;
	long n = strtol(value, &end, 10);

	if (*end != '\0' || n < 1 || n > WORKERS_MAX)
		return fail(r, "workers", value, "a number from 1 to 256");
	pool->workers = (int)n;
	return true;
}

static bool
pool_set(struct reader *r, const char *name, const char *key, const char *value)
{
	struct bf_pool_settings *pool = pool_get(r, name);
	struct bf_arena *arena = r->settings->arena;

	if (pool == NULL)
		return fail(r, "pool", name, "there are too many pools");
	if (strcmp(key, "plugins") == 0)
		return plugins_set(r, pool, value);
	if (strcmp(key, "workers") == 0)
		return workers_set(r, pool, value);
	if (strcmp(key, "user") == 0)
		pool->user = bf_strdup(arena, value);
	else if (strcmp(key, "role") == 0)
		pool->role = bf_strdup(arena, value);
	else
		return fail(r, "unknown key", key,
			"a pool has plugins, user, role and workers");
	return true;
}

static bool
plugin_set(struct reader *r, const char *plugin, const char *key,
	const char *value)
{
	struct bf_arena *arena = r->settings->arena;
	struct bf_option_value *option = bf_alloc(arena, sizeof(*option));

	if (strcmp(key, "mount") != 0 && strncmp(key, "mount.", 6) != 0)
		return fail(r, "unknown key", key,
			"a plugin has mount and mount.NAME");
	if (value[0] != '/'
		|| (value[1] != '\0' && value[strlen(value) - 1] == '/'))
		return fail(r, "mount", value,
			"it begins with a slash and does not end with one");
	option->plugin = bf_strdup(arena, plugin);
	option->key = bf_strdup(arena, key);
	option->value = bf_strdup(arena, value);
	option->next = r->settings->options;
	r->settings->options = option;
	return true;
}

static int
on_key(void *self, const char *section, const char *key, const char *value)
{
	struct reader *r = self;

	if (strncmp(section, "pool ", 5) == 0)
		return pool_set(r, section + 5, key, value);
	if (strncmp(section, "plugin ", 7) == 0)
		return plugin_set(r, section + 7, key, value);
	return plain_set(r, section, key, value);
}

static bool
complete(struct reader *r, struct bf_err *err)
{
	const struct bf_settings *s = r->settings;
	const struct bf_option_value *option;
	size_t i;

	for (i = 0; i < KEYS; i++)
		if (*key_place(r->settings, i) == NULL
			&& keys[i].offset
				!= offsetof(struct bf_settings, listen_group))
			return bf_err(err, "%s: %s is missing in [%s]", s->file,
				keys[i].key, keys[i].section);
	for (i = 0; i < s->pool_count; i++)
		if (r->pools[i].plugins == NULL || r->pools[i].role == NULL)
			return bf_err(err,
				"%s: [pool %s] needs plugins and role", s->file,
				r->pools[i].name);
	for (option = s->options; option; option = option->next)
		if (!plugin_taken(r, option->plugin))
			return bf_err(err, "%s: [plugin %s] is in no pool",
				s->file, option->plugin);
	return s->pool_count > 0
		|| bf_err(err, "%s: there is no [pool NAME]", s->file);
}

const char *
bf_settings_path(const char *file)
{
	if (file == NULL)
		file = getenv("BELFORT_CONFIG");
	return file && *file ? file : BF_SYSCONFDIR "/belfort/belfort.ini";
}

/* Whether libinih read all of FILE; LINE is what it answered. */
static bool
parsed(const char *file, int line, const struct bf_err *mistake,
	struct bf_err *err)
{
	if (line < 0)
		return bf_err(err, "%s: %s", file, strerror(errno));
	if (line > 0)
		return bf_err(err, "%s:%d: %s", file, line,
			mistake->text[0] ? mistake->text
					 : "not a section or key = value");
	return true;
}

bool
bf_settings_load(const char *file, struct bf_settings **out, struct bf_err *err)
{
	struct bf_arena *arena = bf_arena_new();
	struct reader r = { .settings = bf_alloc(arena, sizeof(**out)),
		.pools = bf_alloc(arena, POOLS_MAX * sizeof(*r.pools)) };

	r.settings->arena = arena;
	r.settings->file = bf_strdup(arena, file);
	r.settings->pools = r.pools;
	if (!parsed(file, ini_parse(file, on_key, &r), &r.mistake, err)
		|| !complete(&r, err)) {
		bf_arena_free(arena);
		return false;
	}
	*out = r.settings;
	return true;
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

const struct bf_pool_settings *
bf_settings_pool(const struct bf_settings *settings, const char *name)
{
	size_t i;

	for (i = 0; i < settings->pool_count; i++)
		if (strcmp(settings->pools[i].name, name) == 0)
			return &settings->pools[i];
	return NULL;
}
