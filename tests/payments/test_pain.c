/* What is said to a bank (pain.001), and what is heard from it (pain.002). */
#include "../../plugins/payments/pain001.h"
#include "../../plugins/payments/pain002.h"
#include "../tap.h"
#include "arena.h"

static const struct payments_debtor city = { "Demostad Gent",
	"BE68539007547034", "DEMOBEBB", "0000000097" };

#define WRITTEN \
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" \
	"<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\">" \
	"<CstmrCdtTrfInitn><GrpHdr><MsgId>PAY-1</MsgId>" \
	"<CreDtTm>2026-11-26T09:00:00</CreDtTm><NbOfTxs>2</NbOfTxs>" \
	"<CtrlSum>1000000000.06</CtrlSum><InitgPty><Nm>Demostad Gent</Nm>" \
	"<Id><OrgId><Othr><Id>0000000097</Id><Issr>KBO-BCE</Issr></Othr>" \
	"</OrgId></Id></InitgPty></GrpHdr><PmtInf><PmtInfId>PAY-1</PmtInfId>" \
	"<PmtMtd>TRF</PmtMtd><BtchBookg>true</BtchBookg><NbOfTxs>2</NbOfTxs>" \
	"<CtrlSum>1000000000.06</CtrlSum><PmtTpInf><SvcLvl><Cd>SEPA</Cd>" \
	"</SvcLvl><CtgyPurp><Cd>SSBE</Cd></CtgyPurp></PmtTpInf><ReqdExctnDt>" \
	"<Dt>2026-11-27</Dt></ReqdExctnDt><Dbtr><Nm>Demostad Gent</Nm></Dbtr>" \
	"<DbtrAcct><Id><IBAN>BE68539007547034</IBAN></Id></DbtrAcct><DbtrAgt>" \
	"<FinInstnId><BICFI>DEMOBEBB</BICFI></FinInstnId></DbtrAgt>" \
	"<ChrgBr>SLEV</ChrgBr><CdtTrfTxInf><PmtId><EndToEndId>A-1" \
	"</EndToEndId></PmtId><Amt><InstdAmt Ccy=\"EUR\">0.07</InstdAmt></Amt>" \
	"<Cdtr><Nm>A &lt;b&gt; &amp; &quot;c&quot;</Nm></Cdtr><CdtrAcct><Id><IBAN>" \
	"BE71096123456769</IBAN></Id></CdtrAcct><RmtInf><Ustrd>A-1</Ustrd>" \
	"</RmtInf></CdtTrfTxInf><CdtTrfTxInf><PmtId><EndToEndId>A-2" \
	"</EndToEndId></PmtId><Amt><InstdAmt Ccy=\"EUR\">999999999.99" \
	"</InstdAmt></Amt><Cdtr><Nm>Z</Nm></Cdtr><CdtrAcct><Id><IBAN>" \
	"BE71096123456769</IBAN></Id></CdtrAcct><RmtInf><Ustrd>A-2</Ustrd>" \
	"</RmtInf></CdtTrfTxInf></PmtInf></CstmrCdtTrfInitn></Document>\n"

static void
written(void)
{
	struct bf_arena *arena = bf_arena_new();
	struct bf_buf *out = bf_buf_new(arena, 0);
	json_t *plan = json_pack(
		"{s:s, s:s, s:s, s:[{s:s, s:I, s:s, s:s, s:s}, "
		"{s:s, s:I, s:s, s:s, s:s}]}",
		"message", "PAY-1", "created", "2026-11-26T09:00:00",
		"execution", "2026-11-27", "lines", "reference", "A-1", "cents",
		(json_int_t)7, "name", "A <b> & \"c\"", "iban",
		"BE71096123456769", "text", "A-1", "reference", "A-2", "cents",
		(json_int_t)99999999999, "name", "Z", "iban",
		"BE71096123456769", "text", "A-2");

	ok(payments_pain001(out, &city, plan), "a message is written");
	is(out->data, WRITTEN, "sign by sign");
	json_decref(plan);
	bf_arena_free(arena);
}

static void
debtors(void)
{
	static const struct payments_debtor wrong[] = {
		{ NULL, "BE68539007547034", "DEMOBEBB", "0000000097" },
		{ "", "BE68539007547034", "DEMOBEBB", "0000000097" },
		{ "Stad Génk", "BE68539007547034", "DEMOBEBB", "0000000097" },
		{ "Gent", NULL, "DEMOBEBB", "0000000097" },
		{ "Gent", "BE68539007547034", "DEMOBEB", "0000000097" },
		{ "Gent", "BE68539007547034", "DEMOBEBB", "0207.451.227" },
	};
	size_t i;

	ok(payments_debtor_ok(&city), "who pays");
	for (i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		ok(!payments_debtor_ok(&wrong[i]), "who does not, %zu", i + 1);
}

#define IN(version, inner) \
	"<Document xmlns='urn:iso:std:iso:20022:tech:xsd:pain.002.001." version \
	"'><CstmrPmtStsRpt>" inner "</CstmrPmtStsRpt></Document>"
#define HEAD \
	"<GrpHdr><MsgId>B-1</MsgId></GrpHdr><OrgnlGrpInfAndSts>" \
	"<OrgnlMsgId>PAY-1</OrgnlMsgId></OrgnlGrpInfAndSts>"
#define TOLD "\"message\":\"B-1\",\"original\":\"PAY-1\""
#define WHY(code) "<StsRsnInf><Rsn>" code "</Rsn></StsRsnInf>"

/* JSON NULL: it is no report. */
static const struct {
	const char *name, *text, *json;
} reports[] = {
	{ "the least", IN("03", HEAD), "{" TOLD "}" },
	{ "of another version", IN("10", HEAD), "{" TOLD "}" },
	{ "of all",
		IN("03",
			"<GrpHdr><MsgId>B-1</MsgId></GrpHdr><OrgnlGrpInfAndSts>"
			"<OrgnlMsgId>PAY-1</OrgnlMsgId><GrpSts>RJCT</GrpSts>" WHY(
				"<Cd>FF01</Cd>") "</OrgnlGrpInfAndSts>"),
		"{" TOLD ",\"reason\":\"FF01\",\"status\":\"RJCT\"}" },
	{ "of each, with the first reason of two",
		IN("10",
			HEAD
			"<OrgnlPmtInfAndSts><OrgnlPmtInfId>PAY-1"
			"</OrgnlPmtInfId><PmtInfSts>PART</PmtInfSts>"
			"<TxInfAndSts><OrgnlEndToEndId>A-1"
			"</OrgnlEndToEndId><TxSts>RJCT</TxSts>" WHY("<Cd>AC04</Cd>") WHY(
				"<Cd>MS03</Cd>") "</TxInfAndSts>"
						 "<TxInfAndSts><OrgnlEndToEndId>A-2"
						 "</OrgnlEndToEndId><TxSts>RJCT</TxSts>" WHY(
							 "<Prtry>Z1</Prtry>") "</TxInfAndSts></OrgnlPmtInfAndSts>"),
		"{\"groups\":[{\"id\":\"PAY-1\",\"payments\":[{\"id\":\"A-1\","
		"\"reason\":\"AC04\",\"status\":\"RJCT\"},{\"id\":\"A-2\","
		"\"reason\":\"Z1\",\"status\":\"RJCT\"}],\"status\":\"PART\"}]," TOLD
		"}" },
	{ "with a remark", IN("03", "<!-- a -->" HEAD), "{" TOLD "}" },
	{ "as raw text",
		IN("03",
			"<GrpHdr><MsgId><![CDATA[B-1]]></MsgId></GrpHdr>"
			"<OrgnlGrpInfAndSts><OrgnlMsgId>PAY-1</OrgnlMsgId>"
			"</OrgnlGrpInfAndSts>"),
		"{" TOLD "}" },
	{ "what stands elsewhere is not taken",
		IN("03",
			"<X><GrpHdr><MsgId>B-9</MsgId></GrpHdr></X>" HEAD
			"<OrgnlGrpInfAndSts><X><GrpSts>RJCT</GrpSts></X>"
			"</OrgnlGrpInfAndSts>"),
		"{" TOLD "}" },
	{ "nothing", "", NULL },
	{ "words", "paid", NULL },
	{ "another message",
		"<Document xmlns='urn:iso:std:iso:20022:tech:xsd:pain.001.001.09'/>",
		NULL },
	{ "no space", "<Document/>", NULL },
	{ "a part in another space", IN("03", HEAD "<GrpHdr xmlns='urn:x'/>"),
		NULL },
	{ "no name", IN("03", "<GrpHdr/>"), NULL },
	{ "a payment without a reference",
		IN("03",
			HEAD "<OrgnlPmtInfAndSts><OrgnlPmtInfId>PAY-1"
			     "</OrgnlPmtInfId><TxInfAndSts><TxSts>RJCT</TxSts>"
			     "</TxInfAndSts></OrgnlPmtInfAndSts>"),
		NULL },
	{ "a group without a name",
		IN("03",
			HEAD "<OrgnlPmtInfAndSts><PmtInfSts>RJCT</PmtInfSts>"
			     "</OrgnlPmtInfAndSts>"),
		NULL },
	{ "broken off",
		"<Document xmlns='urn:iso:std:iso:20022:tech:xsd:pain.002.001.03'>",
		NULL },
	{ "a document type", "<!DOCTYPE Document>" IN("03", HEAD), NULL },
	{ "an entity",
		"<!DOCTYPE Document [<!ENTITY a 'B-1'>]>" IN(
			"03", "<GrpHdr><MsgId>&a;</MsgId></GrpHdr>" HEAD),
		NULL },
	{ "an entity that is not known",
		IN("03", "<GrpHdr><MsgId>&a;</MsgId></GrpHdr>" HEAD), NULL },
	{ "an instruction", IN("03", "<?php a ?>" HEAD), NULL },
	{ "something behind it", IN("03", HEAD) "<a/>", NULL },
	{ "a sign that is none",
		IN("03", "<GrpHdr><MsgId>\x01</MsgId></GrpHdr>"), NULL },
};

static void
heard(void)
{
	json_t *report;
	char *text;
	size_t i;

	for (i = 0; i < sizeof(reports) / sizeof(reports[0]); i++) {
		report = payments_pain002(
			reports[i].text, strlen(reports[i].text));
		text = report
			? json_dumps(report, JSON_COMPACT | JSON_SORT_KEYS)
			: NULL;
		is(text, reports[i].json, reports[i].name);
		free(text);
		json_decref(report);
	}
}

/* A report with SIGNS in a name, and LEVELS of elements that mean nothing. */
static bool
taken(size_t signs, int levels)
{
	struct bf_arena *arena = bf_arena_new();
	struct bf_buf *out = bf_buf_new(arena, 0);
	json_t *report;
	size_t n;
	int i;

	bf_put_str(out,
		"<Document xmlns='urn:iso:std:iso:20022:tech:xsd:"
		"pain.002.001.03'><CstmrPmtStsRpt><GrpHdr><MsgId>");
	for (n = 0; n < signs; n++)
		bf_put_char(out, 'B');
	bf_put_str(out,
		"</MsgId></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>A</OrgnlMsgId>"
		"</OrgnlGrpInfAndSts>");
	for (i = 0; i < levels; i++)
		bf_put_str(out, "<a>");
	for (i = 0; i < levels; i++)
		bf_put_str(out, "</a>");
	bf_put_str(out, "</CstmrPmtStsRpt></Document>");
	report = payments_pain002(out->data, out->len);
	json_decref(report);
	bf_arena_free(arena);
	return report != NULL;
}

static void
limits(void)
{
	ok(taken(140, 22), "as long and as deep as can be");
	ok(!taken(141, 0), "longer");
	ok(!taken(1, 23), "deeper");
	ok(!taken(1, 100000), "much deeper");
}

int
main(void)
{
	written();
	debtors();
	heard();
	limits();
	return done();
}
