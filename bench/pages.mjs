/* What a page costs: beside the least that a program of one query can do, and
 * beside a file.  Behind the same nginx, with gzip asked for, in turns.
 */
import {execFileSync, spawn, spawnSync} from 'node:child_process';
import fs from 'node:fs';
import {addresses, ask, base, sql, until} from '../tests/http/lib.mjs';
import {master} from '../tests/hostile/deploy.mjs';

const SECONDS = 4, ROUNDS = 5, CONNECTIONS = 16;
const dir = process.env.BELFORT_DIR, reference = process.env.BELFORT_REFERENCE;
const locations = `${dir}/etc/locations.conf`;
const page = '/begroting/herkomst', query = 'select budget.provenance() where $1::text is not null';
const wrk = !spawnSync('wrk', ['-v']).error;
const row = (name, figure, limit = '') => console.log(`${name.padEnd(34)} ${figure.padEnd(40)} ${limit}`);
function rate(path) {
	const said = execFileSync('wrk', ['-t1', `-c${CONNECTIONS}`, `-d${SECONDS}s`, '-H', 'Accept-Encoding: gzip',
		new URL(path, base).href], {encoding: 'utf8'});
	if (/Non-2xx|Socket errors/.test(said))
		throw new Error(`${path}: ${said}`);
	return Number(/Requests\/sec: *([\d.]+)/.exec(said)[1]);
}

const median = (list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)];

/* One after the other, and again; each pair is of one moment. */
function compare(name, a, b, limit) {
	const ratios = [], rates = [];
	rate(a);
	rate(b);
	for (let n = 0; n < ROUNDS; n++) {
		const pair = [rate(a), rate(b)];
		rates.push(pair);
		ratios.push(pair[0] / pair[1]);
	}
	const [first, second] = [0, 1].map((side) => median(rates.map((pair) => pair[side])).toFixed(0));
	row(name, `${median(ratios).toFixed(2)} (${first} and ${second} a second)`, limit);
}

/* Microseconds of the processor that workers of the city take for a request. */
function processor(path) {
	const pids = fs.readFileSync(`/proc/${master()}/task/${master()}/children`, 'utf8').trim().split(' ')
		.filter((pid) => fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--worker\0city\0'));
	const used = () => pids.reduce((sum, pid) => {
		const words = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
		return sum + Number(words[11]) + Number(words[12]);
	}, 0);
	const before = used(), done = rate(path) * SECONDS;
	return (used() - before) * 10000 / done;
}

if (!wrk) {
	row('pages', 'left out: wrk is not installed');
	process.exit();
}

/* --- the other sides ------------------------------------------------------- */

async function file(path) {
	const answer = await ask(path, {headers: {'Accept-Encoding': 'gzip'}});
	fs.writeFileSync(`${dir}/cache/same.gz`, answer.body);
	return `location = /_bench/file { alias ${dir}/cache/same.gz; types {} default_type text/html;
		gzip off; add_header Content-Encoding gzip; }\n`;
}

/* What the host is told, of PATH, without nginx keeping what it answers. */
const told = (socket, path) => fs.readFileSync(`${dir}/etc/belfort-pass.conf`, 'utf8')
	.replace(/fastcgi_pass .*/, `fastcgi_pass unix:${socket};`).replace('PATH_INFO $uri', `PATH_INFO ${path}`);
const fresh = (name, path) => `location = /_bench/${name} { ${told(`${dir}/run/city.sock`, path)} }\n`;

function floor() {
	const program = `${dir}/cache/floor`, socket = '/tmp/bf-floor.sock';
	const workers = /\[pool city\][^[]*workers = (\d+)/.exec(fs.readFileSync(process.env.BELFORT_CONFIG, 'utf8'))[1];
	execFileSync('cc', ['-O2', `${reference}/http/floor.c`, '-I/usr/include/postgresql', '-lfcgi', '-lpq', '-o', program]);
	const process_ = spawn('setpriv', ['--reuid', 'belfort-city', '--regid', 'belfort-city', '--clear-groups', program,
		socket, workers, `host=${dir}/run dbname=belfort user=belfort_city`, query], {stdio: 'inherit', detached: true});
	return {end: () => process.kill(-process_.pid), location: `location = /_bench/floor {
		${told(socket, '/')} gzip on; gzip_types application/json; }\n`};
}

const reload = () => process.kill(Number(fs.readFileSync(`${dir}/run/nginx.pid`)), 'SIGHUP');

const before = fs.readFileSync(locations, 'utf8');
const other = reference ? floor() : null;
fs.writeFileSync(locations, before + await file(page) + fresh('json', `${page}.json`) + fresh('html', page) + (other?.location ?? ''));
reload();
/* Each worker of nginx hears of it at a moment of its own. */
const sides = ['/_bench/file', '/_bench/json', '/_bench/html', ...other ? ['/_bench/floor'] : []];
await until(async () => (await Promise.all(Array.from({length: 40}, (_, n) => ask(sides[n % sides.length]))))
	.every(({status}) => status === 200), 'the other sides stand');

row('pages.query', `${sql(`do $$ begin perform budget.provenance(); end $$; explain (analyze, timing off) select budget.provenance()`)
	.match(/Execution Time: ([\d.]+)/)[1]} ms in the database`, '1 ms');
if (other) {
	compare('pages.json / floor', '/_bench/json', '/_bench/floor', 'at least 0.85');
	compare('pages.html / floor', '/_bench/html', '/_bench/floor', 'at least 0.50');
	other.end();
} else {
	row('pages.json, pages.html / floor', 'left out: BELFORT_REFERENCE is not set');
}
compare('pages.cached / the same file', page, '/_bench/file', 'at least 0.75');
row('pages.json, processor', `${processor('/_bench/json').toFixed(0)} us of the host a request`);
row('pages.html, processor', `${processor('/_bench/html').toFixed(0)} us of the host a request`);

const bytes = async (path) => (await ask(path, {headers: {'Accept-Encoding': 'gzip', Accept: 'text/html'}})).body.length;
const sheet = await bytes(/href="([^"]*\.css)"/.exec((await ask('/')).text)[1]);
const views = await Promise.all(addresses().filter((path) => !/open|metrics|health|datapackage/.test(path))
	.map(async (path) => [await bytes(path) + sheet, path]));
const [most, where] = views.sort(([a], [b]) => b - a)[0];
row('pages.first view', `${most} bytes at most, of ${views.length} (${where})`, '14000 bytes');
fs.writeFileSync(locations, before);
reload();
