/* Appointments: one person for one time, found and cancelled by a code, and the
 * day of who works at the counter.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import {ask, sql, submit, unharmed, unseen} from './lib.mjs';
import {signIn, token} from './signed.mjs';

unharmed(test);

const day = (days) => new Date(Date.now() + days * 86400000).toISOString().slice(0, 10);
const desk = signIn({kind: 'staff', name: 'Lies Balie', rights: ['counter.desk']});
const second = signIn({kind: 'staff', name: 'Tom Balie', rights: ['counter.desk']});

async function works(who, {plaats = 'ledeberg', dag = day(8), van = '09:00', tot = '12:00', talen = 'nl', dienst = ''} = {}) {
	const csrf = await token('/beheer/balie/uren', who.headers);
	return submit('/beheer/balie/uren', {plaats, dag, van, tot, talen, dienst, csrf}, who.headers);
}
const week = (service, more = '') => ask(`/afspraak/${service}?week=1${more}&q=${unseen()}`);
const book = (path, fields = {}) => submit(path, fields);
const times = (text) => [...text.matchAll(/href="(\/afspraak\/[a-z]+\/[a-z-]+\/[^"?]+)/g)].map(([, path]) => path);
const codeOf = ({text}) => /code-to-keep"><strong>([A-Z0-9-]{14})</.exec(text)?.[1];

test('nobody at a counter, no times; then there are', async () => {
	assert.match((await week('wonen')).text, /niets vrij/);
	assert.equal((await works(desk)).status, 303);
	const found = times((await week('wonen')).text);
	assert.equal(found.length, 6, 'three hours of half an hour each');
	assert.equal(times((await week('wonen', '&plaats=binnenstad')).text).length, 0);
	assert.equal(times((await week('wonen', '&spreek=ar')).text).length, 0);
	assert.equal((await ask('/afspraak/niets')).status, 404);
});

test('a time is for one, also when many want it at once', async () => {
	const [path] = times((await week('wonen')).text);
	const answers = await Promise.all(Array.from({length: 12}, () => book(path, {naam: 'Roos', spreek: 'nl'})));
	assert.equal(answers.filter(({status}) => status === 200).length, 1);
	assert.equal(answers.filter(({status}) => status === 409).length, 11);
	assert.ok(!times((await week('wonen')).text).includes(path), 'it is free no more');
	assert.match((await ask(path)).text, /nam net dit uur/);
	await works(second, {talen: 'nl+fr'});
	assert.equal((await book(path)).status, 200, 'a second civil servant takes the second visitor');
	assert.equal((await book(path)).status, 409);
});

test('who has the code sees the appointment and cancels it, once', async () => {
	const [path] = times((await week('steun')).text);
	const made = await book(path, {naam: 'Rik', thuis: 'Fictieve Straat 9'});
	const code = codeOf(made);
	assert.match(made.text, /We komen naar u:<\/?.*Fictieve Straat 9|Fictieve Straat 9/);
	assert.equal(sql(`select count(*) from counter.appointment where code like '%${code.replaceAll('-', '')}%'`), '0');
	const seen = await submit('/afspraak/bekijken', {code: code.toLowerCase().replaceAll('-', ' ')});
	assert.equal(seen.status, 200);
	assert.match(seen.text, /Fictieve Straat 9/);
	assert.match((await submit('/afspraak/afzeggen', {code})).text, /geannuleerd/);
	const first = sql('select max(cancelled) from counter.appointment');
	await submit('/afspraak/afzeggen', {code});
	assert.equal(sql('select max(cancelled) from counter.appointment'), first);
	assert.ok(times((await week('steun')).text).includes(path), 'the time is free again');
});

test('a code that nobody was given finds nothing', async () => {
	for (const code of ['ACDE-FGHJ-KLMN', 'x', 'ACDE-FGHJ-KLM', `${'A'.repeat(39)}`, 'ACDE-FGHJ-KLM0']) {
		const {status, text} = await submit('/afspraak/bekijken', {code});
		assert.equal(status, 422, code);
		assert.match(text, /geen afspraak met deze code/);
	}
});

test('times that are none, past or taken away are refused', async () => {
	for (const start of ['2020-01-06T09:00', `${day(8)}T03:00`, `${day(8)}T09:07`, `${day(60)}T09:00`])
		assert.equal((await book(`/afspraak/wonen/ledeberg/${start}`)).status, 409, start);
	for (const start of ['niets', '2026-13-45T09:00', `${day(8)}T99:00`])
		assert.ok([404, 409, 400].includes((await book(`/afspraak/wonen/ledeberg/${start}`)).status), start);
});

test('who works there sees the day, and only with the right', async () => {
	const page = await ask(`/beheer/balie?plaats=ledeberg&dag=${day(8)}`, {headers: desk.headers});
	assert.match(page.text, /Roos/);
	assert.equal((await ask('/beheer/balie')).status, 303);
	assert.equal((await ask('/beheer/balie', {headers: signIn({kind: 'staff', name: 'X'}).headers})).status, 403);
	assert.equal((await ask('/beheer/balie', {headers: signIn({kind: 'resident', level: 'high', name: 'X'}).headers})).status, 403);
	const id = /balie\/(\d+)\/gekomen/.exec(page.text)[1];
	const csrf = await token('/beheer/balie', desk.headers);
	assert.equal((await submit(`/beheer/balie/${id}/gekomen`, {csrf}, desk.headers)).status, 303);
	assert.equal((await submit(`/beheer/balie/${id}/gekomen`, {csrf}, desk.headers)).status, 409);
});

test('nobody is in two places, and a shift with visitors stays', async () => {
	const twice = await works(desk, {van: '11:00', tot: '14:00', plaats: 'binnenstad'});
	assert.equal(twice.status, 422);
	assert.match(twice.text, /al aan een balie/);
	for (const wrong of [{van: '9:00'}, {van: '12:00', tot: '11:00'}, {dag: day(-2)}, {dag: day(500)}])
		assert.equal((await works(second, wrong)).status, 422, JSON.stringify(wrong));
	const id = sql(`select id from counter.shift where staff = '${desk.account}'`);
	const csrf = await token('/beheer/balie/uren', desk.headers);
	assert.equal((await submit(`/beheer/balie/uren/${id}/weg`, {csrf}, desk.headers)).status, 409);
	const other = sql(`select id from counter.shift where staff = '${second.account}'`);
	assert.equal((await submit(`/beheer/balie/uren/${other}/weg`, {csrf}, desk.headers)).status, 409, 'nor that of a colleague');
});
