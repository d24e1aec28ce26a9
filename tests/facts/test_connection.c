/* The file with the way to a service. */
#include "../../plugins/facts/connection.h"
#include "../core/scratch.h"
#include "../tap.h"
#include "arena.h"

static struct facts_connection got;
static const char *why;

static bool
reads(struct bf_arena *arena, const char *text, mode_t mode)
{
	const char *file = bf_printf(arena, "%s/way", scratch_dir());

	remove(file);
	if (text)
		scratch_put("way", text, strlen(text));
	if (text && chmod(file, mode) != 0)
		exit(99);
	why = "";
	return facts_connection_read(arena, file, &got, &why);
}

int
main(void)
{
	struct bf_arena *arena = bf_arena_new();
	static char much[5000];

	ok(reads(arena,
		   "# who\n\n url = https://a.example/b \r\nca=/ca\n"
		   "certificate = /c c\n\tkey = /k",
		   0600),
		"a file is read: %s", why);
	is(got.url, "https://a.example/b", "without blanks around it");
	is(got.ca, "/ca", "or with none");
	is(got.certificate, "/c c", "with those inside");
	is(got.key, "/k", "to its end");
	ok(reads(arena, "url = https://a.example/?b=c", 0400), "one line: %s",
		why);
	is(got.url, "https://a.example/?b=c", "with all behind the first =");
	is(got.ca, NULL, "and nothing else");
	ok(!reads(arena, NULL, 0), "no file");
	has(why, "No such file", "is told");
	ok(!reads(arena, "url = https://a.example/", 0640),
		"the group may read");
	has(why, "others may read it: chmod 600", "what to do");
	ok(!reads(arena, "url = https://a.example/", 0602), "others may write");
	ok(!reads(arena, "url = https://a.example/\nurl2 = x", 0600),
		"another key");
	has(why, "/way:2: ", "with its line");
	ok(!reads(arena, "https://a.example/", 0600), "no key");
	ok(!reads(arena, "", 0600), "nothing");
	has(why, "it needs url", "what lacks");
	ok(!reads(arena, "url = http://a.example/", 0600), "not over TLS");
	ok(!reads(arena, "url = https://a.example/\nkey = /k", 0600),
		"a key without its certificate");
	ok(!reads(arena, "url = https://a.example/\ncertificate = /c", 0600),
		"or the other way around");
	memset(much, '#', sizeof(much) - 1);
	ok(!reads(arena, much, 0600), "only comments");
	bf_arena_free(arena);
	return done();
}
