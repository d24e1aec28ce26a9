/* Finds Unix users and becomes them. */
#include "user.h"
#include <belfort/arena.h>
#include <errno.h>
#include <grp.h>
#include <pwd.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

const char *
bf_user_name(struct bf_arena *arena, uid_t uid)
{
	const struct passwd *user = getpwuid(uid);

	return user ? bf_strdup(arena, user->pw_name)
		    : bf_printf(arena, "uid %u", (unsigned)uid);
}

bool
bf_user_root(void)
{
	return geteuid() == 0;
}

bool
bf_user_find(const char *user, uid_t *uid, gid_t *gid, struct bf_err *err)
{
	const struct passwd *pw = bf_user_root() ? getpwnam(user) : NULL;

	*uid = pw ? pw->pw_uid : (uid_t)-1;
	*gid = pw ? pw->pw_gid : (gid_t)-1;
	if (pw == NULL && bf_user_root())
		return bf_err(err,
			"there is no Unix user %s: make it with adduser "
			"--system --group %s",
			user, user);
	return true;
}

bool
bf_user_group(const char *group, gid_t *gid, struct bf_err *err)
{
	const struct group *gr = bf_user_root() ? getgrnam(group) : NULL;

	*gid = gr ? gr->gr_gid : (gid_t)-1;
	if (gr == NULL && bf_user_root())
		return bf_err(err,
			"there is no Unix group %s: make it with addgroup "
			"--system %s, with the web server in it",
			group, group);
	return true;
}

static bool
change(const char *user, struct bf_err *err)
{
	uid_t uid;
	gid_t gid;

	if (!bf_user_find(user, &uid, &gid, err))
		return false;
	if (initgroups(user, gid) < 0 || setgid(gid) < 0 || setuid(uid) < 0)
		return bf_err(
			err, "cannot become %s: %s", user, strerror(errno));
	return true;
}

bool
bf_user_become(const char *user, struct bf_err *err)
{
	if (bf_user_root() && !change(user, err))
		return false;
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0)
		return bf_err(err, "no_new_privs: %s", strerror(errno));
	return true;
}
