/* Gives columns their room: two that are not needed at the same time share it,
 * so that a block stays in the processor's nearest memory.
 */
#include "rights_program.h"
#include <string.h>

struct room {
	struct bf_right_program *program;
	size_t facts; /* columns that are not ours */
	size_t *last; /* by column: the call that reads it last, + 1 */
	/* Rooms that are free again, narrow and wide. */
	size_t *free[2];
	size_t free_count[2];
};

static void
last_find(struct room *r, const int *pinned, size_t pinned_count)
{
	const struct bf_right_program *p = r->program;
	size_t i, k;

	for (i = 0; i < p->count; i++)
		for (k = 0; k < 6; k++)
			if (p->calls[i].in[k] >= 0)
				r->last[p->calls[i].in[k]] = i + 1;
	for (i = 0; i < pinned_count; i++)
		r->last[pinned[i]] = p->count + 1;
}

static void
take(struct room *r, int column)
{
	struct bf_right_column *c = &r->program->columns[column];

	if (r->free_count[c->wide]) {
		c->offset = r->free[c->wide][--r->free_count[c->wide]];
		return;
	}
	c->offset = r->program->room;
	r->program->room += (c->wide ? sizeof(int64_t) : sizeof(int32_t))
		* BF_RIGHT_BLOCK;
}

/* What call AT reads for the last time is free after it. */
static void
release(struct room *r, size_t at)
{
	const struct bf_right_call *call = &r->program->calls[at];
	struct bf_right_column *c;
	size_t k;
	int in;

	for (k = 0; k < 6; k++) {
		in = call->in[k];
		if (in < (int)r->facts || r->last[in] != at + 1)
			continue;
		c = &r->program->columns[in];
		r->free[c->wide][r->free_count[c->wide]++] = c->offset;
		r->last[in] = 0; /* it may stand there twice */
	}
}

void
bf_right_room(struct bf_arena *arena, struct bf_right_program *program,
	size_t facts, const int *pinned, size_t pinned_count)
{
	struct room r = { .program = program, .facts = facts };
	size_t n = program->column_count + 1, i;

	r.last = bf_alloc(arena, n * sizeof(*r.last));
	r.free[0] = bf_alloc(arena, n * sizeof(size_t));
	r.free[1] = bf_alloc(arena, n * sizeof(size_t));
	last_find(&r, pinned, pinned_count);
	for (i = 0; i < program->count; i++) {
		take(&r, program->calls[i].out);
		release(&r, i);
	}
}
