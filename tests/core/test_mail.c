/* Mail as text: headers nobody can add to, a body that any server carries. */
#include "../tap.h"
#include "arena.h"
#include "mail_text.h"

#define FROM "stad@gent.example"

static const char *
made(struct bf_arena *arena, const char *subject, const char *text)
{
	const struct bf_mail mail = { .to = "roos@example.be",
		.id = "0123-4567",
		.lang = "nl",
		.subject = subject,
		.text = text };
	struct bf_buf *out = bf_buf_new(arena, 0);

	bf_mail_text(out, &mail, FROM, "Gent", 1764100800);
	return out->data;
}

static bool
holds(const char *text, const char *part)
{
	return strstr(text, part) != NULL;
}

static void
headers(struct bf_arena *arena)
{
	const char *text = made(arena, "Bevestig uw adres", "Dag\n");

	ok(holds(text, "Date: Tue, 25 Nov 2025 20:00:00 +0000\r\n"),
		"the date");
	ok(holds(text, "From: Gent\r\n <" FROM ">\r\n"), "the sender");
	ok(holds(text, "\r\nTo: <roos@example.be>\r\n"), "the receiver");
	ok(holds(text, "\r\nSubject: Bevestig uw adres\r\n"), "the subject");
	ok(holds(text, "\r\nMessage-ID: <0123-4567@gent.example>\r\n"),
		"an id of ours");
	ok(holds(text, "\r\nAuto-Submitted: auto-generated\r\n"),
		"no holiday answers");
	ok(holds(text, "\r\nContent-Language: nl\r\n\r\nDag\r\n"),
		"the language, then the body");
}

/* The lines of TEXT's headers are no more than they should be. */
static int
header_lines(const char *text)
{
	int n = 0;

	for (; strncmp(text, "\r\n", 2) != 0; n++)
		text = strstr(text, "\r\n") + 2;
	return n;
}

static void
injection(struct bf_arena *arena)
{
	static const char *const subjects[] = { "Dag\r\nBcc: x@y.example",
		"Dag\nBcc: x@y.example", "Dag\r\n\r\nx", "a\rb", "a\vb\x7f" };
	int plain = header_lines(made(arena, "Dag", "x"));
	size_t i;

	for (i = 0; i < sizeof(subjects) / sizeof(subjects[0]); i++) {
		const char *text = made(arena, subjects[i], "x");

		ok(header_lines(text) == plain && !holds(text, "\nBcc"),
			"subject %zu adds no header", i);
	}
}

static void
encoded(struct bf_arena *arena)
{
	const char *text = made(arena, "Uw adres é", "x");
	const char *at;
	char subject[401] = "";
	int i;

	ok(holds(text, "Subject: =?UTF-8?Q?Uw_adres_=C3=A9?=\r\n"),
		"a subject with letters beyond ASCII");
	ok(holds(made(arena, "=?UTF-8?Q?x?=", "x"),
		   "Subject: =?UTF-8?Q?=3D=3FUTF-8=3FQ=3Fx=3F=3D?=\r\n"),
		"one that looks encoded is not taken for it");
	for (i = 0; i < 200; i++)
		strcat(subject, "é");
	text = made(arena, subject, "x");
	for (at = text; (at = strstr(at, "=?UTF-8?Q?")); at++)
		if (strcspn(at, "\r") > 75 || at[10] != '='
			|| strncmp(at + 11, "C3", 2) != 0)
			break;
	ok(at == NULL, "long ones are words of at most 75, with whole letters");
}

/* Decode quoted-printable in place. */
static void
decode(char *text)
{
	char *to = text;
	unsigned byte;

	for (; *text; text++)
		if (strncmp(text, "=\r\n", 3) == 0)
			text += 2;
		else if (*text == '=' && sscanf(text + 1, "%2X", &byte) == 1) {
			*to++ = (char)byte;
			text += 2;
		} else if (*text != '\r')
			*to++ = *text;
	*to = '\0';
}

static size_t
longest(const char *text)
{
	size_t most = 0, len;

	for (; *text; text += len + strspn(text + len, "\r\n")) {
		len = strcspn(text, "\r\n");
		most = len > most ? len : most;
	}
	return most;
}

static void
body(struct bf_arena *arena)
{
	static const char *const bodies[] = { "Dag\n\nTot ziens\n",
		"één = twee\n", "blank \nblank\t\n", ".\n..\nFrom me\n",
		"http://localhost:8080/mijn/bevestig?code=abcdef0123456789abcdef"
		"0123456789abcdef0123456789abcdef0123456789\n",
		"\x01 odd \x7f\n" };
	char *text;
	size_t i;

	for (i = 0; i < sizeof(bodies) / sizeof(bodies[0]); i++) {
		text = bf_strdup(
			arena, strstr(made(arena, "x", bodies[i]), "\r\n\r\n"));
		ok(longest(text) <= 76, "body %zu: no line is too long", i);
		ok(!holds(text, " \r") && !holds(text, "\t\r"),
			"body %zu: no line ends with a blank", i);
		decode(text);
		ok(strcmp(text + 2, bodies[i]) == 0, "body %zu reads as it was",
			i);
	}
}

static void
addresses(void)
{
	static const char *const good[] = { "a@b", "roos.proef+x@gent.be",
		"o'neill@example.be" };
	static const char *const bad[] = { "", "@", "a@", "@b", "a", "a b@c",
		"a@b>", "<a@b", "a@b\r\nRCPT TO:<c@d>", "a@b\n", "\"a\"@b",
		"a@b@c", "a,b@c", "é@b", "a@é", "a@b c", "a@[127.0.0.1]" };
	size_t i;

	for (i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		ok(bf_mail_address(good[i]), "%s is an address", good[i]);
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		ok(!bf_mail_address(bad[i]), "none is in case %zu", i);
}

int
main(void)
{
	struct bf_arena *arena = bf_arena_new();

	headers(arena);
	injection(arena);
	encoded(arena);
	body(arena);
	addresses();
	bf_arena_free(arena);
	return done();
}
