/* The jobs that the plugins of a pool declare. */
#ifndef CORE_WORK_H
#define CORE_WORK_H

#include <stdbool.h>
#include <stddef.h>

struct bf_host;
struct bf_work_row;

struct bf_work {
	struct bf_host *host;
	struct bf_work_row *rows;
	size_t count;
};

void bf_work_begin(struct bf_work *work, struct bf_host *host);
/* There is something to do for FEATURE. */
void bf_work_call(struct bf_work *work, const char *feature);
/* Run what is due; HOST's database is connected. */
void bf_work_do(struct bf_work *work);
/* Whether a job has more to do at once. */
bool bf_work_more(const struct bf_work *work);

#endif
