/* Declared fields: one row checks the request, labels the form and explains
 * the mistake.  Query parameters, form bodies and the columns of import files
 * are all declared this way.
 */
#ifndef BELFORT_FORM_H
#define BELFORT_FORM_H

#include <belfort/base.h>

enum bf_type {
	BF_TEXT,   /* UTF-8; min and max count characters */
	BF_INT,    /* decimal, 64 bits; min and max are values (both 0: any) */
	BF_CHOICE, /* one of CHOICES, separated by blanks */
	BF_DAY,    /* YYYY-MM-DD, a day that exists */
	BF_CENTS,  /* euros with at most two decimals; kept as integer cents */
	BF_PATH,   /* an address on this site: begins with one slash */
	/* What follows is quoted in no message and no log, and is no field of a
	 * GET: it would stand in an address. */
	BF_NATIONAL, /* Belgian national or BIS number; kept as 11 digits */
	BF_IBAN,     /* ISO 13616; kept in capitals without blanks */
};

/* A table of fields ends with a row without a name. */
struct bf_field {
	const char *name;
	enum bf_type type;
	bool required;
	long long min, max;
	const char *choices;
	const char *label; /* BF_N("...") */
	const char *hint;  /* BF_N("...") or NULL */
};

/* The checked value of the declared field NAME in canonical form (an integer
 * without leading zeros, cents as an integer), or NULL where it is absent. */
BF_API const char *bf_value(struct bf_req *req, const char *name);
/* TEXT as an address for e-mail in the form in which two are compared; NULL:
 * it is none. */
BF_API const char *bf_email(struct bf_arena *arena, const char *text);

#endif
