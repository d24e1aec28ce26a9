/* Rule files about rights: what they may say, what comes out, and why. */
#include "file.h"
#include "rights.h"

/* --- the example of the documentation ------------------------------------- */

/* The blocks of Lua in docs/rights.md, each with its name in the first line. */
static size_t
example(struct bf_arena *arena, struct bf_rule_file *files)
{
	struct bf_err err = { 0 };
	size_t len, n = 0, name;
	const char *at = bf_file_read(arena,
		bf_printf(arena, "%s/docs/rights.md", tap_sources()), 1 << 20,
		&len, &err);
	const char *end;

	static const char *const names[] = { "feiten.lua", "vt.lua",
		"huisvuil.lua" };

	while (at && n < 3 && (at = strstr(at, "```lua\n")) != NULL) {
		at += 7;
		end = strstr(at, "```");
		name = n;
		files[n++] = (struct bf_rule_file){ .name = names[name],
			.text = bf_strndup(arena, at, (size_t)(end - at)) };
		at = end + 3;
	}
	return n;
}

int
main(void)
{
	struct bf_arena *arena = bf_arena_new();
	struct bf_rule_file files[3];
	struct bf_rule_fault fault;
	struct bf_rights *rights;
	struct bf_right_known *known;
	struct bf_right_outcome *out;
	struct bf_right_question q[4];
	int wrong;
	int32_t day;
	size_t i;

	if (!ok(rights_load(arena, files, example(arena, files), true, &rights,
			&fault),
		    "the example of the documentation loads"))
		printf("# %s:%d: %s\n", fault.file, fault.line, fault.text[1]);
	known = bf_alloc(arena, sizeof(*known) * 64);
	bf_right_unknown(rights, known);
	ok(bf_right_day("2024-06-01", &day), "day");
	ok(bf_right_read(
		   rights, bf_rights_fact(rights, "statuut"), "geen", known),
		"read");
	ok(bf_right_read(rights, bf_rights_fact(rights, "bruto_jaar"), "25000",
		   known),
		"read");
	printf("# %zu asks\n", bf_rights_ask(rights, day, known, 3, q, 4));
	ok(bf_rights_decide(arena, rights, day, known, &out, &wrong), "decide");
	for (i = 0; i < rights->count; i++)
		printf("# %s\n",
			bf_right_sentence(arena, rights, &out[i], "en"));
	ok(bf_right_read(
		   rights, bf_rights_fact(rights, "ten_laste"), "2", known),
		"read");
	ok(bf_rights_decide(arena, rights, day, known, &out, &wrong), "decide");
	for (i = 0; i < rights->count; i++)
		printf("# %s\n",
			bf_right_sentence(arena, rights, &out[i], "nl"));
	bf_arena_free(arena);
	return done();
}
