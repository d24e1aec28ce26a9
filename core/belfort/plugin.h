/* The contract between the host and a plugin: one symbol, plain data.
 *
 * A plugin is a shared module that exports `bf_plugin`, a constant struct of
 * tables.  The host reads and checks every table before it calls any function
 * of the plugin, and makes from them the routes, the OpenAPI description, the
 * web server's locations, the grants in the database and the privacy page.
 *
 * Every table ends with a row whose first member is NULL.  New members are
 * added at the end only; size tells the host which ones a plugin knows.
 */
#ifndef BELFORT_PLUGIN_H
#define BELFORT_PLUGIN_H

#include <belfort/arena.h>
#include <belfort/base.h>
#include <belfort/buf.h>
#include <belfort/channels.h>
#include <belfort/crypt.h>
#include <belfort/db.h>
#include <belfort/drawing.h>
#include <belfort/error.h>
#include <belfort/form.h>
#include <belfort/keys.h>
#include <belfort/mail.h>
#include <belfort/paper.h>
#include <belfort/password.h>
#include <belfort/request.h>
#include <belfort/rules.h>
#include <belfort/secret.h>
#include <belfort/session.h>

#define BF_ABI 1

/* Where a feature's pages stand.  The first is the feature's main one. */
struct bf_mount {
	const char *path; /* default, a setting can move it: "/begroting" */
	const char *name; /* NULL for the first; others are named "beheer" */
};

/* One row: a page or an act.
 *
 * PATH is relative to the first mount: "" is the mount itself; a path of
 * another mount begins with its name: "beheer:/rechten".  Typed parts:
 *   {code}      one segment of text, at most 200 bytes
 *   {nr:int}    a positive integer of at most 18 digits
 *   {key:word}  a to z, 0 to 9, - and _
 * Literal segments win over typed ones.
 *
 * Without a handler, the route shows the document of QUERY. */
struct bf_route {
	const char *method; /* "GET" or "POST" */
	const char *path;
	bf_handler *handler;
	const struct bf_query *query;
	const struct bf_field *fields; /* query string or form body */
	/* Template of this feature; NULL: no HTML.  That of a POST is the page
	 * the form stands on: it is shown again when a field is not right, with
	 * QUERY's document, what was given, and what is wrong with it.  Without
	 * QUERY it is the document of the handler of the GET with that view,
	 * which finds the parts of its path in this one. */
	const char *view;
	/* CSV of the page: "rows: code name amount:euro"; the member of the
	 * document that holds the rows, its columns, :euro for cents. */
	const char *csv;
	/* CSV of a whole published view, streamed: "budget.open_actions". */
	const char *copy;
	/* Who may: NULL is everybody; else words that must all hold:
	 *   signed       anybody who is signed in
	 *   resident     a resident; low, substantial, high: one whose sign-in
	 *                has at least that level of assurance (eIDAS, art. 8)
	 *   staff        a civil servant
	 *   people.grant a civil servant who was given that right
	 *   fresh        who signed in no longer than ten minutes ago
	 *   self         nobody who helps a resident, acting for them
	 *   machine      alone, for a POST: another server, from anywhere and
	 *                without a session; the handler asks for its proof */
	const char *rights;
	const char *help; /* BF_N("...") what a visitor does here */
	int cache;        /* seconds that a public page may be cached */
};

/* Whether a table holds personal data; each column is named once, "*" stands
 * for all that are not named.  PURPOSE NULL: no personal data.
 *
 * A job of the host removes what is older than DAYS: it empties the columns
 * where all of them may be empty, else the row goes.  Of a table in partitions
 * by ranges of SINCE those go of which all is too old, and no row by itself;
 * new ones are made a month ahead. */
struct bf_personal {
	const char *table;   /* "people.resident" */
	const char *columns; /* separated by blanks, or "*" */
	const char *purpose; /* BF_N("...") */
	const char *basis;   /* BF_N("...") the law it rests on */
	int days;            /* retention, more than 0; BF_KEPT */
	const char *since;   /* column of the day from which DAYS count */
};
#define BF_KEPT (-1) /* as long as the document that it stands in */

/* A file that `belfort import <feature>` reads: CSV with a header row.  The
 * shape is the one whose columns the header has.  Values go to TABLE, in
 * columns with the same name plus `line`, in one transaction with a call of
 * schema.import_finish(shape, file, sha256), run as the feature's owner.  It
 * gives {"result": "loaded" or "unchanged"} and counts worth telling; or
 * "refused" with "faults": [{"line", "column", "text"}], of which each says
 * what is wrong and what to do.
 *
 * A national number never reaches the database.  A column NUMBER of type
 * BF_NATIONAL is three of type bytea in TABLE: NUMBER, its MAC; NUMBER_old, the
 * one under the key of before, null where there is none; NUMBER_sealed, the
 * number for who has the private key.  After a rotation of keys, "keys": "new"
 * in the document says that the old ones are needed no more: that all who are
 * known are known by the new MAC. */
struct bf_import {
	const char *shape;
	const char *table;
	const struct bf_field *columns; /* label: heading in the file */
	/* Columns whose heading begins with SPREAD (as "amount.2026") become a
	 * row each: the rest of the heading goes to column `year`, the value,
	 * of type BF_CENTS, to column `amount`. */
	const char *spread;
	char delimiter; /* 0: a comma */
};

/* Something that only some civil servants may do. */
struct bf_right {
	const char *name;  /* "people.grant": feature and word */
	const char *label; /* BF_N("...") what who has it may do */
};

/* Why civil servants or a rule look at what is kept about a resident. Functions
 * in the database name it when they show somebody's data, and residents read
 * these words in the list of who looked. */
struct bf_look {
	const char *name;    /* "people.letter": feature and word */
	const char *label;   /* BF_N("...") what was done */
	const char *data;    /* BF_N("...") what was to be seen */
	const char *purpose; /* BF_N("...") for what, by which task */
};

/* Who is who: one plugin of a pool knows it for all others.  SESSION is a
 * query with the arguments "session needs page wrote": the hash of the cookie,
 * or NULL, and the words of a route's rights.  It gives who that is, {"kind":
 * "resident" or "staff", "name": ..., "level": ..., "rights": [...]}, or raises
 * sign_in, fresh, level, second_key, forbidden, self, helping or not_helping.
 * PAGE, "GET /mijn", is NULL until something of that page is read or, as WROTE
 * tells, written: that is then done in the same transaction.  For a civil
 * servant who helps a resident it gives the resident, with "helping": {"name",
 * "reason", "seconds" of quiet after which it ends}. RESIDENT and STAFF are the
 * pages to sign in, as in bf_route; they take `terug`, a path to go back to.
 * BOUNCED, or NULL, is a function (key, status) that is told of mail that came
 * back: see bf_mail.id. */
struct bf_identity {
	const struct bf_query *session;
	const char *resident, *staff;
	/* Where a civil servant adds a key to sign in with: the query raises
	 * second_key for who has one, where a right and a fresh sign-in are
	 * needed. */
	const char *second;
	/* Begin of the names of the SQL functions that `belfort staff` calls:
	 * "people.staff" for people.staff_add(words json) and so on.  Each
	 * gives {"text": ..., "link": a secret, to be put behind INVITED}. */
	const char *tool;
	const char *invited; /* the page for who has that secret */
	const char *bounced;
	/* SQL function (login text, need text): whether the civil servant with
	 * that user on the machine has the right NEED, {"may", "nobody", "who",
	 * "ask"}.  Without it everybody may who can run the tool. */
	const char *may;
	/* Where a civil servant finds a resident to help; it takes `einde`. */
	const char *helping;
};

/* What is kept about one person: FUNCTION (account, resident) gives {"table":
 * [row, ...]} for each of this feature's tables that has rows about people, as
 * bf_personal names them; either argument may be null.  It leaves out secrets.
 * Only the plugin with the identity can call it. */
struct bf_about {
	const char *function;
	const struct bf_word *words; /* of all columns that it gives */
};
struct bf_word {
	/* "made", "visit.made" for one table, "state=sent" for a value. */
	const char *column;
	const char *label; /* BF_N("...") what people call it */
};

/* A form that can also be filled in on paper: that of the POST at PATH.  What
 * comes back is entered in the same fields at the counter.  Each version of it
 * (its fields, their types, ranges and choices) has a code that stands on each
 * sheet, and `belfort migrate` keeps what it asked.  Where the route needs
 * rights the paper asks who it is from, and a signature. */
struct bf_paper {
	const char *path;  /* as in the route */
	const char *title; /* BF_N("...") */
	const char *about; /* BF_N("...") what it is for, in two sentences */
	/* The page where the form stands or is begun, as in its route; without
	 * typed parts. */
	const char *page;
	/* Of bf_personal: the first row of this table says on the paper why it
	 * is asked, and by which law. */
	const char *table;
	/* What is asked on paper only, because on the site it is chosen by
	 * following links; NULL: nothing. */
	const struct bf_field *also;
};

/* Work without a visitor, that the process [pool jobs] does: each EVERY
 * seconds, and at once after `notify belfort_jobs, '<feature>'`.  RUN gets a
 * request that nobody made: what handlers ask of one works, but not what they
 * answer. It does a share and calls bf_again() when there is more: rules and
 * others wait for it; what waits itself is run by bf_run_beside().  Its queries
 * are for this process only. */
struct bf_job {
	const char *name;
	int every;
	bf_handler *run;
	const struct bf_query *const *queries; /* ended by NULL */
};

/* A setting in [plugin NAME] beside `mount`. */
struct bf_option {
	const char *key;
	const char *fallback; /* NULL: none */
};

/* Where rule files of other features become drafts, which one person writes
 * and another puts in force.  The SQL functions are its own. */
struct bf_workshop {
	const char *features; /* whose files, separated by blanks */
	/* (feature text, document json), which background work calls for files
	 * that were saved where `live` is no: {"login": who saved them, or
	 * null; "files": [{"name", "text" or null: it is gone, "replaces":
	 * SHA-256 of the text in force, or null}]}. */
	const char *draft;
	/* Begin of the names of those that `belfort rules` calls:
	 * "policy.tool" for policy.tool_offer(document json),
	 * policy.tool_publish(), policy.tool_preview() and
	 * policy.tool_tried(). */
	const char *tool;
	const char *page; /* the drafts; "/" and a number follow */
	/* The feature that tries a draft on the whole city, or NULL; who asks
	 * that with the tool has its right NAME.ask. */
	const char *tries;
};

struct bf_plugin {
	unsigned abi;     /* BF_ABI */
	size_t size;      /* sizeof(struct bf_plugin) */
	const char *name; /* the feature's word: "budget" */
	const char *version;
	const char *title;   /* BF_N("...") in menus and on the home page */
	const char *summary; /* BF_N("...") one sentence for residents */
	const struct bf_mount *mounts;
	const struct bf_route *routes;
	const char *const *requires; /* names of features, ended by NULL */
	const struct bf_kind *const *kinds;
	const struct bf_query *const *queries; /* those only handlers use */
	const struct bf_personal *personal;
	const struct bf_import *imports;
	bool (*init)(void);
	void (*fini)(void);
	const struct bf_rules *rules; /* policy in Lua, or NULL */
	const struct bf_right *rights;
	const struct bf_identity *identity;
	const struct bf_option *options;
	/* SQL functions that functions of other features may call, and views
	 * that they may read, of those that require this one; ended by NULL. */
	const char *const *publishes;
	const struct bf_job *jobs;
	const struct bf_look *looks;
	const struct bf_about *about; /* NULL: it keeps nothing about people */
	/* How each route is done at a counter, by phone and on paper.  NULL
	 * only where the city did not write the plugin. */
	const struct bf_channel *channels;
	const struct bf_paper *papers;
	/* What people call the values of choices: "taal=nl", for every form
	 * that has a field of that name.  Templates find them as
	 * {{page.words.taal.nl}}; paper forms need all of theirs. */
	const struct bf_word *choices;
	/* Of one plugin of a pool: run after a form of `papers` was handled
	 * that somebody enters from paper; see bf_paper_enter(). */
	const struct bf_query *entered;
	/* Tables, of those in `personal`, that nothing of the running system
	 * may change or empty: rows are added and stay, until the operator
	 * drops whole partitions ("x.log"; ended by NULL). They, and the
	 * schema, belong to the role belfort_NAME_keeper; the feature's own may
	 * read them and add rows.  For features of the city only. */
	const char *const *apart;
	/* Of this feature, each ended by NULL: views that its jobs read as a
	 * whole ("x.whole_known"), and so do its pages where its pool is with
	 * another, and tables to which jobs add rows: see bf_copy_out() and
	 * bf_copy_in(). */
	const char *const *reads, *const *fills;
	const struct bf_workshop *workshop; /* of one plugin of the city */
};

/* The one symbol that a plugin exports. */
extern BF_API const struct bf_plugin bf_plugin;

#endif
