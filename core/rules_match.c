/* Looks for many words in a text at once: Aho and Corasick, "Efficient string
 * matching", 1975, as one table of moves.
 */
#include "arena.h"
#include "rules_own.h"
#include <string.h>

#define TEXT_MOST 2048 /* bytes of a text that are looked at */

struct pattern {
	unsigned edges;
	int place;
	uint32_t len;
	struct pattern *next; /* another that ends in the same state */
};

struct state {
	struct pattern *ends;
	int32_t shorter; /* the state of the longest end of this that is one */
	int32_t output; /* the nearest of those where a pattern ends; 0: none */
};

struct bf_rule_match {
	struct bf_arena *arena;
	uint8_t class_of[256]; /* 0: in no pattern */
	int classes;
	struct state *states;
	int32_t *moves; /* [state * 256], then [state * classes] */
	size_t count, size;
};

static int32_t
state_new(struct bf_rule_match *m)
{
	size_t size = m->size ? m->size * 2 : 64;

	if (m->count == m->size) {
		m->states = bf_arena_grow(m->arena, m->states,
			m->count * sizeof(*m->states),
			size * sizeof(*m->states));
		m->moves = bf_arena_grow(m->arena, m->moves,
			m->count * 256 * sizeof(*m->moves),
			size * 256 * sizeof(*m->moves));
		m->size = size;
	}
	memset(&m->states[m->count], 0, sizeof(*m->states));
	memset(&m->moves[m->count * 256], 0, 256 * sizeof(*m->moves));
	return (int32_t)m->count++;
}

struct bf_rule_match *
bf_rule_match_new(struct bf_arena *arena)
{
	struct bf_rule_match *m = bf_alloc(arena, sizeof(*m));

	m->arena = arena;
	m->classes = 1;
	(void)state_new(m);
	return m;
}

void
bf_rule_match_add(
	struct bf_rule_match *m, const char *pattern, unsigned edges, int place)
{
	struct pattern *p = bf_alloc(m->arena, sizeof(*p));
	const unsigned char *c = (const unsigned char *)pattern;
	int32_t at = 0, to;

	for (; *c; c++) {
		if (m->class_of[*c] == 0)
			m->class_of[*c] = (uint8_t)m->classes++;
		to = m->moves[at * 256 + m->class_of[*c]];
		if (to == 0) {
			to = state_new(m);
			m->moves[at * 256 + m->class_of[*c]] = to;
		}
		at = to;
	}
	*p = (struct pattern){ edges, place, (uint32_t)strlen(pattern),
		m->states[at].ends };
	m->states[at].ends = p;
}

/* What a state does with a letter that none of its own words has. */
static void
move_fill(struct bf_rule_match *m, int32_t at, int class, int32_t *queue,
	size_t *end)
{
	int32_t *to = &m->moves[at * 256 + class];
	int32_t back = at ? m->moves[m->states[at].shorter * 256 + class] : 0;
	struct state *s;

	if (*to == 0) {
		*to = back;
		return;
	}
	s = &m->states[*to];
	s->shorter = back;
	s->output = m->states[back].ends ? back : m->states[back].output;
	queue[(*end)++] = *to;
}

/* The same moves without the letters that no pattern has. */
static void
moves_pack(struct bf_rule_match *m)
{
	size_t i;

	for (i = 1; i < m->count; i++)
		memmove(m->moves + i * (size_t)m->classes, m->moves + i * 256,
			(size_t)m->classes * sizeof(*m->moves));
}

void
bf_rule_match_ready(struct bf_rule_match *m)
{
	int32_t *queue = bf_alloc(m->arena, m->count * sizeof(*queue));
	size_t begin = 0, end = 1;
	int class;

	for (; begin < end; begin++)
		for (class = 1; class < m->classes; class ++)
			move_fill(m, queue[begin], class, queue, &end);
	moves_pack(m);
}

static bool
inside_word(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80;
}

static bool
edges_fit(const struct pattern *p, const char *text, size_t end, size_t len)
{
	size_t begin = end - p->len;

	if (((p->edges & EDGE_LEFT) && begin > 0)
		|| ((p->edges & EDGE_RIGHT) && end < len))
		return false;
	if ((p->edges & WORD_LEFT) && begin > 0
		&& inside_word((unsigned char)text[begin - 1]))
		return false;
	return !(p->edges & WORD_RIGHT) || end == len
		|| !inside_word((unsigned char)text[end]);
}

void
bf_rule_match_run(const struct bf_rule_match *m, const char *text,
	uint8_t *columns, size_t stride)
{
	char folded[TEXT_MOST];
	size_t len = bf_rule_fold(text, folded, sizeof(folded)), i;
	const struct pattern *p;
	int32_t at = 0, out;

	for (i = 1; i <= len; i++) {
		at = m->moves[at * m->classes
			+ m->class_of[(unsigned char)folded[i - 1]]];
		out = m->states[at].ends ? at : m->states[at].output;
		for (; out; out = m->states[out].output)
			for (p = m->states[out].ends; p; p = p->next)
				if (edges_fit(p, folded, i, len))
					columns[(size_t)p->place * stride] = 1;
	}
}
