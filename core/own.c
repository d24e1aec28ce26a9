/* The core's own routes: is it well, how is it doing. */
#include "db.h"
#include "metrics.h"
#include "openapi.h"
#include "plugin.h"
#include "req.h"

static bool
health(struct bf_req *req)
{
	if (!bf_db_alive(req->host->db))
		return bf_fail(req, &BF_UNAVAILABLE, "no database");
	return bf_show_json(
		req, json_pack("{s:s, s:s}", "status", "ok", "database", "ok"));
}

static bool
metrics(struct bf_req *req)
{
	struct bf_buf *out = bf_buf_new(req->arena, 0);

	bf_metrics_text(req->host->settings, out);
	return bf_reply(req,
		"application/openmetrics-text; version=1.0.0; charset=utf-8",
		out->data, out->len);
}

/* What this pool answers, for programs. */
static bool
openapi(struct bf_req *req)
{
	const struct bf_settings *s = req->host->settings;
	json_t *pools = json_pack("[o]", bf_describe(req));
	json_t *doc = bf_openapi(req->arena, pools, s->city, s->url);

	json_decref(pools);
	return bf_show_json(req, doc);
}

static const struct bf_mount mounts[] = {
	{ "/", NULL },
	{ 0 },
};

static const struct bf_route routes[] = {
	{ "GET", "/health", .handler = health,
		.help = BF_N("For operators: does the service answer?") },
	{ "GET", "/metrics", .handler = metrics,
		.help = BF_N("For operators: counters, without visitors.") },
	{ "GET", "/openapi", .handler = openapi, .cache = 60,
		.help = BF_N("For programs: every address, as OpenAPI.") },
	{ 0 },
};

static const struct bf_channel channels[] = {
	{ "core.machines", "/health /metrics /openapi",
		BF_N("Ask whether this site is well"),
		BF_EACH(bf_for_machines) },
	{ 0 },
};

#define AUTHOR \
	BF_N("Who changed a rule of the city, and why: policy has an author.")
#define OPENNESS BF_N("Flemish decree on administration, openness (2018).")

static const struct bf_personal personal[] = {
	{ "belfort.rule_version", "made_by reason", AUTHOR, OPENNESS, BF_KEPT },
	{ "belfort.rule_version", "*" },
	{ "belfort.rule_force", "by reason", AUTHOR, OPENNESS, BF_KEPT },
	{ "belfort.rule_force", "*" },
	{ "belfort.rule_order",
		"asked_by asked_name second_by second_name reason", AUTHOR,
		OPENNESS, BF_KEPT },
	{ "belfort.rule_order", "*" },
	{ "belfort.rule_order_file", "saved_by second_by", AUTHOR, OPENNESS,
		BF_KEPT },
	{ "belfort.rule_order_file", "*" },
	{ "belfort.rule_file", "*" },
	{ "belfort.rule_disk", "*" },
	{ "belfort.feature", "*" },
	{ "belfort.form", "*" },
	{ "belfort.personal", "*" },
	{ "belfort.permission", "*" },
	{ "belfort.look", "*" },
	{ "belfort.channel", "*" },
	{ "belfort.page", "*" },
	{ "belfort.removal", "*" },
	{ "belfort.guest", "*" },
	{ "belfort.migration", "*" },
	{ "belfort.loaded", "*" },
	{ 0 },
};

const struct bf_plugin bf_own = {
	.abi = BF_ABI,
	.size = sizeof(bf_own),
	.name = "core",
	.version = "1",
	.title = BF_N("Belfort"),
	.summary = BF_N("The host itself."),
	.mounts = mounts,
	.routes = routes,
	.personal = personal,
	.channels = channels,
};
