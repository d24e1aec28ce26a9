/* What the files of this plugin share. */
#ifndef POLICY_OWN_H
#define POLICY_OWN_H

#include <belfort/plugin.h>
#include <jansson.h>

/* desk.c: all drafts, for civil servants. */
extern const struct bf_query policy_desk;
extern const struct bf_kind policy_same_person;

#endif
