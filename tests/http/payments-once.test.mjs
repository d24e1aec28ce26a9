/* Nothing is paid twice: many at once, and who does it is killed meanwhile. */
import assert from 'node:assert/strict';
import test from 'node:test';
import {sql, submit} from './lib.mjs';
import {answer, balanced, clear, desk, owe, payee, preparer, prepare, release, releaser} from './payments.mjs';
import {conversation, hangUp} from './psql.mjs';
import {token} from './signed.mjs';

const family = 'Eenmaalproef', many = 60;
test.beforeEach(() => clear(family));
test.afterEach(balanced);
test.after(() => { hangUp(); clear(family); });

const claims = () => {
	const who = payee({family});
	sql(`set role belfort_payments; select payments.owe('EP-' || n, '${who}', n, 'transfer', 'a', 'b', 'c', current_date) from generate_series(1, ${many}) n`);
};
/* Each claim of each file that counts: none twice. */
const twice = () => sql(`select count(*) from (select claim from payments.payment p join payments.file f on f.id = p.file
	where f.cancelled is null group by claim having count(*) > 1) t`);
const whole = () => sql(`select count(*) from payments.file f where (f.lines, f.cents)
	<> (select count(*), sum(p.cents) from payments.payment p where p.file = f.id)
	or (f.released is null) <> (f.bytes is null)`);
/* One or another that is at work; most live on. */
const kill = `select count(pg_terminate_backend(pid)) from (select pid from pg_stat_activity
	where usename = 'belfort_city' and state <> 'idle' and random() < 0.02) a`;

async function atOnce(count, path, fields, who, on = desk) {
	const csrf = await token(on, who.headers);
	return Promise.all(Array.from({length: count}, () => submit(path, {csrf, ...fields}, who.headers)));
}

test('twenty prepare at once: one file holds all', async () => {
	claims();
	const who = preparer(), answers = await atOnce(20, `${desk}/bestand`, {wat: 'geld', tot: sql('select current_date')}, who);
	assert.equal(answers.filter(({status}) => status === 303).length, 1);
	assert.equal(answers.filter(({status}) => status === 422).length, 19);
	assert.equal(sql('select lines from payments.file'), String(many));
	assert.equal(twice() + whole(), '00');
});

test('twenty release at once: one does, and its bytes stay', async () => {
	claims();
	const id = await prepare(preparer()), who = releaser();
	const answers = await atOnce(20, `${desk}/bestand/${id}/vrijgeven`, {}, who, `${desk}/bestand/${id}`);
	assert.deepEqual([...new Set(answers.map(({status}) => status))].sort(), [303, 409]);
	assert.equal(answers.filter(({status}) => status === 303).length, 1);
	assert.equal(twice() + whole(), '00');
});

test('an answer that comes twenty times at once counts once', async () => {
	claims();
	const one = preparer(), id = await prepare(one);
	await release(releaser(), id);
	const text = answer(sql(`select message from payments.file where id = ${id}`), {status: 'ACSC'});
	const answers = await atOnce(20, `${desk}/antwoord`, {antwoord: text}, one);
	assert.equal(answers.filter(({status}) => status === 303).length, 1);
	assert.equal(sql('select sum(paid) from payments.answer'), String(many));
});

test('cancelled, withdrawn and released at once: one of them happens', async () => {
	const other = conversation();
	await other.say('set role belfort_payments');
	for (let n = 0; n < 8; n++) {
		clear(family);
		claims();
		const one = preparer(), two = releaser(), id = await prepare(one), page = `${desk}/bestand/${id}`;
		const [csrf, theirs] = await Promise.all([token(page, one.headers), token(page, two.headers)]);
		const [cancelled, released, withdrawn] = await Promise.all([
			submit(`${page}/annuleren`, {csrf}, one.headers), submit(`${page}/vrijgeven`, {csrf: theirs}, two.headers),
			other.say("select payments.withdraw('EP-1')"),
		]);
		const left = sql(`select released is not null from payments.file where id = ${id}`) === 't';
		assert.equal(released.status, left ? 303 : 409);
		assert.ok(cancelled.status === 409 || !left);
		assert.equal(withdrawn, left ? 'left' : 'withdrawn');
		assert.equal(twice() + whole(), '00');
	}
	await other.close();
});

test('killed while they prepare and release, nothing is there by half or twice', async (t) => {
	const one = preparer(), two = releaser(), rounds = process.env.BELFORT_LONG ? 100 : 10, killer = conversation();
	let broken = 0, kept = 0, kills = 0, done;
	claims();
	for (let n = 0; n < rounds; n++) {
		const pages = await Promise.all([token(desk, one.headers), token(desk, two.headers)]), today = sql('select current_date');
		const open = sql('select id from payments.file where released is null and cancelled is null').split('\n').filter(Boolean);
		const acts = Promise.allSettled([
			...Array.from({length: 10}, () => submit(`${desk}/bestand`, {csrf: pages[0], wat: 'geld', tot: today}, one.headers)),
			...open.map((id) => submit(`${desk}/bestand/${id}/vrijgeven`, {csrf: pages[1]}, two.headers)),
		]).then((ended) => {
			done = true;
			broken += ended.filter(({value}) => !value || value.status >= 500).length;
			kept += ended.filter(({value}) => value?.status === 303).length;
		});
		for (done = false; !done;)
			kills += Number(await killer.say(kill));
		await acts;
		assert.equal(twice() + whole(), '00');
		balanced();
		owe(`EP-R-${n}`, sql('select resident from payments.claim limit 1'));
	}
	assert.ok(broken > 0 && kept > 0, `${broken} were broken off, ${kept} not`);
	t.diagnostic(`${rounds} rounds, ${kills} connections killed, ${broken} requests broken off, ${kept} done`);
	await killer.close();
	/* Whoever does it again finishes it. */
	if (sql("select count(*) from payments.claim where payments.state_of(number) = 'ready'") !== '0')
		await prepare(one);
	for (const id of sql('select id from payments.file where released is null and cancelled is null').split('\n').filter(Boolean))
		assert.equal((await release(two, id)).status, 303);
	assert.equal(sql("select count(*) from payments.claim where payments.state_of(number) <> 'released'"), '0');
	assert.equal(twice() + whole(), '00');
});
