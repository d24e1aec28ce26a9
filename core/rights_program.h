/* The steps of an era as calls of kernels. */
#ifndef CORE_RIGHTS_PROGRAM_H
#define CORE_RIGHTS_PROGRAM_H

#include "rights_kernel.h"
#include "rights_own.h"

/* A column of the program: of a fact, or room that several use in turn. */
struct bf_right_column {
	bool wide;
	size_t offset; /* in the room */
};

/* The columns of what comes out for a law; -1: it is not held, or has no
 * amount. */
struct bf_right_out {
	int certain, possible, low, high;
};

/* For facts of which those in HIDDEN may be unknown.  Columns 0 to F are what
 * F facts and the day are at least, the next F + 1 at most. */
struct bf_right_program {
	uint64_t hidden;
	struct bf_right_call *calls;
	size_t count;
	struct bf_right_column *columns;
	size_t column_count;
	size_t room; /* bytes */
	struct bf_right_out *outs;
	struct bf_right_program *next;
};

/* rights_program.c */
struct bf_right_program *bf_right_compile(const struct bf_rights *rights,
	const struct bf_right_era *era, uint64_t hidden);
/* rights_room.c: let columns share room, once all calls are there.  PINNED are
 * columns that are looked at after the last call. */
void bf_right_room(struct bf_arena *arena, struct bf_right_program *program,
	size_t facts, const int *pinned, size_t pinned_count);

#endif
