/* The request as the host sees it. */
#ifndef CORE_REQ_H
#define CORE_REQ_H

#include "host.h"
#include "io.h"

enum bf_form { BF_HTML, BF_JSON, BF_CSV };

/* Names with values, in the order in which they came. */
struct bf_pair {
	const char *name, *value;
	struct bf_pair *next;
};

struct bf_fault {
	const struct bf_kind *kind;
	const char *detail;     /* for the log */
	struct bf_pair *fields; /* name -> sentence, for 422 */
	long wait;    /* seconds until it may go better; 0: not known */
	bool program; /* SQL that is not there or not allowed: of no fact */
};

struct bf_answer {
	int status;
	const char *type;
	struct bf_pair *headers;
	const char *refresh; /* see bf_refresh() */
	bool asks;           /* see bf_asks() */
	bool wiped;          /* see bf_wipe() */
	struct bf_text body;
	bool streaming; /* headers are out, the body follows by bf_stream() */
	uint64_t bytes;
};

struct bf_req {
	struct bf_host *host;
	struct bf_arena *arena;
	struct bf_io *io;
	const char *id, *method, *path, *lang;
	enum bf_form form;
	bool suffixed; /* the address named the form */
	const struct bf_feature *feature;
	const struct bf_route *route;
	const char *mount;
	struct bf_pair *args, *query, *cookies, *body, *values, *set;
	const char *session; /* see belfort/session.h */
	json_t *who;
	bool who_due; /* asked together with the page's own query */
	bool done;    /* what is read or written now is the page itself */
	bool wrote;
	bool early; /* what is asked next may come before it is kept */
	bool body_read;
	bool again; /* of a job: see bf_again() */
	int *place; /* in the queue of passwords; NULL: none */
	struct bf_fault fault;
	json_t *form_doc; /* of bf_show_again(), or NULL */
	bool form_due;    /* what is shown is the page of a form again */
	struct bf_answer answer;
	uint64_t db_us;
};

/* The value bound to an argument of a query, or NULL: see belfort/db.h. */
const char *bf_bind(struct bf_req *req, const char *name);
/* Whether the host itself knows an argument of that name, of LEN bytes. */
bool bf_bind_known(const char *name, size_t len);
/* Whether what was taken early (see req->early) for QUERY was kept, too; else
 * *AGAIN: it can be asked once more, or the fault is filled. */
BF_CHECKED bool
bf_query_kept(struct bf_req *req, const struct bf_query *query, bool *again);
/* Send the headers now and let the body follow piece by piece. */
BF_CHECKED bool bf_stream_start(struct bf_req *req, const char *type);
BF_CHECKED bool bf_stream(struct bf_req *req, const char *data, size_t len);
/* The kind with that NAME, of the feature or of the core, or NULL. */
const struct bf_kind *bf_kind_find(struct bf_req *req, const char *name);

const char *bf_pair_value(const struct bf_pair *pairs, const char *name);
void bf_pair_add(struct bf_arena *arena, struct bf_pair **pairs,
	const char *name, const char *value);

#endif
