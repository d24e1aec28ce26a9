/* A request in memory, for the tests of the steps of the walk. */
#ifndef TESTS_REQ_H
#define TESTS_REQ_H

#include "arena.h"
#include "walk.h"
#include <string.h>

/* VARS ended by NULL, BODY or NULL.  All of it lives in ARENA. */
static inline struct bf_req *
req_make(struct bf_arena *arena, char **vars, const char *body)
{
	struct bf_req *req = bf_alloc(arena, sizeof(*req));

	bf_json_start();
	req->arena = arena;
	req->host = bf_alloc(arena, sizeof(*req->host));
	req->host->arena = arena;
	req->io = bf_io_memory(arena, vars, body, body ? strlen(body) : 0);
	req->method = "GET";
	req->path = "/";
	req->lang = "nl";
	return req;
}

/* With one variable of CGI. */
static inline struct bf_req *
req_with(struct bf_arena *arena, const char *name, const char *value)
{
	char **vars = bf_alloc(arena, 2 * sizeof(*vars));

	vars[0] = bf_printf(arena, "%s=%s", name, value);
	return req_make(arena, vars, NULL);
}

/* The name of the fault, or "none". */
static inline const char *
req_fault(const struct bf_req *req)
{
	return req->fault.kind ? req->fault.kind->name : "none";
}

/* "a=1 b=2" */
static inline const char *
req_pairs(struct bf_arena *arena, const struct bf_pair *pairs)
{
	const char *out = "";

	for (; pairs; pairs = pairs->next)
		out = bf_printf(arena, "%s%s%s=%s", out, *out ? " " : "",
			pairs->name, pairs->value);
	return out;
}

#endif
