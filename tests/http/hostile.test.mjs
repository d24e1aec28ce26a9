/* Raw attacks by a plugin, and what comes of them: each works for the city's
 * own code, which nothing stops, and fails for code that is shut in; and what
 * it does to itself, nobody else notices.
 */
import assert from 'node:assert/strict';
import {execFileSync, spawn} from 'node:child_process';
import fs from 'node:fs';
import test from 'node:test';
import {answers, deploy, guests, master, pools, reload, takeAway} from '../hostile/deploy.mjs';
import {ask, base, log, sql, until, unseen} from './lib.mjs';

const dir = process.env.BELFORT_DIR;
const database = `${dir}/run/.s.PGSQL.5432`;

/* Of the same user, and there for as long as it is needed: a worker may be
 * gone before a new one attacks it. */
let bystander;
test.before(async () => {
	bystander = spawn('setpriv', ['--reuid=60202', '--regid=60202', '--clear-groups', '--', 'cat'],
		{stdio: ['pipe', 'ignore', 'inherit']});
	await deploy();
});
test.after(async () => {
	bystander.stdin.end();
	await takeAway();
});

const attack = async (name, what, given = '') => (await ask(`${pools[name].at}/try/${what}?given=${encodeURIComponent(given)}&q=${unseen()}`)).json;
/* A worker of the city, which runs as the same user as the control. */
const worker = () => fs.readFileSync(`/proc/${master()}/task/${master()}/children`, 'utf8').trim().split(' ')
	.find((pid) => /^Uid:\t60202/m.test(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))
		&& !/--worker\0(wild|shut)/.test(fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8')));

const attempts = {
	'reads the configuration': ['read', `${dir}/usr/etc/belfort/belfort.ini`],
	'reads the users of this machine': ['read', '/etc/passwd'],
	'reads another plugin': ['read', `${dir}/usr/lib/belfort/plugins/budget.so`],
	'reads its own process by /proc': ['read', '/proc/self/maps'],
	'reads around by /proc/self/root': ['proc', '/etc/passwd'],
	'reads around by a link in its folder': ['link', '/etc/passwd'],
	'writes in its own folder': ['write', `${guests}/NAME/file`],
	'writes in /tmp': ['write', '/tmp/bf-hostile'],
	'reads the environment of the host': ['environment', 'BELFORT_CONFIG'],
	'connects to the socket of another pool': ['unix', `${dir}/run/city.sock`],
	'connects to the web server': ['tcp', base.port],
	'listens on a port': ['listen', ''],
	'signs in to the database as another role': ['postgres', `${database} belfort_city`],
	'makes a process': ['fork', ''],
	'executes a program': ['exec', '/bin/true'],
	'traces another worker': ['trace', worker],
	'signals another worker': ['signal', worker],
	'reads the memory of another worker': ['memory_of', worker],
	'takes half a gigabyte': ['memory', '512'],
	'makes memory that is nobody\'s': ['shared_memory', ''],
	'takes 200 descriptors': ['descriptors', '200'],
	'makes a namespace': ['unshare', ''],
};

for (const [title, [what, given]] of Object.entries(attempts)) {
	test(`it ${title}: works in the open, not when shut in`, async () => {
		for (const name of ['wild', 'shut']) {
			const with_ = (typeof given === 'function' ? given() : given).replace('NAME', name);
			const found = await attack(name, what, with_);
			assert.equal(found.worked, name === 'wild', `${name}: ${found.said}`);
		}
	});
}

for (const [where, title] of Object.entries({
	constructor: 'while it is loaded', init: 'when it begins', job: 'in the background'})) {
	test(`${title} the same attacks work in the open, not when shut in`, async () => {
		const lines = Object.values(attempts).map(([what, given]) => `${what} ${typeof given === 'function' ? bystander.pid : given}\n`);
		for (const name of ['wild', 'shut']) {
			fs.writeFileSync(`${guests}/${name}/${where}`, lines.join('').replaceAll('NAME', name));
			fs.chmodSync(`${guests}/${name}/${where}`, 0o644);
		}
		const from = log.where('belfort');
		await reload();
		for (const name of ['wild', 'shut']) {
			const said = () => [...log.since('belfort', from).matchAll(
				new RegExp(`attack by=${name} where=${where} nr=(\\d+) said=(\\w+)`, 'g'))];
			await until(() => said().length >= lines.length, `${name} attacks`);
			fs.rmSync(`${guests}/${name}/${where}`);
			for (const [, nr, outcome] of said())
				assert.equal(outcome === 'worked', name === 'wild', `${name}: ${lines[nr]}: ${outcome}`);
			await until(() => answers(name), `${name} answers`);
		}
	});
}

/* In the open: as somebody who may. */
const statements = {
	'reads the tables of another': 'select from budget.node',
	'reads the books of the host': 'select from belfort.migration',
	'runs a program': "copy (select 1) to program 'cat >/dev/null'",
	'reads a file of the server': "select pg_read_file('PG_VERSION')",
	'becomes the owner of the database': 'set role belfort',
	'becomes somebody else': 'set session authorization belfort_city',
	'makes itself powerful': 'alter role belfort_shut bypassrls; alter role belfort_shut nobypassrls',
	'makes an extension': 'create extension dblink schema ext; drop extension dblink',
	'makes a schema': 'create schema hostile; drop schema hostile',
	'puts something in the public schema': 'create table public.hostile (); drop table public.hostile',
	'makes temporary tables': 'create temp table hostile (n integer)',
	'changes what others call': 'alter function budget.drill(text, text, text, text, integer, integer) cost 99;'
		+ 'alter function budget.drill(text, text, text, text, integer, integer) cost 100',
	'publishes rules of another': "select belfort.rules_enforce('budget', 1, 'x', 'y')",
	'publishes rules of another by its own gate': "select belfort.budget_rules_enforce(1, 'x', 'y')",
	'stops the queries of another': "do $$ begin perform pg_cancel_backend(pid) from pg_stat_activity where usename = 'belfort_city';"
		+ " if not found then raise 'nobody'; end if; end $$",
	'changes settings of the server': "alter system set log_min_messages = 'fatal'; alter system reset log_min_messages",
};

for (const [title, text] of Object.entries(statements)) {
	test(`in the database it ${title}: works for who may, not when shut in`, async () => {
		if (!/alter system|session auth/.test(text))
			sql(text);
		const found = (await ask(`/v/shut/sql?given=${encodeURIComponent(text)}&q=${unseen()}`)).json;
		assert.equal(found.worked, false, found.said);
		assert.match(found.said, /^(42501|42883|22023|0A000|P0001|25001|42P01|3F000)$/);
	});
}

const statement = (text) => ask(`/v/shut/sql?given=${encodeURIComponent(text)}&q=${unseen()}`);

test('in the database it takes back its limit of time: its query is ended', async () => {
	const from = log.where('belfort');
	assert.ok((await statement('set statement_timeout = 0')).json.worked);
	assert.notEqual((await statement('select pg_sleep(600)')).status, 200);
	await until(() => /event=guest role=belfort_shut_pool did="ended a query"/.test(log.since('belfort', from)), 'it is ended');
	await until(() => answers('shut'), 'it serves again');
});

test('in the database it grows: it is stopped, and nobody else', async () => {
	const from = log.where('belfort');
	sql("update belfort.guest set quota = 1000000 where role = 'belfort_shut_pool'");
	assert.ok((await statement("create table big as select repeat('x', 1000) from generate_series(1, 5000)")).json.worked);
	await until(() => /event=guest role=belfort_shut_pool did="stopped/.test(log.since('belfort', from)), 'it is stopped');
	await until(async () => (await statement('select 1')).status === 503, 'it is shut out');
	assert.equal((await ask(`/begroting?q=${unseen()}`)).status, 200);
	sql("drop table shut.big; update belfort.guest set quota = 268435456 where role = 'belfort_shut_pool'");
	execFileSync('belfort', ['migrate']);
	await until(async () => (await statement('select 1')).status === 200, 'it may sign in again');
});

test('it leaves large objects in the database: it is stopped', async () => {
	const from = log.where('belfort');
	await statement('select lo_create(0)');
	await until(() => /event=guest role=belfort_shut_pool did="stopped: large objects/.test(log.since('belfort', from)), 'it is stopped');
	sql('select lo_unlink(oid) from pg_largeobject_metadata');
	execFileSync('belfort', ['migrate']);
	await until(async () => (await statement('select 1')).status === 200, 'it may sign in again');
});

test('it holds all its connections: others have theirs', async () => {
	assert.match(sql("select rolconnlimit from pg_roles where rolname = 'belfort_shut_pool'"), /^5$/);
});

const calm = async (t) => {
	const lost = [];
	let asking = true;
	const visitors = Array.from({length: 4}, async () => {
		while (asking) {
			const answer = await ask(`/begroting/zoeken?q=${unseen()}`);
			if (answer.status !== 200)
				lost.push(answer.status);
		}
	});
	t.after(() => { asking = false; });
	return async () => {
		asking = false;
		await Promise.all(visitors);
		assert.deepEqual(lost, [], 'the city is served all the time');
	};
};

test('it crashes, again and again: the city does not notice', async (t) => {
	const done = await calm(t), from = log.where('belfort');
	for (let n = 0; n < 3; n++)
		await ask(`/v/shut/try/crash?q=${unseen()}`);
	await until(() => answers('shut'), 'it is back');
	assert.match(log.since('belfort', from), /event=worker_fell in=shut .*signal=11/);
	await done();
});

test('it sleeps for ever: it is ended', async (t) => {
	const done = await calm(t), from = log.where('belfort');
	assert.equal((await ask(`/v/shut/try/sleep?q=${unseen()}`)).status, 503);
	await until(() => /event=worker_killed in=shut .*why=hangs/.test(log.since('belfort', from)), 'it is ended');
	await until(() => answers('shut'), 'it is back');
	await done();
});

test('it spins for ever: it is ended', async (t) => {
	const done = await calm(t), from = log.where('belfort');
	assert.equal((await ask(`/v/shut/try/spin?q=${unseen()}`)).status, 503);
	/* On a busy machine it gets too little of the processor to burn, and hangs. */
	await until(() => /event=worker_killed in=shut .*why=(burns|hangs)/.test(log.since('belfort', from)), 'it is ended');
	await until(() => answers('shut'), 'it is back');
	await done();
});

test('it answers with rubbish: only that answer is lost', async () => {
	assert.equal((await ask(`/v/shut/try/rubbish?q=${unseen()}`)).status, 503);
	await until(() => answers('shut'), 'it is back');
	assert.equal((await ask(`/begroting?q=${unseen()}`)).status, 200);
});

test('it shouts into the log: its lines are marked, and few', async () => {
	const forged = /^ts=2026-01-01T00:00:00.000Z level=info pool=city/m;
	let from = log.where('belfort');
	await attack('wild', 'shout');
	assert.match(log.since('belfort', from), forged, 'in the open it forges lines');
	from = log.where('belfort');
	await attack('shut', 'shout');
	await until(() => log.since('belfort', from).includes('event=forged'), 'something of it is there');
	const said = log.since('belfort', from);
	assert.doesNotMatch(said, forged);
	assert.match(said, /^in=shut ts=2026-01-01/m);
	assert.ok(said.length < 1e6, `${said.length} bytes of 4 million`);
});

test('headers that are not its to set are gone', async () => {
	const open = await ask(`/wild/try/headers?q=${unseen()}`);
	assert.ok(open.status !== 200 || open.headers['set-cookie'], 'in the open they count');
	await until(() => answers('shut'), 'it serves');
	const shut = await ask(`/v/shut/try/headers?q=${unseen()}`);
	assert.equal(shut.status, 200);
	assert.match(shut.text, /own making/);
	assert.equal(shut.headers['set-cookie'], undefined);
	assert.match(shut.headers['content-security-policy'], /^default-src 'none'/);
	assert.equal(shut.headers['access-control-allow-origin'], undefined);
	await until(() => answers('shut'), 'it is back');
	assert.equal((await ask(`/v/shut/cookie?q=${unseen()}`)).headers['set-cookie'], undefined);
});

test('it stands where the city puts it, whatever it asks for', async () => {
	assert.match((await ask(`/begroting?q=${unseen()}`)).text, /Waar gaat het geld naartoe/);
	assert.doesNotMatch(fs.readFileSync(`${dir}/etc/locations.conf`, 'utf8'), /\^\/begroting[^{]*\{\s*set \$belfort_pool shut/);
});

test('what it says of itself is checked', async () => {
	const listed = execFileSync('belfort', ['routes'], {encoding: 'utf8'});
	assert.match(listed, /\/v\/shut\/try\/\{name:word\}/);
});
