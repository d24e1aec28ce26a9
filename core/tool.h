/* What the subcommands of `belfort` share. */
#ifndef CORE_TOOL_H
#define CORE_TOOL_H

#include "settings.h"
#include <jansson.h>
#include <libpq-fe.h>

struct bf_tool {
	struct bf_arena *arena;
	const char *config; /* given with -c, or NULL */
	const struct bf_settings *settings;
	char **operands; /* ended by NULL */
	bool dry_run, yes, staging;
	const char *folder, *by, *reason, *lang; /* given, or NULL */
	const char *from, *until;                /* days, or NULL */
	const char *name, *email, *login;
	bool admin;
};

/* A subcommand.  It fills ERR and returns false when it did not work; what it
 * has to say beside goes to standard output. */
struct bf_command {
	const char *name;
	const char *operands; /* for the usage line: "FEATURE FILE..." */
	const char *summary;  /* one line */
	const char *help;     /* what an operator must know */
	int least, most;      /* number of operands; most -1: any */
	const char *options;  /* that it knows: "dry-run", "folder by" */
	bool bare;            /* needs no configuration */
	bool (*run)(struct bf_tool *tool, struct bf_err *err);
};

bool bf_tool_migrate(struct bf_tool *tool, struct bf_err *err);
bool bf_tool_import(struct bf_tool *tool, struct bf_err *err);
bool bf_tool_keys(struct bf_tool *tool, struct bf_err *err);
bool bf_tool_describe(struct bf_tool *tool, struct bf_err *err);
bool bf_tool_routes(struct bf_tool *tool, struct bf_err *err);
bool bf_tool_openapi(struct bf_tool *tool, struct bf_err *err);
bool bf_tool_nginx(struct bf_tool *tool, struct bf_err *err);
bool bf_tool_check(struct bf_tool *tool, struct bf_err *err);
bool bf_tool_doctor(struct bf_tool *tool, struct bf_err *err);
bool bf_tool_plugin(struct bf_tool *tool, struct bf_err *err);
bool bf_tool_rules(struct bf_tool *tool, struct bf_err *err);
bool bf_tool_access(struct bf_tool *tool, struct bf_err *err);
bool bf_tool_staff(struct bf_tool *tool, struct bf_err *err);
bool bf_tool_mail(struct bf_tool *tool, struct bf_err *err);
bool bf_tool_texts(struct bf_tool *tool, struct bf_err *err);
bool bf_tool_render(struct bf_tool *tool, struct bf_err *err);

/* tool.c: whether WORD is in LIST, whose words are separated by blanks. */
bool bf_has_word(const char *list, const char *word);

/* migrate.c: how many migrations are still to be applied. */
BF_CHECKED bool
bf_migrations_pending(struct bf_tool *tool, size_t *count, struct bf_err *err);

/* tool_describe.c: what belfortd says of each pool, as an array of
 * bf_host_describe() with "role" added.  No plugin is loaded here: this
 * process may be root's. */
BF_CHECKED bool
bf_describe_pools(struct bf_tool *tool, json_t **out, struct bf_err *err);
/* The pool [pool jobs] is not among them: its plugins are. */
/* The feature NAME in POOLS, or NULL. */
json_t *bf_describe_find(json_t *pools, const char *name);
/* The feature of POOLS with MEMBER, an object, or NULL; never one that is shut
 * in. */
json_t *bf_describe_with(json_t *pools, const char *member);
/* The one that knows who is who, or NULL. */
json_t *bf_describe_identity(json_t *pools);
/* What belfortd says of one POOL; *OUT belongs to the caller. */
BF_CHECKED bool bf_describe_pool(struct bf_tool *tool,
	const struct bf_pool_settings *pool, json_t **out, struct bf_err *err);
/* The path of belfortd: beside this program, else the installed one. */
const char *bf_daemon_path(struct bf_arena *arena);

/* tool_db.c: the database as its owner.  It is closed with the arena. */
BF_CHECKED bool
bf_admin_open(struct bf_tool *tool, PGconn **out, struct bf_err *err);
/* Run SQL, which may be several statements; WHERE (a file, or NULL) is named
 * with the line when it fails. */
BF_CHECKED bool bf_admin_run(
	PGconn *conn, const char *where, const char *sql, struct bf_err *err);
/* The text of the file PATH as the owner of FEATURE, who cannot become anybody
 * else in it. */
BF_CHECKED bool bf_admin_file(PGconn *conn, const char *feature,
	const char *path, const char *text, struct bf_err *err);
/* One statement with its values (ended by NULL), and its rows, which live as
 * long as ARENA. */
BF_CHECKED bool
bf_admin_rows(struct bf_arena *arena, PGconn *conn, const char *sql,
	const char *const *values, PGresult **out, struct bf_err *err);
/* The same where only success matters. */
BF_CHECKED bool bf_admin_call(PGconn *conn, const char *sql,
	const char *const *values, struct bf_err *err);
/* Fill ERR with what RES says, its line in WHERE and its hint. */
bool bf_admin_fail(struct bf_err *err, const char *where, const char *sql,
	const PGconn *conn, const PGresult *res);
/* Work as the owner of FEATURE until the transaction ends. */
BF_CHECKED bool bf_admin_become(struct bf_arena *arena, PGconn *conn,
	const char *feature, struct bf_err *err);
/* Take the lock NAME until the connection is closed, and say so when another
 * process holds it. */
BF_CHECKED bool bf_admin_lock(struct bf_arena *arena, PGconn *conn,
	const char *name, struct bf_err *err);

#endif
