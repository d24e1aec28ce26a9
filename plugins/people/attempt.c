/* How often somebody tries, counted by marks that tell nobody who it was. */
#include "own.h"
#include <arpa/inet.h>
#include <string.h>
#include <time.h>

#define DAY 86400 /* seconds that marks of attempts are the same */

const struct bf_query people_attempt_look = { "people.attempt_look",
	"who network" };
const struct bf_query people_attempt_begin = { "people.attempt_begin",
	"who network", .writes = true };

bool
people_mark(struct bf_req *req, const char *use, const char *what,
	const char **mark)
{
	return bf_secret_mark(req, bf_option(req, "mark_key"), use, what, mark);
}

/* What an IPv6 address holds of IPv4 counts as that (RFC 4291, 2.5.5.2). */
static const char *
network_6(struct bf_req *req, const unsigned char a[16])
{
	static const unsigned char mapped[12] = { [10] = 0xff, [11] = 0xff };

	if (memcmp(a, mapped, sizeof(mapped)) == 0)
		return bf_printf(
			bf_arena(req), "%d.%d.%d", a[12], a[13], a[14]);
	return bf_printf(bf_arena(req), "%02x%02x:%02x%02x:%02x%02x", a[0],
		a[1], a[2], a[3], a[4], a[5]);
}

/* Where a visitor is: a /24 of IPv4, a /48 of IPv6. */
static const char *
network(struct bf_req *req)
{
	const char *address = bf_variable(req, "REMOTE_ADDR");
	unsigned char a[16];

	if (address && inet_pton(AF_INET, address, a) == 1)
		return bf_printf(bf_arena(req), "%d.%d.%d", a[0], a[1], a[2]);
	if (address && inet_pton(AF_INET6, address, a) == 1)
		return network_6(req, a);
	return "unknown";
}

/* Tomorrow the mark of the same is another. */
static bool
daily(struct bf_req *req, const char *name, const char *use, const char *what)
{
	const char *mark;

	if (!people_mark(req,
		    bf_printf(bf_arena(req), "%s-%lld", use,
			    (long long)time(NULL) / DAY),
		    what, &mark))
		return false;
	bf_set(req, name, mark);
	return true;
}

bool
people_marks(struct bf_req *req, const char *use, const char *what)
{
	return daily(req, "who", use, what)
		&& daily(req, "network", "network", network(req));
}

bool
people_attempt(struct bf_req *req, const char *use, const char *what)
{
	return people_marks(req, use, what)
		&& bf_query(req, &people_attempt_begin, NULL);
}

bool
people_attempt_password(struct bf_req *req, const char *use, const char *what)
{
	return people_marks(req, use, what)
		&& bf_query(req, &people_attempt_look, NULL)
		&& bf_password_place(req)
		&& bf_query(req, &people_attempt_begin, NULL);
}
