/* belfort rules preview: what a draft, or a folder, does to the whole city, worked
 * out by background work for who asks in a terminal.
 */
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import test from 'node:test';
import {begin, end, files} from './benefits.mjs';
import {ask, sql, unharmed, unseen, until} from './lib.mjs';
import * as policy from './policy.mjs';
import {city, declared, restore} from './preview.mjs';
import {conversation, hangUp} from './psql.mjs';
import {signIn} from './signed.mjs';

unharmed(test);

const dir = process.env.BELFORT_DIR, folder = fs.mkdtempSync(`${os.tmpdir()}/trial-`);
const clerk = (name, rights = ['policy.write', 'preview.ask']) => signIn({kind: 'staff', name, rights});
const people = {web: clerk('An Terminal'), shut: clerk('Bo Terminal'), wild: clerk('Cas Terminal', ['policy.write'])};
const told = (limit) => files['vt.lua'].replace('grens = 25630.67', `grens = ${limit}`);
/* Of half of 400 households the income is below the limit of now, of half above it. */
const homes = Array.from({length: 400}, (_, n) => ({kind: n % 5, quarter: n % 2 + 1, facts: {bruto_jaar: n % 2 ? 2000000 : 4000000}}));

test.before(async () => {
	await begin();
	await declared();
	restore();
	city(homes, ['Een', 'Twee']);
	for (const [user, {account}] of Object.entries(people))
		sql(`update people.account set login = null where login = 'belfort-${user}';
			update people.account set login = 'belfort-${user}' where id = '${account}'`);
	fs.cpSync(`${dir}/rules`, folder, {recursive: true});
});
test.after(async () => {
	hangUp();
	policy.clear();
	sql(`update people.account set login = null where id in (${Object.values(people).map(({account}) => `'${account}'`)})`);
	fs.rmSync(folder, {recursive: true});
	await end();
	restore();
});

/* belfort rules preview WORDS by belfort-USER: begun, and what comes of it. */
function tool(user, ...words) {
	const child = spawn('belfort', ['rules', 'preview', ...words, '--lang', 'en'], {env: {...process.env, SUDO_USER: `belfort-${user}`}});
	let said = '';
	for (const stream of [child.stdout, child.stderr])
		stream.setEncoding('utf8').on('data', (part) => { said += part; });
	return {child, over: new Promise((resolve) => child.on('close', (status) => resolve({status, said})))};
}
const preview = (user, ...words) => tool(user, ...words).over;
async function draft(limit, name = 'vt.lua') {
	const id = await policy.begin(people.web, {bestand: `benefits/${name}`, titel: `Proef ${unseen()}`});
	await policy.save(people.web, id, told(limit), {name});
	return id;
}
/* The figures of a row, as the tool prints them; fewer than ten: null. */
const row = (said, label) => new RegExp(`^${label} +(\\S+) +(\\S+) +(\\S+) `, 'm').exec(said).slice(1).map((figure) => figure === '<10' ? null : Number(figure));
const shown = (json) => ['gains', 'loses', 'unknown'].map((name) => json[name].is ?? null);
const answer = async (who, path) => (await ask(`/beheer/beleid/proef/${path}.json`, {headers: who.headers})).json;
const looks = (who) => Number(sql(`select count(*) from access.entry e join belfort.look l on l.id = e.look where l.name = 'preview.city' and e.actor = '${who.account}'`));
const asked = (who) => Number(sql(`select count(*) from preview.question where account = '${who.account}'`));
const waits = () => Number(sql('select count(*) from policy.trial'));
const left = (said) => Number(/in a day (\d+) points are left/.exec(said)?.[1]);

test('a draft that nobody opened is worked out: the figures of its page, the same allowance, one record', async () => {
	const id = await draft('50000.00'), before = looks(people.web);
	const {status, said} = await preview('web', 'benefits', String(id));
	assert.equal(status, 0, said);
	const [gains, loses, unknown] = row(said, 'Together');
	assert.ok(Math.abs(gains - 200) <= 48, `${gains} is near 200`);
	assert.ok(loses <= 48 && unknown <= 48, 'nobody loses, and of nobody it becomes unknown');
	const points = Number(sql(`select preview.allowance() - points from preview.question where account = '${people.web.account}'`));
	assert.equal(left(said), points);
	assert.equal(looks(people.web), before + 1);
	assert.match(sql(`select what from preview.question where account = '${people.web.account}'`),
		new RegExp(`^voorstel ${id}, tegen versie-\\d+, op .*, met belfort rules preview door de gebruiker belfort-web$`));
	assert.equal(waits(), 0, 'nothing of the request stays');
	const kept = JSON.parse(sql(`set role belfort_policy; select policy.preview_kept(${id})`)).document;
	assert.deepEqual(shown(kept.rules[0]), [gains, loses, unknown], 'who reads the draft sees it too');
	const page = await answer(people.web, id);
	assert.equal(page.left, points, 'the page takes nothing for it again');
	assert.deepEqual(shown(page.total), row(said, 'Together'));
	page.by.neighbourhood.slice(0, 2).forEach((quarter) => assert.deepEqual(shown(quarter), row(said, quarter.name)));
	assert.deepEqual(shown(page.by.tenth[9]), row(said, '10'));
	assert.deepEqual(page.by.type.map(shown), ['Living alone', 'Alone with children', 'A couple', 'A couple with children', 'With other people', 'Not known']
		.map((label) => row(said.slice(said.indexOf('By kind')), label)));
	assert.deepEqual(row(said.slice(said.indexOf('By right')), 'Increased reimbursement'), [gains, loses, unknown]);
	assert.doesNotMatch(said.split('\n').slice(2).join('\n'), /[0-9a-f]{16}/, 'and nobody is in it');
});

test('a folder that is no draft is worked out too, and is none afterwards', async () => {
	fs.writeFileSync(`${folder}/benefits/vt.lua`, told('60000.00'));
	const drafts = () => sql('select count(*) from policy.draft'), count = drafts(), kept = sql('select count(*) from policy.preview');
	const {status, said} = await preview('shut', 'benefits', '--folder', folder);
	assert.equal(status, 0, said);
	assert.ok(Math.abs(row(said, 'Together')[0] - 200) <= 48);
	assert.equal(drafts(), count);
	assert.equal(sql('select count(*) from policy.preview'), kept);
	const id = await draft('60000.00');
	const again = await preview('shut', 'benefits', `${id}.1`);
	const figures = (text) => text.slice(text.indexOf('Households'));
	assert.equal(figures(again.said), figures(said), 'the same texts are the same question: the same noise, and no points');
	assert.equal((await answer(people.shut, id)).scenario, String(id));
	assert.equal(sql(`select count(*) from policy.preview where draft = ${id}`), '1');
	fs.writeFileSync(`${folder}/benefits/vt.lua`, files['vt.lua']);
	assert.match((await preview('shut', 'benefits', '--folder', folder)).said, /No rule is different/);
	fs.writeFileSync(`${folder}/benefits/vt.lua`, `${files['vt.lua']}\nregel {`);
	assert.match((await preview('shut', 'benefits', '--folder', folder)).said, /vt\.lua:\d+: /);
});

test('another day is another question, which is not kept for who reads the draft', async () => {
	const id = await draft('51000.00'), day = sql('select current_date + 30');
	const {status, said} = await preview('shut', 'benefits', String(id), '--from', day);
	assert.equal(status, 0, said);
	assert.ok(said.includes(day), said);
	assert.equal(sql(`select count(*) from policy.preview where draft = ${id}`), '0');
});

test('who may not ask, and what is not there, is refused in words; nothing is asked', async () => {
	const id = await draft('52000.00'), count = Number(sql('select count(*) from preview.question'));
	for (const [user, says, ...words] of [
		['wild', /Cas Terminal \(user belfort-wild\) lacks the right preview\.ask: ask /, 'benefits', String(id)],
		['nobody', /is no civil servant/, 'benefits', String(id)],
		['web', new RegExp(`draft ${id} is in edition 1 now.*say ${id}\\.1`), 'benefits', `${id}.2`],
		['web', /no such draft/, 'benefits', '999999999'],
		['web', /no such draft/, 'budget', String(id)],
		['web', /said as 12, or as 12\.3/, 'benefits', '12.'],
		['web', /said as 12, or as 12\.3/, 'benefits', 'zes'],
		['web', /--from: .*2027-02-30/, 'benefits', String(id), '--from', '2027-02-30'],
	]) {
		const {status, said} = await preview(user, ...words);
		assert.equal(status, 1, said);
		assert.match(said, says);
	}
	assert.equal(Number(sql('select count(*) from preview.question')), count);
	assert.equal(waits(), 0);
});

test('a draft that is not good yet is told by file and line', async () => {
	const id = await draft('53000.00');
	await policy.save(people.web, id, `${files['vt.lua']}\nregel {`, {name: 'vt.lua'});
	const {status, said} = await preview('web', 'benefits', String(id));
	assert.equal(status, 1);
	assert.match(said, /vt\.lua:\d+: /);
	assert.equal(waits(), 0);
});

test('the day’s allowance is that of the person, wherever they ask', async () => {
	const id = await draft('54000.00'), count = asked(people.shut), before = looks(people.shut);
	sql(`insert into preview.question (account, hash, snapshot, points, what)
		select '${people.shut.account}', lpad(to_hex(n), 64, '0'), 1, 600, 'vol' from generate_series(1, 1) n`);
	const {status, said} = await preview('shut', 'benefits', String(id));
	assert.equal(status, 1);
	assert.match(said, /as much about the city as may be asked in a day/);
	assert.deepEqual([asked(people.shut), looks(people.shut)], [count + 1, before]);
	sql(`delete from preview.question where what = 'vol'`);
});

/* --- background work ----------------------------------------------------------- */

const worker = () => Number(/.*pool=jobs pid=(\d+) event=(?:rules|job|ready)/gs.exec(fs.readFileSync(`${dir}/log/belfort.log`, 'utf8'))?.[1]);
/* Nobody can take a question as long as this is open. */
async function held() {
	const hold = conversation();
	await hold.say('begin');
	await hold.say('lock table preview.question in exclusive mode');
	return hold;
}
const taken = () => until(() => sql('select exists (select from policy.trial where taken_by is not null)') === 't', 'it is taken');

test('background work that is killed meanwhile takes it again, once', async () => {
	const id = await draft('55000.00'), count = asked(people.shut), hold = await held();
	const {over} = tool('shut', 'benefits', String(id));
	await taken();
	process.kill(worker(), 'SIGKILL');
	await hold.say('commit');
	const {status, said} = await over;
	assert.equal(status, 0, said);
	assert.ok(Math.abs(row(said, 'Together')[0] - 200) <= 48);
	assert.equal(asked(people.shut), count + 1);
	await hold.close();
});

test('who stops waiting loses nothing', async () => {
	const id = await draft('56000.00'), hold = await held(), {child, over} = tool('shut', 'benefits', String(id));
	await taken();
	child.kill('SIGINT');
	assert.equal((await over).status, null);
	await hold.say('commit');
	await until(() => sql(`select count(*) from policy.preview where draft = ${id}`) === '1', 'it is worked out all the same');
	const count = asked(people.shut);
	assert.equal((await preview('shut', 'benefits', String(id))).status, 0);
	assert.equal(asked(people.shut), count, 'and asking again takes nothing');
	await hold.close();
	sql('delete from policy.trial');
});

test('without background work it is told what must run', async () => {
	const id = await draft('57000.00'), pid = worker();
	process.kill(pid, 'SIGSTOP');
	try {
		const {status, said} = await preview('shut', 'benefits', String(id));
		assert.equal(status, 1);
		assert.match(said, /You can stop waiting[^]*background work does not answer: belfortd must run with preview in \[pool jobs\]/);
	} finally {
		process.kill(pid, 'SIGCONT');
		sql('delete from policy.trial');
	}
});

/* --- the budget --------------------------------------------------------------- */

test('of the budget it tells which lines and euros move', async () => {
	const source = `${dir}/rules/budget/doelen.lua`;
	const moved = fs.readFileSync(source, 'utf8').replace('"klasunit", "dbfm", "jeugd", "jeugd*"', '"klasunit", "dbfm"')
		.replace('"kerken", "buurthuis"', '"kerken", "buurthuis", "jeugd", "jeugd*"');
	const id = await policy.begin(people.web, {bestand: 'budget/doelen.lua', titel: `Proef ${unseen()}`});
	await policy.save(people.web, id, moved, {name: 'doelen.lua'});
	const {status, said} = await preview('wild', 'budget', String(id));
	assert.equal(status, 0, said);
	assert.match(said, /^doelen\n[^]* {2}Lines: 3, together €/);
	fs.writeFileSync(`${folder}/budget/doelen.lua`, moved);
	assert.equal((await preview('wild', 'budget', '--folder', folder)).said, said, 'and so of a folder');
	assert.equal(waits(), 0);
});
