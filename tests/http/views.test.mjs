/* The view of another PostgreSQL: read by the background work alone, what
 * changed soon and all of it at night; and whatever it does, nobody's facts are
 * wrong.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import net from 'node:net';
import test from 'node:test';
import {ask, house, log, sql, unharmed, until} from './lib.mjs';
import {connect, declare, forget, housing, listens, state, values, wake} from './sources.mjs';
import {signIn} from './signed.mjs';

unharmed(test);

const dir = process.env.BELFORT_DIR, name = 'p_view', file = `${dir}/etc/connections/${name}`;
const staff = signIn({kind: 'staff', name: 'An Views', rights: ['facts.see']});
const way = () => fs.readFileSync(`${dir}/etc/connections/woonmaatschappij`, 'utf8').trim();
const id = `(select id from facts.source where name = '${name}')`;
const [one, two, three, four] = housing('select national_number from tenant order by id limit 4').split('\n');
const view = (columns = 'number, home, rent, from_day, until_day, changed') => housing(`drop view if exists proef.tenants;
	create view proef.tenants as select ${columns} from proef.tenant;
	grant usage on schema proef to belfort_reads; grant select on proef.tenants to belfort_reads`);

/* Read now, all of it or what changed; the result of it. */
async function read(whole = false) {
	const last = sql(`select coalesce(max(id), 0) from facts.delivery where source = ${id}`), {good} = state(name);
	sql(`update facts.source set whole = ${whole ? 'null' : 'now()'} where name = '${name}'`);
	wake(name);
	await until(() => sql(`select count(*) from facts.delivery where source = ${id} and state <> 'reading' and id > ${last}`) !== '0'
		|| state(name).good !== good, 'it is read');
	return state(name);
}
async function breaks(code, column) {
	const before = values(name);
	sql(`update facts.source set fault = null, fault_since = null where name = '${name}'`);
	wake(name);
	await until(() => state(name).fault?.code === code, `it is ${code}, and not ${JSON.stringify(state(name).fault)}`);
	const {fault, fault_since: since, next} = state(name);
	assert.equal(fault.column ?? undefined, column);
	assert.ok(since);
	assert.ok(new Date(next) > new Date(), 'it is left alone for a while');
	assert.equal(values(name), before, 'nothing changed');
	return fault;
}
const mended = async () => assert.equal((await read(true)).fault, null, 'it is well again');
const said = () => JSON.parse(values(name)).map(([fact, low, high, valid]) => `${fact} ${low}..${high} ${valid}`).sort();

test.before(async () => {
	housing(`drop schema if exists proef cascade; create schema proef;
		create table proef.tenant (number text, home text, rent numeric(8,2), from_day date, until_day date,
			changed timestamptz not null default clock_timestamp(), more text);
		insert into proef.tenant values ('${one}', 'sociaal', 400.50, '2025-01-01', null), ('${two}', 'sociaal_gas', 300, '2025-02-01', null),
			('${three}', 'sociaal', 500, '2025-01-01', '2025-06-01'), (null, 'sociaal', 1, '2025-01-01', null), ('12345678901', 'sociaal', 1, '2025-01-01', null)`);
	view();
	connect(name, way());
	await declare(name, 'postgres', {view: 'proef.tenants', number: 'number', from: 'from_day', until: 'until_day', changed: 'changed',
		every: 3600, 'type.number': 'text', 'type.home': 'text', 'type.rent': 'numeric(8,2)', 'type.from_day': 'date',
		'type.until_day': 'date', 'type.changed': 'timestamp with time zone', complete: 'yes'},
	{woonsituatie: {column: 'home', combine: 'same', 'word.sociaal': 'sociaal', 'word.sociaal_gas': 'sociaal_gas', absent: 'huurder..anders'},
		huurprijs: {column: 'rent', combine: 'same'}});
	await until(() => state(name).good !== null, 'it was read');
});
test.after(async () => {
	await forget(name, 'postgres');
	housing('drop schema proef cascade');
});

test('its rows become values of residents, and no number is in our database', () => {
	assert.deepEqual(said(), [
		'huurprijs 30000..30000 [2025-02-01,)', 'huurprijs 40050..40050 [2025-01-01,)', 'huurprijs 50000..50000 [2025-01-01,2025-06-01)',
		'woonsituatie 0..0 [2025-02-01,)', 'woonsituatie 1..1 [2025-01-01,)', 'woonsituatie 1..1 [2025-01-01,2025-06-01)']);
	assert.equal(sql(`select rows from facts.delivery where source = ${id}`), '3', 'who has no number is nobody here');
	const numbers = [one, two, three].flatMap((number) => [`-e ${number}`, `-e ${number.replaceAll(/\D/g, '')}`]).join(' ');
	assert.equal(house('call_as', 'belfort-pg', 'sh', '-c',
		`pg_dump -h ${dir}/run -U postgres belfort | grep -Fc ${numbers} || true`).trim(), '0', 'not even once');
	assert.doesNotMatch(log.since('postgresql', 0) + log.since('belfort', 0), new RegExp(one.replaceAll('.', '\\.')));
});

test('what changed comes soon; who is not among it did not change', async () => {
	housing(`update proef.tenant set rent = 410, changed = clock_timestamp() where number = '${one}';
		update proef.tenant set changed = '2020-01-01' where number <> '${one}'`);
	await read();
	assert.equal(said().filter((line) => line.startsWith('huurprijs 41000')).length, 1);
	assert.equal(said().length, 6);
	assert.equal(sql(`select part from facts.delivery where source = ${id} order by id desc limit 1`), 't');
	const count = () => sql(`select count(*) from facts.delivery where source = ${id}`), before = count();
	await read();
	assert.equal(count(), before, 'nothing new is no line');
});

test('who leaves: the value ends on that day, and not before', async () => {
	housing(`update proef.tenant set until_day = '2026-01-01', changed = clock_timestamp() where number = '${one}'`);
	await read();
	assert.ok(said().includes('woonsituatie 1..1 [2025-01-01,2026-01-01)'), said().join('; '));
	assert.equal(said().length, 6);
});

test('what was deleted is seen at night, when all of it is compared', async () => {
	housing(`delete from proef.tenant where number = '${two}'; insert into proef.tenant values ('${four}', 'sociaal', 99, '2026-01-01')`);
	await read();
	assert.ok(said().some((line) => line.startsWith('woonsituatie 0..0 [2025-02-01,)')), 'not by what changed');
	await read(true);
	assert.ok(said().some((line) => /woonsituatie 0\.\.0 \[2025-02-01,\d{4}-\d\d-\d\d\)/.test(line)), 'but when all is read');
	assert.ok(Number(sql(`select whole > now() - interval '1 minute' from facts.source where name = '${name}'`) === 't'));
});

const drifts = {
	'a column is gone': ['number, home, from_day, until_day, changed', 'column_missing', 'rent'],
	'a column has another type': ['number, home, (rent * 100)::integer as rent, from_day, until_day, changed', 'column_other', 'rent'],
	'a column is new': ['number, home, rent, from_day, until_day, changed, more', 'column_added', 'more'],
	'the moment of a change is a day': ['number, home, rent, from_day, until_day, changed::date', 'column_other', 'changed'],
	'a word is new': [`number, 'kasteel' as home, rent, from_day, until_day, changed`, 'value', 'home'],
	'an amount is none': [`number, home, (-rent)::numeric(8,2) as rent, from_day, until_day, changed`, 'value', 'rent'],
};
for (const [what, [columns, code, column]] of Object.entries(drifts))
	test(`${what}: it is named, on the page too, and nothing changes`, async () => {
		view(columns);
		sql(`update facts.source set whole = null where name = '${name}'`);
		const fault = await breaks(code, column);
		const {text} = await ask('/beheer/bronnen', {headers: {...staff.headers, 'Accept-Language': 'en'}});
		assert.match(text, /Broken, since/);
		assert.ok(text.includes(`<code>${column}</code>`), fault.column);
		view();
		await mended();
	});

test('the view is gone, or may not be read', async () => {
	housing('drop view proef.tenants');
	await breaks('view_missing');
	view();
	housing('revoke select on proef.tenants from belfort_reads');
	await breaks('refused');
	view('number, home, (rent / (rent - rent))::numeric(8,2) as rent, from_day, until_day, changed');
	assert.equal((await breaks('status')).text, 'SQLSTATE 22012', 'what goes wrong over there, without a value');
	view();
	await mended();
});

test('a view that is suddenly empty, or much smaller, is not believed', async () => {
	housing('create table proef.kept as table proef.tenant; truncate proef.tenant');
	sql(`update facts.source set whole = null where name = '${name}'`);
	await breaks('fell');
	assert.match(sql(`select faults from facts.delivery where source = ${id} order by id desc limit 1`), /"empty"/);
	housing('insert into proef.tenant select * from proef.kept; drop table proef.kept');
	await mended();
});

test('a wrong password, a file that others may read, no file', async () => {
	connect(name, way().replace(/password=\S+/, 'password=verkeerd'));
	assert.doesNotMatch(JSON.stringify(await breaks('refused')), /verkeerd/);
	fs.chmodSync(file, 0o640);
	await breaks('connection');
	fs.rmSync(file);
	await breaks('connection');
	connect(name, way().replace(/host=\S+/, 'host=db.example'));
	await breaks('connection');
	connect(name, way());
	await mended();
});

/* A server that takes the connection, and then TURNS to each who comes. */
async function pretend(turn) {
	const server = net.createServer(turn), port = await listens(server), open = new Set();
	server.on('connection', (socket) => { open.add(socket); socket.on('error', () => {}); socket.on('close', () => open.delete(socket)); });
	connect(name, `host=127.0.0.1 port=${port} dbname=housing user=belfort_reads password=x sslmode=disable`);
	return {open, stop: () => { open.forEach((socket) => socket.destroy()); server.close(); }};
}

test('a server that hangs holds up nothing else', async () => {
	const server = await pretend(() => {});
	wake(name);
	await until(() => server.open.size > 0, 'it is being asked');
	sql('update facts.refreshed set mark = null');
	await until(() => sql('select facts.whole()') === 't', 'a new day is kept up with');
	assert.equal(state(name).fault, null, 'and it is still being waited for');
	await breaks('silent');
	server.stop();
});

for (const [what, bytes] of Object.entries({garbage: 'HTTP/1.1 400 Bad Request\r\n\r\n', 'a message of a gigabyte': 'R\x40\0\0\0', nothing: ''}))
	test(`a server that says ${what} is no database`, async () => {
		const server = await pretend((socket) => socket.once('data', () => socket.end(Buffer.from(bytes, 'latin1'))));
		await breaks('unreachable');
		server.stop();
	});

test('the housing company hangs, and comes back', async () => {
	const pid = fs.readFileSync(`${dir}/housing/pg/postmaster.pid`, 'utf8').split('\n')[0];
	connect(name, way());
	process.kill(Number(pid), 'SIGSTOP');
	await breaks('silent');
	process.kill(Number(pid), 'SIGCONT');
	await mended();
});
