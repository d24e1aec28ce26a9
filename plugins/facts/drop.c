/* Looks into the folders where sources drop files: one that nobody writes to
 * any more is taken over, and then removed; one that is wrong stays until it is
 * another.  One that came in its place meanwhile is the next; a link is none.
 */
#include "facts.h"
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define QUIET 5 /* seconds */
#define SEEN_MOST 1024

static const struct bf_query drops = { "facts.drops", "" };
static const struct bf_query kept = { "facts.drop_kept", "source",
	.writes = true };

const struct bf_query *const facts_drop_queries[] = { &drops, &kept,
	&facts_patience, &facts_delivery_begin, &facts_delivery_rows,
	&facts_delivery_done, &facts_delivery_broken, &facts_source_failed,
	NULL };

/* Files that were looked at and stay: a file that is another one, or a source
 * that is declared otherwise, is looked at again. */
static char *seen[SEEN_MOST];
static size_t seen_count;

static bool
seen_has(const char *stamp)
{
	size_t i;

	for (i = 0; i < seen_count; i++)
		if (strcmp(seen[i], stamp) == 0)
			return true;
	return false;
}

static void
seen_add(const char *stamp)
{
	if (seen_count == SEEN_MOST)
		while (seen_count > 0)
			free(seen[--seen_count]);
	seen[seen_count++] = strdup(stamp);
}

static bool
ends(const char *name, const char *end)
{
	size_t len = strlen(name), n = strlen(end);

	return len > n && strcmp(name + len - n, end) == 0;
}

static int
is_csv(const struct dirent *entry)
{
	return entry->d_name[0] != '.'
		&& (ends(entry->d_name, ".csv")
			|| ends(entry->d_name, ".csv.gz"));
}

static json_int_t
number_of(json_t *source, const char *name, json_int_t fallback)
{
	json_t *n = json_object_get(json_object_get(source, "settings"), name);

	return n ? json_integer_value(n) : fallback;
}

/* Whether nobody wrote to it for a while; a time that has yet to come is no
 * time. */
static bool
is_quiet(json_t *source, const struct stat *st)
{
	time_t age = time(NULL) - st->st_mtime;

	return age < -60 || age >= number_of(source, "quiet", QUIET);
}

static const char *
stamp_of(struct bf_req *req, json_t *source, const char *path,
	const struct stat *st)
{
	return bf_printf(bf_arena(req), "%s %lld %lld.%09ld %lld", path,
		(long long)st->st_size, (long long)st->st_mtim.tv_sec,
		st->st_mtim.tv_nsec,
		(long long)json_integer_value(json_object_get(source, "turn")));
}

/* Whether the file at PATH is what was looked at: ST. */
static bool
is_still(const char *path, const struct stat *st)
{
	struct stat now;

	return lstat(path, &now) == 0 && now.st_ino == st->st_ino
		&& now.st_size == st->st_size
		&& now.st_mtim.tv_sec == st->st_mtim.tv_sec
		&& now.st_mtim.tv_nsec == st->st_mtim.tv_nsec;
}

/* *STOP: what comes after it has to wait. */
static bool
file_look(struct bf_req *req, json_t *source, const char *path, bool *stop)
{
	const char *stamp;
	struct stat st;
	bool taken;

	if (lstat(path, &st) < 0 || !S_ISREG(st.st_mode)
		|| !is_quiet(source, &st))
		return true;
	stamp = stamp_of(req, source, path, &st);
	*stop = !json_is_true(json_object_get(source, "complete"));
	if (seen_has(stamp))
		return true;
	if (!facts_deliver(req, source, path, &taken))
		return false;
	bf_again(req);
	if (taken && !is_still(path, &st))
		return true;
	if (taken && unlink(path) == 0) {
		*stop = false;
		return true;
	}
	seen_add(stamp);
	*stop &= !taken;
	return !taken || bf_query(req, &kept, NULL);
}

static const char *
folder_of(struct bf_req *req, json_t *source)
{
	const char *name = facts_word(
			   json_object_get(source, "settings"), "folder"),
		   *under = bf_option(req, "drop");

	if (name == NULL || *name == '/' || under == NULL)
		return name;
	return bf_printf(bf_arena(req), "%s/%s", under, name);
}

static bool
source_look(struct bf_req *req, json_t *source)
{
	const char *folder = folder_of(req, source);
	struct dirent **entries;
	bool stop = false, good = true;
	int n = folder ? scandir(folder, &entries, is_csv, alphasort) : -1, i;

	for (i = 0; i < n; i++) {
		if (good && !stop)
			good = file_look(req, source,
				bf_printf(bf_arena(req), "%s/%s", folder,
					entries[i]->d_name),
				&stop);
		free(entries[i]);
	}
	if (n >= 0)
		free(entries);
	return good;
}

static bool
sources_look(struct bf_req *req)
{
	json_t *doc, *source;
	size_t i;
	bool good = true;

	if (!bf_query_json(req, &drops, &doc))
		return false;
	json_array_foreach (json_object_get(doc, "sources"), i, source)
		good = source_look(req, source) && good;
	return good;
}

bool
facts_drops(struct bf_req *req)
{
	return facts_patiently(req, sources_look);
}
