/* The drafts that there are, by what happens to them next. */
#include "own.h"

const struct bf_query policy_desk = { "policy.desk", "session" };

const struct bf_kind policy_same_person = { "same_person", 409,
	BF_N("Who wrote a draft does not publish it, and who published it does "
	     "not write on. Ask a colleague.") };
