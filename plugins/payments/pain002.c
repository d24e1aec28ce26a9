/* Reads what a bank says of orders. */
#include "pain002.h"
#include <libxml/xmlreader.h>
#include <limits.h>
#include <string.h>

#define DEPTH_MAX 24
#define VALUE_MAX 140

#define HEAD "Document/CstmrPmtStsRpt/GrpHdr/"
#define ALL "Document/CstmrPmtStsRpt/OrgnlGrpInfAndSts/"
#define GROUP "Document/CstmrPmtStsRpt/OrgnlPmtInfAndSts"
#define ONE GROUP "/TxInfAndSts"

static const char *const spaces[] = {
	"urn:iso:std:iso:20022:tech:xsd:pain.002.001.03",
	"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10",
};

enum level { REPORT, OF_GROUP, OF_ONE, LEVELS };

/* Where each value stands, and what it is of. */
static const struct {
	const char *path, *member;
	enum level level;
} values[] = {
	{ HEAD "MsgId", "message", REPORT },
	{ ALL "OrgnlMsgId", "original", REPORT },
	{ ALL "GrpSts", "status", REPORT },
	{ ALL "StsRsnInf/Rsn/Cd", "reason", REPORT },
	{ ALL "StsRsnInf/Rsn/Prtry", "reason", REPORT },
	{ GROUP "/OrgnlPmtInfId", "id", OF_GROUP },
	{ GROUP "/PmtInfSts", "status", OF_GROUP },
	{ GROUP "/StsRsnInf/Rsn/Cd", "reason", OF_GROUP },
	{ GROUP "/StsRsnInf/Rsn/Prtry", "reason", OF_GROUP },
	{ ONE "/OrgnlEndToEndId", "id", OF_ONE },
	{ ONE "/TxSts", "status", OF_ONE },
	{ ONE "/StsRsnInf/Rsn/Cd", "reason", OF_ONE },
	{ ONE "/StsRsnInf/Rsn/Prtry", "reason", OF_ONE },
};

struct report {
	xmlTextReaderPtr reader;
	const char *names[DEPTH_MAX]; /* of the elements that it is in */
	json_t *at[LEVELS];           /* what is being read; of the report */
};

/* Whether the innermost element, at DEPTH, stands at PATH. */
static bool
stands_at(const struct report *r, int depth, const char *path)
{
	size_t len;
	int i;

	for (i = 0; i <= depth; i++, path += len + 1) {
		len = strcspn(path, "/");
		if (strlen(r->names[i]) != len
			|| strncmp(path, r->names[i], len) != 0
			|| (path[len] == '\0') != (i == depth))
			return false;
	}
	return true;
}

/* A new object in the list NAME of what is being read one level up. */
static void
enter(struct report *r, enum level level, const char *name)
{
	json_t *up = r->at[level - 1], *list = json_object_get(up, name);

	if (list == NULL) {
		list = json_array();
		json_object_set_new(up, name, list);
	}
	r->at[level] = json_object();
	json_array_append_new(list, r->at[level]);
}

static bool
space_known(xmlTextReaderPtr reader)
{
	const char *space = (const char *)xmlTextReaderConstNamespaceUri(
		reader);
	size_t i;

	for (i = 0; space && i < sizeof(spaces) / sizeof(spaces[0]); i++)
		if (strcmp(space, spaces[i]) == 0)
			return true;
	return false;
}

static bool
element(struct report *r)
{
	int depth = xmlTextReaderDepth(r->reader);

	if (depth >= DEPTH_MAX || !space_known(r->reader))
		return false;
	r->names[depth] = (const char *)xmlTextReaderConstLocalName(r->reader);
	if (stands_at(r, depth, GROUP))
		enter(r, OF_GROUP, "groups");
	else if (stands_at(r, depth, ONE))
		enter(r, OF_ONE, "payments");
	return true;
}

/* The first value of a kind counts: of several reasons one is enough. */
static bool
value(struct report *r)
{
	const char *text = (const char *)xmlTextReaderConstValue(r->reader);
	int depth = xmlTextReaderDepth(r->reader) - 1;
	size_t i, len = strlen(text);
	json_t *to;

	for (i = 0; i < sizeof(values) / sizeof(values[0]); i++) {
		if (!stands_at(r, depth, values[i].path))
			continue;
		to = r->at[values[i].level];
		if (json_object_get(to, values[i].member) == NULL)
			json_object_set_new(
				to, values[i].member, json_stringn(text, len));
		return len <= VALUE_MAX;
	}
	return true;
}

/* What is no element, value or remark has no place in a report: a document
 * type, an entity, an instruction. */
static bool
node(struct report *r)
{
	switch (xmlTextReaderNodeType(r->reader)) {
	case XML_READER_TYPE_ELEMENT:
		return element(r);
	case XML_READER_TYPE_TEXT:
	case XML_READER_TYPE_CDATA:
		return value(r);
	case XML_READER_TYPE_END_ELEMENT:
	case XML_READER_TYPE_COMMENT:
	case XML_READER_TYPE_WHITESPACE:
	case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
		return true;
	default:
		return false;
	}
}

static bool
nodes(struct report *r)
{
	int more;

	while ((more = xmlTextReaderRead(r->reader)) == 1)
		if (!node(r))
			return false;
	return more == 0;
}

static bool
has_ids(json_t *list, const char *inner)
{
	json_t *each;
	size_t i;

	json_array_foreach (list, i, each)
		if (json_object_get(each, "id") == NULL
			|| (inner
				&& !has_ids(
					json_object_get(each, inner), NULL)))
			return false;
	return true;
}

static bool
whole(json_t *report)
{
	return json_object_get(report, "message")
		&& json_object_get(report, "original")
		&& has_ids(json_object_get(report, "groups"), "payments");
}

/* Nothing is fetched, no entity replaced, nothing told on stderr. */
json_t *
payments_pain002(const char *text, size_t len)
{
	struct report r = { 0 };
	bool good;

	if (len > INT_MAX)
		return NULL;
	r.reader = xmlReaderForMemory(text, (int)len, NULL, "UTF-8",
		XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	if (r.reader == NULL)
		return NULL;
	r.at[REPORT] = json_object();
	good = nodes(&r) && whole(r.at[REPORT]);
	xmlFreeTextReader(r.reader);
	if (good)
		return r.at[REPORT];
	json_decref(r.at[REPORT]);
	return NULL;
}
