/* Numbers for who waits: taken by anybody, called by one desk each, shown on
 * the wall.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import {ask, sql, submit, unharmed, unseen, until} from './lib.mjs';
import {signIn, token} from './signed.mjs';

unharmed(test);

const place = 'nieuw-gent';
const empty = () => sql(`delete from counter.ticket; delete from counter.roll; delete from counter.desk;
	delete from counter.appointment where place = '${place}'; delete from people.attempt`);
test.beforeEach(empty);
test.after(empty);

let clerks = 0;
const clerk = () => signIn({kind: 'staff', name: `Loket Proef ${++clerks}`, rights: ['counter.desk']});
const loket = '/beheer/balie/loket';
/* What WHO does at a desk, with a form of the page that is open there. */
async function does(who, what, fields = {}) {
	who.csrf ??= await token('/beheer/balie/loket', who.headers);
	return submit(`${loket}${what}`, {csrf: who.csrf, ...fields}, who.headers);
}
async function at(desk, {talen = 'nl', dienst = ''} = {}) {
	const who = clerk();
	assert.equal((await does(who, '', {plaats: place, loket: desk, talen, dienst})).status, 303);
	return who;
}
const desk = async (who) => (await ask(`${loket}.json`, {headers: who.headers})).json;
async function call(who) {
	const nu = (await desk(who)).now?.id;
	assert.equal((await does(who, '/volgende', nu ? {nu} : {})).status, 303);
	return (await desk(who)).now?.shown ?? null;
}
/* The address of a number that is taken. */
async function take(dienst = 'wonen', wishes = {}, from = undefined) {
	const {status, headers, text} = await submit(`/afspraak/nummer/${place}`, {dienst, ...wishes}, {}, undefined, from);
	assert.equal(status, 303, text);
	return headers.location;
}
const page = async (way) => (await ask(`${way}.json`)).json;
const screen = async (more = '') => (await ask(`/afspraak/scherm/${place}.json?q=${unseen()}${more}`)).json;

/* An appointment of today, in the first minutes of the day so that its time has
 * come whenever this runs, and its code. */
const codes = ['ACDE-FGHJ-KLMN', 'CDEF-GHJK-LMNP', 'DEFG-HJKL-MNPQ'];
function appointment(nr = 0, {staff = '00000000-0000-0000-0000-000000000001', service = 'wonen'} = {}) {
	sql(`insert into counter.appointment (code, service, place, staff, during, lang)
		values (encode(sha256('${codes[nr].replaceAll('-', '')}'), 'hex'), '${service}', '${place}', '${staff}',
			tstzrange(current_date + interval '${nr} minutes', current_date + interval '${nr + 1} minutes'), 'nl')`);
	return codes[nr];
}

test('closed, open, and a number that says how many are before it', async () => {
	const shut = await ask(`/afspraak/nummer/${place}`);
	assert.match(shut.text, /Het is hier nu gesloten/);
	assert.doesNotMatch(shut.text, /name="dienst"/);
	assert.equal((await submit(`/afspraak/nummer/${place}`, {dienst: 'wonen'})).status, 409);
	assert.equal((await screen()).open, false);
	assert.equal((await ask('/afspraak/nummer/nergens')).status, 404);
	assert.equal((await ask('/afspraak/scherm/nergens')).status, 404);
	await at('1', {dienst: 'wonen'});
	const open = await ask(`/afspraak/nummer/${place}`);
	assert.match(open.text, /<button name="dienst" value="wonen">/);
	assert.doesNotMatch(open.text, /value="adres"/, 'only what somebody is there for');
	assert.equal((await submit(`/afspraak/nummer/${place}`, {dienst: 'adres'})).status, 409);
	const ways = [await take(), await take(), await take()];
	for (const [n, way] of ways.entries()) {
		const doc = await page(way);
		assert.deepEqual([doc.shown, doc.ahead, doc.minutes], [`B ${n + 1}`, n, null], 'no estimate of nothing');
	}
	const answer = await ask(ways[2]);
	assert.match(answer.text, /2 mensen worden vóór u geroepen/);
	assert.equal(answer.headers.refresh, '20', 'it asks again without a script');
	assert.equal(answer.headers['cache-control'], 'no-store');
	assert.match(answer.headers['content-security-policy'], /; connect-src 'self'$/, 'its script may ask what is new');
	assert.doesNotMatch(shut.headers['content-security-policy'], /connect-src/, 'no other page does');
	assert.equal((await screen()).waiting, 3);
});

test('a number is found by its code only, at its place, today', async () => {
	await at('1');
	const way = await take(), code = way.split('/').pop();
	assert.equal(sql(`select count(*) from counter.ticket where code like '%${code.replaceAll('-', '')}%'`), '0');
	assert.equal((await ask(`/afspraak/nummer/ledeberg/${code}`)).status, 404);
	for (const wrong of ['1', 'B-1', 'ACDE-FGHJ-KLMN', 'x'])
		assert.equal((await ask(`/afspraak/nummer/${place}/${wrong}`)).status, 404, wrong);
	sql("update counter.ticket set day = current_date - 1, made = now() - interval '1 day'; update counter.roll set day = current_date - 1");
	assert.equal((await ask(way)).status, 404);
	assert.equal((await page(await take())).shown, 'B 1', 'numbers start again each day');
	assert.equal(sql(`select days from belfort.personal where relation = 'counter.ticket'`), '2');
});

test('many clerks at once never call the same number, and nobody is passed over', async () => {
	const staff = await Promise.all(Array.from({length: 8}, (_, n) => at(`${n + 1}`)));
	for (let n = 0; n < 20; n++)
		await take(['wonen', 'adres'][n % 2]);
	sql('delete from people.attempt');
	const called = [];
	for (let round = 0; round < 3; round++)
		called.push(...(await Promise.all(staff.map(call))).filter(Boolean));
	assert.equal(called.length, 20);
	assert.equal(new Set(called).size, 20, called.join());
	assert.equal(sql(`select count(*) from counter.ticket where state = 'waiting'`), '0');
	assert.equal((await screen()).nobody, true);
});

test('who presses twice calls one', async () => {
	const who = await at('1');
	await take();
	await take();
	await does(who, '/weg');
	who.csrf = await token(loket, who.headers);
	await does(who, '', {plaats: place, loket: '1', talen: 'nl', dienst: ''});
	const press = async (fields) => assert.deepEqual([...new Set((await Promise.all(
		Array.from({length: 6}, () => does(who, '/volgende', fields)))).map(({status}) => status))], [303]);
	await press();
	assert.equal(sql(`select string_agg(state, ',' order by id) from counter.ticket`), 'called,waiting');
	const {now} = await desk(who);
	await press({nu: now.id});
	assert.equal(sql(`select string_agg(state, ',' order by id) from counter.ticket`), 'done,called');
});

test('an appointment whose time it is goes before who walks in, and not before its time', async () => {
	const who = await at('1');
	await take();
	const due = appointment(), later = appointment(1);
	for (const code of [later, due]) {
		const {status} = await submit(`/afspraak/nummer/${place}/afspraak`, {afspraak: code.toLowerCase()});
		assert.equal(status, 303);
	}
	sql("update counter.ticket set due = now() + interval '1 hour' where number = 2; update counter.ticket set due = now() where number = 3");
	const twice = await submit(`/afspraak/nummer/${place}/afspraak`, {afspraak: due});
	assert.equal(twice.status, 422);
	assert.match(twice.text, /al een nummer/);
	for (const wrong of ['DEFG-HJKL-MNPQ', 'niets'])
		assert.equal((await submit(`/afspraak/nummer/${place}/afspraak`, {afspraak: wrong})).status, 422);
	assert.equal(await call(who), 'B 3', 'who has an appointment');
	assert.equal((await desk(who)).now.time.length, 5);
	assert.equal(await call(who), 'B 1', 'who walked in');
	assert.equal(await call(who), null, 'who is early waits for their time');
	sql("update counter.ticket set due = now() where number = 2");
	assert.equal(await call(who), 'B 2');
	assert.equal(sql(`select count(came) from counter.appointment where place = '${place}'`), '2', 'it is known that they came');
});

test('among appointments each clerk calls their own first', async () => {
	const one = await at('1'), other = await at('2');
	for (const [nr, staff] of [[0, other.account], [1, one.account]])
		await submit(`/afspraak/nummer/${place}/afspraak`, {afspraak: appointment(nr, {staff})});
	assert.equal(await call(one), 'B 2');
	assert.equal(await call(other), 'B 1');
});

test('a language is called by who speaks it; one that nobody speaks keeps nobody waiting', async () => {
	const dutch = await at('1'), turkish = await at('2', {talen: 'nl+tr'});
	await take('wonen', {spreek: 'tr'});
	await take('wonen', {spreek: 'ar', staan: 'ja', lezen: 'ja'});
	const {rows} = await desk(dutch);
	assert.deepEqual([rows[1].lang, rows[1].hard_standing, rows[1].hard_reading], ['ar', true, true]);
	assert.equal(await call(dutch), 'B 2');
	assert.equal(await call(dutch), null);
	assert.equal(await call(turkish), 'B 1');
});

test('again, did not come, back, sent on, done', async () => {
	const who = await at('1'), other = await at('2', {dienst: 'adres'});
	const way = await take();
	await take();
	await call(who);
	const {now} = await desk(who);
	assert.equal((await page(way)).desk, '1');
	assert.match((await ask(way)).text, /Kom naar loket <strong>1</);
	const nu = now.id;
	assert.equal((await does(who, '/opnieuw', {nu})).status, 303);
	assert.equal((await desk(who)).now.calls, 2);
	assert.equal((await does(other, '/klaar', {nu})).status, 409, 'not by a colleague');
	assert.equal((await does(who, '/afwezig', {nu})).status, 303);
	assert.match((await ask(way)).text, /u kwam niet/);
	assert.equal((await does(who, '/klaar', {nu})).status, 409, 'it is over');
	assert.equal((await does(who, '/terug', {nu})).status, 303);
	assert.equal((await page(way)).ahead, 0, 'they keep their place');
	assert.equal(await call(who), 'B 1');
	assert.equal((await does(who, '/door', {nu, dienst: 'steun'})).status, 303);
	assert.equal((await does(who, '/door', {nu, dienst: 'adres'})).status, 409, 'it is not at this desk any more');
	await call(who);
	assert.equal((await does(who, '/door', {nu, dienst: 'adres'})).status, 303);
	assert.equal(await call(other), 'B 1', 'under the number they know');
	assert.equal((await does(other, '/klaar', {nu})).status, 303);
	assert.match((await ask(way)).text, /geholpen/);
	assert.equal((await does(who, '/dansen', {nu: (await desk(who)).rows?.[0].id ?? nu})).status, 409);
});

test('a desk is for one, until they leave or forgot to', async () => {
	const who = await at('7'), late = clerk();
	await take();
	await call(who);
	const taken = await does(late, '', {plaats: place, loket: '7', talen: 'nl', dienst: ''});
	assert.equal(taken.status, 422);
	assert.match(taken.text, /collega helpt iemand/);
	await does(who, '/klaar', {nu: (await desk(who)).now.id});
	assert.equal((await does(late, '', {plaats: place, loket: '7', talen: 'nl', dienst: ''})).status, 303);
	assert.equal((await does(who, '/volgende')).status, 409, 'who lost the desk chooses one first');
	for (const wrong of ['', 'loket 1', '<b>', '1234'])
		assert.equal((await does(clerk(), '', {plaats: place, loket: wrong, talen: 'nl', dienst: ''})).status, 422, wrong);
	assert.equal((await does(clerk(), '', {plaats: 'nergens', loket: '1', talen: 'nl', dienst: ''})).status, 404);
	assert.equal((await does(late, '/weg')).status, 303);
	assert.equal((await desk(late)).desk, null);
});

test('the screen is cheap, is made for no one, and takes turns with languages', async () => {
	const who = await at('3');
	await take();
	await call(who);
	await until(async () => (await ask(`/afspraak/scherm/${place}`)).headers['x-cache'] === 'HIT', 'one answer serves many');
	const first = await ask(`/afspraak/scherm/${place}?q=${unseen()}`);
	assert.equal(first.headers['cache-control'], 'public, max-age=1');
	assert.equal(first.headers.refresh, `8;url=/afspraak/scherm/${place}?taal=fr&wissel=ja`);
	assert.match(first.text, /<b>B 1<\/b> <span>loket <b>3</);
	assert.match(first.text, new RegExp(`aria-label="http[^"]*/afspraak/nummer/${place}"`), 'the way to a number on a phone');
	const french = await ask(`/afspraak/scherm/${place}?taal=fr&wissel=ja&q=${unseen()}`);
	assert.equal(french.headers.refresh, `8;url=/afspraak/scherm/${place}?taal=en&wissel=ja`);
	assert.match(french.text, /guichet <b>3</);
	assert.equal((await ask(`/afspraak/scherm/${place}?taal=en&q=${unseen()}`)).headers.refresh, '8', 'who chose a language keeps it');
	assert.deepEqual((await screen()).calls.map(({shown, desk: where, new: fresh}) => [shown, where, fresh]), [['B 1', '3', true]]);
	sql("update counter.ticket set called = now() - interval '11 minutes', state = 'done', ended = now()");
	assert.deepEqual((await screen()).calls, [], 'after a while it is gone');
});

test('an estimate is told when enough were called to know', async () => {
	const who = await at('1');
	for (let n = 0; n < 7; n++)
		await take();
	const way = await take();
	for (let n = 0; n < 5; n++)
		await call(who);
	sql("update counter.ticket set called = now() - (6 - number) * interval '4 minutes' where called is not null");
	const {ahead, minutes} = await page(way);
	assert.deepEqual([ahead, minutes], [2, 15], 'three times four minutes, in fives');
	assert.match((await ask(way)).text, /ongeveer 15 minuten/);
	sql("update counter.ticket set called = called - interval '1 hour' where called is not null");
	assert.equal((await page(way)).minutes, null, 'what was an hour ago says nothing of now');
});

test('numbers are slowed down for a network, by a mark that is no address', async () => {
	await at('1');
	let last;
	for (let n = 0; n < 40 && last?.status !== 429; n++)
		last = await submit(`/afspraak/nummer/${place}`, {dienst: 'wonen'});
	assert.equal(last.status, 429);
	assert.match(last.text, /te vaak geprobeerd/);
	assert.ok(Number(last.headers['retry-after']) > 0);
	const given = Number(sql('select last from counter.roll'));
	assert.ok(given >= 30 && given <= 32, `${given} numbers`);
	assert.match(sql('select string_agg(who, \' \') from people.attempt'), /^[0-9a-f]{64}$/);
});
