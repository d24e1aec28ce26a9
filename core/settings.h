/* The configuration file: INI, every mistake named with file and line. */
#ifndef CORE_SETTINGS_H
#define CORE_SETTINGS_H

#include "err.h"

/* A group of plugins that share processes, a Unix user and a database role. */
struct bf_pool_settings {
	const char *name;
	const char *const *plugins; /* ended by NULL */
	const char *user, *role;
	/* The pool among whose pages its own stand: its plugins are loaded
	 * before this one's own, which alone are served here; NULL: none. */
	const char *with;
	int workers;
	/* [pool jobs], [pool NAME-jobs]: no socket; it does the background work
	 * of plugins that other pools serve. */
	bool jobs;
	/* "yes": code that the city did not write.  It is shut in before it is
	 * loaded: see sandbox.h. */
	const char *sandbox;
	/* Where its modules are, <folder>/<name>.so, and <folder>/share; NULL:
	 * those of the host. */
	const char *folder;
	int memory; /* megabytes of address space, when it is shut in */
	/* The processes that compute passwords, for the first pool of the city:
	 * see bf_settings_add_passwords(). */
	bool passwords;
	int backlog; /* connections that may wait; 0: as many as a pool's */
};

struct bf_settings {
	struct bf_arena *arena;
	const char *file;
	const char *city, *url;
	const char *phone, *visit; /* of the city, for people; or NULL */
	const char *run, *plugins, *share, *listen_group;
	const char *guests;   /* folder of what `belfort plugin` deploys */
	const char *services; /* "yes": pools that are shut in are services of
			       * systemd, not children of the master */
	const char *keys;     /* folder of what must not be in the database */
	const char *conninfo, *admin;
	const char *reads; /* a standby for pages that write nothing, or NULL */
	const char *rules; /* folder: <rules>/<feature>/<name>.lua */
	const char *rules_live;  /* "yes": a saved file is in force at once */
	const char *mail_server; /* NULL: mail waits; "mail.example:587" */
	const char *mail_from, *mail_user, *mail_password_file, *mail_ca;
	const char *mail_tls; /* starttls, always, or no for this machine */
	int passwords;        /* computed at once; 0: half of the processors */
	const struct bf_pool_settings *pools;
	size_t pool_count;
	struct bf_option_value *options; /* private to settings.c */
};

/* Where the file is: FILE, else $BELFORT_CONFIG, else the installed one. */
const char *bf_settings_path(const char *file);
/* Read FILE, and then FILE without .ini and with .d/NAME.ini, sorted, which
 * hold pools and plugins only; an unknown section or key, a bad number, a
 * plugin in two pools is an error that names the line.  *OUT lives in its own
 * arena. */
BF_CHECKED bool bf_settings_load(
	const char *file, struct bf_settings **out, struct bf_err *err);
void bf_settings_free(struct bf_settings *settings);
/* The value of KEY in [plugin PLUGIN], or NULL: `mount`, `mount.<name>`, or a
 * key of the plugin's own. */
const char *bf_settings_option(const struct bf_settings *settings,
	const char *plugin, const char *key);
/* Whether keys of PLUGIN itself are all among the COUNT OWN ones that it
 * declares. */
BF_CHECKED bool bf_settings_options_known(const struct bf_settings *settings,
	const char *plugin, const char *const *own, size_t count,
	struct bf_err *err);
/* The pool that serves FEATURE, or NULL. */
const struct bf_pool_settings *
bf_settings_serving(const struct bf_settings *settings, const char *feature);
/* The pool that does the background work of FEATURE, or NULL. */
const struct bf_pool_settings *
bf_settings_working(const struct bf_settings *settings, const char *feature);
/* The pool that POOL is with, or NULL. */
const struct bf_pool_settings *bf_pool_with(const struct bf_settings *settings,
	const struct bf_pool_settings *pool);
/* Take out the pools that are not the master's to start. */
void bf_settings_leave_services(struct bf_settings *settings);
/* Add the pool that computes passwords, as the user of the first that is not
 * shut in; half as many may wait as that one has workers. */
void bf_settings_add_passwords(struct bf_settings *settings);
bool bf_pool_shut_in(const struct bf_pool_settings *pool);
const char *bf_pool_modules(const struct bf_settings *settings,
	const struct bf_pool_settings *pool);
const char *bf_pool_share(const struct bf_settings *settings,
	const struct bf_pool_settings *pool);
/* Where plugin NAME of POOL stands: what the configuration says under KEY
 * (`mount`, `mount.<name>`), else WISH; a plugin that is shut in has no wish,
 * it stands below /v/<name>. */
const char *bf_settings_mount(const struct bf_settings *settings,
	const struct bf_pool_settings *pool, const char *name, const char *key,
	const char *wish);
const struct bf_pool_settings *
bf_settings_pool(const struct bf_settings *settings, const char *name);

#endif
