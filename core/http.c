/* Asks another server, with libcurl. */
#include "arena.h"
#include <belfort/buf.h>
#include <belfort/http.h>
#include <curl/curl.h>
#include <string.h>

#define BODY_MOST (256UL * 1024)
#define CONNECT_MS 3000L
#define WHOLE_MS 5000L

/* A part of URL, or NULL; what libcurl reads is what it will ask. */
static char *
part(CURLU *url, CURLUPart which)
{
	char *text = NULL;

	return curl_url_get(url, which, &text, 0) == CURLUE_OK ? text : NULL;
}

static bool
is_local(const char *host)
{
	return strcmp(host, "localhost") == 0 || strcmp(host, "127.0.0.1") == 0
		|| strcmp(host, "[::1]") == 0;
}

static bool
may(CURLU *url)
{
	char *scheme = part(url, CURLUPART_SCHEME);
	char *host = part(url, CURLUPART_HOST);
	char *user = part(url, CURLUPART_USER);
	bool good = scheme && host && !user
		&& (strcmp(scheme, "https") == 0
			|| (strcmp(scheme, "http") == 0 && is_local(host)));

	curl_free(scheme);
	curl_free(host);
	curl_free(user);
	return good;
}

bool
bf_http_url(const char *text)
{
	CURLU *url = curl_url();
	bool good = url && text[strcspn(text, " \t\r\n")] == '\0'
		&& curl_url_set(url, CURLUPART_URL, text, 0) == CURLUE_OK
		&& may(url);

	curl_url_cleanup(url);
	return good;
}

static size_t
take(char *data, size_t one, size_t len, void *buf)
{
	struct bf_buf *body = buf;

	(void)one;
	if (len > BODY_MOST - body->len)
		return 0;
	bf_put(body, data, len);
	return len;
}

/* What holds for every question. */
static const struct {
	CURLoption option;
	long value;
} numbers[] = {
	{ CURLOPT_FOLLOWLOCATION, 0 },
	{ CURLOPT_NOSIGNAL, 1 },
	{ CURLOPT_CONNECTTIMEOUT_MS, CONNECT_MS },
	{ CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2 },
	{ CURLOPT_NETRC, CURL_NETRC_IGNORED },
	{ CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1 },
};

/* A text to send, where there is one. */
static bool
set_text(CURL *curl, CURLoption option, const char *text)
{
	return text == NULL || !curl_easy_setopt(curl, option, text);
}

static bool
set_all(CURL *curl, const struct bf_http *ask, struct bf_buf *body)
{
	size_t i;

	for (i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
		if (curl_easy_setopt(curl, numbers[i].option, numbers[i].value)
			!= CURLE_OK)
			return false;
	return !curl_easy_setopt(curl, CURLOPT_URL, ask->url)
		&& !curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "https,http")
		&& !curl_easy_setopt(curl, CURLOPT_PROXY, "")
		&& !curl_easy_setopt(
			curl, CURLOPT_TIMEOUT_MS, ask->ms ? ask->ms : WHOLE_MS)
		&& !curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take)
		&& !curl_easy_setopt(curl, CURLOPT_WRITEDATA, body)
		&& set_text(curl, CURLOPT_CAINFO, ask->ca)
		&& set_text(curl, CURLOPT_SSLCERT, ask->certificate)
		&& set_text(curl, CURLOPT_SSLKEY, ask->key)
		&& set_text(curl, CURLOPT_COPYPOSTFIELDS,
			ask->json ? ask->json : ask->form);
}

static void
list_free(void *list)
{
	curl_slist_free_all(list);
}

static void
curl_free_easy(void *curl)
{
	curl_easy_cleanup(curl);
}

static struct curl_slist *
header(struct bf_arena *arena, struct curl_slist *list, const char *name,
	const char *value)
{
	if (value == NULL)
		return list;
	list = curl_slist_append(list, bf_printf(arena, "%s: %s", name, value));
	if (list == NULL)
		bf_out_of_memory();
	return list;
}

static bool
set_headers(struct bf_arena *arena, CURL *curl, const struct bf_http *ask)
{
	static const char json[] = "application/json";
	struct curl_slist *list = header(arena, NULL, "Accept", json);

	list = header(arena, list, "Content-Type", ask->json ? json : NULL);
	list = header(arena, list, "X-Correlation-ID", ask->id);
	list = header(arena, list, "X-Purpose", ask->purpose);
	bf_defer(arena, list_free, list);
	return !curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list)
		&& (!ask->user
			|| (!curl_easy_setopt(
				    curl, CURLOPT_HTTPAUTH, CURLAUTH_BASIC)
				&& !curl_easy_setopt(
					curl, CURLOPT_USERPWD, ask->user)))
		&& (!ask->bearer
			|| (!curl_easy_setopt(
				    curl, CURLOPT_HTTPAUTH, CURLAUTH_BEARER)
				&& !curl_easy_setopt(curl,
					CURLOPT_XOAUTH2_BEARER, ask->bearer)));
}

/* "application/json", and what may follow it. */
static bool
is_json(const char *type)
{
	static const char json[] = "application/json";
	size_t len = sizeof(json) - 1;

	return type && strncasecmp(type, json, len) == 0
		&& (type[len] == '\0' || strchr("; ", type[len]));
}

/* Any other code means that nobody was reached. */
static const struct {
	CURLcode code;
	const char *word;
} troubles[] = {
	{ CURLE_OPERATION_TIMEDOUT, "silent" },
	{ CURLE_PEER_FAILED_VERIFICATION, "certificate" },
	{ CURLE_SSL_CONNECT_ERROR, "certificate" },
	{ CURLE_SSL_CERTPROBLEM, "certificate" },
	{ CURLE_SSL_CACERT_BADFILE, "certificate" },
	{ CURLE_SSL_ISSUER_ERROR, "certificate" },
	{ CURLE_PARTIAL_FILE, "cut" },
	{ CURLE_GOT_NOTHING, "cut" },
	{ CURLE_WEIRD_SERVER_REPLY, "cut" },
	{ CURLE_UNSUPPORTED_PROTOCOL, "cut" },
	{ CURLE_RECV_ERROR, "cut" },
	{ CURLE_WRITE_ERROR, "long" },
};

static const char *
trouble_of(CURLcode code)
{
	size_t i;

	for (i = 0; i < sizeof(troubles) / sizeof(troubles[0]); i++)
		if (troubles[i].code == code)
			return troubles[i].word;
	return "unreachable";
}

static bool
answered(struct bf_arena *arena, CURL *curl, struct bf_buf *body,
	struct bf_http_answer *out, const char **why)
{
	CURLcode code = curl_easy_perform(curl);
	const char *type = NULL;
	curl_off_t wait = 0;
	long status = 0;

	if (code == CURLE_WRITE_ERROR)
		*why = "the answer is too long";
	else if (code != CURLE_OK)
		*why = bf_strdup(arena, curl_easy_strerror(code));
	if (code != CURLE_OK) {
		out->trouble = trouble_of(code);
		return false;
	}
	curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
	curl_easy_getinfo(curl, CURLINFO_CONTENT_TYPE, &type);
	curl_easy_getinfo(curl, CURLINFO_RETRY_AFTER, &wait);
	out->trouble = NULL;
	out->status = (int)status;
	out->json = is_json(type);
	out->wait = wait > 0 ? (long)wait : 0;
	out->body = (struct bf_text){ body->data, body->len };
	return true;
}

static bool
breaks(const char *text)
{
	return text && strpbrk(text, "\r\n");
}

bool
bf_http(struct bf_arena *arena, const struct bf_http *ask,
	struct bf_http_answer *out, const char **why)
{
	struct bf_buf *body = bf_buf_new(arena, 0);
	CURL *curl;

	out->trouble = "asked";
	*why = "an address that may not be asked";
	if (!bf_http_url(ask->url))
		return false;
	*why = "a header with a line break in it";
	if (breaks(ask->bearer) || breaks(ask->id) || breaks(ask->purpose))
		return false;
	curl = curl_easy_init();
	if (curl == NULL)
		bf_out_of_memory();
	bf_defer(arena, curl_free_easy, curl);
	*why = "libcurl cannot do what is asked";
	return set_all(curl, ask, body) && set_headers(arena, curl, ask)
		&& answered(arena, curl, body, out, why);
}
