/* Figures that change under the eyes of readers: all at once, or not at all. */
import assert from 'node:assert/strict';
import {execFileSync, spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import test from 'node:test';
import {ask, house, sql, unharmed, until, unseen} from './lib.mjs';

unharmed(test);

const figures = `${process.env.BELFORT_TREE}/demo/gent`;
const work = fs.mkdtempSync(`${os.tmpdir()}/bf-import-`);
const residents = 'nis,jaar,inwoners,herkomst\n44021,2026,N,"een test"\n';

/* A file of so many residents. */
function file(n) {
	fs.writeFileSync(`${work}/inwoners.csv`, residents.replace('N', n));
	return `${work}/inwoners.csv`;
}

const read = async () => (await ask(`/begroting.json?q=${unseen()}`)).json.main.per_resident.residents;
const take = (...files) => execFileSync('belfort', ['import', 'budget', ...files], {encoding: 'utf8'});
const waiting = () => sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'") !== '0';

/* Somebody who holds a table, so that an import stops half-way. */
async function hold(t) {
	const who = spawn(`${process.env.BELFORT_TREE}/demo/house`, ['inside', process.env.BELFORT_DIR,
		'call_as', 'belfort-pg', 'psql', '-qXAt', '-h', `${process.env.BELFORT_DIR}/run`, '-U', 'postgres', 'belfort']);
	who.stdin.write('begin; lock table budget.population in share mode; select 1;\n');
	await once(who.stdout, 'data');
	t.after(() => who.kill());
	return () => {
		who.stdin.end();
		return once(who, 'exit');
	};
}

test.after(() => {
	take(...fs.readdirSync(figures).filter((name) => name.endsWith('.csv')).map((name) => `${figures}/${name}`));
	fs.rmSync(work, {recursive: true});
});

test('new figures are on the page at once', async () => {
	take(file(200000));
	assert.equal(await read(), 200000);
});

test('what was kept of the old page lasts a second', async () => {
	const path = `/begroting.json?q=${unseen()}`;
	await ask(path);
	take(file(210000));
	await until(async () => (await ask(path)).json.main.per_resident.residents === 210000,
		'the page is new');
});

test('the same file twice changes nothing', async () => {
	assert.match(take(file(210000)), /nothing changed/);
});

test('an import that is killed half-way leaves no trace', async (t) => {
	const release = await hold(t);
	const before = sql('select count(*), max(id) from budget.source');
	const going = spawn('belfort', ['import', 'budget', file(220000)]);
	await until(waiting, 'the import waits for the table');
	assert.equal(await read(), 210000, 'readers see the old figures');
	going.kill('SIGKILL');
	await once(going, 'exit');
	await release();
	await until(() => !waiting(), 'the database has noticed');
	assert.equal(await read(), 210000);
	assert.equal(sql('select count(*), max(id) from budget.source'), before);
	take(file(220000));
	assert.equal(await read(), 220000, 'and the next one is none the worse');
});

test('of two at once the second waits for the first', async (t) => {
	const release = await hold(t);
	const first = spawn('belfort', ['import', 'budget', file(230000)]);
	await until(waiting, 'the first waits for the table');
	fs.renameSync(`${work}/inwoners.csv`, `${work}/first.csv`);
	const second = spawn('belfort', ['import', 'budget', file(240000)]);
	let said = '';
	second.stderr.on('data', (part) => { said += part; });
	second.stdout.on('data', (part) => { said += part; });
	await until(() => /waiting/.test(said), 'the second says that it waits');
	assert.equal(await read(), 220000, 'nobody sees either yet');
	const ends = [once(first, 'exit'), once(second, 'exit')];
	await release();
	assert.deepEqual((await Promise.all(ends)).map(([status]) => status), [0, 0]);
	assert.equal(await read(), 240000);
});

test('the database goes away under an import: it fails, says so, and nothing changed', async (t) => {
	const release = await hold(t);
	const going = spawn('belfort', ['import', 'budget', file(250000)]);
	let said = '';
	going.stderr.on('data', (part) => { said += part; });
	await until(waiting, 'the import waits for the table');
	const [status] = await Promise.all([once(going, 'exit'), house('pg_stop', 'immediate')]);
	house('pg_start');
	await release().catch(() => {});
	assert.notEqual(status[0], 0);
	assert.match(said, /belfort import/);
	await until(async () => (await ask('/health')).status === 200, 'the house is well');
	assert.equal(await read(), 240000);
});

test('a row that is wrong is named, and the page stays', async () => {
	const result = spawnSync('belfort', ['import', 'budget', file('veel')], {encoding: 'utf8'});
	assert.equal(result.status, 1);
	assert.match(result.stdout + result.stderr, /inwoners\.csv, line 2, column inwoners: "veel"/);
	assert.equal(await read(), 240000);
});

test('the figures of Ghent tie again', async () => {
	take(`${figures}/inwoners.csv`);
	const page = (await ask(`/begroting.json?q=${unseen()}`)).json;
	assert.equal(page.main.cents, 121276920800);
	assert.equal(page.main.per_resident.residents, 274213);
});
