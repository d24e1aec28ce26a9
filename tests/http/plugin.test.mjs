/* A plugin of an association, from an empty folder to its removal, with the
 * tool alone: nothing is restarted, and the web server hears nothing of it.
 */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import test from 'node:test';
import {ask, base, log, sql, submit, unharmed, until, unseen} from './lib.mjs';

unharmed(test);

const dir = process.env.BELFORT_DIR;
const work = fs.mkdtempSync(`${os.tmpdir()}/bf-plugin-`);
const folder = `${work}/toolshed`;
const env = {...process.env, PKG_CONFIG_PATH: `${dir}/usr/lib/pkgconfig`};
const run = (program, words, cwd = work, input = '') => spawnSync(program, words, {cwd, env, input, encoding: 'utf8'});
const plugin = (...words) => run('belfort', ['plugin', ...words]);
/* What changes the house: until no worker is of before. */
async function act(...words) {
	const from = log.where('belfort'), said = plugin(...words);
	if (said.status === 0)
		await until(() => log.since('belfort', from).includes('event=retired'), 'the house is of now');
	return said;
}
const make = (word = 'check') => run('make', ['-s', word], folder);
const page = (at) => ask(`${at}?q=${unseen()}`, {headers: {Cookie: 'taal=en'}});
const edit = (name, from, to) => {
	const text = fs.readFileSync(`${folder}/${name}`, 'utf8');
	assert.ok(text.includes(from), `${name} holds ${from}`);
	fs.writeFileSync(`${folder}/${name}`, text.replace(from, to));
};

test.after(() => {
	if (fs.existsSync(`${dir}/usr/etc/belfort/belfort.d/toolshed.ini`))
		plugin('remove', 'toolshed', '--yes');
	fs.rmSync(work, {recursive: true});
});

test('a folder to begin with, that builds and is good', () => {
	const made = plugin('new', 'toolshed');
	assert.equal(made.status, 0, made.stderr);
	const good = make();
	assert.equal(good.status, 0, good.stdout + good.stderr);
	assert.match(good.stdout, /toolshed: all is well\. 2 categories, 2 rules, 3 tests\.\ntoolshed, version 1: .*\n  2 addresses, 2 queries\n  keeps about people: toolshed\.note \(body\), 365 days/);
});

test('it does not begin over what is there, nor with a name that is none', () => {
	assert.match(plugin('new', 'toolshed').stderr, /toolshed is there already/);
	assert.match(plugin('new', 'Tool-Shed').stderr, /one word of small letters/);
});

test('mistakes are told before it is deployed', async (t) => {
	const cases = {
		'an ABI of another host': ['toolshed.c', '.abi = BF_ABI', '.abi = 99', /built for ABI 99, this host has ABI 1: build it again/],
		'a function that is not there': ['toolshed.c', '"toolshed.notes"', '"toolshed.nots"', /query toolshed\.nots, and sql\/fn\/nots\.sql is not there/],
		'a function of somebody else': ['toolshed.c', '"toolshed.notes"', '"budget.overview"', /query budget\.overview is not in its own schema toolshed/],
		'a template that is not there': ['toolshed.c', '.view = "notes"', '.view = "nots"', /names the view nots, but there is no file/],
		'a template that does not hold': ['templates/notes.mustache', '{{/has_rows}}', '', /notes\.mustache:\d+/],
		'a symbol that nobody has': ['toolshed.c', 'bf_mount(req)', 'bf_mountain(req)', /bf_mountain/],
		'no module': ['Makefile', '-o $@ ', '-o other ', /holds no module|No rule|toolshed\.so/],
	};
	for (const [what, [name, from, to, told]] of Object.entries(cases)) {
		await t.test(what, () => {
			const good = fs.readFileSync(`${folder}/${name}`, 'utf8');
			edit(name, from, to);
			run('make', ['-s', 'clean'], folder);
			const said = make();
			fs.writeFileSync(`${folder}/${name}`, good);
			assert.notEqual(said.status, 0);
			assert.match(said.stdout + said.stderr, told);
		});
	}
	run('make', ['-s', 'clean'], folder);
	assert.equal(make().status, 0);
});

test('without a yes nothing changes', () => {
	const said = run('belfort', ['plugin', 'add', folder], work, 'no\n');
	assert.notEqual(said.status, 0);
	assert.match(said.stdout + said.stderr, /Deploy it as version 1, at \/v\/toolshed\?.*Nothing changed/s);
	assert.equal(plugin('list').stdout, '');
});

test('first it is for staff', async () => {
	const said = await act('add', folder, '--staging', '--yes');
	assert.equal(said.status, 0, said.stderr);
	assert.match(said.stdout, /keeps about people/, 'what it keeps is said before');
	await until(async () => (await page('/proef/toolshed')).status === 200, 'staff see it');
	assert.notEqual((await page('/v/toolshed')).status, 200);
	assert.doesNotMatch((await page('/verenigingen')).text, /toolshed/);
	assert.match(fs.readFileSync(`${dir}/etc/locations.conf`, 'utf8'), /\^\/proef\/[^]*?belfort-staff\.conf/);
});

test('then for everybody', async () => {
	assert.equal((await act('open', 'toolshed', '--yes')).status, 0);
	await until(async () => (await page('/v/toolshed')).status === 200, 'all see it');
	assert.equal((await page('/proef/toolshed')).status, 404);
	assert.match((await page('/verenigingen')).text, /href="\/v\/toolshed"[^]*A board where visitors leave a note/);
	assert.match((await page('/privacy')).text, /not made by the city[^]*What visitors write[^]*1 year</);
	assert.match((await page('/toegankelijk')).text, /makers of these pages did not say[^]*<a href="\/v\/toolshed">/);
	assert.match((await page('/v/toolshed')).text, /There is no note yet/);
	assert.match(plugin('list').stdout, /^toolshed +version 1 +\/v\/toolshed$/m);
});

test('its form keeps what is written, and checks it', async () => {
	const done = await submit('/v/toolshed/nieuw', {body: 'A <ladder> to lend'});
	assert.equal(done.status, 303);
	assert.equal(new URL(done.headers.location, base).pathname, '/v/toolshed');
	const shown = await page('/v/toolshed');
	assert.match(shown.text, /A &lt;ladder&gt; to lend/);
	assert.equal((await page('/v/toolshed.json')).json.rows[0].body, 'A <ladder> to lend');
	assert.equal((await submit('/v/toolshed/nieuw', {body: ''})).status, 422);
	assert.equal((await submit('/v/toolshed/nieuw', {body: 'x'}, {Origin: 'http://elsewhere.example'})).status, 403);
});

test('rules say under which heading a note comes, and staff change them', async () => {
	const file = `${dir}/rules/toolshed/berichten.lua`, text = fs.readFileSync(file, 'utf8');
	const heading = async () => (await page('/v/toolshed.json')).json.rows[0].heading ?? null;
	const from = log.where('belfort');
	assert.equal(await heading(), null);
	fs.writeFileSync(file, text.replace('"lenen"', '"lenen", "lend"'));
	await until(async () => await heading() === 'To lend or give away', 'the rule is in force');
	fs.writeFileSync(file, text.replace('"lenen"', '"lenen", wrong'));
	await until(() => /in=toolshed-jobs .*event=rules_refused.*file=berichten\.lua line=\d+/.test(log.since('belfort', from)), 'a mistake is told');
	assert.equal(await heading(), 'To lend or give away', 'and changes nothing');
	assert.match(run('belfort', ['rules', 'check', 'toolshed']).stderr, /berichten\.lua:\d+:/);
	fs.writeFileSync(file, text.replace('"lenen"', '"lenen", "lend"'));
	await submit('/v/toolshed/nieuw', {body: 'Ik zoek een boor'});
	await until(async () => (await page('/v/toolshed.json')).json.rows.some(({body, heading}) =>
		body === 'Ik zoek een boor' && heading === 'Wanted'), 'a new note gets its heading');
	sql("delete from toolshed.note where body like '%boor'");
});

test('a newer version takes over, and the one before comes back', async () => {
	edit('templates/notes.mustache', '<h1>{{#_}}Notes{{/_}}</h1>', '<h1>The shed</h1>');
	make('all');
	assert.equal((await act('add', folder, '--yes')).status, 0);
	await until(async () => /The shed/.test((await page('/v/toolshed')).text), 'the new version is there');
	assert.match((await page('/v/toolshed')).text, /to lend/, 'with what was written');
	assert.match((await act('back', 'toolshed', '--yes')).stdout, /version 1 stands/);
	await until(async () => !/The shed/.test((await page('/v/toolshed')).text), 'the old one is back');
	assert.match(plugin('back', 'toolshed', '--yes').stderr, /no version before 1/);
});

test('one whose database cannot be made changes nothing', async () => {
	fs.writeFileSync(`${folder}/sql/0002-wrong.sql`, 'create table wrong (n nonsense);\n');
	make('all');
	assert.match(plugin('add', folder, '--yes').stderr, /nonsense.*nothing changed/s);
	assert.match(plugin('list').stdout, /version 1 /);
	assert.equal((await page('/v/toolshed')).status, 200);
	fs.rmSync(`${folder}/sql/0002-wrong.sql`);
});

test('one without a Unix user is passed over, and keeps nobody from a reload', async () => {
	const part = `${dir}/usr/etc/belfort/belfort.d/nobodys.ini`, from = log.where('belfort');
	fs.writeFileSync(part, '[pool nobodys]\nplugins = nobodys\nuser = belfort-nobodys\nrole = belfort_nobodys_pool\n'
		+ `workers = 1\nsandbox = yes\nfolder = ${folder}/build\n`);
	process.kill(Number(fs.readFileSync(`${dir}/run/master.pid`)), 'SIGHUP');
	await until(() => /event=passed_over in=nobodys detail="there is no Unix user belfort-nobodys/.test(log.since('belfort', from)), 'it is told');
	await until(() => log.since('belfort', from).includes('event=retired'), 'the house is of now');
	assert.equal((await page('/v/toolshed')).status, 200);
	fs.rmSync(part);
});

test('it makes no extensions in the database', () => {
	fs.writeFileSync(`${folder}/build/share/toolshed/sql/extensions`, 'hstore\n');
	assert.match(plugin('add', folder, '--yes').stderr, /extension hstore, which this city does not have.*nothing changed/s);
	fs.rmSync(`${folder}/build/share/toolshed/sql/extensions`);
});

test('one that keeps what it does not declare changes nothing', async () => {
	fs.writeFileSync(`${folder}/sql/0002-who.sql`, 'create table who (name text);\n');
	make('all');
	assert.match(plugin('add', folder, '--yes').stderr, /toolshed\.who\.name is not declared.*nothing changed/s);
	assert.equal(sql("select to_regclass('toolshed.who') is null"), 't');
	fs.rmSync(`${folder}/sql/0002-who.sql`);
	make('all');
});

test('what is too old goes, and what that sets off is nobody else', () => {
	sql(`set role belfort_toolshed;
		create function toolshed.spy() returns trigger language plpgsql as $$ begin
			update toolshed.note set body = 'by ' || current_user; return old; end $$;
		create trigger spy after delete on toolshed.note for each row execute function toolshed.spy();
		insert into toolshed.note (body, made) values ('old', now() - interval '366 days');`);
	assert.equal(sql("set role belfort_jobs; select rows from belfort.retention_run('toolshed')"), '1');
	assert.equal(sql('select distinct body from toolshed.note'), 'by belfort_toolshed');
	sql("drop function toolshed.spy cascade; update toolshed.note set body = 'A <ladder> to lend'");
});

test('a link in what was built is refused', () => {
	fs.symlinkSync('/etc/passwd', `${folder}/build/share/toolshed/templates/other.mustache`);
	assert.match(plugin('add', folder, '--yes').stderr, /no links/);
	fs.rmSync(`${folder}/build/share/toolshed/templates/other.mustache`);
});

test('its SQL cannot become the city', async (t) => {
	const attacks = {
		'by resetting its role': 'reset role; drop table budget.tile;',
		'by another role': 'set role belfort; drop table budget.tile;',
		'by the session': 'set session authorization belfort;',
		'by a commit': 'commit; reset role; drop table budget.tile;',
		'by what it calls': "do $$ begin reset role; drop table budget.tile; end $$;",
		'by a function that is run for it': "create or replace function belfort_run(commands text) returns void language plpgsql "
			+ "as 'begin reset role; drop table budget.tile; end'; drop table budget.tile;",
	};
	for (const [how, text] of Object.entries(attacks)) {
		await t.test(how, () => {
			fs.writeFileSync(`${folder}/sql/0002-attack.sql`, `${text}\n`);
			make('all');
			const said = plugin('add', folder, '--yes');
			assert.notEqual(said.status, 0);
			assert.match(said.stderr, /0002-attack\.sql.*nothing changed/s);
			assert.equal(sql("select to_regclass('budget.tile') is not null"), 't');
		});
	}
	fs.rmSync(`${folder}/sql/0002-attack.sql`);
	make('all');
});

test('removed, its data stays behind as files', async () => {
	const said = await act('remove', 'toolshed', '--yes');
	assert.equal(said.status, 0, said.stderr);
	const kept = fs.readdirSync(work).find((name) => /^toolshed-\d/.test(name));
	assert.match(fs.readFileSync(`${work}/${kept}/note.csv`, 'utf8'), /^id,body,heading,made\n1,A <ladder> to lend,te-leen,/);
	assert.ok(fs.existsSync(`${work}/${kept}/rules/berichten.lua`));
	await until(async () => (await page('/v/toolshed')).status !== 200, 'it is gone');
	assert.equal(sql("select count(*) from pg_namespace where nspname = 'toolshed'"), '0');
	assert.equal(plugin('list').stdout, '');
	assert.match(plugin('open', 'toolshed').stderr, /there is no plugin toolshed/);
});
