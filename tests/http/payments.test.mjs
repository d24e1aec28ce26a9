/* Payments: on which account, in which file, released by whom, sign by sign. */
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import test from 'node:test';
import {ask, log, sql, submit, unharmed} from './lib.mjs';
import {balanced, books, both, call, clear, desk, form, owe, own, payee, prepare, preparer, read, release, releaser,
	stateOf, take, tree} from './payments.mjs';
import {signedResident} from './residents.mjs';
import {signIn, token} from './signed.mjs';

unharmed(test);

const family = 'Betaalproef';
test.beforeEach(() => clear(family));
test.afterEach(balanced);
test.after(() => clear(family));

const roos = () => signedResident({family, given: 'Roos'});
const choose = (who, fields) => form(who, own, fields, own);
const accounts = (who) => sql(`select coalesce(iban, source) || case when until is null then '' else ' before' end
	from payments.account where resident = '${who.resident}' order by id`).split('\n').filter(Boolean);
const told = (who) => sql(`select string_agg(kind, ',' order by id) from people.paper where resident = '${who.resident}'`);

/* --- on which account ------------------------------------------------------ */

test('an account is given, told of, and shown in part', async () => {
	const who = roos(), answer = await choose(who, {keuze: 'ander', rekening: 'be68 5390 0754 7034'});
	assert.equal(answer.headers.location, `${own}?bewaard=ja`, answer.text);
	assert.deepEqual(accounts(who), ['BE68539007547034']);
	assert.equal(told(who), 'account_changed');
	const page = await ask(own, {headers: who.headers});
	assert.match(page.text, /BE68\u00a0••••\u00a07034/);
	assert.doesNotMatch(page.text, /53900754|value="BE68/);
	assert.doesNotMatch(sql(`select data from people.paper where resident = '${who.resident}'`), /53900754/);
	await choose(who, {keuze: 'ander', rekening: 'BE68539007547034'});
	assert.deepEqual(accounts(who), ['BE68539007547034'], 'the same again changes nothing');
	assert.equal(told(who), 'account_changed');
});

test('what is wrong with a number is said, and nothing is kept', async () => {
	const who = roos();
	for (const [rekening, sentence] of [
		['BE68539007547035', /geen rekeningnummer/], ['', /Schrijf uw rekeningnummer/],
		['XX63000000000001', /in dat land/], ['NL86BANK01234567890', /geen rekeningnummer|te kort of te lang/],
		['GB82WEST123456987654321', /geen rekeningnummer|te kort of te lang/],
	]) {
		const {status, text} = await choose(who, {keuze: 'ander', rekening});
		assert.equal(status, 422, rekening);
		assert.match(text, sentence, rekening);
		assert.match(text, /href="#veld-rekening"/);
	}
	assert.equal((await choose(who, {keuze: 'register'})).status, 422, 'the register has none');
	assert.equal((await choose(who, {rekening: 'BE68539007547034'})).status, 422, 'no choice');
	assert.deepEqual(accounts(who), []);
});

test('no account number comes into a log', async () => {
	const who = roos(), from = log.where('belfort'), web = log.where('nginx');
	await choose(who, {keuze: 'ander', rekening: 'BE68539007547035'});
	await choose(who, {keuze: 'ander', rekening: 'BE68539007547034'});
	assert.doesNotMatch(log.since('belfort', from) + log.since('nginx', web), /5390/);
});

test('that of the register is confirmed', async () => {
	const who = roos();
	sql(`update people.resident set iban = 'BE68539007547034' where id = '${who.resident}'`);
	owe('BP-1', who.resident);
	assert.equal(stateOf('BP-1'), 'waiting_account', 'not before they say so');
	assert.equal((await choose(who, {keuze: 'register'})).status, 303);
	assert.deepEqual(accounts(who), ['BE68539007547034']);
	assert.equal(stateOf('BP-1'), 'ready');
});

test('who has no account fetches cash with a code, once, and may change that', async () => {
	const who = roos(), clerk = signIn({kind: 'staff', name: 'Kas Proef', rights: ['payments.cash']});
	owe('BP-1', who.resident, {cents: 12345});
	assert.equal(told(who), 'account_wanted');
	await choose(who, {keuze: 'geen'});
	owe('BP-2', who.resident, {cents: 100});
	owe('BP-3', who.resident, {cents: 100, due: 'current_date + 3'});
	assert.equal(told(who), 'account_wanted,account_changed,cash_order,cash_order,cash_order');
	assert.equal(stateOf('BP-1'), 'cash');
	const code = (number) => sql(`select code from payments.payment where claim = '${number}' and outcome is null`);
	const shown = code('BP-1').replace(/(.{5})/, '$1-');
	assert.match(sql(`select data from people.paper where kind = 'cash_order' and resident = '${who.resident}'`), new RegExp(shown));
	assert.ok((await ask(own, {headers: who.headers})).text.includes(shown), 'their page shows it');
	const look = (path, fields) => form(clerk, `${desk}/contant${path}`, fields, `${desk}/contant`);
	assert.match((await look('', {code: 'AAAAA-AAAAA'})).text, /ligt geen geld klaar/);
	assert.match((await look('', {code: code('BP-3')})).text, /nog niet gehaald/);
	const found = await look('', {code: shown.toLowerCase()});
	assert.match(found.text, /€\s123,45/);
	assert.match(found.text, /Roos Betaalproef/);
	assert.equal(stateOf('BP-1'), 'cash', 'looking pays nothing');
	assert.match((await look('/betaald', {code: shown})).text, /haalde/);
	assert.equal(stateOf('BP-1'), 'paid');
	assert.equal((await look('/betaald', {code: shown})).status, 422, 'not twice');
	assert.equal(sql(`select count(*) from access.entry e join belfort.look l on l.id = e.look
		where l.name = 'payments.cash' and e.subject = '${who.resident}'`), '2', 'and it is told who looked');
	await choose(who, {keuze: 'ander', rekening: 'BE68539007547034'});
	assert.equal(stateOf('BP-2'), 'ready', 'what was not fetched goes to the account');
	assert.equal(stateOf('BP-1'), 'paid');
});

test('who helps says it for a resident, and that is shown', async () => {
	const who = roos(), clerk = signIn({kind: 'staff', name: 'Hulp Proef', rights: ['people.help']});
	sql(`insert into people.helping (session, account, resident, helper, given, reason)
		select s.id, '${who.account}', '${who.resident}', '${clerk.account}', g.id, 'Kwam langs'
		from people.session s join people.right_given g using (account) where account = '${clerk.account}'`);
	assert.equal((await choose(clerk, {keuze: 'ander', rekening: 'BE68539007547034'})).status, 303);
	const {text} = await ask(own, {headers: who.headers});
	assert.match(text, /door een ambtenaar die u hielp/);
	assert.doesNotMatch(text, /Hulp Proef/, 'without their name, as in the list of who looked');
	assert.equal(told(who), 'account_changed', 'the resident is told');
});

test('who is not in the register is sent to the counter', async () => {
	const who = signIn({kind: 'resident', level: 'substantial', name: 'Nieuw'});
	assert.match((await ask(own, {headers: who.headers})).text, /vinden u niet in het register/);
	const answer = await submit(own, {csrf: await token('/mijn', who.headers), keuze: 'geen'}, who.headers);
	assert.equal(answer.status, 409);
});

/* --- files ------------------------------------------------------------------ */

test('every element of a file for the bank', async () => {
	const a = payee({family, given: 'Éloïse “Łucja”'}), b = payee({family: `${family} & Ørsted <b>`, given: 'Ç'.repeat(80)}, 'FR1420041010050500013M02606');
	owe('BP-2026-1', a, {cents: 123456});
	owe('BP-2026-2', b, {cents: 7, nl: `Premie voor ${'dakisolatie '.repeat(20)}`});
	owe('BP-2026-3', a, {cents: 1000, due: 'current_date + 1'});
	const one = preparer(), two = releaser(), id = await prepare(one);
	assert.equal(stateOf('BP-2026-1'), 'in_file');
	assert.equal(stateOf('BP-2026-3'), 'ready', 'not due yet');
	assert.equal((await take(one, id)).status, 409, 'not before it is released');
	const page = await ask(`${desk}/bestand/${id}`, {headers: two.headers});
	assert.match(page.text, /BE68\u00a0••••\u00a07034/);
	assert.doesNotMatch(page.text, /53900754/);
	assert.equal((await release(two, id)).status, 303);
	const {text, body, headers} = await take(one, id);
	assert.match(headers['content-type'], /^application\/xml/);
	assert.equal(sql(`select encode(sha256, 'hex') from payments.file where id = ${id}`), crypto.createHash('sha256').update(body).digest('hex'));
	const document = read(text), message = sql(`select message from payments.file where id = ${id}`);
	assert.match(message, /^PAY-\d{8}-[0-9A-F]{8}$/);
	assert.deepEqual(document.slice(0, 2), ['Document', {xmlns: 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09'}]);
	const {CstmrCdtTrfInitn: {GrpHdr, PmtInf, ...rest}} = tree(document);
	assert.deepEqual(rest, {});
	assert.match(GrpHdr.CreDtTm, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
	delete GrpHdr.CreDtTm;
	assert.deepEqual(GrpHdr, {
		MsgId: message, NbOfTxs: '2', CtrlSum: '1234.63',
		InitgPty: {Nm: 'Demostad Gent', Id: {OrgId: {Othr: {Id: '0000000097', Issr: 'KBO-BCE'}}}},
	});
	const {CdtTrfTxInf, ...info} = PmtInf;
	assert.deepEqual(info, {
		PmtInfId: message, PmtMtd: 'TRF', BtchBookg: 'true', NbOfTxs: '2', CtrlSum: '1234.63',
		PmtTpInf: {SvcLvl: {Cd: 'SEPA'}, CtgyPurp: {Cd: 'SSBE'}},
		ReqdExctnDt: {Dt: sql('select payments.banking_day(current_date)')},
		Dbtr: {Nm: 'Demostad Gent'}, DbtrAcct: {Id: {IBAN: 'BE68539007547034'}},
		DbtrAgt: {FinInstnId: {BICFI: 'DEMOBEBB'}}, ChrgBr: 'SLEV',
	});
	assert.ok(sql(`select to_char('${info.ReqdExctnDt.Dt}'::date, 'ID')`) < '6' && info.ReqdExctnDt.Dt > sql('select current_date'));
	assert.deepEqual(CdtTrfTxInf, [{
		PmtId: {EndToEndId: 'BP-2026-1'}, Amt: {InstdAmt: {Ccy: 'EUR', value: '1234.56'}},
		Cdtr: {Nm: 'Eloise .Lucja. Betaalproef'}, CdtrAcct: {Id: {IBAN: 'BE68539007547034'}},
		RmtInf: {Ustrd: 'BP-2026-1 Energiepremie'},
	}, {
		PmtId: {EndToEndId: 'BP-2026-2'}, Amt: {InstdAmt: {Ccy: 'EUR', value: '0.07'}},
		Cdtr: {Nm: 'C'.repeat(70)}, CdtrAcct: {Id: {IBAN: 'FR1420041010050500013M02606'}},
		RmtInf: {Ustrd: `BP-2026-2 Premie voor ${'dakisolatie '.repeat(20)}`.slice(0, 140).trim()},
	}]);
	assert.equal((await take(one, id)).text, text, 'taken again it is the same');
	assert.equal(sql(`select count(distinct subject) from access.entry e join belfort.look l on l.id = e.look
		where l.name = 'payments.handed' and subject in ('${a}', '${b}')`), '2', 'both can see that it was taken');
	assert.equal(stateOf('BP-2026-1'), 'released');
});

/* The schema is not ours to ship: an extra check, where it can be had. */
const schema = process.env.BELFORT_REFERENCE && `${process.env.BELFORT_REFERENCE}/../data/iso20022/pain.001.001.09.xsd`;
const extra = schema ? test : () => {};
extra('the schema of the bank finds nothing wrong', async () => {
	const one = preparer(), two = releaser();
	for (let n = 1; n <= 30; n++)
		owe(`BP-X-${n}`, payee({family, given: `Ånna ${n} '"<&>`}), {cents: n * 37});
	const id = await prepare(one);
	await release(two, id);
	const file = `${process.env.BELFORT_DIR}/tap-pain001.xml`;
	fs.writeFileSync(file, (await take(one, id)).body);
	execFileSync('xmllint', ['--noout', '--nonet', '--schema', schema, file], {stdio: 'pipe'});
	fs.rmSync(file);
});

test('who prepares does not release, by the page and by the database', async () => {
	owe('BP-1', payee({family}));
	const one = both(), id = await prepare(one);
	const {status, text} = await release(one, id);
	assert.equal(status, 409);
	assert.match(text, /Wie een bestand voorbereidt, geeft het niet vrij/);
	assert.throws(() => sql(`update payments.file set released = now(), released_by = prepared_by, bytes = 'x', execution = current_date where id = ${id}`), /two_people/);
	assert.equal(stateOf('BP-1'), 'in_file');
	assert.equal((await release(preparer(), id)).status, 403, 'nor who may not release');
});

test('a file that was released stays as it is', async () => {
	owe('BP-1', payee({family}));
	const id = await prepare(preparer());
	assert.throws(() => sql(`update payments.file set cents = 1 where id = ${id}`), /stays as it is/);
	assert.throws(() => sql(`update payments.payment set iban = 'BE71096123456769' where file = ${id}`), /stays as it is/);
	assert.throws(() => sql(`delete from payments.payment where file = ${id}`), /not the sum of its lines/);
	await release(releaser(), id);
	for (const change of ["bytes = 'other'", 'cancelled = now()', 'released = null'])
		assert.throws(() => sql(`update payments.file set ${change} where id = ${id}`), /stays as it is/, change);
	assert.equal((await form(both(), `${desk}/bestand/${id}/annuleren`, {})).status, 409);
	assert.equal((await release(releaser(), id)).status, 409, 'nor released twice');
});

test('what is cancelled can go in the next file', async () => {
	owe('BP-1', payee({family}));
	const one = preparer(), two = releaser(), first = await prepare(one);
	assert.equal((await form(one, `${desk}/bestand`, {wat: 'geld', tot: sql('select current_date')})).status, 422, 'nothing is left');
	assert.equal((await form(two, `${desk}/bestand/${first}/weigeren`, {})).status, 303);
	assert.equal(stateOf('BP-1'), 'ready');
	const second = await prepare(one);
	assert.equal((await release(two, first)).status, 409);
	assert.equal((await release(two, second)).status, 303);
	assert.equal(sql("select count(*) from payments.payment where reference = 'BP-1' and outcome is null"), '1');
});

test('a decision is withdrawn while its file waits, and not after', async () => {
	const who = payee({family});
	owe('BP-1', who);
	owe('BP-2', who);
	const one = preparer(), first = await prepare(one);
	assert.equal(call("withdraw('BP-1')"), 'withdrawn');
	assert.equal(stateOf('BP-2'), 'ready', 'the file is cancelled');
	assert.match((await ask(`${desk}/bestand/${first}`, {headers: one.headers})).text, /een beslissing ingetrokken/);
	const second = await prepare(one);
	await release(releaser(), second);
	assert.equal(call("withdraw('BP-2')"), 'left');
	assert.equal(stateOf('BP-2'), 'released');
	assert.deepEqual([books().withdrawn, books().released], [1000, 1000]);
});

test('an account that changed lately is looked at twice', async () => {
	const who = roos(), calm = signedResident({family, given: 'Kalm'});
	sql(`insert into payments.account (resident, iban, source, since, actor) values ('${calm.resident}', 'BE68539007547034', 'given', '2020-01-01', '${calm.account}')`);
	await choose(who, {keuze: 'ander', rekening: 'BE68539007547034'});
	owe('BP-1', who.resident);
	owe('BP-2', calm.resident);
	const id = await prepare(preparer()), two = releaser();
	const page = await ask(`${desk}/bestand/${id}`, {headers: two.headers});
	assert.equal(page.text.match(/Rekening veranderd/g).length, 1);
	const {status, text} = await release(two, id);
	assert.equal(status, 422);
	assert.match(text, /Kijk naar de gemerkte betalingen/);
	await choose(who, {keuze: 'ander', rekening: 'BE71096123456769'});
	sql("update payments.account set since = '2020-01-01', until = '2020-01-01' where until is not null; update payments.account set since = '2020-01-01' where source = 'given'");
	assert.match((await ask(`${desk}/bestand/${id}`, {headers: two.headers})).text, /Rekening veranderd/, 'long ago too, where the file has another account');
	await choose(calm, {keuze: 'ander', rekening: 'BE71096123456769'});
	assert.equal((await release(two, id, {gezien: 1})).status, 422, 'one more since the page was shown');
	assert.equal((await release(two, id, {gezien: 2})).status, 303);
});

test('an order waits for no account, and is not marked when one changes', async () => {
	const who = roos();
	owe('BP-O-1', who.resident, {kind: 'order'});
	await choose(who, {keuze: 'ander', rekening: 'BE68539007547034'});
	const id = await prepare(preparer(), {wat: 'ivago'}), two = releaser();
	assert.doesNotMatch((await ask(`${desk}/bestand/${id}`, {headers: two.headers})).text, /Rekening veranderd/);
	assert.equal((await release(two, id)).status, 303);
});

test('nothing leaves before it is due', async () => {
	const who = payee({family}), one = preparer(), tot = (day) => ({tot: sql(`select ${day}`)});
	owe('BP-1', who, {due: 'payments.banking_day(current_date)'});
	owe('BP-2', who, {due: 'payments.banking_day(current_date) + 1'});
	owe('BP-O-1', who, {kind: 'order', due: 'current_date + 1'});
	for (const [wat, day] of [['geld', 'payments.banking_day(current_date) + 1'], ['ivago', 'current_date + 1']]) {
		const {status, text} = await form(one, `${desk}/bestand`, {wat, ...tot(day)});
		assert.equal(status, 422);
		assert.match(text, /Niets wordt betaald vóór zijn eigen dag/);
	}
	const id = await prepare(one, tot('payments.banking_day(current_date)'));
	assert.deepEqual(['BP-1', 'BP-2', 'BP-O-1'].map(stateOf), ['in_file', 'ready', 'ready'], 'the bank pays on its next day');
	assert.throws(() => sql(`update payments.file set released = now(), released_by = gen_random_uuid(), bytes = 'x', execution = current_date where id = ${id}`), /file_check/);
});

test('who chose cash while a file waited gets it when that file is cancelled', async () => {
	const who = roos();
	await choose(who, {keuze: 'ander', rekening: 'BE68539007547034'});
	owe('BP-1', who.resident);
	owe('BP-2', who.resident);
	const one = preparer(), id = await prepare(one);
	await choose(who, {keuze: 'geen'});
	assert.equal(stateOf('BP-1'), 'in_file');
	assert.equal((await form(one, `${desk}/bestand/${id}/annuleren`, {})).status, 303);
	assert.equal(stateOf('BP-1'), 'cash');
	await choose(who, {keuze: 'ander', rekening: 'BE71096123456769'});
	await prepare(one);
	await choose(who, {keuze: 'geen'});
	assert.equal(call("withdraw('BP-1')"), 'withdrawn');
	assert.deepEqual(['BP-1', 'BP-2'].map(stateOf), ['withdrawn', 'cash'], 'also when another decision in it was withdrawn');
	assert.equal(sql(`select count(*) from people.paper where kind = 'cash_order' and resident = '${who.resident}'`), '3', 'and no letter about that one');
});

test('an order goes to a partner, once, as a table', async () => {
	const who = payee({family, given: '=Roos; "x"'}, null);
	owe('BP-O-1', who, {kind: 'order', cents: 2500});
	owe('BP-O-2', payee({family, given: 'Jan'}), {kind: 'order:ivago', cents: 99});
	const one = preparer(), two = releaser(), id = await prepare(one, {wat: 'ivago'});
	assert.equal(stateOf('BP-O-1'), 'in_file');
	assert.equal((await release(both(), id)).status, 303);
	assert.equal((await take(one, id)).text, 'nummer;naam;adres;cent\r\n'
		+ `BP-O-1;"'=Roos; ""x"" ${family}";Nergensstraat 12, 9000;2500\r\nBP-O-2;Jan ${family};Nergensstraat 12, 9000;99\r\n`);
	assert.equal(stateOf('BP-O-1'), 'ordered');
	assert.equal(call("withdraw('BP-O-1')"), 'left');
	assert.equal((await form(one, `${desk}/bestand`, {wat: 'ivago', tot: sql('select current_date')})).status, 422);
	assert.match((await ask(`${desk}/bestand/${id}`, {headers: two.headers})).text, /Bestelling voor IVAGO/);
	assert.equal(books().ordered, 2599);
});

test('a page shows two hundred payments, and notes whose', async () => {
	const who = payee({family}), one = preparer();
	sql(`set role belfort_payments; select payments.owe('BP-' || n, '${who}', 1, 'transfer', 'a', 'b', 'c', current_date) from generate_series(1, 201) n`);
	const id = await prepare(one), rows = async (query) => {
		const {json} = await ask(`${desk}/bestand/${id}${query}`, {headers: {...one.headers, Accept: 'application/json'}});
		return [json.rows.length, json.next];
	};
	assert.deepEqual(await rows(''), [200, 2]);
	assert.deepEqual(await rows('?blad=2'), [1, null]);
	assert.equal((await ask(`${desk}/bestand/999999`, {headers: one.headers})).status, 404);
});
