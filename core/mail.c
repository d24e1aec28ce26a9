/* Hands mail over to the server of the configuration, by SMTP. */
#include "arena.h"
#include "file.h"
#include "mail_text.h"
#include "req.h"
#include <curl/curl.h>
#include <stdio.h>
#include <string.h>

#define CONNECT_SECONDS 10L
#define SECONDS 60L /* for one mail: other work waits for it */
#define PASSWORD_MOST 1024

struct bf_mailer {
	struct bf_arena *arena;
	const struct bf_settings *settings;
	CURL *curl;
	const struct bf_buf *text;
	size_t read;
	bool whole;    /* all of the text was given */
	bool leaves;   /* after that nothing counts */
	char verb[5];  /* the command that was sent last */
	char said[32]; /* the code of the last answer */
};

static size_t
on_read(char *to, size_t size, size_t count, void *mailer)
{
	struct bf_mailer *m = mailer;
	size_t len = size * count, left = m->text->len - m->read;

	len = left < len ? left : len;
	memcpy(to, m->text->data + m->read, len);
	m->read += len;
	m->whole = len == 0;
	return len;
}

/* "550 5.1.1 <a@b> is not here" as "550 5.1.1": who it is stays out. */
static void
said_keep(struct bf_mailer *m, const char *line, size_t len)
{
	char text[24];
	unsigned code, class, subject, detail;
	int n;

	snprintf(text, sizeof(text), "%.*s", len < 20 ? (int)len : 20, line);
	n = sscanf(text, "%3u%*1[ -]%1u.%3u.%3u", &code, &class, &subject,
		&detail);
	if (n == 4)
		snprintf(m->said, sizeof(m->said), "%u %u.%u.%u", code, class,
			subject, detail);
	else if (n > 0)
		snprintf(m->said, sizeof(m->said), "%u", code);
}

static int
on_talk(CURL *curl, curl_infotype type, char *data, size_t len, void *mailer)
{
	struct bf_mailer *m = mailer;

	(void)curl;
	if (type == CURLINFO_HEADER_OUT && len >= 4)
		m->leaves = strncmp(data, "QUIT", 4) == 0;
	if (type == CURLINFO_HEADER_OUT && len >= 4 && !m->leaves)
		memcpy(m->verb, data, 4);
	if (type == CURLINFO_HEADER_IN && !m->leaves)
		said_keep(m, data, len);
	return 0;
}

static void
handle_close(void *curl)
{
	curl_easy_cleanup(curl);
}

/* A password ends with its line. */
static const char *
password(struct bf_mailer *m, struct bf_err *err)
{
	size_t len;
	char *text = bf_file_read(m->arena, m->settings->mail_password_file,
		PASSWORD_MOST, &len, err);

	if (text)
		text[strcspn(text, "\r\n")] = '\0';
	return text;
}

static const char *
address_of_server(struct bf_mailer *m)
{
	const struct bf_settings *s = m->settings;

	return bf_printf(m->arena, "%s://%s/%s",
		strcmp(s->mail_tls, "always") == 0 ? "smtps" : "smtp",
		s->mail_server, strchr(s->mail_from, '@') + 1);
}

static bool
sign_in(struct bf_mailer *m, struct bf_err *err)
{
	const char *word;

	if (m->settings->mail_user == NULL)
		return true;
	word = password(m, err);
	if (word == NULL)
		return false;
	curl_easy_setopt(m->curl, CURLOPT_USERNAME, m->settings->mail_user);
	curl_easy_setopt(m->curl, CURLOPT_PASSWORD, word);
	return true;
}

static bool
handle_open(struct bf_mailer *m, struct bf_err *err)
{
	const struct bf_settings *s = m->settings;

	m->curl = curl_easy_init();
	if (m->curl == NULL)
		return bf_err(err, "libcurl does not start");
	bf_defer(m->arena, handle_close, m->curl);
	curl_easy_setopt(m->curl, CURLOPT_URL, address_of_server(m));
	curl_easy_setopt(m->curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
	curl_easy_setopt(m->curl, CURLOPT_PROXY, "");
	curl_easy_setopt(m->curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(m->curl, CURLOPT_CONNECTTIMEOUT, CONNECT_SECONDS);
	curl_easy_setopt(m->curl, CURLOPT_TIMEOUT, SECONDS);
	curl_easy_setopt(m->curl, CURLOPT_UPLOAD, 1L);
	curl_easy_setopt(m->curl, CURLOPT_READFUNCTION, on_read);
	curl_easy_setopt(m->curl, CURLOPT_READDATA, m);
	curl_easy_setopt(m->curl, CURLOPT_DEBUGFUNCTION, on_talk);
	curl_easy_setopt(m->curl, CURLOPT_DEBUGDATA, m);
	curl_easy_setopt(m->curl, CURLOPT_VERBOSE, 1L);
	if (strcmp(s->mail_tls, "no") != 0)
		curl_easy_setopt(
			m->curl, CURLOPT_USE_SSL, (long)CURLUSESSL_ALL);
	if (s->mail_ca)
		curl_easy_setopt(m->curl, CURLOPT_CAINFO, s->mail_ca);
	return sign_in(m, err);
}

struct bf_mailer *
bf_mailer(struct bf_req *req)
{
	struct bf_mailer *m;

	if (req->host->settings->mail_server == NULL)
		return NULL;
	m = bf_alloc(req->arena, sizeof(*m));
	m->arena = req->arena;
	m->settings = req->host->settings;
	return m;
}

/* What follows from how it ended: an answer to the address itself is about the
 * address, one to the text about the message, all others about the server. */
static enum bf_handed
judge(const struct bf_mailer *m, CURLcode code)
{
	bool address = strcmp(m->verb, "RCPT") == 0;
	bool text = strcmp(m->verb, "DATA") == 0;

	if (code == CURLE_OK)
		return BF_HANDED_OVER;
	if (text && m->whole && m->said[0] == '3')
		return BF_HANDED_UNSURE;
	if ((address || text) && m->said[0] == '4')
		return BF_HANDED_LATER;
	if (m->said[0] == '5' && address)
		return BF_HANDED_NOBODY;
	return m->said[0] == '5' && text ? BF_HANDED_NEVER : BF_HANDED_NOWHERE;
}

static CURLcode
hand_over(struct bf_mailer *m, const struct bf_mail *mail)
{
	struct curl_slist *to = curl_slist_append(NULL, mail->to);
	CURLcode code;

	curl_easy_setopt(m->curl, CURLOPT_MAIL_FROM, m->settings->mail_from);
	curl_easy_setopt(m->curl, CURLOPT_MAIL_RCPT, to);
	code = curl_easy_perform(m->curl);
	curl_easy_setopt(m->curl, CURLOPT_MAIL_RCPT, NULL);
	curl_slist_free_all(to);
	return code;
}

enum bf_handed
bf_mail_send(struct bf_mailer *m, const struct bf_mail *mail, const char **said)
{
	struct bf_buf *text = bf_buf_new(m->arena, 0);
	struct bf_err err = { 0 };
	enum bf_handed handed;
	CURLcode code;

	*said = "address";
	if (!bf_mail_address(mail->to))
		return BF_HANDED_NOBODY;
	if (m->curl == NULL && !handle_open(m, &err)) {
		*said = bf_strdup(m->arena, err.text);
		return BF_HANDED_NOWHERE;
	}
	bf_mail_text(text, mail, m->settings->mail_from, m->settings->city,
		time(NULL));
	m->text = text;
	m->read = 0;
	m->whole = false;
	m->verb[0] = m->said[0] = '\0';
	code = hand_over(m, mail);
	handed = judge(m, code);
	*said = bf_strdup(m->arena,
		handed == BF_HANDED_NOWHERE || m->said[0] == '\0'
			? curl_easy_strerror(code)
			: m->said);
	return handed;
}
