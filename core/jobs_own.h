/* What the files jobs*.c share. */
#ifndef CORE_JOBS_OWN_H
#define CORE_JOBS_OWN_H

#include "chores.h"
#include "db_conn.h"
#include "host.h"
#include "rules_db.h"
#include "work.h"
#include <time.h>

/* The rules of one plugin. */
struct watch {
	struct bf_rule_scope scope;
	const char *need; /* the right to put them in force, or NULL */
	/* Where files on disk become drafts; NULL: they come in force. */
	const char *draft;
	int wd;         /* -1: the folder is not there */
	bool look;      /* look whether the files are new */
	bool again;     /* decide again with the version in force */
	bool orders;    /* look whether an order is due */
	time_t decided; /* the last time: who asks too often waits */
	time_t ordered; /* the last time that none was due */
};

struct jobs {
	struct bf_host *host;
	struct watch *watches;
	size_t count;
	int inotify;
	unsigned listening; /* the connection on which LISTEN was said */
	struct bf_chores chores;
	struct bf_work work;
};

/* Work on the rules of W: false when it cannot be done now, with ERR. */
typedef bool bf_jobs_work(struct jobs *j, struct watch *w,
	struct bf_arena *arena, struct bf_err *err);

/* jobs_rules.c: the version in force over the lines of now; the next order that
 * is due, while there is one. */
bf_jobs_work bf_jobs_lines, bf_jobs_order;
/* jobs_files.c: the files as they are now on disk. */
bf_jobs_work bf_jobs_files;

/* Put SET in force, as WORD says. */
BF_CHECKED bool bf_jobs_publish(struct jobs *j, const struct watch *w,
	struct bf_arena *arena, const struct bf_rule_set *set,
	const struct bf_rule_word *word, struct bf_err *err);
/* Whether what ERR says comes back however often it is tried: then FAULT tells
 * it of the file NAME. */
BF_CHECKED bool
bf_jobs_refused(const struct watch *w, struct bf_arena *arena, const char *name,
	const struct bf_err *err, struct bf_rule_fault *fault);
void
bf_jobs_fault_log(const struct watch *w, const struct bf_rule_fault *fault);

#endif
