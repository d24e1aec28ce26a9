/* What the host does when much is asked at once: many connections, slow
 * questions between fast ones, new generations, visitors who never end their
 * request; what a worker costs (needs `wrk`).
 */
import {execFileSync, spawn, spawnSync} from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import {setTimeout as pause} from 'node:timers/promises';
import {ask, base, log, unseen, until} from '../tests/http/lib.mjs';
import {master} from '../tests/hostile/deploy.mjs';
import {deploy, takeAway} from '../tests/storm/deploy.mjs';
import {get} from '../tests/process/fcgi.mjs';

const dir = process.env.BELFORT_DIR, MANY = 1000, REQUESTS = Number(process.env.REQUESTS ?? 1e6);
const row = (name, figure, limit = '') => console.log(`${name.padEnd(34)} ${figure.padEnd(40)} ${limit}`);

if (spawnSync('wrk', ['-v']).error) {
	row('load', 'left out: wrk is not installed');
	process.exit();
}

/* What wrk tells of PATH: milliseconds of the 99th percentile, how many were
 * answered, how many were not or not well. */
function loaded(path, connections, seconds) {
	const one = spawn('wrk', ['-t2', `-c${connections}`, `-d${seconds}s`, '--latency', '--timeout', '10s', new URL(path, base).href]);
	let text = '';
	one.stdout.on('data', (part) => { text += part; });
	return new Promise((resolve) => one.on('close', () => {
		const [, figure, unit] = /99% +([\d.]+)(us|ms|s)/.exec(text);
		const errors = [...text.matchAll(/Non-2xx or 3xx responses: (\d+)|(?:connect|read|write|timeout) (\d+)/g)];
		resolve({
			p99: figure * {us: 0.001, ms: 1, s: 1000}[unit],
			count: Number(/(\d+) requests in/.exec(text)[1]),
			failed: errors.reduce((sum, [, a, b]) => sum + Number(a ?? b), 0),
		});
	}));
}

const children = (pid) => fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);
const workers = (pool) => children(master())
	.filter((pid) => fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`--worker\0${pool}\0`));
const kilobytes = (pid, ...names) => [...fs.readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8').matchAll(/^(\w+): +(\d+) kB/gm)]
	.filter(([, name]) => names.includes(name)).reduce((sum, [, , figure]) => sum + Number(figure), 0);
const own = (pid) => kilobytes(pid, 'Private_Clean', 'Private_Dirty');
const most = (list) => Math.max(...list);
const median = (list) => list.slice().sort((a, b) => a - b)[list.length >> 1];

/* --- many at once, and slow questions between ------------------------------ */

async function slow(done) {
	const ask_ = async (ms) => {
		while (!done())
			await ask(`/storm/slow.json?ms=${ms}&q=${unseen()}`);
	};
	await Promise.all([10, 10, 100, 100, 2000, 2000].map(ask_));
}

async function mixed() {
	await loaded('/storm/fast.json', MANY, 2);
	const alone = await loaded('/storm/fast.json', MANY, 10);
	let over = false;
	const asking = slow(() => over);
	const beside = await loaded('/storm/fast.json', MANY, 10);
	over = true;
	await asking;
	row('load.1000 connections', `p99 ${alone.p99.toFixed(0)} ms, ${alone.count / 10} a second, ${alone.failed} failed`, '0 failed');
	row('load.slow questions between', `p99 ${beside.p99.toFixed(0)} ms, ${(beside.p99 / alone.p99).toFixed(2)} times, ${beside.failed} failed`, '2 times');
}

/* --- a new generation each second ------------------------------------------ */

/* A beat that waits for nobody: one SIGHUP a second.  What each took is in the
 * log: the check of the configuration until the generation comes, then the
 * start of its workers until it serves. */
async function reloads() {
	const TIMES = 60, load = loaded('/storm/fast.json', 16, TIMES + 5), from = log.where('belfort'), asked = [];
	const began = Date.now();
	let before;
	while (asked.length < TIMES) {
		before = workers('storm');
		asked.push(Date.now());
		process.kill(master(), 'SIGHUP');
		await pause(began + 1000 * asked.length - Date.now());
	}
	await until(() => workers('storm').every((pid) => !before.includes(pid)), 'the last generation serves');
	const {count, failed} = await load;
	const times = (event) => [...log.since('belfort', from).matchAll(new RegExp(`^ts=(\\S+) .*event=${event}`, 'gm'))].map(([, at]) => Date.parse(at));
	const coming = times('coming'), serving = times('serving');
	const checks = coming.map((at) => at - asked.findLast((moment) => moment <= at));
	const starts = serving.map((at, n) => at - coming[n]);
	row('load.reload each second', `${TIMES} asked, ${serving.length} served, ${times('reload_refused').length} refused, ${count} requests, ${failed} failed`, '0 failed');
	row('load.reload, its check', `${median(checks)} ms, at most ${most(checks)} ms`);
	row('load.reload, its workers', `${median(starts)} ms, at most ${most(starts)} ms`);
}

/* --- a worker --------------------------------------------------------------- */

/* From nothing to its first answer, as systemd would start it. */
async function start() {
	const socket = `${dir}/run/bench.sock`, began = performance.now();
	execFileSync('spawn-fcgi', ['-s', socket, '-M', '0666', '-u', 'belfort-city', '-g', 'belfort-city',
		'-P', `${dir}/run/bench.pid`, '--', `${dir}/usr/sbin/belfortd`, '--worker', 'city']);
	await get(socket, '/health');
	const took = performance.now() - began;
	process.kill(Number(fs.readFileSync(`${dir}/run/bench.pid`)));
	fs.rmSync(socket);
	return took;
}

async function memory() {
	const before = workers('city').map(own);
	row('load.worker, idle', `${(most(before) / 1024).toFixed(1)} MB of its own`, '6 MB');
	await loaded('/storm/fast.json', 16, 10);
	const pids = workers('storm'), warm = pids.map(own);
	let count = 0, failed = 0;
	while (count < REQUESTS) {
		const each = await loaded('/storm/fast.json', 16, 20);
		count += each.count;
		failed += each.failed;
	}
	const grown = most(pids.map((pid, n) => own(pid) - warm[n]));
	row('load.growth', `${grown} kB a worker in ${count} requests, ${failed} failed`, '0 kB');
}

/* --- who does not mean well -------------------------------------------------- */

/* A header that never ends, a piece now and then. */
function drip(over) {
	const socket = net.connect(base.port, base.hostname);
	socket.on('error', () => {});
	socket.write('GET / HTTP/1.1\r\nHost: x\r\n');
	const timer = setInterval(() => socket.write('X-A: b\r\n'), 1000);
	socket.on('close', () => {
		clearInterval(timer);
		if (!over())
			drip(over);
	});
	return socket;
}

async function slowloris() {
	let over = false;
	for (let n = 0; n < MANY; n++)
		drip(() => over);
	await pause(2000);
	const {p99, failed} = await loaded('/begroting/herkomst.json?q=1', 8, 15);
	over = true;
	row('load.slowloris, 1000 connections', `p99 of others ${p99.toFixed(0)} ms, ${failed} failed`, '500 ms');
}

async function tooLarge() {
	const nginx = Number(fs.readFileSync(`${dir}/run/nginx.pid`));
	const all = () => [nginx, ...children(nginx), ...workers('city')].reduce((sum, pid) => sum + own(pid), 0);
	const before = all(), began = performance.now();
	const {status} = await ask('/taal', {method: 'POST', body: 'a'.repeat((1 << 20) + 1)});
	row('load.body a byte too large', `${status} in ${(performance.now() - began).toFixed(0)} ms, ${all() - before} kB grown`, '1000 ms, 2000 kB');
}

await deploy(16);
row('load.worker, to its first answer', `${Math.min(await start(), await start(), await start()).toFixed(0)} ms`, '200 ms');
await tooLarge();
await mixed();
await slowloris();
await reloads();
await memory();
await takeAway();
process.exit();
