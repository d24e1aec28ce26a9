/* Policy of a feature: rule files that decide to which category a line of its
 * data belongs; or files that say who is entitled to what (belfort/rights.h).
 *
 * The files are Lua 5.4 in <rules>/<feature>/, but what they build is a tree:
 * nothing of a file runs when a line is looked at.  The host loads them,
 * evaluates all lines and gives the outcome to a SQL function, in one
 * transaction.
 */
#ifndef BELFORT_RULES_H
#define BELFORT_RULES_H

#include <belfort/base.h>

enum bf_fact_type {
	BF_FACT_TEXT, /* UTF-8; compared without capitals and accents */
	BF_FACT_EURO, /* integer cents, between -BF_EURO_MOST and that */
};

#define BF_EURO_MOST 100000000000000LL /* cents */

/* What a rule may know of a line. */
struct bf_fact {
	const char *name;  /* in rule files, Dutch: "naam" */
	const char *alias; /* the same in English: "name" */
	enum bf_fact_type type;
	const char *says; /* BF_N("the name"): in sentences */
};

struct bf_rules {
	/* Ended by a row without a name.  NULL, as VIEWS and LINES: the files
	 * are about rights, and PUBLISH is a SQL function (document json). */
	const struct bf_fact *facts;
	/* The lines come in sets, each with its own file of rules: names
	 * separated by blanks. */
	const char *views;
	/* SQL function without arguments: rows of id (integer), view, and then
	 * the facts in their order. */
	const char *lines;
	/* SQL function (document json, nodes integer[], rules integer[]) that
	 * keeps an outcome and puts it in force. */
	const char *publish;
	int most; /* categories at most */
	/* Of rights only: SQL function (document json) by which a second person
	 * says that files in force are right: {"login", "until", "files"}. */
	const char *confirm;
};

#endif
