/* The list of somebody's keys: other names, and fewer of them. */
#include "own.h"

const struct bf_query people_key_name = { "people.key_name",
	"session sleutel naam", .writes = true };
const struct bf_query people_key_remove = { "people.key_remove",
	"session sleutel", .writes = true };

bool
people_key_rename(struct bf_req *req)
{
	return people_do(req, &people_key_name, "/sleutels");
}

bool
people_key_drop(struct bf_req *req)
{
	return people_do(req, &people_key_remove, "/sleutels");
}
