/* The second example of a plugin: a tool library, from its source to a thing
 * that is lent and brought back.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import {ask, base, sql, submit, unharmed, unseen} from './lib.mjs';
import {at, deploy, takeAway} from './shed.mjs';

unharmed(test);

const day = (n) => sql(`select current_date + ${n}`);
const page = (path, lang = 'en') => ask(`${at}${path}?q=${unseen()}`, {headers: {Cookie: `taal=${lang}`}});
const reserve = (thing, from, until, naam = 'Ann') =>
	submit(`${at}/ding/${thing}/reserveren`, {van: day(from), tot: day(until), naam});
const path = (answer) => new URL(answer.headers.location, base).pathname;
const act = (reservation, what) => submit(`${reservation}/${what}`, {});

test.before(deploy);
test.after(takeAway);
test.afterEach(() => sql('truncate toolshed.reservation cascade'));

test('things stand there in each language', async () => {
	for (const [lang, word] of [['nl', 'Boormachine'], ['en', 'Drill'], ['fr', 'Perceuse']])
		assert.match((await page('', lang)).text, new RegExp(word));
	assert.equal((await page('/ding/99')).status, 404);
});

test('it says how the same is done in the shed, and so does each page of it', async () => {
	const all = (await ask(`/toegankelijk?taal=en&q=${unseen()}`)).text;
	assert.match(all, /Tool library[^]*not made by the city[^]*id="toolshed.reservation"[^]*Come to the shed[^]*neighbours without a phone number/);
	assert.doesNotMatch(all, /did not say/);
	const own = (await page('/lijst')).text;
	assert.match(own, /href="\/toegankelijk#toolshed.things"/);
	assert.doesNotMatch(own, /09 000 00 00/, 'the city does not answer for them');
});

test('a thing is reserved, taken and brought back', async () => {
	const made = await reserve(1, 0, 3);
	assert.equal(made.status, 303);
	const own = path(made);
	assert.match(own, /^\/v\/toolshed\/reservatie\/[a-z2-8]{12}$/);
	const seen = (await ask(`${own}?q=${unseen()}`, {headers: {Cookie: 'taal=en'}})).text;
	assert.match(seen, /I take it with me[^]*Cancel my reservation/);
	assert.match((await page('/ding/1')).text, /Free from/);
	assert.doesNotMatch((await page('/ding/1')).text, /Ann/, 'nobody sees who');
	assert.equal((await act(own, 'meenemen')).status, 303);
	assert.match((await page('/lijst')).text, /Ladder[^]*Ann[^]*out/);
	assert.equal((await act(own, 'annuleren')).status, 409, 'what is out is not cancelled');
	assert.equal((await act(own, 'terugbrengen')).status, 303);
	assert.equal((await act(own, 'terugbrengen')).status, 409, 'once');
	assert.equal(sql('select upper(during) - current_date from toolshed.reservation'), '1', 'the days that are left are free');
	assert.match((await page('/lijst')).text, /Everything is in the shed/);
});

test('a reservation is found by its code, and cancelled', async () => {
	const own = path(await reserve(2, 5, 6)), code = own.split('/').pop();
	assert.equal(path(await submit(`${at}/reservatie`, {code})), own);
	assert.equal((await submit(`${at}/reservatie`, {code: '../../../bgt'})).status, 422);
	assert.equal((await ask(`${at}/reservatie/aaaaaaaaaaaa`)).status, 404);
	assert.equal((await act(own, 'meenemen')).status, 409, 'not before its first day');
	assert.equal((await act(own, 'annuleren')).status, 303);
	assert.equal((await ask(`${own}?q=${unseen()}`)).status, 404);
});

test('days that cannot be are told why', async () => {
	const cases = [[-1, 2, 422, /vanaf vandaag/], [3, 2, 422, /vanaf vandaag/], [80, 91, 422, /vanaf vandaag/],
		[0, 14, 422, /hoogstens 14 dagen/], [0, 0, 303], [0, 0, 409, /Kies andere dagen/]];
	for (const [from, until_, status, says] of cases) {
		const answer = await reserve(3, from, until_);
		assert.equal(answer.status, status, `${from} to ${until_}`);
		if (says)
			assert.match(answer.text, says);
	}
	assert.match((await submit(`${at}/ding/3/reserveren`, {van: 'morgen', tot: ''})).text, /Ga met uw browser terug/);
});

test('of many who want the same days, one gets them', async () => {
	const answers = await Promise.all(Array.from({length: 40}, (_, n) => reserve(4, n % 3, 3 + n % 2)));
	const got = answers.filter(({status}) => status === 303);
	assert.equal(got.length, 1);
	assert.ok(answers.every(({status}) => status === 303 || status === 409), answers.map(({status}) => status).join());
});

test('a thing that was not brought back is not taken by the next', async () => {
	const late = path(await reserve(5, 0, 0));
	await act(late, 'meenemen');
	sql('update toolshed.reservation set during = daterange(current_date - 3, current_date - 1)');
	assert.match((await page('')).text, /Out, and late/);
	const next = path(await reserve(5, 0, 1));
	const answer = await act(next, 'meenemen');
	assert.equal(answer.status, 409);
	assert.match(answer.text, /bracht het nog niet terug/);
	assert.match((await ask(`${late}?q=${unseen()}`)).text, /Misschien wacht er iemand/);
});

test('the name is forgotten thirty days after the last day', async () => {
	await reserve(6, 0, 0);
	sql('update toolshed.reservation set during = daterange(current_date - 40, current_date - 35)');
	await reserve(6, 0, 0);
	assert.equal(sql("set role belfort_jobs; select rows from belfort.retention_run('toolshed')"), '1');
	assert.equal(sql('select count(*), count(who) from toolshed.reservation'), '2|1');
});
