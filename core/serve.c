/* The walk of one request, from its variables to its log line. */
#include "clock.h"
#include "db.h"
#include "log.h"
#include "metrics.h"
#include "paper.h"
#include "walk.h"
#include <string.h>

static bool
handle(struct bf_req *req)
{
	const struct bf_route *r = req->route;

	if (r->handler)
		return r->handler(req) && (bf_paper_entered(req), true);
	if (r->copy && req->form == BF_CSV)
		return bf_db_copy(bf_db_reading(req), req, r->copy);
	if (r->query)
		return bf_show(req, r->query);
	return bf_show_json(req, json_object());
}

/* Who may not see a page is not told what is wrong with its fields. */
static bool
form(struct bf_req *req)
{
	struct bf_fault wrong;

	if (bf_form_read(req))
		return true;
	wrong = req->fault;
	req->fault = (struct bf_fault){ 0 };
	if (bf_guard_now(req))
		req->fault = wrong;
	return false;
}

static bool (*const steps[])(struct bf_req *req) = {
	bf_request_read,
	bf_route_find,
	bf_negotiate,
	bf_guard,
	form,
	handle,
};

static void
walk(struct bf_req *req)
{
	size_t i;

	for (i = 0; i < sizeof(steps) / sizeof(steps[0]); i++)
		if (!steps[i](req))
			break;
	if (i == sizeof(steps) / sizeof(steps[0]))
		return;
	if (req->fault.kind == NULL)
		(void)bf_fail(req, &BF_INTERNAL, "a step failed in silence");
	if (!req->answer.streaming)
		bf_answer_fault(req);
}

static const char *
plugin_name(const struct bf_req *req)
{
	return req->feature ? req->feature->plugin->name : "-";
}

/* The route's pattern, never the address: an address can name a person. */
static void
log_line(const struct bf_req *req, uint64_t us)
{
	const struct bf_fault *fault = &req->fault;

	bf_log(req->answer.status < 500 ? "info" : "error",
		"id=%s method=%s plugin=%s route=%s status=%d bytes=%llu "
		"us=%llu db_us=%llu lang=%s%s%s%s%s",
		req->id, req->route ? req->route->method : "-",
		plugin_name(req),
		req->route ? bf_log_value(req->route->path) : "-",
		req->answer.status, (unsigned long long)req->answer.bytes,
		(unsigned long long)us, (unsigned long long)req->db_us,
		req->lang, fault->kind ? " error=" : "",
		fault->kind ? fault->kind->name : "",
		fault->kind ? " detail=" : "",
		fault->kind ? bf_log_value(fault->detail) : "");
}

bool
bf_serve(struct bf_host *host, struct bf_arena *arena, struct bf_io *io)
{
	struct bf_req *req = bf_alloc(arena, sizeof(*req));
	uint64_t start = bf_clock_us(), us;

	req->host = host;
	req->arena = arena;
	req->io = io;
	walk(req);
	bf_answer_send(req);
	us = bf_clock_us() - start;
	log_line(req, us);
	if (host->metrics)
		bf_metrics_request(host->metrics, plugin_name(req),
			req->answer.status, us, req->db_us, req->answer.bytes);
	return !(req->answer.streaming && req->fault.kind);
}
