/* Policy: rule files become trees, trees a program, lines get a category.
 *
 * All that is loaded lives in the arena it was loaded into, and is only read
 * after that.
 */
#ifndef CORE_RULES_H
#define CORE_RULES_H

#include "err.h"
#include "i18n.h"
#include <belfort/rules.h>
#include <jansson.h>
#include <sys/types.h>

#define BF_RULE_FILE_MOST (256 * 1024) /* bytes of one file */
#define BF_RULE_FILES_MOST 128

struct bf_rule_file {
	const char *name; /* "doelen.lua" */
	const char *text;
	size_t len;
	const char *owner; /* who saved it; NULL: not from a disk */
	uid_t uid;
	bool shared; /* others can write it too */
};

/* The texts of a feature's rules, sorted by name. */
struct bf_rule_files {
	const char *feature;
	struct bf_rule_file *files;
	size_t count;
	char sha256[65];
};

/* What is wrong in a file, for those who wrote it. */
struct bf_rule_fault {
	bool found;
	const char *file;
	int line;
	const char *text[BF_LANGS]; /* as bf_langs */
};

/* What a set of rules is loaded for: the feature's vocabulary and the texts. */
struct bf_rule_scope {
	const char *feature;
	const struct bf_rules *rules;
	const struct bf_i18n *i18n;
};

struct bf_rule_node;

struct bf_rule_category {
	const char *code;
	const char *title[BF_LANGS], *help[BF_LANGS]; /* help may be NULL */
};

struct bf_rule {
	int number;   /* from 1, over all files */
	int category; /* index */
	int line;
	const char *because; /* or NULL */
	struct bf_rule_node *when;
};

/* One line of a feature's data; texts and numbers in the order of its facts,
 * as UTF-8 and as cents. */
struct bf_rule_line {
	const char *const *text;
	const int64_t *number;
};

struct bf_rule_test {
	const char *name;
	int line, category; /* index, -1: none */
	struct bf_rule_line facts;
};

/* The rules of one view: one file. */
struct bf_rule_class {
	const char *view, *file;
	bool *reads; /* by fact: whether it was declared */
	struct bf_rule *rules;
	size_t rule_count;
	struct bf_rule_test *tests;
	size_t test_count;
	struct bf_rule_program *program;
};

struct bf_rights;

struct bf_rule_set {
	const struct bf_rule_scope *scope;
	const struct bf_rule_files *files;
	struct bf_rule_category *categories;
	size_t category_count;
	struct bf_rule_class *classes; /* in the order of scope->rules->views */
	size_t class_count;
	struct bf_rights *rights; /* of files about rights, and then no more */
};

/* RULES as the tool gets them from belfortd, and back; the texts of facts stay
 * English. */
json_t *bf_rules_describe(const struct bf_rules *rules);
const struct bf_rules *bf_rules_from(struct bf_arena *arena, json_t *described);

/* Whether the files are about rights. */
bool bf_rules_rights(const struct bf_rules *rules);

/* The name of user UID as people know it: the full name, or else the word. */
const char *bf_rules_owner(struct bf_arena *arena, uid_t uid);
/* Read the files *.lua in DIR/FEATURE; hidden ones are not looked at.  A file
 * that changes while it is read is read again. */
BF_CHECKED bool bf_rules_read(struct bf_arena *arena, const char *dir,
	const char *feature, struct bf_rule_files **out,
	struct bf_rule_fault *fault, const struct bf_i18n *i18n);
/* Sort FILES and give them their hash. */
void bf_rules_hash(struct bf_rule_files *files);
/* Load FILES, of which nothing runs longer or takes more than it may. */
BF_CHECKED bool bf_rules_load(struct bf_arena *arena,
	const struct bf_rule_scope *scope, const struct bf_rule_files *files,
	struct bf_rule_set **out, struct bf_rule_fault *fault);
/* Whether test T of CLASS comes out; *GOT is the rule that decided, or NULL. */
bool bf_rules_test(struct bf_rule_class *class, const struct bf_rule_test *t,
	const struct bf_rule **got);
/* Where test T of CLASS does not come out, FAULT says what came instead. */
BF_CHECKED bool bf_rules_test_one(struct bf_arena *arena,
	const struct bf_rule_set *set, struct bf_rule_class *class,
	const struct bf_rule_test *t, struct bf_rule_fault *fault);
/* The first test that does not come out is a fault. */
BF_CHECKED bool bf_rules_test_all(struct bf_arena *arena,
	const struct bf_rule_set *set, struct bf_rule_fault *fault);

/* For each of COUNT lines the rule that decides, as an index in CLASS, or -1.
 * Lines are looked at in blocks, column by column. */
void bf_rules_decide(struct bf_rule_class *class,
	const struct bf_rule_line *lines, size_t count, int *out);
/* Whether NODE, a part of a rule of CLASS, held for the first line of the last
 * block that was decided. */
bool bf_rules_holds(
	const struct bf_rule_class *class, const struct bf_rule_node *node);
/* RULE's condition, or a part of it, as a sentence in LANG. */
const char *
bf_rules_sentence(struct bf_arena *arena, const struct bf_rule_scope *scope,
	const struct bf_rule_node *node, const char *lang);
/* The class of VIEW, or NULL. */
struct bf_rule_class *
bf_rules_class(const struct bf_rule_set *set, const char *view);

#endif
