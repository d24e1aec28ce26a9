/* Cookies: of any header a list comes, with the language as the only thing
 * that is believed.
 */
#include "../core/req.h"
#include "crypt.h"
#include "fuzz.h"
#include "i18n.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct bf_arena *arena;
	const struct bf_pair *cookie;
	struct bf_req *req;

	if (arena == NULL) {
		bf_crypt_start();
		arena = bf_arena_new();
	}
	req = req_with(arena, "HTTP_COOKIE",
		bf_strndup(arena, (const char *)data, size));
	must(bf_request_read(req));
	for (cookie = req->cookies; cookie; cookie = cookie->next)
		must(!strpbrk(cookie->name, "=;")
			&& !strchr(cookie->value, ';'));
	must(bf_lang_index(req->lang) >= 0);
	bf_arena_reset(arena);
	return 0;
}
