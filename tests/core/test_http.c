/* Asking another server: what goes out, what comes back, what is not asked. */
#include "../tap.h"
#include "arena.h"
#include <arpa/inet.h>
#include <belfort/http.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static int port;

#define HEAD(status) "HTTP/1.1 " status "\r\nConnection: close\r\n"

/* Answers one question on FD with TEXT, and what was asked with ECHO. */
static void
answer(int fd, const char *text)
{
	static char asked[4096];
	char out[8192];
	ssize_t len = 0, n = 1;

	while (n > 0 && !strstr(asked, "\r\n\r\n")) {
		n = read(fd, asked + len, sizeof(asked) - 1 - (size_t)len);
		len += n > 0 ? n : 0;
	}
	if (strcmp(text, "ECHO") == 0)
		snprintf(out, sizeof(out), HEAD("200 OK") "\r\n%s", asked);
	else
		snprintf(out, sizeof(out), "%s", text);
	(void)!write(fd, out, strlen(out));
}

/* A server for one question, which says TEXT; nothing: it keeps silent.  It
 * goes on with MORE bytes. */
static pid_t
serve(const char *text, size_t more)
{
	struct sockaddr_in at = { .sin_family = AF_INET,
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t len = sizeof(at);
	int fd = socket(AF_INET, SOCK_STREAM, 0), client;
	static const char some[4096];
	ssize_t n = 1;
	pid_t pid, test;

	if (bind(fd, (struct sockaddr *)&at, len) != 0 || listen(fd, 4) != 0
		|| getsockname(fd, (struct sockaddr *)&at, &len) != 0)
		exit(99);
	port = ntohs(at.sin_port);
	test = getpid();
	pid = fork();
	if (pid == 0) {
		/* It ends with the test, and holds nothing that others wait
		 * for. */
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		if (getppid() != test)
			_exit(0);
		close(STDOUT_FILENO);
		close(STDERR_FILENO);
		client = accept(fd, NULL, NULL);
		if (*text)
			answer(client, text);
		else
			pause();
		while (n > 0 && more > 0) {
			n = write(client, some,
				more < sizeof(some) ? more : sizeof(some));
			more -= n > 0 ? (size_t)n : 0;
		}
		_exit(0);
	}
	close(fd);
	return pid;
}

static void
end(pid_t pid)
{
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
}

static struct bf_http_answer got;
static const char *why;

static bool
ask(struct bf_arena *arena, struct bf_http with, const char *text, size_t more)
{
	pid_t pid = serve(text, more);
	bool good;

	with.url = bf_printf(arena, "http://127.0.0.1:%d/there?a=b", port);
	got = (struct bf_http_answer){ 0 };
	good = bf_http(arena, &with, &got, &why);
	end(pid);
	return good;
}

static void
asked(struct bf_arena *arena)
{
	ok(ask(arena, (struct bf_http){ 0 }, "ECHO", 0), "a server answers");
	is_int(got.status, 200, "with a status");
	has(got.body.data, "GET /there?a=b HTTP/1.1\r\n", "GET, and where");
	has(got.body.data, "Accept: application/json\r\n", "JSON is wanted");
	ok(ask(arena, (struct bf_http){ .form = "c=d%20e", .bearer = "abc" },
		   "ECHO", 0),
		"a form is sent");
	has(got.body.data, "POST /there?a=b HTTP/1.1\r\n", "as a POST");
	has(got.body.data, "application/x-www-form-urlencoded", "of its type");
	has(got.body.data, "Authorization: Bearer abc\r\n", "by somebody");
	ok(ask(arena, (struct bf_http){ .user = "me:a%3Ab" }, "ECHO", 0),
		"with a secret");
	has(got.body.data, "Authorization: Basic bWU6YSUzQWI=\r\n",
		"of somebody");
}

static void
asked_as_json(struct bf_arena *arena)
{
	ok(ask(arena,
		   (struct bf_http){ .json = "{\"a\":1}",
			   .id = "1f-2",
			   .purpose = "waste" },
		   "ECHO", 0),
		"a document is sent");
	has(got.body.data, "POST /there?a=b HTTP/1.1\r\n", "as a POST");
	has(got.body.data, "Content-Type: application/json\r\n", "as JSON");
	has(got.body.data, "X-Correlation-ID: 1f-2\r\n", "under its number");
	has(got.body.data, "X-Purpose: waste\r\n", "for something");
	ok(!ask(arena, (struct bf_http){ .id = "a\r\nb: c" }, "ECHO", 0)
			&& !ask(arena, (struct bf_http){ .purpose = "a\nb" },
				"ECHO", 0),
		"each a header of its own: %s", why);
}

static void
said_of_answers(struct bf_arena *arena)
{
	static const struct {
		const char *head;
		bool json;
		long wait;
	} rows[] = {
		{ "Content-Type: application/json\r\n", true, 0 },
		{ "Content-Type: Application/JSON; charset=utf-8\r\n", true,
			0 },
		{ "Content-Type: application/jsonp\r\n", false, 0 },
		{ "Content-Type: text/html\r\n", false, 0 },
		{ "", false, 0 },
		{ "Retry-After: 120\r\n", false, 120 },
		{ "Retry-After: -5\r\n", false, 0 },
		{ "Retry-After: soon\r\n", false, 0 },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		ok(ask(arena, (struct bf_http){ 0 },
			   bf_printf(arena, HEAD("429 Wait") "%s\r\n",
				   rows[i].head),
			   0),
			"an answer with %s", rows[i].head);
		is_int(got.json, rows[i].json, "whether it is JSON");
		is_int(got.wait, rows[i].wait, "how long to wait");
	}
}

static void
answers(struct bf_arena *arena)
{
	ok(ask(arena, (struct bf_http){ 0 },
		   HEAD("302 Found") "Location: http://127.0.0.1:1/\r\n\r\n",
		   0),
		"an answer that leads elsewhere");
	is_int(got.status, 302, "is not followed");
	ok(ask(arena, (struct bf_http){ 0 }, HEAD("200 OK") "\r\n", 256 * 1024),
		"256 KiB are taken");
	is_int((long long)got.body.len, 256 * 1024, "all of them");
	ok(!ask(arena, (struct bf_http){ 0 }, HEAD("200 OK") "\r\n",
		   256 * 1024 + 1),
		"a byte more is not");
	is(why, "the answer is too long", "and that is said");
	is(got.trouble, "long", "in a word too");
	ok(!ask(arena, (struct bf_http){ 0 },
		   HEAD("200 OK") "Content-Length: 9\r\n\r\nhalf", 0),
		"half an answer is none: %s", why);
	is(got.trouble, "cut", "in a word");
	ok(!ask(arena, (struct bf_http){ 0 }, "no HTTP at all\r\n", 0),
		"nor is what is no HTTP: %s", why);
	is(got.trouble, "cut", "in a word");
	ok(!ask(arena, (struct bf_http){ .ms = 50 }, "", 0),
		"nor is silence: %s", why);
	is(got.trouble, "silent", "in a word");
	ok(!ask(arena, (struct bf_http){ .bearer = "a\r\nb: c" }, "ECHO", 0),
		"a header is one: %s", why);
}

static void
nobody(struct bf_arena *arena)
{
	struct bf_http with = { .url = "https://127.0.0.1:1/",
		.ca = "/nowhere" };

	ok(!bf_http(arena, &with, &got, &why), "nobody there: %s", why);
	is(got.trouble, "unreachable", "in a word");
}

static void
addresses(struct bf_arena *arena)
{
	static const char *const good[] = { "https://a.example/b?c=d",
		"http://localhost:80/", "http://127.0.0.1/",
		"http://[::1]:8/" };
	static const char *const bad[] = { "http://a.example/",
		"file:///etc/passwd", "ftp://127.0.0.1/",
		"https://u:p@a.example/", "a.example", "",
		"https://a.example/ b", "https://a.example/\r\nb",
		"//127.0.0.1/", "http://127.0.0.1.a.example/",
		"http://localhost@a.example/", "http://127.0.0.2/",
		"gopher://localhost/" };
	struct bf_http with = { 0 };
	size_t i;

	for (i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		ok(bf_http_url(good[i]), "may be asked: %s", good[i]);
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		with.url = bad[i];
		ok(!bf_http_url(bad[i]) && !bf_http(arena, &with, &got, &why),
			"may not: %s", bad[i]);
		is(why, "an address that may not be asked", "and that is said");
		is(got.trouble, "asked", "in a word");
	}
}

int
main(void)
{
	struct bf_arena *arena = bf_arena_new();

	/* A proxy would see what is asked. */
	setenv("http_proxy", "http://127.0.0.1:1", 1);
	setenv("ALL_PROXY", "http://127.0.0.1:1", 1);
	signal(SIGPIPE, SIG_IGN);
	asked(arena);
	asked_as_json(arena);
	said_of_answers(arena);
	answers(arena);
	nobody(arena);
	addresses(arena);
	bf_arena_free(arena);
	return done();
}
