/* The way into another PostgreSQL: the file, and who is not asked. */
#include "../tap.h"
#include "crypt.h"
#include "keys.h"
#include "req.h"
#include "scratch.h"
#include <belfort/foreign.h>
#include <unistd.h>

static const struct bf_foreign_column columns[] = { { "number", "text" },
	{ 0 } };
static struct bf_foreign_fault fault;
static int rows;

static bool
count(struct bf_req *req, void *object, const char *const *values)
{
	(void)req, (void)object, (void)values;
	rows++;
	return true;
}

/* Whether a way in as TEXT, that is readable for MODE, is refused for WORD. */
static void
refuses(struct bf_req *req, const char *text, mode_t mode, const char *word)
{
	struct bf_foreign ask = {
		.view = "a.b", .columns = columns, .silence = 50
	};

	ask.file = bf_printf(req->arena, "%s/door", scratch_dir());
	unlink(ask.file);
	if (text)
		scratch_put("door", text, strlen(text));
	if (text && chmod(ask.file, mode) != 0)
		exit(99);
	ok(!bf_foreign_read(req, &ask, count, NULL, &fault), "refused: %s",
		text ? text : "no file");
	is(fault.word, word, "for the reason that it is");
	ok(fault.detail && !strstr(fault.detail, "geheim"),
		"without its secret: %s", fault.detail);
}

static void
files(struct bf_req *req)
{
	refuses(req, NULL, 0, "connection");
	refuses(req, "host=/nowhere", 0640, "connection");
	has(fault.detail, "chmod 600", "and what to do is said");
	refuses(req, "host=/nowhere", 0604, "connection");
	refuses(req, "password=geheim =", 0600, "connection");
	refuses(req, "pasword=geheim", 0600, "connection");
	refuses(req, "", 0600, "connection");
	has(fault.detail, "has to name a host", "and what lacks");
	refuses(req, "hostaddr=192.0.2.1", 0600, "connection");
	refuses(req, "service=a host=/nowhere", 0600, "connection");
}

static void
proofs(struct bf_req *req)
{
	static const char *const elsewhere[] = {
		"host=db.example password=geheim",
		"host=db.example sslmode=require",
		"host=db.example sslmode=verify-ca",
		"host=localhost hostaddr=192.0.2.1",
		"host=/run,db.example",
	};
	size_t i;

	for (i = 0; i < sizeof(elsewhere) / sizeof(elsewhere[0]); i++) {
		refuses(req, elsewhere[i], 0600, "connection");
		has(fault.detail, "verify-full",
			"who does not prove who it is");
	}
	refuses(req, "host=/nowhere\npassword=geheim\n", 0600, "unreachable");
	refuses(req, "host=127.0.0.1 port=1 password=geheim", 0600,
		"unreachable");
	refuses(req,
		"host=127.0.0.1 port=1 sslmode=verify-full sslrootcert=/no",
		0600, "unreachable");
}

int
main(void)
{
	struct bf_settings settings = { 0 };
	struct bf_host host = { .settings = &settings };
	struct bf_arena *arena;
	struct bf_req req = { .host = &host };
	struct bf_err err = { 0 };
	const struct bf_key_owners mine = { (uid_t)-1, (gid_t)-1 };
	bool new;

	bf_crypt_start();
	arena = req.arena = bf_arena_new();
	settings.keys = bf_printf(arena, "%s/keys", scratch_dir());
	ok(!bf_foreign_read(&req, &(struct bf_foreign){ .columns = columns },
		   count, NULL, &fault)
			&& fault.word == NULL,
		"without keys nothing is asked");
	ok(bf_keys_make(settings.keys, &mine, &new, &err), "keys are made");
	files(&req);
	proofs(&req);
	is_int(rows, 0, "and no row was read");
	bf_arena_free(arena);
	return done();
}
