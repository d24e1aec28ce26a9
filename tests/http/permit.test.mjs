/* Importing files and putting rules in force need a right: that of the civil
 * servant whose user on the machine does it.
 */
import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import test from 'node:test';
import {ask, house, log, sql, unharmed, until, unseen} from './lib.mjs';
import {belfort} from './passkey.mjs';

unharmed(test);

const dir = process.env.BELFORT_DIR, user = 'belfort-shut';
const work = fs.mkdtempSync(`${os.tmpdir()}/bf-permit-`);
const email = `permit${unseen()}@gent.example`;
const apart = process.env.BELFORT_HOUSE !== 'none';

/* As who called sudo: the tool runs as root. */
const as = (name, ...words) => spawnSync('belfort', words, {encoding: 'utf8', env: {...process.env, SUDO_USER: name}});
const file = () => {
	const path = `${work}/${unseen()}.csv`;
	fs.writeFileSync(path, `nis,jaar,inwoners,herkomst\n44021,2031,${270000 + Math.floor(Math.random() * 9000)},proef\n`);
	return path;
};
const load = (name) => as(name, 'import', 'budget', file());
const publish = (name) => as(name, 'rules', 'publish', 'budget', '--reason', 'Voor de proef');

test.after(() => {
	fs.rmSync(work, {recursive: true});
	sql("delete from budget.population where year = 2031");
	belfort('staff', 'close', email);
});

test('a user who is no civil servant is told what to do', () => {
	for (const [result, right] of [[load(user), 'budget.import'], [publish(user), 'budget.publish']]) {
		assert.equal(result.status, 1);
		assert.match(result.stderr, new RegExp(`needs the right ${right}, and the user ${user} is no civil servant: belfort staff add --login ${user}`));
	}
	assert.equal(sql('select count(*) from budget.population where year = 2031'), '0');
});

test('only root is somebody else, by who called sudo', () => {
	assert.throws(() => house('call_as', 'belfort-pg', 'env', 'SUDO_USER=ann', 'belfort', 'rules', 'publish', 'budget', '--reason', 'Voor de proef'),
		/the user belfort-pg is no civil servant/);
});

test('a civil servant without the right is told whom to ask', () => {
	belfort('staff', 'add', '--name', 'Wout Proef', '--email', email, '--login', user);
	for (const [result, right] of [[load(user), 'budget.import'], [publish(user), 'budget.publish']]) {
		assert.equal(result.status, 1);
		assert.match(result.stderr, new RegExp(`Wout Proef \\(user ${user}\\) lacks the right ${right}: ask .*Ann Voorbeeld`));
	}
	assert.equal(sql('select count(*) from budget.population where year = 2031'), '0');
});

test('each right opens its own act, and no other', () => {
	belfort('staff', 'give', email, 'budget.import', '--reason', 'Voor de proef');
	assert.equal(load(user).status, 0);
	assert.equal(publish(user).status, 1);
	belfort('staff', 'give', email, 'budget.publish', '--reason', 'Voor de proef');
	assert.equal(publish(user).status, 0);
	sql(`update people.right_given set taken = now(), taken_reason = 'test'
		where account = (select id from people.account where email = '${email}' and closed is null)`);
	assert.equal(load(user).status, 1);
	assert.equal(publish(user).status, 1);
});

test('looking needs no right', () => {
	for (const act of ['check', 'list', 'test'])
		assert.equal(as(user, 'rules', act, 'budget').status, 0, act);
});

test('while nobody can sign in yet, root may, and is told so', () => {
	sql(`create table public.held as select id from people.account where kind = 'staff' and closed is null;
		update people.account set closed = now() where id in (select id from public.held)`);
	try {
		const result = load('root');
		assert.equal(result.status, 0, result.stderr);
		assert.match(result.stdout, /No civil servant can sign in yet, so root may; belfort staff add makes the first/);
		const other = spawnSync(`${process.env.BELFORT_TREE}/demo/house`,
			['inside', dir, 'call_as', 'belfort-pg', 'belfort', 'import', 'budget', `${process.env.BELFORT_TREE}/demo/gent/inwoners.csv`],
			{encoding: 'utf8'});
		assert.equal(other.status, 1);
		assert.match(other.stderr, /only root may; belfort staff add makes the first/);
	} finally {
		sql('update people.account set closed = null where id in (select id from public.held); drop table public.held');
	}
});

/* A file that somebody else saved: theirs from the first moment on. */
function save(path, text, owner) {
	fs.writeFileSync(`${path}.new`, text);
	execFileSync('chown', [owner, `${path}.new`]);
	fs.renameSync(`${path}.new`, path);
}

test('a saved rule counts when who saved it has the right', {skip: !apart}, async () => {
	const path = `${dir}/rules/budget/categorieen.lua`, good = fs.readFileSync(path, 'utf8');
	const changed = good.replace('Groen, natuur en klimaat', 'Bomen en struiken');
	const rules = async () => (await ask(`/begroting/regels.json?q=${unseen()}`)).json;
	const titles = async () => (await ask(`/begroting/categorieen/doelen.json?q=${unseen()}`)).text;
	const from = log.where('belfort'), before = (await rules()).version;
	assert.notEqual(changed, good);
	try {
		save(path, changed, user);
		await until(async () => (await rules()).fault !== null, 'the page says that it does not count');
		const {fault, version} = await rules();
		assert.equal(fault.text, `${user} mag geen regels laten gelden: daarvoor is het recht budget.publish nodig. Bewaar het bestand opnieuw als dat gegeven is.`);
		assert.equal(version, before);
		assert.doesNotMatch(await titles(), /Bomen en struiken/);
		assert.match(log.since('belfort', from), /event=rules_refused feature=budget file=categorieen.lua .*budget.publish/);
		belfort('staff', 'give', email, 'budget.publish', '--reason', 'Voor de proef');
		save(path, changed, user);
		await until(async () => /Bomen en struiken/.test(await titles()), 'it counts');
		assert.equal((await rules()).fault, null);
	} finally {
		save(path, good, 'root');
		await until(async () => !/Bomen en struiken/.test(await titles()), 'it is as it was');
	}
});
