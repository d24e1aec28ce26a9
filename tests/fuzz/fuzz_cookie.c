/* Cookies: of any header a list comes, with the language as the only thing
 * that is believed; or it is refused, when it names too many.
 */
#include "../core/req.h"
#include "fuzz.h"
#include "i18n.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct bf_arena *arena;
	const struct bf_pair *cookie;
	/* With a number of its own no request has to draw one. */
	char *vars[] = { NULL, (char[]){ "BF_REQUEST_ID=1" }, NULL };
	struct bf_req *req;

	if (arena == NULL)
		arena = bf_arena_new();
	vars[0] = bf_printf(
		arena, "HTTP_COOKIE=%.*s", (int)size, (const char *)data);
	req = req_make(arena, vars, NULL);
	must(bf_request_read(req) || req->fault.kind == &BF_BAD_REQUEST);
	for (cookie = req->cookies; cookie; cookie = cookie->next)
		must(!strpbrk(cookie->name, "=;")
			&& !strchr(cookie->value, ';'));
	must(bf_lang_index(req->lang) >= 0);
	bf_arena_reset(arena);
	return 0;
}
