/* A process in which the kernel refuses a call: what is done then. */
#ifndef TESTS_REFUSE_H
#define TESTS_REFUSE_H

#include "err.h"
#include <seccomp.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/* CALL fails with ERROR when this argument has this value. */
struct refusal {
	const char *name;
	int call, argument, value, error;
	const char *says;
};

/* ARGUMENT, when its value does not matter. */
#define WHATEVER (-1)

/* From now on, in this process or thread. */
static inline bool
refuse(const struct refusal *r)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
	const struct scmp_arg_cmp when = { (unsigned)r->argument, SCMP_CMP_EQ,
		(scmp_datum_t)r->value, 0 };
	bool good = filter
		&& seccomp_rule_add_array(filter,
			   SCMP_ACT_ERRNO((unsigned)r->error), r->call,
			   r->argument != WHATEVER, &when)
			== 0
		&& seccomp_load(filter) == 0;

	seccomp_release(filter);
	return good;
}

/* What ACT says in a child where R holds: its error, or "good".  R may be
 * NULL. */
static inline const char *
refused(const struct refusal *r, bool (*act)(struct bf_err *err))
{
	static struct bf_err *err;
	pid_t pid;

	if (err == NULL)
		err = mmap(NULL, sizeof(*err), PROT_READ | PROT_WRITE,
			MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (err == MAP_FAILED)
		exit(99);
	snprintf(err->text, sizeof(err->text), "(it fell)");
	fflush(stdout);
	pid = fork();
	if (pid == 0) {
		err->text[0] = '\0';
		if (r && !refuse(r))
			_exit(99);
		if (act(err))
			snprintf(err->text, sizeof(err->text), "good");
		_exit(0);
	}
	if (pid < 0 || waitpid(pid, NULL, 0) < 0)
		exit(99);
	return err->text;
}

#endif
