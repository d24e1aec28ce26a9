/* Every escaping, and texts that try to leave their place. */
#include "../tap.h"
#include "arena.h"
#include <belfort/buf.h>

typedef void putter(struct bf_buf *buf, const char *text, size_t len);

struct escape {
	const char *name, *text, *want;
};

static const struct escape html[] = {
	{ "plain", "Graslei", "Graslei" },
	{ "nothing", "", "" },
	{ "all five", "&<>\"'", "&amp;&lt;&gt;&quot;&#39;" },
	{ "between", "a<b", "a&lt;b" },
	{ "UTF-8", "één € ", "één € " },
	{ "escaped already", "&amp;", "&amp;amp;" },
	{ 0 },
};

static const struct escape url[] = {
	{ "unreserved", "aZ09-._~", "aZ09-._~" },
	{ "a way out of a segment", "../a?b#c", "..%2Fa%3Fb%23c" },
	{ "separators", "a&b=c d+e%", "a%26b%3Dc%20d%2Be%25" },
	{ "UTF-8", "é", "%C3%A9" },
	{ "a line break", "\r\n", "%0D%0A" },
	{ 0 },
};

static const struct escape json[] = {
	{ "plain", "Sint-Amandsberg", "Sint-Amandsberg" },
	{ "quote and backslash", "\"\\", "\\\"\\\\" },
	{ "line break and tab", "\r\n\t", "\\u000d\\u000a\\u0009" },
	{ "control characters", "\x01\x1f", "\\u0001\\u001f" },
	{ "two, three, four bytes", "é€😀", "é€😀" },
	{ 0 },
};

static const struct escape csv[] = {
	{ "plain", "Gentbrugge", "Gentbrugge" },
	{ "nothing", "", "" },
	{ "a comma stays", "a,b", "a,b" },
	{ "the delimiter", "a;b", "\"a;b\"" },
	{ "quotes are doubled", "a \"b\"", "\"a \"\"b\"\"\"" },
	{ "a line break", "a\nb", "\"a\nb\"" },
	{ "a formula", "=1+1", "\"'=1+1\"" },
	{ "plus", "+32 9", "\"'+32 9\"" },
	{ "minus", "-2", "-2" },
	{ "at", "@sum", "\"'@sum\"" },
	{ "a tab before", "\t=1", "\"'\t=1\"" },
	{ "a negative number", "-1234,50", "-1234,50" },
	{ "a sum", "-1+1", "\"'-1+1\"" },
	{ "only a minus", "-", "\"'-\"" },
	{ "a formula in quotes", "=\"a;b\"", "\"'=\"\"a;b\"\"\"" },
	{ "a sign inside", "a=b", "a=b" },
	{ 0 },
};

static const struct {
	const char *name;
	putter *put;
	const struct escape *cases;
} suites[] = {
	{ "html", bf_put_html, html },
	{ "url", bf_put_url, url },
	{ "json", bf_put_json, json },
	{ "csv", bf_put_csv, csv },
};

int
main(void)
{
	struct bf_arena *arena = bf_arena_new();
	const struct escape *e;
	struct bf_buf *buf;
	size_t i;

	for (i = 0; i < sizeof(suites) / sizeof(suites[0]); i++)
		for (e = suites[i].cases; e->name; e++) {
			buf = bf_buf_new(arena, 0);
			suites[i].put(buf, e->text, strlen(e->text));
			is(buf->data, e->want,
				bf_printf(arena, "%s: %s", suites[i].name,
					e->name));
		}
	bf_arena_free(arena);
	return done();
}
