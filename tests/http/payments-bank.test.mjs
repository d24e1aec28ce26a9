/* Answers of the bank: what is paid, what is refused, and what changes nothing. */
import assert from 'node:assert/strict';
import test from 'node:test';
import {ask, sql, unharmed} from './lib.mjs';
import {answer, balanced, books, call, clear, desk, form, owe, own, payee, prepare, preparer, release, releaser, read,
	stateOf, take, tree} from './payments.mjs';
import {signedResident} from './residents.mjs';

unharmed(test);

const family = 'Antwoordproef', iban = 'BE68539007547034', other = 'BE71096123456769';
let one, two;
test.beforeEach(() => { clear(family); one = preparer(); two = releaser(); });
test.afterEach(balanced);
test.after(() => clear(family));

const message = (id) => sql(`select message from payments.file where id = ${id}`);
async function released() {
	const id = await prepare(one);
	assert.equal((await release(two, id, {gezien: 1})).status, 303);
	return id;
}
/* Three payments that the bank has: [id, message]. */
async function three() {
	const whom = payee({family});
	for (const n of [1, 2, 3])
		owe(`AP-${n}`, whom, {cents: n * 100});
	const id = await released();
	return [id, message(id)];
}
const reads = (text, headers = {}) => form(one, `${desk}/antwoord`, {antwoord: text, ...headers});
const states = () => [1, 2, 3].map((n) => stateOf(`AP-${n}`)).join(' ');
async function refused(text, sentence, what) {
	const before = JSON.stringify(books()), {status, text: page} = await reads(text);
	assert.equal(status, 422, what);
	assert.match(page, sentence, what);
	assert.match(page, /href="#veld-antwoord"/);
	assert.equal(JSON.stringify(books()), before);
}

for (const version of ['03', '10'])
	test(`each of three payments has an answer of its own, pain.002.001.${version}`, async () => {
		const [id, name] = await three();
		const said = await reads(answer(name, {version, status: 'PART', group: 'PART', payments: {'AP-1': ['ACSC'], 'AP-2': ['RJCT', 'AC04'], 'AP-3': ['ACSP']}}));
		assert.equal(said.headers.location, `${desk}/bestand/${id}`, said.text);
		assert.equal(states(), 'paid refused released');
		const {text} = await ask(`${desk}/bestand/${id}`, {headers: one.headers});
		assert.match(text, /De rekening is gesloten \(AC04\)/);
		assert.match(text, /\(PART\): 1 betaald, 1 geweigerd/);
		await reads(answer(name, {status: 'ACSC'}));
		assert.equal(states(), 'paid refused paid', 'what was refused stays so');
	});

for (const [what, how, after] of [
	['all is paid', {status: 'ACSC'}, 'paid paid paid'],
	['all is credited', {status: 'ACCC'}, 'paid paid paid'],
	['all is accepted', {status: 'ACCP'}, 'released released released'],
	['all is in doubt', {status: 'PDNG'}, 'released released released'],
	['all is refused', {status: 'RJCT', code: 'FF01'}, 'refused refused refused'],
	['all is refused, for nothing said', {status: 'RJCT'}, 'refused refused refused'],
	['the payment information is refused', {group: 'RJCT', groupCode: 'AM04'}, 'refused refused refused'],
	['the group is accepted, its payment information refused', {status: 'ACCP', group: 'RJCT', groupCode: 'DT01'}, 'refused refused refused'],
	['one is refused in a group that is paid', {status: 'ACSC', payments: {'AP-2': ['RJCT', 'MS03']}}, 'paid refused paid'],
	['one is paid in a group of which more comes', {status: 'PART', payments: {'AP-3': ['ACSC']}}, 'released released paid'],
])
	test(`${what}`, async () => {
		const [, name] = await three();
		assert.equal((await reads(answer(name, how))).status, 303);
		assert.equal(states(), after);
	});

test('what the bank paid may come back', async () => {
	const [, name] = await three();
	await reads(answer(name, {status: 'ACSC'}));
	await reads(answer(name, {status: 'PART', payments: {'AP-1': ['RJCT', 'AC06']}}));
	assert.equal(states(), 'refused paid paid');
	await reads(answer(name, {payments: {'AP-1': ['ACSC']}}));
	assert.equal(states(), 'refused paid paid', 'and is not paid after that');
});

test('an answer counts once, however it comes', async () => {
	const [, name] = await three(), text = answer(name, {payments: {'AP-1': ['ACSC']}, name: 'BANK-1'});
	assert.equal((await reads(text)).status, 303);
	await refused(text, /al ingelezen/);
	await refused(text.replace('?>\n', '?>\n\n'), /al ingelezen/);
	assert.equal(sql('select count(*) from payments.answer'), '1');
});

test('an answer that matches nothing changes nothing', async () => {
	const [id, name] = await three();
	await refused(answer('PAY-20200101-00000000', {status: 'RJCT'}), /niet vrijgaven/);
	await refused(answer(name, {payments: {'AP-1': ['RJCT', 'AC04'], 'AP-9': ['RJCT', 'AC04']}}), /niet in dat bestand/);
	await refused(answer(name, {group: 'RJCT'}).replace(`<OrgnlPmtInfId>${name}`, '<OrgnlPmtInfId>X'), /niet in dat bestand/);
	owe('AP-4', payee({family}));
	const waiting = await prepare(one);
	await refused(answer(message(waiting), {status: 'ACSC'}), /niet vrijgaven/);
	assert.equal(sql(`select count(*) from payments.answer where file in (${id}, ${waiting})`), '0');
});

test('what is no answer is refused', async () => {
	const [, name] = await three(), good = answer(name, {status: 'ACSC'});
	for (const [what, text] of [
		['words', 'De bank heeft betaald.'], ['nothing between', '<a/>'], ['half of it', good.slice(0, -40)],
		['another message', good.replace('pain.002.001.03', 'pain.001.001.09')],
		['a document type', good.replace('?>', '?><!DOCTYPE Document [<!ENTITY a "ACSC">]>')],
		['an entity from elsewhere', good.replace('?>', '?><!DOCTYPE Document [<!ENTITY a SYSTEM "file:///etc/passwd">]>').replace('ACSC', '&a;')],
		['no message', good.replace(/<OrgnlMsgId>.*?<\/OrgnlMsgId>/, '')],
		['a value too long', good.replace('BANK-', `BANK-${'X'.repeat(200)}`)],
		['very deep', good.replace('<CstmrPmtStsRpt>', `<CstmrPmtStsRpt>${'<a>'.repeat(300)}${'</a>'.repeat(300)}`)],
	])
		await refused(text, /geen antwoord van een bank/, what);
	assert.equal(states(), 'released released released');
});

test('after a closed account the resident gives another, and is paid by a new reference', async () => {
	const who = signedResident({family, given: 'Roos'});
	sql(`insert into payments.account (resident, iban, source, since, actor) values ('${who.resident}', '${iban}', 'given', '2020-01-01', '${who.account}')`);
	owe('AP-1', who.resident, {cents: 4200});
	const first = await released();
	await reads(answer(message(first), {payments: {'AP-1': ['RJCT', 'AC04']}}));
	assert.equal(stateOf('AP-1'), 'refused');
	assert.equal(sql(`select kind from people.paper where resident = '${who.resident}'`), 'payment_refused');
	assert.match((await ask(own, {headers: who.headers})).text, /De bank weigerde deze betaling/);
	const again = await form(who, own, {keuze: 'ander', rekening: iban}, own);
	assert.equal(again.status, 422, 'the same account is refused here');
	assert.match(again.text, /De bank weigerde een betaling op deze rekening/);
	assert.equal((await form(who, own, {keuze: 'ander', rekening: other}, own)).status, 303);
	assert.equal(stateOf('AP-1'), 'ready');
	const second = await released(), document = tree(read((await take(one, second)).text));
	const {CdtTrfTxInf} = document.CstmrCdtTrfInitn.PmtInf;
	assert.equal(CdtTrfTxInf.PmtId.EndToEndId, 'AP-1-2');
	assert.equal(CdtTrfTxInf.CdtrAcct.Id.IBAN, other);
	assert.equal(stateOf('AP-1'), 'released');
	await reads(answer(message(second), {payments: {'AP-1-2': ['ACSC']}}));
	assert.equal(stateOf('AP-1'), 'paid');
	assert.equal(books().paid, 4200, 'once');
});

for (const [how, kept, code, state] of [
	['another account', {keuze: 'ander', rekening: other}, 'AC04', 'ready'],
	['cash', {keuze: 'geen'}, 'AC04', 'cash'],
	['cash, while the bank refused for a reason of ours', {keuze: 'geen'}, 'AM04', 'cash'],
])
	test(`${how} that was chosen while the bank had the file is what counts when it refuses`, async () => {
		const who = signedResident({family, given: 'Roos'});
		await form(who, own, {keuze: 'ander', rekening: iban}, own);
		owe('AP-1', who.resident, {cents: 4200});
		const id = await released();
		await form(who, own, kept, own);
		await reads(answer(message(id), {payments: {'AP-1': ['RJCT', code]}}));
		assert.equal(stateOf('AP-1'), state);
		assert.equal(sql(`select count(*) from people.paper where kind = 'payment_refused' and resident = '${who.resident}'`), '0',
			'nobody is asked for what they gave');
		if (state === 'ready')
			assert.equal((await form(who, own, {keuze: 'ander', rekening: iban}, own)).status, 422, 'the account that was refused is not taken again');
	});

test('a refusal without a word that we know leaves no loose ends on pages', async () => {
	const who = signedResident({family, given: 'Roos'});
	await form(who, own, {keuze: 'ander', rekening: iban}, own);
	owe('AP-1', who.resident);
	const id = await released();
	await reads(answer(message(id), {payments: {'AP-1': ['RJCT', 'ZZ99']}}));
	assert.match((await ask(own, {headers: who.headers})).text, /De bank weigerde deze betaling\.<\/strong><\/p>/);
	assert.match((await ask(`${desk}/bestand/${id}`, {headers: one.headers})).text, /onbekende reden \(ZZ99\)/);
});

test('what the bank refused for a reason of ours is paid again on the same account', async () => {
	const [, name] = await three();
	await reads(answer(name, {payments: {'AP-1': ['RJCT', 'AM04'], 'AP-2': ['RJCT', 'AC01']}}));
	assert.equal(sql("select count(*) from people.paper p join people.person_name n using (resident) where n.family = 'Antwoordproef'"), '1', 'only who can mend it is told');
	const page = await ask(desk, {headers: one.headers});
	assert.match(page.text, /te weinig op de rekening van de stad/);
	assert.equal((await form(one, `${desk}/opnieuw`, {nummer: 'AP-1'})).status, 303);
	assert.equal(stateOf('AP-1'), 'ready');
	assert.equal((await form(one, `${desk}/opnieuw`, {nummer: 'AP-3'})).status, 409, 'what was not refused is not');
	assert.equal((await form(one, `${desk}/opnieuw`, {nummer: 'AP-2'})).status, 409, 'nor what another account would mend');
	await released();
	assert.equal(sql("select string_agg(reference, ' ' order by reference) from payments.payment where claim = 'AP-1'"), 'AP-1 AP-1-2');
});

test('a number that another claim has stands for that one only', async () => {
	const whom = payee({family});
	owe('AP-1', whom);
	owe('AP-1-2', whom, {cents: 2});
	const long = ['1', '2'].map((last) => `AP-${'9'.repeat(31)}${last}`);
	long.forEach((number) => owe(number, whom, {cents: 3}));
	const first = await released();
	await reads(answer(message(first), {status: 'RJCT', code: 'AM04'}));
	for (const number of ['AP-1', 'AP-1-2', ...long])
		await form(one, `${desk}/opnieuw`, {nummer: number});
	const second = await released();
	const [a, b, ...rest] = sql(`select reference from payments.payment where file = ${second} order by nr`).split('\n');
	assert.deepEqual([a, b], ['AP-1-3', 'AP-1-2-2']);
	rest.forEach((reference) => assert.match(reference, /^AP-9{17}-[0-9A-F]{10}-2$/));
	assert.equal(new Set(rest).size, 2, 'also where they begin alike');
});

test('a withdrawal after a refusal', async () => {
	const [, name] = await three();
	await reads(answer(name, {payments: {'AP-1': ['RJCT', 'AC04']}}));
	assert.equal(call("withdraw('AP-1')"), 'withdrawn');
	assert.equal(stateOf('AP-1'), 'withdrawn');
	assert.equal(call("withdraw('AP-2')"), 'left');
});

test('an answer in parts of a form, as browsers send it', async () => {
	const [id, name] = await three(), mark = 'X-PARTS-X', {text} = await ask(desk, {headers: one.headers});
	const csrf = /name="csrf" value="([^"]+)"/.exec(text)[1], part = (key, value) =>
		`--${mark}\r\nContent-Disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`;
	const sent = await ask(`${desk}/antwoord`, {
		method: 'POST', headers: {...one.headers, Origin: new URL(process.env.BELFORT_URL).origin, 'Content-Type': `multipart/form-data; boundary=${mark}`},
		body: `${part('csrf', csrf)}${part('antwoord', answer(name, {status: 'ACSC'}).replaceAll('\n', '\r\n\t'))}--${mark}--\r\n`,
	});
	assert.equal(sent.headers.location, `${desk}/bestand/${id}`, sent.text);
	assert.equal(states(), 'paid paid paid');
});
