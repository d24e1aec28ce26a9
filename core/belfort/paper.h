/* Codes of forms on paper, and entering what came back.
 *
 * The code of a version of a form is eight signs of its hash and one to check
 * by (ISO 7064, the hybrid system MOD 27,26, over 26 signs of which no two look
 * alike): with one sign misread it is no code, nor, but for one in four
 * hundred, with two neighbours that changed places.
 */
#ifndef BELFORT_PAPER_H
#define BELFORT_PAPER_H

#include <belfort/base.h>

#define BF_PAPER_CODE 12 /* "ACD-EFG-HJK" and its end */

/* CODE as it stands on paper, from what somebody typed or scanned, with any
 * blanks and lines between; false: one of its signs is not right. */
BF_API BF_CHECKED bool
bf_paper_read(const char *text, char code[BF_PAPER_CODE]);

/* From now on this browser enters a paper form with that CODE, received on DAY
 * ("2026-11-25"), until it was handled or bf_paper_leave(): pages say so and
 * lead to PAGE, an address on this site where it is entered, and the query
 * `entered` of the pool is run after it.  That one, and any other
 * query, may name the argument `papier`, a hash that only this browser has
 * (64 hexadecimal digits); this call gives it. */
BF_API BF_CHECKED bool bf_paper_enter(struct bf_req *req, const char *code,
	const char *day, const char *page, const char **hash);
BF_API BF_CHECKED bool bf_paper_leave(struct bf_req *req);

#endif
