/* Who looked: a resident sees it and asks, nobody changes it, and an export is
 * checked link by link.
 */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import test from 'node:test';
import {ask, sql, submit, unharmed, unseen, until} from './lib.mjs';
import {signedResident} from './residents.mjs';
import {signIn, token} from './signed.mjs';

unharmed(test);

const dir = process.env.BELFORT_DIR;
const resident = (given) => signedResident({family: 'Inzage', given});
/* A look as a page of staff takes one. */
const look = (who, staff, reason) => sql(`select access.note('${hash(staff)}', 'access.audit', '${who.resident}', '${reason}')`);
const hash = (who) => sql(`select id from people.session where account = '${who.account}'`);
const tool = (...words) => {
	const {status, stdout, stderr} = spawnSync('belfort', ['access', ...words], {encoding: 'utf8', maxBuffer: 1 << 28});
	return {status, said: stdout + stderr};
};
const sealed = () => until(() => sql(`select count(*) from access.entry e
	where not exists (select from access.seal s where s.entry = e.id)`) === '0', 'all is sealed');

test('a resident sees who looked, without a name, and asks why', async () => {
	const who = resident('Roos Inzage'), other = resident('Rik Inzage');
	const staff = signIn({kind: 'staff', name: 'Bas Inzage'});
	const colleague = signIn({kind: 'staff', name: 'Cas Inzage', rights: ['access.answer']});
	look(who, staff, 'Vraag aan het loket.');
	const mine = await ask('/mijn/inzage', {headers: who.headers});
	assert.equal(mine.status, 200);
	assert.match(mine.text, /Vraag aan het loket\./);
	assert.doesNotMatch(mine.text, /Bas/);
	assert.doesNotMatch((await ask('/mijn/inzage', {headers: other.headers})).text, /Vraag aan het loket/);
	const entry = /name="entry" value="(\d+)"/.exec(mine.text)[1];
	const stolen = await submit('/mijn/inzage/vraag', {entry, csrf: await token('/mijn/inzage', other.headers)}, other.headers);
	assert.equal(stolen.status, 404, 'nobody asks about the look at another one');
	const csrf = await token('/mijn/inzage', who.headers);
	const asked = await submit('/mijn/inzage/vraag', {entry, question: 'Was dat nodig?', csrf}, who.headers);
	assert.equal(asked.status, 303);
	assert.match((await ask('/mijn/inzage', {headers: who.headers})).text, /U vroeg waarom/);
	const open = await ask('/beheer/inzage/vragen', {headers: colleague.headers});
	assert.match(open.text, /Was dat nodig\?/);
	assert.doesNotMatch(open.text, /Roos/);
	const id = /vragen\/(\d+)"/.exec(open.text)[1];
	const form = {answer: 'U kwam aan het loket.', csrf: await token('/beheer/inzage/vragen', colleague.headers)};
	assert.equal((await submit(`/beheer/inzage/vragen/${id}`, form, colleague.headers)).status, 303);
	assert.equal((await submit(`/beheer/inzage/vragen/${id}`, form, colleague.headers)).status, 409);
	assert.match((await ask('/mijn/inzage', {headers: who.headers})).text, /U kwam aan het loket\./);
});

test('who looks into the log is in it', async () => {
	const auditor = signIn({kind: 'staff', name: 'An Toezicht', rights: ['access.audit']});
	assert.equal((await ask('/beheer/inzage', {headers: auditor.headers})).status, 200);
	assert.equal(sql(`select count(*) from access.entry where actor = '${auditor.account}' and subject is null`), '1');
});

test('looks at one again and again are unusual, a list of many is not', async () => {
	const auditor = signIn({kind: 'staff', name: 'An Vaak', rights: ['access.audit']});
	const often = signIn({kind: 'staff', name: 'Piet Vaak'}), list = signIn({kind: 'staff', name: 'Lies Lijst'});
	const one = resident('Een Inzage'), two = resident('Twee Inzage');
	for (let n = 0; n < 5; n++) {
		look(one, often, `keer ${n}`);
		sql(`select access.note('${hash(list)}', 'access.audit', r.id) from people.resident r where r.id in ('${one.resident}', '${two.resident}')`);
	}
	const found = (await ask('/beheer/inzage.json', {headers: auditor.headers})).json.often.map(({staff, looks}) => `${staff} ${looks}`);
	assert.ok(found.includes('Piet Vaak 5'), found.join());
	assert.ok(!found.some((words) => words.startsWith('Lies Lijst')), found.join());
});

test('writers at once make one chain, and the writer that falls leaves none', async () => {
	const who = resident('Veel Inzage'), staff = signIn({kind: 'staff', name: 'Dora Inzage'});
	const session = hash(staff), before = Number(sql('select position from access.chain'));
	const writes = Array.from({length: 20}, (_, n) => `select access.note('${session}', 'access.audit', '${who.resident}', 'nr ${n}')`);
	writes.forEach((text) => sql(text));
	assert.throws(() => sql(`begin; ${writes[0]}; select 1 / 0`));
	await sealed();
	assert.ok(Number(sql('select position from access.chain')) >= before + 20);
	assert.equal(sql('select count(*) = max(position) from access.seal'), 't');
});

test('an export is whole, and what was changed, left out or swapped is found', async () => {
	await sealed();
	sql(`insert into access.head (day, position, hash) select (select coalesce(max(day), current_date) + 1 from access.head),
		position, hash from access.chain`);
	const heads = `${dir}/heads.csv`, file = `${dir}/export.txt`;
	fs.writeFileSync(heads, (await ask(`/inzage/koppen.csv?q=${unseen()}`)).text.replace('\ufeff', ''));
	fs.writeFileSync(file, tool('export').said);
	const lines = fs.readFileSync(file, 'utf8').trimEnd().split('\n');
	assert.ok(lines.length > 20);
	assert.match(tool('verify', file, heads).said, new RegExp(`^${lines.length} records, each link fits; [1-9]`));
	const tries = {
		'does not fit': (all) => { all[7] = all[7].replace(/"staff"|"rule"/, (kind) => kind === '"staff"' ? '"rule"' : '"staff"'); },
		'record 8 is missing': (all) => { all.splice(7, 1); },
		'record 9 stands where 8 belongs|record 8 is missing': (all) => { [all[7], all[8]] = [all[8], all[7]]; },
		'record 7 stands where 9 belongs': (all) => { all.splice(8, 0, all[6]); },
		'records are missing': (all) => { all.pop(); },
		'no line of an export': (all) => { all[3] = 'x'; },
	};
	for (const [said, change] of Object.entries(tries)) {
		const changed = [...lines];
		change(changed);
		fs.writeFileSync(file, `${changed.join('\n')}\n`);
		const found = tool('verify', file, heads);
		assert.equal(found.status, 1, said);
		assert.match(found.said, new RegExp(said));
	}
});

test('a log that was written anew does not meet the heads that were published', async () => {
	const heads = `${dir}/heads.csv`, file = `${dir}/export.txt`;
	fs.writeFileSync(file, tool('export').said);
	const [day, position] = fs.readFileSync(heads, 'utf8').trim().split('\n').at(-1).split(';');
	fs.writeFileSync(heads, `day;positie;hash\n${day};${position};${'a'.repeat(64)}\n`);
	assert.match(tool('verify', file, heads).said, /the head that was published for .* is another one/);
});

test('no role of the running system changes what was written', () => {
	const roles = sql(`select rolname from pg_roles r where rolname like 'belfort\\_%'
		and not pg_has_role(r.oid, 'belfort_access_keeper', 'member')`).split('\n');
	assert.ok(['belfort_city', 'belfort_jobs', 'belfort_access'].every((role) => roles.includes(role)), roles.join());
	const tables = sql(`select c.oid::regclass from pg_class c where relkind in ('r', 'p')
		and pg_get_userbyid(relowner) = 'belfort_access_keeper'`).split('\n');
	assert.ok(['access.entry', 'access.seal', 'access.hold', 'access.head'].every((table) => tables.includes(table)), tables.join());
	const tries = (table) => [`delete from ${table}`, `truncate ${table}`, `drop table ${table}`, `alter table ${table} disable trigger all`,
		`alter table ${table} rename to gone`, `update ${table} set ${table.includes('head') ? 'position = 0' : 'at = now()'}`];
	const acts = [...tables.flatMap(tries), 'select belfort.apart_drop(\'access\', now())', 'set local role belfort_access_keeper'];
	const left = sql(`do $do$ declare role text; act text; begin
		create temp table worked (what text);
		foreach role in array array[${roles.map((role) => `'${role}'`)}] loop
			foreach act in array array[${acts.map((act) => `$a$${act}$a$`)}] loop
				begin
					execute format('set local session authorization %I', role);
					execute act;
					raise exception 'worked' using errcode = 'ZZ001';
				exception when insufficient_privilege then null;
					when others then
						reset session authorization;
						insert into worked values (role || ': ' || act || ': ' || sqlerrm);
				end;
				reset session authorization;
			end loop;
		end loop;
	end $do$; select what from worked`);
	assert.equal(left, '');
	assert.throws(() => sql('delete from access.entry'), /stays as it is/, 'nor does who may do all, without meaning to');
});

test('pages of the list follow one another, and each look stands on one', async () => {
	const who = resident('Lange Inzage'), staff = signIn({kind: 'staff', name: 'Lia Inzage'}), session = hash(staff);
	sql(`select access.note('${session}', 'access.audit', '${who.resident}', 'look ' || n) from generate_series(1, 250) n`);
	const seen = [];
	for (let path = '/mijn/inzage.json'; path; ) {
		const {rows, next} = (await ask(path, {headers: who.headers})).json;
		seen.push(...rows.map(({reason}) => reason).filter((reason) => /^look/.test(reason)));
		path = next ? `/mijn/inzage.json?voor=${next}` : null;
	}
	assert.deepEqual(seen, Array.from({length: 250}, (_, n) => `look ${250 - n}`));
	const first = (await ask('/mijn/inzage', {headers: who.headers})).text;
	assert.doesNotMatch(first, /De laatste</);
	assert.match((await ask(/href="([^"]*voor=\d+)"/.exec(first)[1], {headers: who.headers})).text, /De laatste</);
});
