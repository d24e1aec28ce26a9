/* Drafts of files: what two people do with the tool, and what is saved on disk
 * where that is not in force at once.
 */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import test from 'node:test';
import {reload} from '../hostile/deploy.mjs';
import {begin, end, files, save, settled, state} from './benefits.mjs';
import {log, sql, unharmed, unseen, until} from './lib.mjs';
import {both, doc, publisher, today, writer} from './policy.mjs';
import {signIn} from './signed.mjs';

unharmed(test);

const ini = process.env.BELFORT_CONFIG, before = fs.readFileSync(ini, 'utf8');
const folder = fs.mkdtempSync(`${os.tmpdir()}/drafts-`);
const people = {web: writer('An Bestand'), shut: publisher('Bo Tweede'), wild: both('Cas Beide'), toolshed: signIn({kind: 'staff', name: 'Dia Niets'})};
const web = 60203, shut = 60208;

test.before(async () => {
	await begin();
	for (const [user, {account}] of Object.entries(people))
		sql(`update people.account set login = null where login = 'belfort-${user}';
			update people.account set login = 'belfort-${user}' where id = '${account}'`);
});
test.beforeEach(() => {
	fs.rmSync(folder, {recursive: true});
	fs.cpSync(`${process.env.BELFORT_DIR}/rules`, folder, {recursive: true});
});
test.after(async () => {
	sql(`delete from policy.draft where from_disk;
		update people.account set login = null where id in (${Object.values(people).map(({account}) => `'${account}'`)})`);
	fs.rmSync(folder, {recursive: true});
	await end();
});

/* belfort rules WORDS as the user of the machine belfort-USER. */
function rules(user, ...words) {
	const {status, stdout, stderr} = spawnSync('belfort', ['rules', ...words, '--lang', 'en'],
		{encoding: 'utf8', env: {...process.env, SUDO_USER: `belfort-${user}`}});
	return {status, said: stdout + stderr};
}
const change = (name, text, feature = 'benefits') => fs.writeFileSync(`${folder}/${feature}/${name}`, text);
const commented = (name = 'vt.lua', feature = 'benefits') =>
	`-- ${unseen()}\n${fs.readFileSync(`${process.env.BELFORT_DIR}/rules/${feature}/${name}`, 'utf8')}`;
const offer = (user, feature = 'benefits', ...more) =>
	rules(user, 'publish', feature, '--folder', folder, '--from', today(), '--reason', 'Een proef', ...more);
const order = (user, number, ...more) => rules(user, 'publish', 'benefits', number, '--from', today(), '--reason', 'Nagekeken', ...more);
const number = ({status, said}) => {
	assert.equal(status, 0, said);
	return / draft (\d+\.\d+) /.exec(said)[1];
};
const drafts = () => Number(sql('select count(*) from policy.draft'));
const row = (id) => sql(`select state, edition, order_id is not null from policy.draft where id = ${parseInt(id, 10)}`);
const text = async (name) => (await state()).files.find((file) => file.name === name)?.lines.map((line) => line.text).join('\n');

test('what one offers from files another puts in force, with the tool', async () => {
	const next = commented(), day = sql('select current_date + 30');
	change('vt.lua', next);
	const {said, status} = offer('web');
	assert.equal(status, 0, said);
	const id = number({said, status});
	assert.match(said, /It changes:\n {2}vt\.lua\n/, 'only what changed is offered');
	assert.ok(said.includes(`/beheer/beleid/${parseInt(id, 10)}\n`), said);
	assert.ok(said.includes(`belfort rules publish benefits ${id} --from ${today()}`), said);
	assert.notEqual(await text('vt.lua'), next.trimEnd(), 'nothing is in force yet');
	assert.equal((await doc(people.shut, `/${parseInt(id, 10)}`)).may.publish, true, 'it waits on its page');
	assert.equal(order('shut', id, '--until', day).status, 0);
	await until(async () => await text('vt.lua') === next.trimEnd(), 'it is in force');
	const {by, reason, stands} = await state();
	assert.deepEqual([by, reason], ['Bo Tweede', 'Een proef']);
	assert.ok(stands.find((file) => file.name === 'vt.lua').holds, 'with two people it grants');
	assert.equal(sql(`select saved_by from benefits.text where name = 'vt.lua' order by saved desc limit 1`), people.web.account);
	save('vt.lua', next);
	await settled();
});

test('who wrote it, who may not, and who read another edition put nothing in force', () => {
	change('vt.lua', commented());
	const id = number(offer('wild')), was = row(id);
	for (const [user, nr, says] of [
		['wild', id, /who wrote a draft does not put it in force/],
		['web', id, /lacks the right policy\.publish/],
		['nobody', id, /is no civil servant/],
		['shut', `${parseInt(id, 10)}.7`, new RegExp(`is in edition 1 now: .* say ${id}`)],
		['shut', '999999999.1', /no such draft/],
		['shut', `${parseInt(id, 10)}`, new RegExp(`is in edition 1 now: .* say ${id}`)],
		['shut', 'twaalf', /said as 12, or as 12\.3/],
	]) {
		const {status, said} = order(user, nr);
		assert.equal(status, 1, said);
		assert.match(said, says);
		assert.equal(row(id), was);
	}
	assert.match(rules('shut', 'publish', 'benefits', id, '--from', '2020-01-01', '--reason', 'x').said, /from today on/);
	assert.match(rules('shut', 'publish', 'budget', id, '--from', today(), '--reason', 'x').said, /no such draft/);
	assert.equal(row(id), was);
	assert.match(order('shut', id, '--until', today()).said, /right until a day after the first/);
	assert.equal(row(id), was);
	assert.equal(order('shut', id, '--from', sql('select current_date + 30')).status, 0);
	assert.match(order('shut', id).said, /how far it is/, 'once');
	sql(`select benefits.order_withdraw(order_id) from policy.draft where id = ${parseInt(id, 10)}`);
});

test('nothing is offered that is not good, or by who may not write', () => {
	const count = drafts();
	assert.match(offer('web').said, /no file changed/);
	change('vt.lua', `${commented()}\nregel { zomaar }\n`);
	assert.match(offer('web').said, /vt\.lua:\d+: /);
	change('vt.lua', commented());
	assert.match(offer('shut').said, /lacks the right policy\.write/);
	assert.match(offer('toolshed').said, /lacks the right policy\.write/);
	assert.match(rules('web', 'publish', 'benefits', '--folder', folder, '--from', today()).said, /say why/);
	for (const reason of ['', ' '])
		assert.match(rules('web', 'publish', 'benefits', '--folder', folder, '--from', today(), '--reason', reason).said, /say why/);
	assert.match(rules('web', 'publish', 'benefits', '--folder', folder, '--from', '2027-02-30', '--reason', 'x').said, /2027-02-30 is no day/);
	for (const words of [['12.1'], ['--until', today()]])
		assert.match(rules('web', 'publish', 'benefits', ...words, '--reason', 'x').said, /say from which day/);
	assert.equal(drafts(), count);
});

test('the budget goes the same way', async () => {
	change('doelen.lua', commented('doelen.lua', 'budget'), 'budget');
	const id = number(offer('web', 'budget'));
	assert.equal(sql(`select feature from policy.draft where id = ${parseInt(id, 10)}`), 'budget');
	assert.equal((await doc(people.shut, `/${parseInt(id, 10)}`)).may.publish, true);
});

test('where files are not in force at once, a saved file becomes a draft of who saved it', async () => {
	sql(`update policy.draft set state = 'withdrawn', ended = now() where from_disk and state = 'draft'`);
	fs.writeFileSync(ini, before.replace('live = yes', 'live = no'));
	await reload();
	try {
		const old = files['huisvuil.lua'], version = (await state()).version, next = `-- ${unseen()}\n${old}`;
		const open = () => sql(`select max(id) from policy.draft where from_disk and state = 'draft'`);
		save('huisvuil.lua', next, web);
		await until(() => open() !== '', 'there is a draft');
		const id = open();
		assert.equal((await state()).version, version, 'nothing came in force');
		assert.equal(sql(`select account from policy.hand where draft = ${id}`), people.web.account);
		assert.equal(sql(`select name || (text = $t$${next}$t$) from policy.draft_file where draft = ${id}`), 'huisvuil.luatrue');
		fs.rmSync(`${process.env.BELFORT_DIR}/rules/benefits/toeslag65.lua`);
		await until(() => sql(`select edition from policy.draft where id = ${id}`) === '2', 'what is gone is in it too');
		assert.equal(sql(`select name || ' ' || what from policy.draft_file where draft = ${id} and edition = 2`), 'toeslag65.lua gone');
		const edition = (nr, what) => until(() => sql(`select edition from policy.draft where id = ${id}`) === String(nr), what);
		const changed = () => sql(`select string_agg(name, ' ' order by name) from policy.changed_files(${id})`);
		save('huisvuil.lua', old, web);
		await edition(3, 'what is as in force again is heard of');
		assert.equal(changed(), 'toeslag65.lua', 'and leaves it');
		save('nieuw.lua', '-- nog niets\n', shut);
		await edition(4, 'a new file is in it');
		assert.equal(changed(), 'nieuw.lua toeslag65.lua');
		assert.equal(sql(`select count(*) from policy.hand where draft = ${id} and role = 'writer'`), '2', 'both who saved write it');
		fs.rmSync(`${process.env.BELFORT_DIR}/rules/benefits/nieuw.lua`);
		await edition(5, 'and goes when it is gone');
		assert.equal(changed(), 'toeslag65.lua');
		save('huisvuil.lua', next, web);
		await edition(6, 'two files are one draft');
		const {said} = rules('web', 'publish', 'benefits', '--from', today(), '--reason', 'Een proef');
		assert.equal(number({said, status: 0}), `${id}.6`, 'that is what the tool offers');
		assert.match(said, /huisvuil\.lua\n {2}toeslag65\.lua\n/);
		assert.match(order('shut', `${id}.6`).said, /who wrote a draft does not put it in force/, 'who saved a file of it too');
		save('huisvuil.lua', `-- ${unseen()}\n${old}`, web);
		await until(() => Number(open()) > Number(id), 'what is saved after that is another draft');
		assert.equal(row(id), 'offered|6|f', 'what was offered stays');
		const from = log.where('belfort'), large = next.padEnd(262144, ' ');
		save('huisvuil.lua', Buffer.from(`${next}-- caf\xe9\n`, 'latin1'), web);
		await until(() => /event=rules_refused feature=benefits file=huisvuil\.lua line=1 detail=.*UTF-8/.test(log.since('belfort', from)), 'what is no text is told');
		save('huisvuil.lua', large, web);
		await until(() => sql(`select count(*) from policy.draft_file where name = 'huisvuil.lua' and text = rpad($t$${next}$t$, 262144)`) === '1', 'the largest file that may be is in a draft');
		assert.equal(log.since('belfort', from).match(/event=rules_(refused|failed)/g).length, 1, 'once');
	} finally {
		fs.writeFileSync(ini, before);
		await reload();
		for (const name of ['huisvuil.lua', 'toeslag65.lua'])
			save(name, files[name]);
		await until(() => sql(`select files ->> 'toeslag65.lua' is not null from belfort.rule_disk where feature = 'benefits'`) === 't', 'it is seen again');
		await settled();
	}
});
