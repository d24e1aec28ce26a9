/* What a city lives through while people write: processes that are killed, a
 * database and a web server that stop, a disk that is full, a clock that jumps,
 * no descriptors, no memory, a worker that hangs.  What was acknowledged is
 * there, and nothing is there by half.
 *
 * BELFORT_FULL=1: as often as docs/reliability.md tells; else a few times.
 */
import assert from 'node:assert/strict';
import {execFile, execFileSync, spawnSync} from 'node:child_process';
import fs from 'node:fs';
import test from 'node:test';
import {setTimeout as pause} from 'node:timers/promises';
import {promisify} from 'node:util';
import {ask, house, log, sql, submit, unseen, until} from './lib.mjs';
import {master, reload} from '../hostile/deploy.mjs';
import {further, make, serve} from '../simulate/clock.mjs';
import {deploy, takeAway} from '../storm/deploy.mjs';

const dir = process.env.BELFORT_DIR, full = Boolean(process.env.BELFORT_FULL);
const apart = fs.readFileSync(`${dir}/kind`, 'utf8').trim() !== 'none';
const times = (few, many) => full ? many : few;
/* A function of demo/inside.sh, while the writes go on. */
const meanwhile = (...words) => promisify(execFile)(`${process.env.BELFORT_TREE}/demo/house`, ['inside', dir, ...words]);
const PACE = 20; /* milliseconds between two writes: 50 a second */
const DAY = 86400;

/* --- who writes, and what came of it -------------------------------------- */

const acknowledged = new Set();
let sent = 0, refused = {}, writing = false, writer, next = [];

/* Who said no: the host because of the database (it names the kind of its
 * fault), the web server because no worker answered, or nobody at all. */
function refusal(answer) {
	if (!answer.status)
		return 'no web server';
	if (answer.status === 503)
		return answer.json.kind ? 'no database' : 'no worker';
	return `status ${answer.status}`;
}

async function write() {
	const n = `${process.pid}-${++sent}`;
	const answer = await submit('/storm/note', {n}, {Accept: 'application/json'}).catch(() => ({}));
	if (answer.status === 200 && answer.json.n === n) {
		acknowledged.add(n);
		next.splice(0).forEach((tell) => tell());
	} else {
		const who = refusal(answer);
		refused[who] = (refused[who] ?? 0) + 1;
	}
}

async function writes() {
	const under = new Set();
	while (writing) {
		const one = write().finally(() => under.delete(one));
		under.add(one);
		await pause(PACE);
	}
	await Promise.all(under);
}

const acknowledgement = () => new Promise((resolve) => { next.push(resolve); });
const patient = (text) => until(() => {
	try {
		patient.got = sql(text);
		return true;
	} catch {
		return false;
	}
}, 'the database answers').then(() => patient.got);

async function whole(t) {
	const halves = await patient("select n || ' ' || count(*) from storm.entry group by n");
	const there = new Map(halves.split('\n').map((line) => line.split(' ')));
	assert.deepEqual([...acknowledged].filter((n) => !there.has(n)), [], 'no write that was acknowledged is lost');
	assert.deepEqual([...there].filter(([, count]) => count !== '2'), [], 'none is there by half');
	t.diagnostic(`${acknowledged.size} writes acknowledged so far, none lost, none half; refused here: ${JSON.stringify(refused)}`);
}

async function during(t, act) {
	refused = {};
	writing = true;
	writer = writes();
	try {
		await acknowledgement();
		await act();
		await acknowledgement();
	} finally {
		writing = false;
		await writer;
	}
	await whole(t);
}

/* --- whom it hits ---------------------------------------------------------- */

const children = () => fs.readFileSync(`/proc/${master()}/task/${master()}/children`, 'utf8').trim().split(' ').map(Number);
const command = (pid) => {
	try {
		return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8');
	} catch {
		return '';
	}
};
const workers = () => children().filter((pid) => command(pid).includes('--worker\0storm\0'));
const others = () => children().filter((pid) => !command(pid).includes('\0storm\0'));
const maps = (pid) => fs.readFileSync(`/proc/${pid}/maps`, 'utf8');
/* Under ASan: it wants to be loaded first, and does not end without memory. */
const sanitized = /libasan/.test(maps(master()));
const any = (list) => list[Math.floor(Math.random() * list.length)];
const backend = async () => Number(await patient("select pid from pg_stat_activity where usename = 'belfort_city' order by random() limit 1"));
/* Who may: the user of the process itself. */
const limit = (pid, what, user = 'belfort-city') => user
	? house('call_as', user, 'prlimit', '--pid', String(pid), what) : execFileSync('prlimit', ['--pid', String(pid), what]);
const stands = () => until(() => workers().length === 4, 'there are four workers');

function kill(pid) {
	if (!pid)
		return 0;
	try {
		process.kill(pid, 'SIGKILL');
		return 1;
	} catch {
		return 0; /* it went by itself */
	}
}

test.before(() => deploy());
test.after(takeAway);
test.afterEach(async () => {
	await stands();
	assert.equal((await ask(`/begroting?q=${unseen()}`)).status, 200);
});

test('processes are killed at random', async (t) => {
	const counts = {worker: 0, child: 0, backend: 0}, wanted = times(30, 1000);
	await during(t, async () => {
		for (let n = 0; n < wanted;) {
			const kind = n % 20 === 19 ? 'backend' : n % 3 === 2 ? 'child' : 'worker';
			const done = kill(kind === 'backend' ? await backend() : any(kind === 'child' ? others() : workers()));
			counts[kind] += done;
			n += done;
			for (let acks = 0; acks < 5; acks++)
				await acknowledgement();
		}
	});
	t.diagnostic(`killed: ${JSON.stringify(counts)}`);
});

test('the database stops and starts', async (t) => {
	await during(t, async () => {
		for (let n = 0; n < times(2, 20); n++) {
			await meanwhile('pg_stop', n % 2 ? 'fast' : 'immediate');
			await meanwhile('pg_start');
			await acknowledgement();
		}
	});
});

test('the web server starts anew', (t) => during(t, async () => {
	for (let n = 0; n < times(2, 20); n++) {
		await meanwhile('end', 'QUIT', `${dir}/run/nginx.pid`);
		await meanwhile('nginx_start');
		await acknowledgement();
	}
}));

test('the disk is full', {skip: !apart && 'a small disk takes a house apart'}, async (t) => {
	const disk = `${dir}/small`, filler = `${disk}/filler`;
	fs.mkdirSync(disk);
	execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', disk]);
	execFileSync('chown', ['belfort-pg:belfort-pg', disk]);
	fs.chmodSync(disk, 0o700);
	sql(`create tablespace small location '${disk}'`);
	sql('alter table storm.entry set tablespace small');
	await during(t, async () => {
		const all = () => Object.values(refused).reduce((sum, n) => sum + n, 0), before = all();
		spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=64k'], {stdio: 'ignore'});
		await until(async () => {
			await pause(PACE);
			return all() > before + 5;
		}, 'writes are refused');
		const answer = await submit('/storm/note', {n: unseen()}, {Accept: 'application/json'});
		assert.equal(answer.status, 503);
		assert.equal(answer.json.kind, 'unavailable');
		assert.equal((await ask(`/storm/fast?q=${unseen()}`)).status, 200, 'reading goes on');
		fs.rmSync(filler);
		await acknowledgement();
	});
	sql('alter table storm.entry set tablespace pg_default');
	sql('drop tablespace small');
	execFileSync('umount', [disk]);
	fs.rmdirSync(disk);
});

if (!sanitized) test('the clock jumps', async (t) => {
	t.after(() => {
		house('host_stop');
		house('host_start');
	});
	make();
	house('host_stop');
	serve();
	await stands();
	const who = workers().join(), from = log.where('belfort');
	assert.match(maps(workers()[0]), /clock\.so/);
	await during(t, async () => {
		for (const by of [400 * DAY, -400 * DAY, 3600, -10, 0].slice(0, times(2, 5))) {
			further(by);
			await acknowledgement();
			if (by === 400 * DAY)
				await until(() => /ts=202[78]/.test(log.since('belfort', from)), 'it is seen');
		}
	});
	assert.equal(workers().join(), who, 'nobody fell');
});

test('no descriptors are left', async (t) => {
	const who = workers(), start = log.where('belfort');
	await during(t, async () => {
		for (const pid of who)
			limit(pid, '--nofile=3:');
		await until(() => !workers().some((pid) => who.includes(pid)), 'each made way for another');
	});
	assert.match(log.since('belfort', start), /error=accept detail="Too many open files"/);
	const from = log.where('belfort');
	limit(master(), '--nofile=3:', null);
	process.kill(master(), 'SIGHUP');
	await until(() => /event=reload_refused/.test(log.since('belfort', from)), 'a new generation is refused');
	assert.equal((await ask(`/storm/fast?q=${unseen()}`)).status, 200, 'the old one serves on');
	limit(master(), '--nofile=1024:', null);
	await reload();
});

if (!sanitized) test('no memory is left', async (t) => {
	const from = log.where('belfort');
	await during(t, async () => {
		for (const pid of workers()) {
			const size = Number(/VmSize:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))[1]);
			limit(pid, `--as=${(size + 200) * 1024}:`);
		}
		const large = () => submit('/storm/note', {n: 'x'.repeat(1 << 19)}, {Accept: 'application/json'});
		await until(async () => (await large()).status === 422, 'each that had no memory was replaced');
	});
	assert.match(log.since('belfort', from), /event=worker_fell in=storm worker=\d+ status=71/);
});

/* It takes a minute to be found. */
if (full) test('a worker hangs', async (t) => {
	const from = log.where('belfort');
	await during(t, async () => {
		assert.equal((await ask(`/storm/spin?q=${unseen()}`)).status, 503);
		await until(async () => {
			await pause(PACE);
			return /event=worker_fell in=storm worker=\d+ signal=14/.test(log.since('belfort', from));
		}, 'it is found');
	});
});
