/* Letters with a code: made by a civil servant, used by who gets them. */
#include "own.h"

const struct bf_kind people_letter_gone = { "letter_gone", 409,
	BF_N("This code does not work any more. Ask for a new letter.") };
const struct bf_kind people_letter_other = {
	"letter_other", 409,
	BF_N("This letter is for somebody else than who is signed in, or they have an account already. Sign out, then sign in with the letter.")
};

const struct bf_query people_letter_new = { "people.letter_new",
	"session resident code shown", .writes = true };
const struct bf_query people_letter_try = { "people.letter_try", "code born",
	.writes = true };
const struct bf_query people_letter_enter = { "people.letter_enter",
	"code born who network fresh session device lang", .writes = true };
const struct bf_query people_letter_linked = { "people.letter_link",
	"session code born who network", .writes = true };

const struct bf_field people_letter_fields[] = {
	{ "code", BF_TEXT, true, 0, 40, .label = BF_N("Code in the letter") },
	{ "geboren", BF_DAY, true, .label = BF_N("Your birth date") },
	{ "terug", BF_PATH, .label = BF_N("Page to return to") },
	{ 0 },
};

static bool
mark_set(struct bf_req *req, const char *code)
{
	const char *mark;

	if (!people_mark(req, "letter", code, &mark))
		return false;
	bf_set(req, "code", mark);
	return true;
}

bool
people_letter(struct bf_req *req)
{
	char *code = bf_alloc(bf_arena(req), PEOPLE_CODE);

	people_code_new(code);
	bf_set(req, "shown", code);
	return mark_set(req, code) && bf_show(req, &people_letter_new);
}

/* Whether code and birth date belong together. */
static bool
tried(struct bf_req *req)
{
	const char *right;

	bf_set(req, "born", bf_value(req, "geboren"));
	return people_learn(req, &people_letter_try, "right", &right)
		&& (right
			|| bf_fail_field(req, "code",
				BF_N("This code and this birth date do not belong together, or the code does not work any more.")));
}

/* A code with a slip of the pen is no try. */
static bool
right(struct bf_req *req)
{
	char *code = bf_alloc(bf_arena(req), PEOPLE_CODE);

	if (!people_code_read(bf_value(req, "code"), code))
		return bf_fail_field(req, "code",
			BF_N("This is not a code of ours. Look again at the letter: it has 12 letters and digits."));
	return people_attempt(req, "letter", code) && mark_set(req, code)
		&& tried(req);
}

bool
people_letter_sign_in(struct bf_req *req)
{
	return right(req)
		&& people_enter(req, &people_letter_enter,
			bf_printf(bf_arena(req), "%s/toegang", bf_mount(req)));
}

bool
people_letter_link(struct bf_req *req)
{
	return right(req) && bf_query(req, &people_letter_linked, NULL)
		&& bf_see_other(req, "%s", bf_mount(req));
}
