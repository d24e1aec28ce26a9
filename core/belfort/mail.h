/* Mail: one message to one address, handed over to the server of [mail].
 *
 * Whoever calls this keeps the message until its end is known, and sends it
 * again with the same id where that is not so: mail programs know a repeat by
 * it.
 */
#ifndef BELFORT_MAIL_H
#define BELFORT_MAIL_H

#include <belfort/base.h>

struct bf_mail {
	const char *to;      /* an address in ASCII */
	const char *id;      /* letters, digits, -: the same for each repeat */
	const char *lang;    /* "nl", "en" or "fr" */
	const char *subject; /* UTF-8, as the text */
	const char *text;    /* plain; a line of it is a paragraph */
};

enum bf_handed {
	BF_HANDED_OVER,    /* the server has it */
	BF_HANDED_LATER,   /* it does not take it now */
	BF_HANDED_NEVER,   /* it does not take this message */
	BF_HANDED_NOBODY,  /* there is nobody at that address */
	BF_HANDED_UNSURE,  /* it was given, the answer never came */
	BF_HANDED_NOWHERE, /* no server that takes mail from us could be had */
};

struct bf_mailer;

/* What hands over the mail of this request: one connection, closed with it.
 * NULL: the configuration names no server. */
BF_API struct bf_mailer *bf_mailer(struct bf_req *req);
/* Hand MAIL over.  *SAID is the code of the server's answer, "451" or
 * "550 5.1.1", or in a word what failed; never what it says beside. */
BF_API enum bf_handed bf_mail_send(struct bf_mailer *mailer,
	const struct bf_mail *mail, const char **said);

#endif
