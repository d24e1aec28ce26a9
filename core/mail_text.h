/* A mail as it goes over the line: RFC 5322 and MIME. */
#ifndef CORE_MAIL_TEXT_H
#define CORE_MAIL_TEXT_H

#include <belfort/buf.h>
#include <belfort/mail.h>
#include <time.h>

/* Whether TEXT is an address that can stand between < and > in a header and in
 * a command of SMTP: ASCII, without blanks, quotes or brackets. */
bool bf_mail_address(const char *text);
/* MAIL as a message from the address FROM, who is called NAME, of moment NOW:
 * all lines end with CR LF and have at most 78 bytes. */
void bf_mail_text(struct bf_buf *out, const struct bf_mail *mail,
	const char *from, const char *name, time_t now);

#endif
