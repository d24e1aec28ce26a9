/* What the background work does by the clock. */
#ifndef CORE_CHORES_H
#define CORE_CHORES_H

#include <stdbool.h>
#include <time.h>

struct bf_host;

struct bf_chores {
	const struct bf_host *host;
	bool guests;    /* there are pools that are shut in */
	time_t cleaned; /* when it last looked for what is too old */
};

void bf_chores_begin(struct bf_chores *chores, const struct bf_host *host);
/* What is due; HOST's database is connected. */
void bf_chores_do(struct bf_chores *chores);

#endif
