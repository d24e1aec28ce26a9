/* Becoming another Unix user, for good. */
#include "../tap.h"
#include "refuse.h"
#include "user.h"
#include <errno.h>
#include <grp.h>
#include <sys/prctl.h>

static bool
become(struct bf_err *err)
{
	return bf_user_become("nobody", err);
}

/* Nobody's rights, and no way to more. */
static bool
become_whole(struct bf_err *err)
{
	gid_t groups[8];
	int count;

	if (!become(err))
		return false;
	if (prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) != 1)
		return bf_err(err, "new rights are to be had");
	if (geteuid() == 0 || getuid() == 0 || setuid(0) == 0)
		return bf_err(err, "it is root");
	count = getgroups(8, groups);
	while (count-- > 0)
		if (groups[count] == 0)
			return bf_err(err, "it has a group of root");
	return true;
}

static bool
become_none(struct bf_err *err)
{
	return bf_user_become("nobody-there", err);
}

/* What an ordinary user asks for is left to the system. */
static bool
as_nobody(struct bf_err *err)
{
	uid_t uid;
	gid_t gid, group;

	return become(err) && !bf_user_root() && become(err)
		&& bf_user_find("nobody-there", &uid, &gid, err)
		&& bf_user_group("nobody-there", &group, err)
		&& uid == (uid_t)-1 && gid == (gid_t)-1 && group == (gid_t)-1;
}

static const struct refusal as_root[] = {
	{ "groups", SYS_setgroups, WHATEVER, 0, EPERM,
		"cannot become nobody: Operation not permitted" },
	{ "a group", SYS_setgid, WHATEVER, 0, EAGAIN,
		"cannot become nobody: Resource temporarily unavailable" },
	{ "a user", SYS_setuid, WHATEVER, 0, EPERM,
		"cannot become nobody: Operation not permitted" },
};

static const struct refusal rights = { "no new rights", SYS_prctl, 0,
	PR_SET_NO_NEW_PRIVS, EINVAL, "no_new_privs: Invalid argument" };

static void
test_root(void)
{
	struct bf_err err = { "" };
	uid_t uid = 0;
	gid_t gid = 0;
	size_t i;

	ok(bf_user_find("nobody", &uid, &gid, &err) && uid > 0 && gid > 0,
		"a user has numbers");
	ok(bf_user_group("nogroup", &gid, &err) && gid > 0, "a group has one");
	ok(!bf_user_find("nobody-there", &uid, &gid, &err), "no such user");
	has(err.text, "make it with adduser --system --group nobody-there",
		"with the remedy");
	err.text[0] = '\0';
	ok(!bf_user_group("nobody-there", &gid, &err), "no such group");
	has(err.text, "make it with addgroup --system nobody-there",
		"with the remedy");
	has(refused(NULL, become_none), "there is no Unix user nobody-there",
		"who is not there is not become");
	for (i = 0; i < sizeof(as_root) / sizeof(as_root[0]); i++)
		is(refused(&as_root[i], become), as_root[i].says,
			as_root[i].name);
}

int
main(void)
{
	is(refused(NULL, become_whole), "good", "a user is become, for good");
	is(refused(NULL, as_nobody), "good",
		"who is not root asks for nobody else");
	is(refused(&rights, become), rights.says, rights.name);
	if (bf_user_root())
		test_root();
	return done();
}
