/* What 200 attempts a second to sign in cost who reads the public pages: pages a
 * second beside them, and beside as many requests that the host never sees, so
 * that what asking itself takes of this machine counts on neither side (needs
 * `wrk`).  Each attempt comes from another network and names another account:
 * nothing slows it down but the queue of passwords.
 */
import {spawn, spawnSync} from 'node:child_process';
import fs from 'node:fs';
import {fileURLToPath} from 'node:url';
import {ask, base, submit} from '../tests/http/lib.mjs';

const RATE = 200, SECONDS = 8, ROUNDS = 5;
const row = (name, figure, limit = '') => console.log(`${name.padEnd(34)} ${figure.padEnd(40)} ${limit}`);

/* --- who tries, in a process of its own ------------------------------------- */

let sent = 0;
const counts = {};

function attempt(sheet) {
	const n = ++sent, from = `127.${1 + n % 250}.${1 + Math.floor(n / 250) % 250}.1`;
	const asked = sheet ? ask(sheet, {from})
		: submit('/mijn/aanmelden/wachtwoord', {email: `${process.pid}.${n}@example.org`, wachtwoord: 'niet het goede'}, {}, undefined, from);
	asked.then(({status}) => { counts[status] = (counts[status] ?? 0) + 1; }, () => { counts.lost = (counts.lost ?? 0) + 1; });
}

function tryOn(sheet) {
	const start = performance.now();
	setInterval(() => {
		while (sent < (performance.now() - start) * RATE / 1000)
			attempt(sheet);
	}, 5);
	process.on('SIGTERM', () => {
		console.log(JSON.stringify({sent, seconds: (performance.now() - start) / 1000, counts}));
		process.exit();
	});
}

/* --- who reads ---------------------------------------------------------------- */

function pages(script) {
	const one = spawn('wrk', ['-t1', '-c8', `-d${SECONDS}s`, '--latency', '-H', 'Accept-Encoding: gzip', '-s', script, base.href]);
	let text = '';
	one.stdout.on('data', (part) => { text += part; });
	return new Promise((resolve) => one.on('close', () => {
		if (/Non-2xx|Socket errors/.test(text))
			throw new Error(text);
		resolve(Number(/Requests\/sec: *([\d.]+)/.exec(text)[1]));
	}));
}

async function beside(what, script, said) {
	const other = spawn(process.execPath, [fileURLToPath(import.meta.url), ...what], {stdio: ['ignore', 'pipe', 'inherit']});
	let text = '';
	other.stdout.on('data', (part) => { text += part; });
	const rate = await pages(script);
	await new Promise((resolve) => { other.on('close', resolve); other.kill('SIGTERM'); });
	said.push(JSON.parse(text));
	return rate;
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const slower = (ratios) => `${(100 - 100 * median(ratios)).toFixed(1)} %`;

async function measure(name, lua, sheet) {
	const script = `${process.env.BELFORT_DIR}/cache/pages.lua`, said = [], alone = [], quiet = [], attacked = [];
	fs.writeFileSync(script, lua);
	await pages(script);
	for (let n = 0; n < ROUNDS; n++) {
		alone.push(await pages(script));
		quiet.push(await beside(['sheet', sheet], script, []));
		attacked.push(await beside(['sign-in'], script, said));
	}
	const ratio = (list) => attacked.map((rate, n) => rate / list[n]);
	const tries = said.reduce((sum, one) => sum + one.sent, 0) / said.reduce((sum, one) => sum + one.seconds, 0);
	row(`signin.${name}`, `${slower(ratio(quiet))} (${median(quiet).toFixed(0)} and ${median(attacked).toFixed(0)} a second)`, '10 %');
	row(`signin.${name}, asking counted`, `${slower(ratio(alone))} (${median(alone).toFixed(0)} alone)`);
	const all = {};
	for (const {counts: each} of said)
		for (const [status, count] of Object.entries(each))
			all[status] = (all[status] ?? 0) + count;
	row(`signin.${name}, attempts`, `${tries.toFixed(0)} a second: ${Object.entries(all).map(([status, count]) => `${count} x ${status}`).join(', ')}`, '200');
}

async function compare() {
	if (spawnSync('wrk', ['-v']).error) {
		row('signin', 'left out: wrk is not installed');
		return;
	}
	const sheet = /href="([^"]*\.css)"/.exec((await ask('/')).text)[1];
	await measure('public pages', `local paths = {"/", "/begroting", "/begroting/wijken", "/begroting/domeinen/2", "/begroting/herkomst"}
		local n = 0
		request = function() n = n + 1; return wrk.format("GET", paths[n % #paths + 1]) end`, sheet);
	await measure('pages that nothing keeps', `local n, start = 0, os.time()
		request = function() n = n + 1; return wrk.format("GET", "/begroting/zoeken.json?q=school&p=1&x=" .. start .. "." .. n) end`, sheet);
}

if (process.argv[2])
	tryOn(process.argv[2] === 'sheet' ? process.argv[3] : null);
else
	await compare();
