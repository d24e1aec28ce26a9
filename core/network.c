/* Where a visitor is, no closer than a neighbourhood of addresses. */
#include "req.h"
#include <arpa/inet.h>
#include <string.h>

/* What an IPv6 address holds of IPv4 counts as that (RFC 4291, 2.5.5.2). */
static const char *
network_6(struct bf_req *req, const unsigned char a[16])
{
	static const unsigned char mapped[12] = { [10] = 0xff, [11] = 0xff };

	if (memcmp(a, mapped, sizeof(mapped)) == 0)
		return bf_printf(req->arena, "%d.%d.%d", a[12], a[13], a[14]);
	return bf_printf(req->arena, "%02x%02x:%02x%02x:%02x%02x", a[0], a[1],
		a[2], a[3], a[4], a[5]);
}

const char *
bf_network(struct bf_req *req)
{
	const char *address = req->io->ops->var(req->io, "REMOTE_ADDR");
	unsigned char a[16];

	if (address && inet_pton(AF_INET, address, a) == 1)
		return bf_printf(req->arena, "%d.%d.%d", a[0], a[1], a[2]);
	if (address && inet_pton(AF_INET6, address, a) == 1)
		return network_6(req, a);
	return "unknown";
}
