/* What the files rules*.c share. */
#ifndef CORE_RULES_OWN_H
#define CORE_RULES_OWN_H

#include "rules.h"
#include <belfort/arena.h>
#include <lauxlib.h>

enum bf_rule_type {
	RULE_NONE,
	RULE_YESNO,
	RULE_TEXT,   /* a fact */
	RULE_NUMBER, /* a fact, a constant, a sum; hundredths */
	RULE_WORD,   /* a constant text */
	RULE_SAME,   /* as the first argument: a word or a number */
	/* Of rights; see rights_words.c. */
	RULE_DATE,
	RULE_CHOICE, /* a fact */
	RULE_LIST,   /* an amount that is a list */
	RULE_SCALE,  /* a number, a date or a choice */
	RULE_ORDER,  /* a number or a date */
	RULE_BRANCH, /* conditions and numbers in turn, a number last */
};

enum bf_rule_code {
	RULE_FACT,
	RULE_CONSTANT,
	RULE_ALWAYS,
	RULE_CONTAINS,
	RULE_HAS_WORD,
	RULE_STARTS,
	RULE_IS,
	RULE_MORE,
	RULE_AT_LEAST,
	RULE_LESS,
	RULE_AT_MOST,
	RULE_BETWEEN,
	RULE_ANY,
	RULE_ALL,
	RULE_NO,
	RULE_PLUS,
	RULE_MINUS,
	/* Of rights. */
	RULE_TIMES,
	RULE_OVER,
	RULE_AMOUNT,
	RULE_RIGHT,
	RULE_RIGHT_AMOUNT,
	RULE_LEAST,
	RULE_MOST,
	RULE_COUNT,
	RULE_IF,
	RULE_TABLE,
	RULE_LINE,
	RULE_ROUND,
	RULE_ROUND_UP,
	RULE_ROUND_DOWN,
	RULE_DAYS,
	RULE_AGE,
	RULE_TODAY,
	RULE_CALLED,
};

/* A word of the rules that makes a part of a tree. */
struct bf_rule_op {
	const char *nl, *en; /* NULL: it is a sign */
	enum bf_rule_code code;
	enum bf_rule_type result, first, rest;
	int least, most; /* number of arguments; most -1: any */
	/* BF_N("{1} is more than {2}"); {*}: all after the first; {&}: all,
	 * joined by "and"; {|}: all, joined by "or". */
	const char *says;
};

extern const struct bf_rule_vocabulary bf_rule_budget_words;
extern const struct bf_rule_op bf_rule_fact, bf_rule_constant, bf_rule_word,
	bf_rule_plus, bf_rule_minus;

#define BF_RULE_DEPTH 100  /* of conditions in conditions */
#define BF_RULE_SIZE 10000 /* of what is looked at part by part */
#define BF_RULE_SEEN (-2)  /* a place: looked at, not yet in the program */
#define BF_RULE_WORD_MOST 200
#define BF_RULE_WORDS_MOST 32000 /* bytes in all words of a file */

struct bf_rule_node {
	const struct bf_rule_op *op;
	enum bf_rule_type type;
	int line;  /* 0: made before the file ran */
	bool used; /* it is part of another, or of a rule */
	struct bf_rule_node **args;
	size_t count;
	size_t fact;          /* RULE_FACT: which */
	const char *text;     /* RULE_WORD, as written; the name of a fact */
	int64_t number, over; /* of rights: NUMBER / OVER */
	bool fixed;           /* of rights: no fact is in it */
	const char **called;  /* RULE_CALLED: in each language */
	int64_t low, high;    /* of a number: between what it always is */
	int place;            /* in the program; -1: not yet */
	int depth;
	int size; /* parts, one of several places counted at each; at most SIZE
		     + 1 */
	struct bf_rule_node *next; /* all nodes of a file */
};

/* The words that a kind of rule file knows. */
struct bf_rule_vocabulary {
	const struct bf_rule_op *ops;
	size_t op_count;
	/* Push a number as a node. */
	struct bf_rule_node *(*number)(struct lua_State *L, int index);
	const struct luaL_Reg *signs; /* what + - * / do */
	void (*open)(
		struct lua_State *L); /* other words, in the table on top */
	const char *silent;           /* a file that states nothing */
};

/* Loading one file. */
struct bf_rule_load {
	const struct bf_rule_vocabulary *words;
	struct bf_right_reader *rights; /* files about rights; else NULL */
	struct bf_arena *arena;
	const struct bf_rule_scope *scope;
	const struct bf_rule_file *file;
	struct bf_rule_fault *fault;
	struct bf_rule_node *nodes; /* the newest first */
	size_t node_count, word_bytes;
	bool said; /* the file has made its statement */
	int said_line;
	struct bf_rule_category *categories;
	size_t category_count;
	struct bf_rule_class *class;
	/* The code that each rule and test names, until all files are there. */
	const char **wanted, **expected;
};

/* rules_fault.c: TEXT is a BF_N() of the core; {1} {2} {3} are replaced by what
 * follows, ended by NULL.  Only the first is kept.  Always false. */
bool bf_rule_fail(struct bf_arena *arena, const struct bf_i18n *i18n,
	struct bf_rule_fault *fault, const char *file, int line,
	const char *text, ...) __attribute__((sentinel));
/* FMT with {1}, {2} ... replaced. */
char *bf_rule_fill(
	struct bf_arena *arena, const char *fmt, const char *const *values);
/* TEXT as a message can show it: not too long, and whole characters. */
const char *bf_rule_short(struct bf_arena *arena, const char *text);
/* The line of FILE at or after LINE on which WORD stands as a whole, quoted
 * when it is a text; else LINE. */
int
bf_rule_line_of(const struct bf_rule_file *file, int line, const char *word);

/* The line of TEXT on which AT is. */
int bf_rule_line_at(const char *text, const char *at);

/* rules_text.c: how many bytes of TEXT are the mark with which some editors
 * begin a file. */
size_t bf_rule_mark(const char *text);
/* The line at or after LINE on which NAME = stands, or LINE. */
int
bf_rule_text_line(const struct bf_rule_load *load, int line, const char *name);
/* What Lua would lose, or split, without a word is a fault. */
BF_CHECKED bool bf_rule_text_check(struct bf_rule_load *load);
/* Where the text has what people write and Lua does not take so, that is the
 * fault: a character that is none of Lua's; the words and, or, not and the
 * signs == and ~= somewhere; "recht.a-NAME". */
void bf_rule_text_strange(struct bf_rule_load *load);
void bf_rule_text_blame(struct bf_rule_load *load);
void bf_rule_text_dash(struct bf_rule_load *load, const char *name);

/* rules.c: the names in RULES->views, at most 16; how many. */
size_t bf_rule_views(struct bf_arena *arena, const struct bf_rules *rules,
	const char *words[]);
/* rules_sandbox.c: run the file of LOAD. */
BF_CHECKED bool bf_rule_run(struct bf_rule_load *load);

/* rules_node.c */
struct bf_rule_load *bf_rule_state(struct lua_State *L);
/* The line that is being run. */
int bf_rule_line_now(struct lua_State *L);
/* Raise the fault TEXT at the line that is being run. */
int bf_rule_raise(struct lua_State *L, const char *text, ...)
	__attribute__((sentinel, noreturn));
int bf_rule_raise_at(struct lua_State *L, int line, const char *text, ...)
	__attribute__((sentinel, noreturn));
/* The same about WORD, at LINE (0: the one that is being run); BETTER when
 * there is a word NEAR it. */
int bf_rule_raise_near(struct lua_State *L, int line, const char *text,
	const char *better, const char *word, const char *near)
	__attribute__((noreturn));
/* That == and < do not work on facts. */
extern const char bf_rule_no_signs[];
/* The number at INDEX, times a hundred. */
int64_t bf_rule_hundredths(struct lua_State *L, int index);
void bf_rule_nodes_open(struct lua_State *L);
/* The node at INDEX, or NULL. */
struct bf_rule_node *bf_rule_node_at(struct lua_State *L, int index);
/* Push a node; the caller fills it. */
struct bf_rule_node *
bf_rule_node_push(struct lua_State *L, const struct bf_rule_op *op);

/* The signs of the budget's files. */
extern const struct luaL_Reg bf_rule_signs[];
/* Push the number at INDEX as a node, in hundredths. */
struct bf_rule_node *bf_rule_number_push(struct lua_State *L, int index);
/* What stands at INDEX beside a sign: a number is replaced by its node; what is
 * none is the fault WRONG. */
struct bf_rule_node *
bf_rule_number_side(struct lua_State *L, int index, const char *wrong);
/* Make ARGS the parts of NODE. */
void bf_rule_join(struct lua_State *L, struct bf_rule_node *node,
	struct bf_rule_node **args, size_t count);

/* rules_words.c: push the globals of a rule file. */
void bf_rule_words_open(struct lua_State *L);
/* Give what is on top of the stack both names in the table under it. */
void bf_rule_both_names(struct lua_State *L, const char *nl, const char *en);
/* A table whose members GET makes, under both names in the table on top. */
void bf_rule_proxy_open(struct lua_State *L, int (*get)(struct lua_State *L),
	const char *nl, const char *en);
bool
bf_rule_fact_find(const struct bf_rules *rules, const char *name, size_t *at);
const char *
bf_rule_fact_nearest(const struct bf_rules *rules, const char *name);

/* A member of a table: Dutch and English name. */
struct bf_rule_key {
	const char *nl, *en;
};

/* rules_table.c: the line at or after LINE on which WORD stands. */
int bf_rule_table_line(struct lua_State *L, int line, const char *word);
/* Every named member of the table at INDEX is one of KEYS; at most PLAIN
 * members have no name. */
void bf_rule_keys_check(struct lua_State *L, int index,
	const struct bf_rule_key *keys, long long plain, int line);
/* Push the member KEY of the table at INDEX; its type. */
int
bf_rule_member(struct lua_State *L, int index, const struct bf_rule_key *key);
/* How long the list on top of the stack is, which WHAT names. */
size_t bf_rule_list_length(struct lua_State *L, int line, const char *what);
/* The text on top of the stack, which is popped. */
const char *bf_rule_text_pop(struct lua_State *L, int line, const char *what);
/* A text in each language; one alone stands for all. */
void bf_rule_texts_read(struct lua_State *L, const char *out[BF_LANGS],
	int line, const char *what);
/* The line of the statement, which a file makes once. */
int bf_rule_statement(struct lua_State *L);

/* rules_read.c: what the tables of a file say. */
int bf_rule_categories(struct lua_State *L);
int bf_rule_class(struct lua_State *L);
/* Whether the value at INDEX is the word "nothing" of tests. */
bool bf_rule_is_nothing(struct lua_State *L, int index);

/* rules_program.c */
struct bf_rule_program *bf_rule_compile(struct bf_arena *arena,
	const struct bf_rules *rules, struct bf_rule_class *class);

/* rules_match.c: many words looked for at once, Aho and Corasick 1975. */
struct bf_rule_match;
enum bf_rule_edge {
	EDGE_LEFT = 1,  /* at the beginning of the text */
	EDGE_RIGHT = 2, /* at its end */
	WORD_LEFT = 4,  /* not inside a word */
	WORD_RIGHT = 8,
};
struct bf_rule_match *bf_rule_match_new(struct bf_arena *arena);
/* A hit of PATTERN sets column PLACE. */
void bf_rule_match_add(struct bf_rule_match *match, const char *pattern,
	unsigned edges, int place);
void bf_rule_match_ready(struct bf_rule_match *match);
/* Set columns[place * stride] to 1 for each place that TEXT hits. */
void bf_rule_match_run(const struct bf_rule_match *match, const char *text,
	uint8_t *columns, size_t stride);
/* TEXT without capitals, accents and double blanks, at most SIZE bytes with
 * its NUL; its length. */
size_t bf_rule_fold(const char *text, char *out, size_t size);

#endif
