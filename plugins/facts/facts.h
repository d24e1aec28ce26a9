/* What the files of facts share. */
#ifndef FACTS_H
#define FACTS_H

#include <belfort/plugin.h>
#include <jansson.h>

const char *facts_word(json_t *doc, const char *member);
/* DOC as the argument NAME of the queries that follow; takes ownership. */
void facts_set(struct bf_req *req, const char *name, json_t *doc);
/* A row as facts.delivery_rows() takes it, about who has MACS, as
 * bf_number_macs() gives them; takes ownership of CELLS. */
json_t *facts_row(long line, const char *macs, json_t *cells);
/* {"code", "line", "column", "text"} of something that is wrong, as pages tell
 * it; 0 and NULL: not said, nor a TEXT that is not UTF-8. */
json_t *
facts_fault(const char *code, long line, const char *column, const char *text);
/* Whether it is UTF-8. */
bool facts_is_text(const char *text);

/* How many seconds what this process asks may take from now on. */
extern const struct bf_query facts_patience;
/* WORK with ten minutes for each thing that it asks, and no more after it. */
BF_CHECKED bool facts_patiently(struct bf_req *req, bf_handler *work);

/* --- ini.c: what a folder of *.ini declares ------------------------------- */

/* What the names and times of the files in FOLDER are: the same as long as
 * nobody saved one.  NULL: it cannot be read. */
const char *facts_ini_stamp(struct bf_arena *arena, const char *folder);
/* The sources of FOLDER, for facts.sources_put(); or NULL and *FAULT,
 * {"file", "line", "code", "text"}.  Both are the caller's. */
json_t *
facts_ini_read(struct bf_arena *arena, const char *folder, json_t **fault);

/* --- deliver.c: one file of a source -------------------------------------- */

extern const struct bf_query facts_delivery_begin, facts_delivery_rows,
	facts_delivery_done, facts_delivery_broken, facts_source_failed;

/* Take the file at PATH over, all of it, or tell what is wrong; *TAKEN whether
 * it may go.  False: it cannot be done now. */
BF_CHECKED bool facts_deliver(
	struct bf_req *req, json_t *source, const char *path, bool *taken);

/* --- jobs ----------------------------------------------------------------- */

bf_handler facts_declare, facts_drops;
extern const struct bf_query *const facts_declare_queries[];
extern const struct bf_query *const facts_drop_queries[];

#endif
