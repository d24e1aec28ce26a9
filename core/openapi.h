/* The OpenAPI 3.1 description, made from what the plugins declare. */
#ifndef CORE_OPENAPI_H
#define CORE_OPENAPI_H

#include <jansson.h>

struct bf_arena;

/* POOLS is an array of bf_host_describe(); the caller owns the result. */
json_t *bf_openapi(struct bf_arena *arena, json_t *pools, const char *city,
	const char *url);
/* The address of PATH under MOUNT, as a resident types it. */
const char *
bf_route_address(struct bf_arena *arena, const char *mount, const char *path);
/* The address of a described ROUTE of FEATURE. */
const char *
bf_described_address(struct bf_arena *arena, json_t *feature, json_t *route);
/* The forms in which ROUTE can be had: "html json csv". */
const char *bf_route_forms(struct bf_arena *arena, json_t *route);
/* Call EACH for every route of every feature, those of the core once. */
void bf_routes_each(json_t *pools,
	void (*each)(void *self, json_t *feature, json_t *route), void *self);

#endif
