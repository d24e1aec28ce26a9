/* Takes and gives back memory, and reads the clock, while a signal handler
 * reads it too, as PostgreSQL's does.  Exits with 0 when no reading stood
 * before the first one.
 */
#include <signal.h>
#include <stdlib.h>
#include <sys/time.h>

#define READINGS 2000
#define SLOTS 64

static volatile sig_atomic_t readings, wrong;
static time_t first;

static time_t
seconds(void)
{
	struct timeval now;

	gettimeofday(&now, NULL);
	return now.tv_sec;
}

static void
handler(int signal)
{
	(void)signal;
	readings++;
	wrong += seconds() < first;
}

int
main(void)
{
	const struct itimerval often = { { 0, 100 }, { 0, 100 } };
	void *slots[SLOTS] = { 0 };
	unsigned n = 1;

	first = seconds();
	signal(SIGALRM, handler);
	setitimer(ITIMER_REAL, &often, NULL);
	while (readings < READINGS) {
		n = n * 1103515245U + 12345U;
		free(slots[(n >> 8) % SLOTS]);
		slots[(n >> 8) % SLOTS] = malloc(n % 5000);
		wrong += seconds() < first;
	}
	return wrong ? 1 : 0;
}
