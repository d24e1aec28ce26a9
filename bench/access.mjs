/* What the log of who looked costs: pages with it and without, a list of mine
 * among ten million records, the chain exported and checked.
 */
import {execFileSync, spawn, spawnSync} from 'node:child_process';
import crypto from 'node:crypto';
import {once} from 'node:events';
import fs from 'node:fs';
import {reload} from '../tests/hostile/deploy.mjs';
import {ask, base, sql} from '../tests/http/lib.mjs';
import {resident, signedResident} from '../tests/http/residents.mjs';
import {signIn} from '../tests/http/signed.mjs';

const SECONDS = 2, ROUNDS = 15, ASKED = 201;
const RECORDS = Number(process.env.RECORDS ?? 10000000), MONTHS = 120, PEOPLE = 200000;
const dir = process.env.BELFORT_DIR, file = `${dir}/cache/export`, heads = `${dir}/cache/heads.csv`;
const row = (name, figure, limit = '') => console.log(`${name.padEnd(34)} ${figure.padEnd(40)} ${limit}`);
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const load = () => fs.readFileSync('/proc/loadavg', 'utf8').split(' ')[0];

/* --- a page with the log and without ---------------------------------------- */

const clerk = signIn({kind: 'staff', name: 'Bank Proef', rights: ['people.letter']});
const someone = resident({family: 'Bank'}), helped = signedResident({family: 'Bank'});
const helper = signIn({kind: 'staff', name: 'Loket Proef', rights: ['people.help']});
sql(`insert into people.helping (session, account, resident, helper, given, reason)
	select s.id, '${helped.account}', '${helped.resident}', g.account, g.id, 'Vraag aan het loket'
	from people.right_given g join people.session s using (account) where g.account = '${helper.account}'`);
const note = ['note', 'note_by'].map((name) => sql(`select pg_get_functiondef('access.${name}'::regproc)`)).join(';');
const silent = note.replace(/AS \$function\$[^]*?\$function\$/g, 'AS $function$ begin end $function$');

function rate(path, connections, who) {
	const said = execFileSync('wrk', ['-t1', `-c${connections}`, `-d${SECONDS}s`, '-H', `Cookie: ${who.headers.Cookie}`,
		new URL(path, base).href], {encoding: 'utf8'});
	if (/Non-2xx|Socket errors/.test(said))
		throw new Error(`${path}: ${said}`);
	return Number(/Requests\/sec: *([\d.]+)/.exec(said)[1]);
}

/* In turns, in one run; which side begins changes, too. */
function page(name, path, connections, who = clerk) {
	const pairs = [];
	rate(path, connections, who);
	for (let n = 0; n < ROUNDS; n++) {
		const pair = {};
		for (const side of n % 2 ? ['without', 'with'] : ['with', 'without']) {
			sql(side === 'with' ? note : silent);
			pair[side] = rate(path, connections, who);
		}
		pairs.push(pair);
	}
	sql(note);
	const more = (median(pairs.map((pair) => pair.without / pair.with)) - 1) * 100;
	row(name, `${more.toFixed(1)} % more (${median(pairs.map((pair) => pair.with)).toFixed(0)} and ${
		median(pairs.map((pair) => pair.without)).toFixed(0)} a second)`, 'less than 10 %');
}

/* The shortest page about a resident, and those that a desk opens while it helps
 * one; these keep when they were asked for, with the log or not.  One after the
 * other, where each waits for the disk alone; the shortest as many at once as
 * keep the processors busy; and those with the disk left out, which no city
 * does. */
async function pages() {
	const ini = process.env.BELFORT_CONFIG, before = fs.readFileSync(ini, 'utf8');
	page('access.page, one after the other', `/beheer/brieven/${someone}`, 1);
	page('access.helped, their start', '/mijn', 1, helper);
	page('access.helped, how they want post', '/mijn/voorkeuren', 1, helper);
	fs.writeFileSync(ini, before.replace(/(pool city\][^[]*workers = )\d+/, (_, words) => `${words}16`));
	await reload();
	page('access.page, 16 at once', `/beheer/brieven/${someone}`, 16);
	sql('alter role belfort_city set synchronous_commit = off');
	await reload();
	page('access.page, 16, without the disk', `/beheer/brieven/${someone}`, 16);
	sql('alter role belfort_city reset synchronous_commit');
	fs.writeFileSync(ini, before);
	await reload();
}

if (spawnSync('wrk', ['-v']).error)
	row('access.page', 'left out: wrk is not installed');
else
	await pages();

/* --- ten million records ---------------------------------------------------- */

if (RECORDS === 0)
	process.exit();

const months = sql(`select m::date || ' ' || (m + interval '1 month')::date || ' ' || extract(epoch from m)
	from generate_series(date_trunc('month', now()) - interval '${MONTHS - 1} months', date_trunc('month', now()), interval '1 month') m`)
	.split('\n').map((line) => line.split(' '));

/* The log begins anew; each month of ten years is there. */
sql(`begin; set local session_replication_role = replica; set local client_min_messages = warning;
	truncate access.entry, access.seal, access.head, access.hold, access.question;
	select belfort.owner_run(belfort.owner_of(t), 'access', format('create table if not exists %1$s_%2$s partition of %1$s
		for values from (%3$L) to (%4$L)', t, to_char(m, 'YYYY_MM'), m, (m + interval '1 month')::date))
	from unnest(array['access.entry', 'access.seal']) t, unnest(array[${months.map(([m]) => `'${m}'::date`)}]) m;
	commit`);

const known = {often: signedResident({family: 'Vaak'}), seldom: signedResident({family: 'Zelden'})};
const people = Array.from({length: PEOPLE}, () => crypto.randomUUID());
const look = Number(sql("select max(id) from belfort.look where name = 'people.letter'"));
const copy = (table, columns) => spawn(`${process.env.BELFORT_TREE}/demo/house`, ['inside', dir, 'call_as', 'belfort-pg', 'psql', '-qX',
	'-h', `${dir}/run`, '-U', 'postgres', '-d', 'belfort', '-v', 'ON_ERROR_STOP=1', '-c', `copy access.${table} (${columns}) from stdin`],
	{stdio: ['pipe', 'inherit', 'inherit']});
async function put(stream, text) {
	if (!stream.write(text))
		await once(stream, 'drain');
}

/* One in a thousand looks at somebody whom many look at; twenty at somebody else. */
const whom = (n) => n % 1000 === 500 ? known.often.resident : n % (RECORDS / 20) === 7 ? known.seldom.resident : people[(n * 7919) % PEOPLE];
const first = Number(months[0][2]) * 1e6, last = (Date.now() - 3600000) * 1e3;

/* As access.said() writes a record. */
const moment = (micros) => `${new Date(Math.floor(micros / 1000)).toISOString().slice(0, -1)}${String(micros % 1000).padStart(3, '0')}Z`;

async function fill() {
	const entries = copy('entry', 'id, at, xid, look, kind, actor, subject, reason'), seals = copy('seal', 'position, entry, at, hash');
	let hash = crypto.createHash('sha256').update('Belfort').digest();
	for (let n = 1; n <= RECORDS; ) {
		let records = '', links = '';
		for (const end = Math.min(n + 5000, RECORDS + 1); n < end; n++) {
			const at = moment(Math.floor(first + (last - first) * n / RECORDS)), subject = whom(n), reason = `dossier ${n}`;
			hash = crypto.createHash('sha256').update(hash)
				.update(`[${n}, "${at}", ${look}, "staff", "${clerk.account}", "${subject}", null, "${reason}", null, null]`).digest();
			records += `${n}\t${at}\t3\t${look}\tstaff\t${clerk.account}\t${subject}\t${reason}\n`;
			links += `${n}\t${n}\t${at}\t\\\\x${hash.toString('hex')}\n`;
		}
		await Promise.all([put(entries.stdin, records), put(seals.stdin, links)]);
	}
	for (const child of [entries, seals]) {
		child.stdin.end();
		await once(child, 'close');
	}
	/* What background work wrote meanwhile is no part of it. */
	sql(`begin; set local session_replication_role = replica;
		delete from access.entry where at > '${moment(last)}'; delete from access.seal where at > '${moment(last)}';
		update access.chain set position = ${RECORDS}, hash = '\\x${hash.toString('hex')}', day = current_date, turn = null,
			horizon = pg_current_xact_id();
		insert into access.head (day, position, hash) values (current_date - 1, ${RECORDS}, '\\x${hash.toString('hex')}');
		select setval('access.entry_id_seq', ${RECORDS}); commit; analyze access.entry, access.seal`);
}

const begin = performance.now();
await fill();
row('access.records', `${RECORDS} in ${MONTHS} months, ${Math.round((performance.now() - begin) / 1000)} s to fill, ${
	sql("select pg_size_pretty(sum(pg_total_relation_size(oid))) from pg_class where relnamespace = 'access'::regnamespace and relkind = 'r'")}`);

async function timed(path, who) {
	const times = [];
	for (let n = 0; n < ASKED; n++) {
		const start = performance.now(), {status} = await ask(path, {headers: who.headers});
		if (status !== 200)
			throw new Error(`${path}: ${status}`);
		times.push(performance.now() - start);
	}
	times.sort((a, b) => a - b);
	return `${median(times).toFixed(1)} ms, 95 % within ${times[Math.floor(ASKED * 0.95)].toFixed(1)} ms`;
}
/* Each 51st time a worker's first is among them; the plan is kept by then. */
function asked(who, voor) {
	const session = crypto.createHash('sha256').update(who.secret).digest('hex');
	const said = sql(`explain (analyze, timing off) select access.mine('${session}', ${voor}, 'nl'); `.repeat(21));
	return `${median([...said.matchAll(/Execution Time: ([\d.]+)/g)].map((m) => Number(m[1]))).toFixed(1)} ms in the database`;
}

const deep = sql(`select id from access.entry where subject = '${known.often.resident}' order by at limit 1 offset 40`);
await timed('/mijn/inzage', known.often);
row('access.mine, 20 looks', `${await timed('/mijn/inzage', known.seldom)}; ${asked(known.seldom, 'null')}`, 'under 20 ms');
row(`access.mine, ${RECORDS / 1000} looks`, `${await timed('/mijn/inzage', known.often)}; ${asked(known.often, 'null')}`, 'under 20 ms');
row('access.mine, its last page but one', `${await timed(`/mijn/inzage?voor=${deep}`, known.often)}; ${asked(known.often, deep)}`, 'under 20 ms');

function per(name, words, out) {
	const start = performance.now();
	const {status, stderr, stdout} = spawnSync('belfort', ['access', ...words], {stdio: ['ignore', out, 'pipe'], encoding: 'utf8'});
	if (status !== 0)
		throw new Error(stderr + stdout);
	const seconds = (performance.now() - start) / 1000;
	return `${Math.round(RECORDS / seconds)} a second (${seconds.toFixed(1)} s)`;
}
row('access.export', per('export', ['export'], fs.openSync(file, 'w')));
fs.writeFileSync(heads, (await ask('/inzage/koppen.csv?q=bench')).text.replace('\ufeff', ''));
row('access.verify', per('verify', ['verify', file, heads], 'pipe'), '200000 a second');
row('access.load', `the machine's load was ${load()} at the end`);

fs.rmSync(file);
sql(`set session_replication_role = replica; truncate access.entry, access.seal, access.head;
	update access.chain set position = 0, hash = sha256('Belfort')`);
