/* What 200 attempts a second to sign in cost who reads the public pages: pages a
 * second beside them, and beside as many requests that the host never sees, so
 * that what asking itself takes of this machine counts on neither side; and what
 * the attempts take of the processors (needs `wrk`).  Each attempt comes from
 * another network and names another account: nothing slows it down but the queue
 * of passwords.
 */
import {fork, spawn, spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import {once} from 'node:events';
import {fileURLToPath} from 'node:url';
import {ask, base, submit} from '../tests/http/lib.mjs';

const RATE = 200, SECONDS = 2, ROUNDS = 21;
const row = (name, figure, limit = '') => console.log(`${name.padEnd(34)} ${figure.padEnd(40)} ${limit}`);

/* --- who tries, in a process of its own ------------------------------------- */

/* Told {sheet} it asks for that, told {} it tries to sign in, told null it
 * rests; it answers with what came back since it was told before. */
function tries() {
	let told = null, since, sent, counts = {}, n = 0;
	const attempt = () => {
		const from = `127.${1 + ++n % 250}.${1 + Math.floor(n / 250) % 250}.1`, into = counts;
		const asked = told.sheet ? ask(told.sheet, {from})
			: submit('/mijn/aanmelden/wachtwoord', {email: `${process.pid}.${n}@example.org`, wachtwoord: 'niet het goede'}, {}, undefined, from);
		const count = (what) => { into[what] = (into[what] ?? 0) + 1; };
		asked.then(({status}) => count(status), () => count('lost'));
	};
	setInterval(() => {
		for (; told && sent < (performance.now() - since) * RATE / 1000; sent++)
			attempt();
	}, 5);
	process.on('message', (what) => {
		process.send({sent, counts});
		told = what;
		since = performance.now();
		sent = 0;
		counts = {};
	});
}

/* --- who reads ---------------------------------------------------------------- */

/* Seconds of the processors that the house took, but for what takes only what
 * nobody else wants. */
function taken() {
	return fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name)).reduce((sum, pid) => {
		try {
			const [, name, rest] = /\((.*)\) (.*)/.exec(fs.readFileSync(`/proc/${pid}/stat`, 'utf8'));
			const words = rest.split(' '), idle = words[38] === '5';
			return /^(nginx|belfortd|postgres)$/.test(name) && !idle ? sum + (Number(words[11]) + Number(words[12])) / 100 : sum;
		} catch {
			return sum;
		}
	}, 0);
}

async function pages(script) {
	const before = taken();
	const one = spawn('wrk', ['-t1', '-c8', `-d${SECONDS}s`, '-H', 'Accept-Encoding: gzip', '-s', script, base.href]);
	let text = '';
	one.stdout.on('data', (part) => { text += part; });
	await once(one, 'close');
	if (/Non-2xx|Socket errors/.test(text))
		throw new Error(text);
	const count = Number(/(\d+) requests in/.exec(text)[1]);
	return {count, rate: Number(/Requests\/sec: *([\d.]+)/.exec(text)[1]), used: taken() - before};
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const slower = (ratios) => `${(100 - 100 * median(ratios)).toFixed(1)} %`;
const rates = (list) => median(list.map(({rate}) => rate));
const ratio = (list, to) => list.map(({rate}, n) => rate / to[n].rate);
const all = (list, name) => list.reduce((sum, one) => sum + one[name], 0);

function tell(other, what) {
	const said = once(other, 'message');
	other.send(what);
	return said.then(([answer]) => answer);
}

/* What the attempts took, as a share of all processors. */
function share(alone, attacked) {
	const page = all(alone, 'used') / all(alone, 'count');
	const more = all(attacked, 'used') - page * all(attacked, 'count');
	return 100 * more / (ROUNDS * SECONDS * os.cpus().length);
}

async function measure(name, lua, sheet, other) {
	const script = `${process.env.BELFORT_DIR}/cache/pages.lua`, alone = [], quiet = [], attacked = [], counts = {};
	fs.writeFileSync(script, lua);
	await pages(script);
	let sent = 0;
	for (let n = 0; n < ROUNDS; n++) {
		alone.push(await pages(script));
		await tell(other, {sheet});
		quiet.push(await pages(script));
		await tell(other, {});
		attacked.push(await pages(script));
		const said = await tell(other, null);
		sent += said.sent;
		for (const [status, count] of Object.entries(said.counts))
			counts[status] = (counts[status] ?? 0) + count;
	}
	row(`signin.${name}`, `${slower(ratio(attacked, quiet))} (${rates(quiet).toFixed(0)} and ${rates(attacked).toFixed(0)} a second)`, '10 %');
	row(`signin.${name}, asking counted`, `${slower(ratio(attacked, alone))} (${rates(alone).toFixed(0)} alone)`);
	row(`signin.${name}, processors`, `${share(alone, attacked).toFixed(1)} % for the attempts`);
	row(`signin.${name}, attempts`, `${(sent / ROUNDS / SECONDS).toFixed(0)} a second: ${Object.entries(counts).map(([status, count]) => `${count} x ${status}`).join(', ')}`, '200');
}

async function compare() {
	if (spawnSync('wrk', ['-v']).error) {
		row('signin', 'left out: wrk is not installed');
		return;
	}
	const sheet = /href="([^"]*\.css)"/.exec((await ask('/')).text)[1], other = fork(fileURLToPath(import.meta.url), ['tries']);
	await measure('public pages', `local paths = {"/", "/begroting", "/begroting/wijken", "/begroting/domeinen/2", "/begroting/herkomst"}
		local n = 0
		request = function() n = n + 1; return wrk.format("GET", paths[n % #paths + 1]) end`, sheet, other);
	await measure('pages that nothing keeps', `local n, start = 0, os.time()
		request = function() n = n + 1; return wrk.format("GET", "/begroting/zoeken.json?q=school&p=1&x=" .. start .. "." .. n) end`, sheet, other);
	other.kill();
}

if (process.argv[2])
	tries();
else
	await compare();
