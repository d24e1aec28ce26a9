/* The addresses of policy. */
#include "own.h"
#include <string.h>

bool
policy_do(struct bf_req *req, const struct bf_query *query, const char *where)
{
	return bf_query(req, query, NULL)
		&& bf_see_other(req, "%s/%s%s", bf_mount_named(req, "beleid"),
			bf_arg(req, "id"), where);
}

const char *
policy_file_path(struct bf_req *req, const char *page, const char *end)
{
	struct bf_buf *out = bf_buf_new(bf_arena(req), 0);
	const char *name = bf_arg(req, "naam");

	bf_put_fmt(out, "/%s/", page);
	bf_put_url(out, name, strlen(name));
	bf_put_str(out, end);
	return out->data;
}

bool
policy_begun(struct bf_req *req, const struct bf_query *query)
{
	json_t *doc;

	return bf_query_json(req, query, &doc)
		&& bf_see_other(req, "%s/%lld", bf_mount_named(req, "beleid"),
			(long long)json_integer_value(
				json_object_get(doc, "id")));
}

const struct bf_route policy_routes[] = {
	{ "GET", "", .handler = policy_reader, .fields = policy_gone_asked,
		.view = "in_force", .cache = 1,
		.help = BF_N("Read which rules are in force.") },
	{ "GET", "/{code}", .handler = policy_rule, .fields = policy_rule_asked,
		.view = "rule", .cache = 1,
		.help = BF_N("Read a rule, and how it came to be.") },
	{ "GET", "/voorstel/{id:int}", .handler = policy_told, .view = "told",
		.cache = 1,
		.help = BF_N("Read what is proposed, or comes in force.") },
	/* civil servants */
	{ "GET", "beleid:", .query = &policy_desk, .fields = policy_desk_asked,
		.view = "desk", .rights = "staff",
		.help = BF_N("See which changes of the rules are made.") },
	{ "GET", "beleid:/nieuw", .handler = policy_new_page,
		.fields = policy_new_asked, .view = "new",
		.rights = "policy.write",
		.help = BF_N("Choose what you want to change.") },
	{ "POST", "beleid:/nieuw", .handler = policy_new,
		.fields = policy_new_given, .view = "new",
		.rights = "policy.write",
		.help = BF_N("Begin to change a rule.") },
	{ "GET", "beleid:/stop", .query = &policy_stop_page, .view = "stop",
		.rights = "policy.stop",
		.help = BF_N("Stop a rule in an emergency, or let it go on.") },
	{ "GET", "beleid:/stop/{code}", .query = &policy_stop_one,
		.view = "stop_one", .rights = "policy.stop fresh",
		.help = BF_N("See what happens when a rule is stopped.") },
	{ "POST", "beleid:/stop/{code}", .handler = policy_stop,
		.query = &policy_stop_one, .fields = policy_stop_reason,
		.view = "stop_one", .rights = "policy.stop fresh",
		.help = BF_N("Stop a rule in an emergency.") },
	{ "POST", "beleid:/stop/{code}/verder", .handler = policy_go_on,
		.query = &policy_stop_one, .fields = policy_stop_reason,
		.view = "stop_one", .rights = "policy.stop fresh",
		.help = BF_N("Let a rule go on that another person "
			     "stopped.") },
	{ "GET", "beleid:/{id:int}", .handler = policy_draft, .view = "draft",
		.rights = "staff",
		.help = BF_N("See a draft: what it changes, and how far it "
			     "is.") },
	{ "GET", "beleid:/{id:int}/waarom", .query = &policy_draft_page,
		.view = "say", .rights = "policy.write",
		.help = BF_N("Say what a draft is for.") },
	{ "POST", "beleid:/{id:int}/waarom", .handler = policy_say,
		.query = &policy_draft_page, .fields = policy_said_fields,
		.view = "say", .rights = "policy.write",
		.help = BF_N("Say what a draft is for.") },
	{ "GET", "beleid:/{id:int}/euro", .handler = policy_moves,
		.view = "moves", .rights = "staff",
		.help = BF_N("See what a draft of the budget moves, in "
			     "euros.") },
	{ "GET", "beleid:/{id:int}/tekst/{naam}", .handler = policy_file,
		.fields = policy_file_asked, .view = "file", .rights = "staff",
		.help = BF_N("Read one file of a draft, or write it.") },
	{ "POST", "beleid:/{id:int}/tekst/{naam}", .handler = policy_save,
		.fields = policy_text_given, .view = "file",
		.rights = "policy.write",
		.help = BF_N("Save the text of a file.") },
	{ "POST", "beleid:/{id:int}/bestand/{naam}", .handler = policy_reset,
		.fields = policy_reset_given, .rights = "policy.write",
		.help = BF_N("Take a file out of a draft, or have it "
			     "removed.") },
	{ "GET", "beleid:/{id:int}/bedragen/{naam}", .handler = policy_amounts,
		.fields = policy_amounts_asked, .view = "amounts",
		.rights = "staff",
		.help = BF_N("See the amounts of a rule, or change them.") },
	{ "POST", "beleid:/{id:int}/bedragen/{naam}",
		.handler = policy_amounts_save, .fields = policy_amounts_given,
		.view = "amounts", .rights = "policy.write",
		.help = BF_N("Change the amounts of a rule from a day on.") },
	{ "GET", "beleid:/{id:int}/gezin/{naam}", .handler = policy_household,
		.view = "household", .rights = "policy.write",
		.help = BF_N("Invent a household to try a rule with.") },
	{ "POST", "beleid:/{id:int}/gezin/{naam}",
		.handler = policy_household_save,
		.fields = policy_household_given, .view = "household",
		.rights = "policy.write",
		.help = BF_N("Invent a household to try a rule with.") },
	{ "GET", "beleid:/{id:int}/opzij/{nr:int}", .handler = policy_aside,
		.view = "aside", .rights = "policy.write",
		.help = BF_N("See two texts that were written at the same "
			     "time.") },
	{ "POST", "beleid:/{id:int}/opzij/{nr:int}",
		.handler = policy_aside_drop, .rights = "policy.write",
		.help = BF_N("Keep what a colleague saved.") },
	{ "GET", "beleid:/{id:int}/uitgave/{nr:int}", .handler = policy_edition,
		.view = "edition", .rights = "staff",
		.help = BF_N("See what was changed at one time.") },
	{ "POST", "beleid:/{id:int}/uitgave/{nr:int}", .handler = policy_undo,
		.fields = policy_edition_seen, .rights = "policy.write",
		.help = BF_N("Take a draft back to how it was before.") },
	{ "POST", "beleid:/{id:int}/opmerking", .handler = policy_comment,
		.fields = policy_comment_given, .view = "draft",
		.rights = "staff", .help = BF_N("Say something of a draft.") },
	{ "POST", "beleid:/{id:int}/tekst/{naam}/opmerking",
		.handler = policy_comment_file,
		.fields = policy_comment_file_given, .view = "file",
		.rights = "staff",
		.help = BF_N("Say something of a file of a draft, or of a "
			     "line.") },
	{ "POST", "beleid:/{id:int}/opmerking/{nr:int}/weg",
		.handler = policy_comment_remove, .rights = "staff",
		.help = BF_N("Take back what you said.") },
	{ "POST", "beleid:/{id:int}/aanbieden", .handler = policy_offer,
		.fields = policy_edition_seen, .rights = "policy.write",
		.help = BF_N("Give a draft to a second person.") },
	{ "POST", "beleid:/{id:int}/terug", .handler = policy_back,
		.rights = "policy.write",
		.help = BF_N("Write on a draft that was offered.") },
	{ "POST", "beleid:/{id:int}/terugsturen", .handler = policy_back,
		.fields = policy_remark, .rights = "policy.publish",
		.help = BF_N("Send a draft back, with what has to be "
			     "different.") },
	{ "POST", "beleid:/{id:int}/weg", .handler = policy_drop,
		.rights = "policy.write", .help = BF_N("Give up a draft.") },
	{ "GET", "beleid:/{id:int}/publiceren", .handler = policy_draft,
		.view = "publish", .rights = "policy.publish fresh",
		.help = BF_N("Look at a draft before it is put in force.") },
	{ "POST", "beleid:/{id:int}/publiceren", .handler = policy_publish,
		.fields = policy_ordering, .view = "publish",
		.rights = "policy.publish fresh",
		.help = BF_N("Put a draft of a colleague in force.") },
	{ "GET", "beleid:/{id:int}/intrekken", .query = &policy_draft_page,
		.view = "end", .rights = "staff",
		.help = BF_N("Withdraw what is not in force yet, with two "
			     "people.") },
	{ "POST", "beleid:/{id:int}/intrekken", .handler = policy_ask_end,
		.query = &policy_draft_page, .fields = policy_reason,
		.view = "end", .rights = "policy.write",
		.help = BF_N("Ask to withdraw what is not in force yet.") },
	{ "POST", "beleid:/{id:int}/stoppen", .handler = policy_ask_end,
		.query = &policy_draft_page, .fields = policy_reason,
		.view = "end", .rights = "policy.publish",
		.help = BF_N("Ask to withdraw what is not in force yet.") },
	{ "POST", "beleid:/{id:int}/intrekken/akkoord",
		.handler = policy_agree_end, .rights = "policy.write fresh",
		.help = BF_N("Agree to withdraw what is not in force yet.") },
	{ "POST", "beleid:/{id:int}/stoppen/akkoord",
		.handler = policy_agree_end, .rights = "policy.publish fresh",
		.help = BF_N("Agree to withdraw what is not in force yet.") },
	{ "POST", "beleid:/{id:int}/intrekken/niet", .handler = policy_drop_end,
		.rights = "staff",
		.help = BF_N("Take back that you asked to withdraw it.") },
	{ "POST", "beleid:/{id:int}/verder", .handler = policy_rebase,
		.fields = policy_version_seen, .rights = "policy.write",
		.help = BF_N("Go on with a draft from what is in force "
			     "now.") },
	{ "POST", "beleid:/{id:int}/opnieuw", .handler = policy_again,
		.rights = "policy.write",
		.help = BF_N("Write on a draft that could not be put in "
			     "force.") },
	{ "POST", "beleid:/{id:int}/omkeren", .handler = policy_reverse,
		.rights = "policy.write",
		.help = BF_N("Begin a draft that puts back what was "
			     "before.") },
	{ 0 },
};

const struct bf_query *const policy_queries[] = { &policy_told_all,
	&policy_rule_page, &policy_draft_told, &policy_in_force,
	&policy_moves_lines, &policy_moves_said, &policy_draft_page,
	&policy_version_texts, &policy_new_query, &policy_file_page,
	&policy_news, &policy_says, &policy_saves, &policy_resets,
	&policy_household_sets, &policy_aside_page, &policy_aside_drops,
	&policy_edition_page, &policy_undoes, &policy_comments,
	&policy_comment_removes, &policy_offers, &policy_stop_puts,
	&policy_stop_lifts, &policy_effects_query, &policy_backs, &policy_drops,
	&policy_publishes, &policy_asks_end, &policy_agrees_end,
	&policy_drops_end, &policy_agains, &policy_rebases, &policy_reverses,
	NULL };

const struct bf_kind *const policy_kinds[] = { &policy_no_such_file,
	&policy_not_now, &policy_said_meanwhile, &policy_no_address,
	&policy_same_person, &policy_nothing_changed, &policy_moved,
	&policy_say_why, &policy_not_good, &policy_no_such_day,
	&policy_no_such_end, &policy_own_asking, &policy_asked_already,
	&policy_file_too_long, &policy_stopped_already, &policy_your_own_stop,
	NULL };
