/* A service that answers yes or no: asked once, about one person, by the
 * background work alone; and whatever it does, nobody's facts are wrong.
 */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import test from 'node:test';
import {said, tls} from '../../demo/magda/magda.mjs';
import {house, log, sql, unharmed, until} from './lib.mjs';
import {connect, declare, forget, keys, moodNames, otherKeys, rest, Service, state, values, wake} from './sources.mjs';

unharmed(test);

const dir = process.env.BELFORT_DIR;
house('magda_keys');
const name = 'p_magda', service = new Service(), port = await service.start();
/* One that the demo's rules never lack alone, so that nobody else asks for it. */
const fact = 'cent_per_liter';
const way = (more = {}) => Object.entries({url: `https://localhost:${port}/vraag`, ca: `${keys}/ca.pem`,
	certificate: `${keys}/client.pem`, key: `${keys}/client.key`, ...more}).map(([key, value]) => `${key} = ${value}`).join('\n');
const households = sql(`select m.household from people.household_member m join people.resident r on r.id = m.resident
	where m.until is null and r.until is null group by m.household having count(*) = 1 order by m.household limit 200`).split('\n');
let next = 0;

/* A question about somebody who was asked about by nobody. */
function put(rule = 'proef_recht', lacks = [fact], household = households[next++]) {
	const made = Number(sql(`set role belfort_facts; set search_path = facts;
		select ask('${household}', array[${lacks.map((one) => `'${one}'`)}]::text[], '${rule}', 7)`));
	return {made, household};
}
const row = (household) => {
	const text = sql(`select to_jsonb(q) from facts.question q join people.household_member m on m.resident = q.resident
		and m.until is null where m.household = '${household}' order by q.id desc limit 1`);
	return text ? JSON.parse(text) : undefined;
};
const answered = (household) => until(() => row(household).answered !== null, `${household} is answered`);
const broken = (code) => until(() => state(name).fault?.code === code,
	`it is ${code}, and not ${JSON.stringify(state(name).fault)}`);

test.before(async () => {
	connect(name, way());
	await declare(name, 'http', {freshness: 30, question: 'sociaal_statuut', per_second: 50},
		{[fact]: {column: 'antwoord', combine: 'first', 'word.ja': '14..17', 'word.nee': '18..20'}});
});
test.beforeEach(async () => {
	service.mood = 'good';
	service.word = undefined;
	rest(name);
	sql(`delete from facts.question where source = (select id from facts.source where name = '${name}');
		update facts.source set fault = null, fault_since = null, tries = 0 where name = '${name}'`);
	await until(() => service.open === 0, 'nothing is under way');
	service.asked.length = 0;
});
test.after(async () => {
	await service.stop();
	await forget(name, 'http');
});

test('one person, one question, one answer: a range, and a record for the resident', async () => {
	const from = log.where('belfort'), {made, household} = put();
	assert.equal(made, 1);
	wake(name);
	await answered(household);
	const [one, ...more] = service.asked;
	assert.deepEqual(more, [], 'once');
	const {resident, answer, key} = row(household);
	assert.equal(one.method, 'POST');
	assert.equal(one.url, '/vraag', 'no number in an address');
	assert.match(one.nummer, /^\d{11}$/);
	assert.equal(one.vraag, 'sociaal_statuut');
	assert.equal(one.doel, 'proef_recht');
	assert.equal(one.kenmerk, key);
	assert.equal(one.headers['x-correlation-id'], key);
	assert.equal(answer, said(one.nummer));
	const value = sql(`select low || '..' || high || ' ' || (upper(valid) - lower(valid)) from facts.value where resident = '${resident}'
		and source = (select id from facts.source where name = '${name}') and replaced is null`);
	assert.equal(value, {ja: '14..17 30', nee: '18..20 30', onbekend: ''}[answer]);
	assert.equal(sql(`select kind || ' ' || rule || ' ' || version || ' ' || (l.label ->> 'en') from access.entry e
		join belfort.look l on l.id = e.look where e.subject = '${resident}' and e.kind = 'service' order by e.id desc limit 1`),
	'service proef_recht 7 We asked another government a question about you');
	assert.doesNotMatch(log.since('belfort', from) + log.since('postgresql', 0), new RegExp(one.nummer));
});

test('yes, no and not known', async () => {
	for (const [word, range] of Object.entries({ja: '14..17', nee: '18..20', onbekend: ''})) {
		const {household} = put();
		service.word = word;
		wake(name);
		await answered(household);
		const {resident, answer} = row(household);
		assert.equal(answer, word);
		assert.equal(sql(`select low || '..' || high from facts.value where resident = '${resident}' and replaced is null
			and source = (select id from facts.source where name = '${name}')`), range);
	}
});

test('an answer is kept as long as it is fresh, also one that says nothing', async () => {
	const {household} = put();
	wake(name);
	await answered(household);
	assert.equal(put('proef_recht', [fact], household).made, 0, 'not asked again');
	sql(`update facts.question set answered = answered - interval '30 days'`);
	assert.equal(put('proef_recht', [fact], household).made, 1, 'but when it is too old');
});

test('what would not settle a rule is not asked', () => {
	assert.equal(put('proef_recht', [fact, 'schuldhulp']).made, 0, 'another fact lacks that nobody can be asked');
	assert.equal(put('proef_recht', ['niets']).made, 0);
	sql(`update facts.fact set declared = false where name = '${fact}'`);
	assert.equal(put().made, 0, 'a fact that no rule in force declares');
	sql(`update facts.fact set declared = true where name = '${fact}'`);
	assert.equal(put().made, 1);
});

/* How it ends in each mood: what the page of the sources names. */
const ends = {
	hangs: ['silent'], drips: ['silent'],
	'says more than it sends': ['cut'], 'says less than it sends': ['garbage'],
	garbage: ['garbage'], list: ['garbage'], html: ['garbage', '200'], flood: ['long'],
	redirect: ['elsewhere', '302'], error: ['status', '500'], refuses: ['status', '403'], busy: ['busy', '429'],
	'another member': ['shape', 'reden'], 'no member': ['shape', 'antwoord'], 'another type': ['shape', 'antwoord'],
	'another word': ['answer_other', 'misschien'], 'another question': ['mixed_up'], 'hangs up': ['cut'],
};
assert.deepEqual(Object.keys(ends).concat('good').sort(), [...moodNames].sort());

for (const [mood, [code, words]] of Object.entries(ends))
	test(`a service that ${mood} is broken, and nobody's facts change`, async () => {
		const before = values(name);
		const {household} = put();
		service.mood = mood;
		wake(name);
		await broken(code);
		const {fault, fault_since: since, tries, next: later} = state(name);
		if (words)
			assert.equal(fault.text, words);
		assert.ok(since);
		assert.equal(tries, 1);
		assert.ok(new Date(later) > new Date(), 'it is left alone for a while');
		assert.equal(values(name), before);
		assert.equal(row(household).answered, null);
		/* It comes back: what waited is asked, once more, under the same number. */
		service.mood = 'good';
		wake(name);
		await answered(household);
		assert.equal(state(name).fault, null);
		const {key} = row(household);
		assert.equal(service.asked.filter(({kenmerk}) => kenmerk === key).length, 2);
	});

test('one that asks to wait is left alone as long as it says', async () => {
	service.mood = 'busy';
	put();
	wake(name);
	await broken('busy');
	assert.ok(Number(sql(`select next - now() > interval '115 minutes' from facts.source where name = '${name}'`) === 't'));
	rest(name);
});

const strangers = {
	'of another authority': ['localhost', () => tls(otherKeys(`${dir}/cache/other-keys`))],
	'of another name': ['127.0.0.1', () => tls(keys)],
};
for (const [what, [host, options]] of Object.entries(strangers))
	test(`one with a certificate ${what} is told nothing`, async () => {
		const other = new Service(), at = await other.start(options());
		connect(name, way({url: `https://${host}:${at}/`}));
		put();
		wake(name);
		await broken('certificate');
		assert.deepEqual(other.asked, []);
		connect(name, way());
		await other.stop();
	});

test('who we are is shown: without our certificate it answers nothing', async () => {
	connect(name, `url = https://localhost:${port}/\nca = ${keys}/ca.pem`);
	put();
	wake(name);
	await until(() => ['certificate', 'cut'].includes(state(name).fault?.code));
	assert.deepEqual(service.asked, []);
	connect(name, way());
});

test('nobody there, no file, a file that others may read: each has its name', async () => {
	put();
	connect(name, way({url: 'https://localhost:1/'}));
	wake(name);
	await broken('unreachable');
	fs.chmodSync(`${dir}/etc/connections/${name}`, 0o644);
	wake(name);
	await broken('connection');
	assert.match(state(name).fault.text, /others may read it/);
	fs.rmSync(`${dir}/etc/connections/${name}`);
	wake(name);
	await until(() => /No such file/.test(state(name).fault.text));
	connect(name, way({url: 'http://example.be/'}));
	wake(name);
	await until(() => /https:/.test(state(name).fault.text));
	connect(name, way());
});

test('while it hangs, other work goes on', async () => {
	const {household} = put();
	service.mood = 'hangs';
	wake(name);
	await until(() => service.open === 1, 'the question is under way');
	sql(`update facts.refreshed set mark = null`);
	await until(() => sql('select facts.whole()') === 't', 'a new day is kept up with');
	assert.equal(service.open, 1, 'and the question still is');
	assert.equal(row(household).answered, null);
	await broken('silent');
});

test('a broken service gets one question, and the others wait', async () => {
	const asked = Array.from({length: 5}, () => put().household);
	service.mood = 'error';
	wake(name);
	await broken('status');
	assert.equal(service.asked.length, 1);
	service.mood = 'good';
	wake(name);
	for (const household of asked)
		await answered(household);
	assert.equal(service.asked.length, 6, 'what waited is asked, once');
});

const pids = () => spawnSync('pgrep', ['-f', '--', '--worker jobs'], {encoding: 'utf8'}).stdout.trim().split('\n').map(Number);

test('killed amid questions: nothing is lost, and only what was under way is asked again', async () => {
	const asked = Array.from({length: 12}, () => put().household);
	let kills = 0;
	service.before = async () => {
		if (service.asked.length % 4 !== 2 || kills === 3)
			return;
		kills++;
		for (const pid of pids())
			process.kill(pid, 'SIGKILL');
	};
	wake(name);
	await until(() => {
		/* Only the pause of what was under way is shortened. */
		sql(`update facts.question set next = least(next, now()) where answered is null;
			update facts.source set next = least(next, now()) where name = '${name}'`);
		return asked.every((household) => row(household).answered !== null);
	}, 'all are answered');
	service.before = undefined;
	assert.equal(kills, 3);
	const times = Object.values(Object.groupBy?.(service.asked, ({kenmerk}) => kenmerk)
		?? service.asked.reduce((all, one) => ({...all, [one.kenmerk]: [...all[one.kenmerk] ?? [], one]}), {}));
	assert.equal(times.length, 12, 'each was asked');
	assert.ok(service.asked.length <= 12 + kills, `${service.asked.length} questions for 12 and ${kills} kills`);
	assert.equal(Number(sql(`select count(*) from facts.question where answered is not null`)), 12);
});
