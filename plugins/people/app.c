/* The secret of an app with codes, and what it showed. */
#include "app.h"
#include "own.h"

static unsigned
digit(char c)
{
	return (unsigned)(c <= '9' ? c - '0' : c - 'a' + 10);
}

bool
people_app_secret(struct bf_req *req, const char *salt, struct bytes *out)
{
	unsigned char *data = bf_alloc(bf_arena(req), TOTP_SECRET);
	const char *mark;
	size_t i;

	if (!people_mark(req, "code-app", salt, &mark))
		return false;
	for (i = 0; i < TOTP_SECRET; i++)
		data[i] = (unsigned char)(digit(mark[2 * i]) << 4
			| digit(mark[2 * i + 1]));
	*out = (struct bytes){ data, TOTP_SECRET };
	return true;
}

void
people_app_step(struct bf_req *req, uint64_t step)
{
	bf_set(req, "step",
		bf_printf(bf_arena(req), "%llu", (unsigned long long)step));
}

const char *
people_app_code(struct bf_req *req)
{
	const char *text = bf_value(req, "cijfers");
	char *out = bf_strdup(bf_arena(req), text), *to = out;

	for (; *text; text++)
		if (*text != ' ')
			*to++ = *text;
	*to = '\0';
	return out;
}
