/* What the files of facts share. */
#ifndef FACTS_H
#define FACTS_H

#include <belfort/plugin.h>
#include <jansson.h>

/* The document of QUERY, which lives as long as the request. */
BF_CHECKED bool facts_document(
	struct bf_req *req, const struct bf_query *query, json_t **out);

#endif
