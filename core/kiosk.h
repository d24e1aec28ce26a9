/* A browser that many people use one after the other.
 *
 * Its cookie `kiosk` holds the place where it stands.  Each answer to it is
 * laid out for it, kept nowhere, and leads to the end of the visit after some
 * quiet (plugin `kiosk`, below whose mount stands `/klaar`).
 */
#ifndef CORE_KIOSK_H
#define CORE_KIOSK_H

#include "req.h"

/* The cookie, the plugin with its pages, the member of `page`. */
#define BF_KIOSK "kiosk"

/* Whether this request comes from one. */
bool bf_kiosk(const struct bf_req *req);
/* What templates ask: {"door": "/kiosk", "quiet": seconds} as page.kiosk. */
void bf_kiosk_page(const struct bf_req *req, json_t *page);
/* What the header Refresh of this answer says, or NULL. */
const char *bf_kiosk_refresh(struct bf_req *req);

#endif
