/* Writes orders to a bank. */
#include "pain001.h"
#include <belfort/arena.h>
#include <libxml/xmlwriter.h>
#include <string.h>

#define SPACE "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"
#define SIGNS \
	"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789" \
	"/-?:().,'+ "

struct message {
	struct bf_arena *arena;
	xmlTextWriterPtr writer;
	bool ok;
};

static void
begin(struct message *m, const char *name)
{
	m->ok = m->ok
		&& xmlTextWriterStartElement(m->writer, BAD_CAST name) >= 0;
}

static void
end(struct message *m)
{
	m->ok = m->ok && xmlTextWriterEndElement(m->writer) >= 0;
}

/* TEXT in the innermost of the elements of PATH: "DbtrAcct/Id/IBAN". */
static void
put(struct message *m, const char *path, const char *text)
{
	size_t len = strcspn(path, "/");

	begin(m, bf_strndup(m->arena, path, len));
	if (path[len])
		put(m, path + len + 1, text);
	else
		m->ok = m->ok
			&& xmlTextWriterWriteString(m->writer, BAD_CAST text)
				>= 0;
	end(m);
}

static const char *
word(json_t *object, const char *name)
{
	const char *text = json_string_value(json_object_get(object, name));

	return text ? text : "";
}

static const char *
euros(struct message *m, long long cents)
{
	return bf_printf(m->arena, "%lld.%02lld", cents / 100, cents % 100);
}

static long long
cents_of(json_t *line)
{
	return json_integer_value(json_object_get(line, "cents"));
}

static void
put_totals(struct message *m, json_t *lines)
{
	long long sum = 0;
	json_t *line;
	size_t i;

	json_array_foreach (lines, i, line)
		sum += cents_of(line);
	put(m, "NbOfTxs", bf_printf(m->arena, "%zu", json_array_size(lines)));
	put(m, "CtrlSum", euros(m, sum));
}

static void
put_initiator(struct message *m, const struct payments_debtor *debtor)
{
	begin(m, "InitgPty");
	put(m, "Nm", debtor->name);
	begin(m, "Id");
	begin(m, "OrgId");
	begin(m, "Othr");
	put(m, "Id", debtor->kbo);
	put(m, "Issr", "KBO-BCE");
	end(m);
	end(m);
	end(m);
	end(m);
}

static void
put_head(struct message *m, const struct payments_debtor *debtor, json_t *plan)
{
	begin(m, "GrpHdr");
	put(m, "MsgId", word(plan, "message"));
	put(m, "CreDtTm", word(plan, "created"));
	put_totals(m, json_object_get(plan, "lines"));
	put_initiator(m, debtor);
	end(m);
}

static void
put_amount(struct message *m, json_t *line)
{
	begin(m, "Amt");
	begin(m, "InstdAmt");
	m->ok = m->ok
		&& xmlTextWriterWriteAttribute(
			   m->writer, BAD_CAST "Ccy", BAD_CAST "EUR")
			>= 0
		&& xmlTextWriterWriteString(
			   m->writer, BAD_CAST euros(m, cents_of(line)))
			>= 0;
	end(m);
	end(m);
}

static void
put_line(struct message *m, json_t *line)
{
	begin(m, "CdtTrfTxInf");
	put(m, "PmtId/EndToEndId", word(line, "reference"));
	put_amount(m, line);
	put(m, "Cdtr/Nm", word(line, "name"));
	put(m, "CdtrAcct/Id/IBAN", word(line, "iban"));
	put(m, "RmtInf/Ustrd", word(line, "text"));
	end(m);
}

/* One debit for all: support by the government (SSBE), costs shared as SEPA
 * has it. */
static void
put_orders(
	struct message *m, const struct payments_debtor *debtor, json_t *plan)
{
	json_t *lines = json_object_get(plan, "lines"), *line;
	size_t i;

	begin(m, "PmtInf");
	put(m, "PmtInfId", word(plan, "message"));
	put(m, "PmtMtd", "TRF");
	put(m, "BtchBookg", "true");
	put_totals(m, lines);
	begin(m, "PmtTpInf");
	put(m, "SvcLvl/Cd", "SEPA");
	put(m, "CtgyPurp/Cd", "SSBE");
	end(m);
	put(m, "ReqdExctnDt/Dt", word(plan, "execution"));
	put(m, "Dbtr/Nm", debtor->name);
	put(m, "DbtrAcct/Id/IBAN", debtor->iban);
	put(m, "DbtrAgt/FinInstnId/BICFI", debtor->bic);
	put(m, "ChrgBr", "SLEV");
	json_array_foreach (lines, i, line)
		put_line(m, line);
	end(m);
}

static void
put_document(
	struct message *m, const struct payments_debtor *debtor, json_t *plan)
{
	m->ok = xmlTextWriterStartDocument(m->writer, NULL, "UTF-8", NULL) >= 0
		&& xmlTextWriterStartElementNS(
			   m->writer, NULL, BAD_CAST "Document", BAD_CAST SPACE)
			>= 0;
	begin(m, "CstmrCdtTrfInitn");
	put_head(m, debtor, plan);
	put_orders(m, debtor, plan);
	m->ok = m->ok && xmlTextWriterEndDocument(m->writer) >= 0;
}

bool
payments_debtor_ok(const struct payments_debtor *debtor)
{
	const char *const texts[] = { debtor->name, debtor->iban, debtor->bic,
		debtor->kbo };
	size_t i, name, bic;

	for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		if (texts[i] == NULL || texts[i][strspn(texts[i], SIGNS)])
			return false;
	name = strlen(debtor->name);
	bic = strlen(debtor->bic);
	return name > 0 && name <= 70 && (bic == 8 || bic == 11)
		&& strlen(debtor->kbo) == 10
		&& strspn(debtor->kbo, "0123456789") == 10;
}

bool
payments_pain001(
	struct bf_buf *out, const struct payments_debtor *debtor, json_t *plan)
{
	xmlBufferPtr bytes = xmlBufferCreate();
	struct message m = { out->arena,
		bytes ? xmlNewTextWriterMemory(bytes, 0) : NULL, false };

	if (m.writer)
		put_document(&m, debtor, plan);
	xmlFreeTextWriter(m.writer);
	if (m.ok)
		bf_put(out, (const char *)xmlBufferContent(bytes),
			(size_t)xmlBufferLength(bytes));
	xmlBufferFree(bytes);
	return m.ok;
}
