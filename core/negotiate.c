/* Which language and which representation a visitor gets. */
#include "i18n.h"
#include "walk.h"
#include <stdlib.h>
#include <string.h>

static const struct {
	enum bf_form form;
	const char *type;
} forms[] = {
	{ BF_HTML, "text/html" },
	{ BF_JSON, "application/json" },
	{ BF_CSV, "text/csv" },
};

#define FORMS (sizeof(forms) / sizeof(forms[0]))

/* Quality of one element of an Accept header, in thousandths. */
static int
quality(const char *text, size_t len)
{
	const char *q = memmem(text, len, ";q=", 3);
	double value;

	if (q == NULL)
		q = memmem(text, len, "; q=", 4);
	if (q == NULL)
		return 1000;
	value = strtod(strchr(q, '=') + 1, NULL);
	if (!(value > 0)) /* which is so of what is no number, too */
		return 0;
	return value < 1 ? (int)(1000 * value + 0.5) : 1000;
}

/* How closely the range at TEXT fits TYPE: 3 exactly, 2 its family, 1 all. */
static int
range_fit(const char *text, size_t len, const char *type)
{
	size_t family = strcspn(type, "/") + 1;

	len = strcspn(text, ";, ") < len ? strcspn(text, ";, ") : len;
	if (len == strlen(type) && strncasecmp(text, type, len) == 0)
		return 3;
	if (len == family + 1 && text[family] == '*'
		&& strncasecmp(text, type, family) == 0)
		return 2;
	return len == 3 && strncmp(text, "*/*", 3) == 0 ? 1 : 0;
}

/* The quality that ACCEPT gives TYPE: the closest range decides (RFC 9110,
 * 12.5.1). */
static int
accept_quality(const char *accept, const char *type)
{
	int best = 0, q = 0, fit;
	size_t len;

	while (*accept) {
		accept += strspn(accept, ", ");
		len = strcspn(accept, ",");
		fit = range_fit(accept, len, type);
		if (fit > best) {
			best = fit;
			q = quality(accept, len);
		}
		accept += len;
	}
	return q;
}

static const char *
accept_header(struct bf_req *req)
{
	const char *accept = req->io->ops->var(req->io, "HTTP_ACCEPT");

	return accept && *accept ? accept : "*/*";
}

/* The first of Accept-Language that Belfort speaks, by quality. */
static const char *
lang_accepted(const char *accept)
{
	const char *found = bf_langs[0];
	int best = 0, q, i;
	size_t len;

	while (accept && *accept) {
		accept += strspn(accept, ", ");
		len = strcspn(accept, ",");
		q = quality(accept, len);
		for (i = 0; i < BF_LANGS; i++)
			if (q > best && len >= 2
				&& strncasecmp(accept, bf_langs[i], 2) == 0
				&& (len == 2
					|| !strchr("abcdefghijklmnopqrstuvwxyz",
						accept[2]))) {
				best = q;
				found = bf_langs[i];
			}
		accept += len;
	}
	return found;
}

/* The address's ?taal=, then what the web server worked out, then the cookie,
 * then the browser's languages. */
static const char *
lang_choose(struct bf_req *req)
{
	const char *const choices[] = {
		bf_pair_value(req->query, "taal"),
		req->io->ops->var(req->io, "BF_LANG"),
		bf_pair_value(req->cookies, "taal"),
	};
	size_t i;

	for (i = 0; i < sizeof(choices) / sizeof(choices[0]); i++)
		if (choices[i] && bf_lang_index(choices[i]) >= 0)
			return bf_langs[bf_lang_index(choices[i])];
	return lang_accepted(
		req->io->ops->var(req->io, "HTTP_ACCEPT_LANGUAGE"));
}

void
bf_negotiate_early(struct bf_req *req)
{
	const char *accept = accept_header(req);

	req->lang = lang_choose(req);
	if (!req->suffixed)
		req->form = accept_quality(accept, "application/json")
				> accept_quality(accept, "text/html")
			? BF_JSON
			: BF_HTML;
}

static bool
route_has(const struct bf_route *route, enum bf_form form)
{
	switch (form) {
	case BF_HTML:
		return route->view != NULL;
	case BF_JSON:
		return route->query != NULL || route->handler != NULL
			|| route->view != NULL;
	case BF_CSV:
		return route->csv != NULL || route->copy != NULL;
	}
	return false;
}

static bool
form_accepted(struct bf_req *req)
{
	const char *accept = accept_header(req);
	int best = 0, q;
	size_t i;

	for (i = 0; i < FORMS; i++) {
		q = accept_quality(accept, forms[i].type);
		if (q > best && route_has(req->route, forms[i].form)) {
			best = q;
			req->form = forms[i].form;
		}
	}
	return best > 0;
}

bool
bf_negotiate(struct bf_req *req)
{
	if (req->suffixed)
		return route_has(req->route, req->form)
			|| bf_fail(req, &BF_NOT_FOUND, "no such twin");
	/* What writes answers with another address, whatever was accepted. */
	if (strcmp(req->route->method, "POST") == 0)
		return true;
	return form_accepted(req)
		|| bf_fail(req, &BF_NOT_ACCEPTABLE, "nothing acceptable");
}
