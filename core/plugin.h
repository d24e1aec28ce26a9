/* Loading plugins and checking every table before any of their code runs. */
#ifndef CORE_PLUGIN_H
#define CORE_PLUGIN_H

#include "host.h"

/* Open <dir>/<name>.so and check its tables; *OUT is the plugin's own. */
BF_CHECKED bool bf_plugin_load(struct bf_arena *arena, const char *dir,
	const char *name, const struct bf_plugin **out, struct bf_err *err);
/* Whether the tables of PLUGIN, which calls itself NAME, hold. */
BF_CHECKED bool bf_plugin_check(
	const struct bf_plugin *plugin, const char *name, struct bf_err *err);
/* The core's own routes, as a plugin at "/". */
extern const struct bf_plugin bf_own;

/* What PLUGIN declares, or NULL; one that was built for an older host knows
 * none of these. */
const struct bf_rules *bf_plugin_rules(const struct bf_plugin *plugin);
const struct bf_right *bf_plugin_rights(const struct bf_plugin *plugin);
const struct bf_identity *bf_plugin_identity(const struct bf_plugin *plugin);
const struct bf_option *bf_plugin_options(const struct bf_plugin *plugin);
const char *const *bf_plugin_publishes(const struct bf_plugin *plugin);
const struct bf_job *bf_plugin_jobs(const struct bf_plugin *plugin);
const struct bf_look *bf_plugin_looks(const struct bf_plugin *plugin);
const struct bf_about *bf_plugin_about(const struct bf_plugin *plugin);
const struct bf_channel *bf_plugin_channels(const struct bf_plugin *plugin);
const struct bf_paper *bf_plugin_papers(const struct bf_plugin *plugin);
const struct bf_word *bf_plugin_choices(const struct bf_plugin *plugin);
const struct bf_query *bf_plugin_entered(const struct bf_plugin *plugin);
const char *const *bf_plugin_apart(const struct bf_plugin *plugin);
const char *const *bf_plugin_reads(const struct bf_plugin *plugin);
const char *const *bf_plugin_fills(const struct bf_plugin *plugin);
const struct bf_workshop *bf_plugin_workshop(const struct bf_plugin *plugin);
/* PATH of a route of PLUGIN without the name of its mount; *MOUNT, unless
 * NULL, is the number of that. */
const char *
bf_route_mount(const struct bf_plugin *plugin, const char *path, size_t *mount);

#endif
