/* A city on five machines, each a network namespace: one nginx, two hosts, a
 * database with a standby, PgBouncer before both.  One after the other is lost;
 * told is what a visitor saw.  docs/operate.md explains the parts.  It takes a
 * house apart, as root, and pgbouncer and iproute2.
 */
import {execFileSync, spawn, spawnSync} from 'node:child_process';
import fs from 'node:fs';
import {setTimeout as pause} from 'node:timers/promises';
import {sql, until} from '../tests/http/lib.mjs';
import {deploy, takeAway} from '../tests/storm/deploy.mjs';

const dir = process.env.BELFORT_DIR, work = `${dir}/scale`;
const at = {front: '10.77.0.1', host1: '10.77.0.11', host2: '10.77.0.12', db1: '10.77.0.21', db2: '10.77.0.22'};
const row = (name, figure, limit = '') => console.log(`${name.padEnd(34)} ${figure.padEnd(40)} ${limit}`);

if (['ip', 'pgbouncer', 'spawn-fcgi'].some((name) => spawnSync(name, ['--version']).error)) {
	row('scale', 'left out: ip, pgbouncer or spawn-fcgi is not installed');
	process.exit();
}

const run = (...words) => execFileSync(words[0], words.slice(1), {encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe']}).trim();
const as = (user, ...words) => ['setpriv', '--reuid', user, '--regid', user, '--clear-groups', ...words];
const on = (machine, ...words) => ['ip', 'netns', 'exec', machine, ...words];
const started = [];

/* A program that stays, and is killed with the others at the end. */
function keep(machine, ...words) {
	const one = spawn('ip', on(machine, ...words).slice(1), {detached: true, env: {...process.env, BELFORT_CONFIG: `${work}/belfort.ini`},
		stdio: ['ignore', fs.openSync(`${work}/log`, 'a'), fs.openSync(`${work}/log`, 'a')]});
	started.push(one.pid);
	return one.pid;
}
const lose = (pid) => process.kill(-pid, 'SIGKILL');

/* --- five machines on one wire -------------------------------------------- */

function wire() {
	fs.mkdirSync('/run/netns', {recursive: true});
	run('ip', 'netns', 'add', 'front');
	run(...on('front', 'ip', 'link', 'add', 'wire', 'type', 'bridge'));
	run(...on('front', 'ip', 'addr', 'add', `${at.front}/24`, 'dev', 'wire'));
	for (const link of ['wire', 'lo'])
		run(...on('front', 'ip', 'link', 'set', link, 'up'));
	for (const name of Object.keys(at).slice(1)) {
		run('ip', 'netns', 'add', name);
		run('ip', 'link', 'add', `to-${name}`, 'netns', 'front', 'type', 'veth', 'peer', 'name', 'eth0', 'netns', name);
		run(...on('front', 'ip', 'link', 'set', `to-${name}`, 'master', 'wire', 'up'));
		run(...on(name, 'ip', 'addr', 'add', `${at[name]}/24`, 'dev', 'eth0'));
		for (const link of ['eth0', 'lo'])
			run(...on(name, 'ip', 'link', 'set', link, 'up'));
	}
}

/* --- the database, its standby, and PgBouncer before each ------------------ */

const bin = '/usr/lib/postgresql/15/bin';
const pgs = {};
const asked = (name, text) => run(...as('belfort-pg', 'psql', '-qXAt', '-h', `${work}/${name}`, '-U', 'postgres', '-d', 'belfort', '-c', text));

function postgres(name) {
	fs.rmSync(`${work}/${name}-data/postmaster.pid`, {force: true});
	fs.writeFileSync(`${work}/${name}-data/house.conf`, `listen_addresses = '${at[name]}'
		unix_socket_directories = '${work}/${name}'\nmax_connections = 100\ncluster_name = '${name}'
		shared_buffers = 64MB\njit = off\nwal_keep_size = 64MB\nsynchronous_commit = remote_apply\n`);
	pgs[name] = keep(name, ...as('belfort-pg', `${bin}/postgres`, '-D', `${work}/${name}-data`));
	return until(() => {
		try {
			return asked(name, 'select 1') === '1';
		} catch {
			return false;
		}
	}, `${name} answers`);
}

async function databases() {
	for (const name of ['db1', 'db2'])
		for (const [folder, mode] of [[name, '755'], [`${name}-data`, '700']])
			run('install', '-d', '-m', mode, '-o', 'belfort-pg', '-g', 'belfort-pg', `${work}/${folder}`);
	fs.appendFileSync(`${dir}/pg/pg_hba.conf`, 'local replication all peer map=house\n');
	sql('select pg_reload_conf()');
	run(...as('belfort-pg', `${bin}/pg_basebackup`, '-h', `${dir}/run`, '-U', 'postgres', '-D', `${work}/db1-data`, '-c', 'fast'));
	fs.writeFileSync(`${work}/db1-data/pg_hba.conf`, 'local all all trust\nhost all all 10.77.0.0/24 trust\nhost replication all 10.77.0.0/24 trust\n');
	await postgres('db1');
	run(...on('db2', ...as('belfort-pg', `${bin}/pg_basebackup`, '-h', at.db1, '-U', 'postgres', '-R', '-D', `${work}/db2-data`, '-c', 'fast')));
	await postgres('db2');
	for (const name of ['db1', 'db2'])
		await bouncer(name);
}

function bouncer(name) {
	fs.writeFileSync(`${work}/users`, ['belfort_city', 'belfort_jobs', 'belfort'].map((user) => `"${user}" ""\n`).join(''));
	fs.writeFileSync(`${work}/${name}.ini`, `[databases]\nbelfort = host=${work}/${name}\n[pgbouncer]\nlisten_addr = ${at[name]}
		listen_port = 6432\nunix_socket_dir =\nauth_type = trust\nauth_file = ${work}/users\npool_mode = session
		server_reset_query = DISCARD ALL\nmax_client_conn = 200\ndefault_pool_size = 40\nignore_startup_parameters = extra_float_digits\n`.replace(/^\t+/gm, ''));
	pgs[`${name}-bouncer`] = keep(name, ...as('belfort-pg', 'pgbouncer', `${work}/${name}.ini`));
}

/* The standby holds each write before it is told: what is acknowledged is twice
 * there.  While there is no standby that must be switched off, as Patroni does. */
function together(name, yes) {
	asked(name, `alter system set synchronous_standby_names = '${yes ? '*' : ''}'`);
	asked(name, 'select pg_reload_conf()');
}

/* --- two hosts, one web server ------------------------------------------------ */

const hosts = {};

function settings() {
	const ini = fs.readFileSync(`${dir}/usr/etc/belfort/belfort.ini`, 'utf8');
	const where = (first, second, wanted) => `host=${at[first]},${at[second]} port=6432 dbname=belfort target_session_attrs=${wanted}`;
	fs.writeFileSync(`${work}/belfort.ini`, `${ini.replace(/^conninfo = .*$/m,
		`conninfo = ${where('db1', 'db2', 'read-write')}\nreads = ${where('db2', 'db1', 'prefer-standby')}`)}
${fs.readFileSync(`${dir}/usr/etc/belfort/belfort.d/storm.ini`, 'utf8')}`);
}

function host(name) {
	hosts[name] = [['city', 9000], ['storm', 9001]].map(([pool, port]) => keep(name, 'spawn-fcgi', '-n', '-a', at[name], '-p', String(port),
		'-u', 'belfort-city', '-g', 'belfort-city', '--', '/bin/sh', '-c', `exec 3<&0; for n in 1 2 3 4; do ${dir}/usr/sbin/belfortd --worker ${pool} <&3 3<&- & done; wait`));
}

function web() {
	const pass = fs.readFileSync(`${dir}/etc/belfort-pass.conf`, 'utf8');
	const to = (pool) => pass.replace(/fastcgi_pass .*/, `fastcgi_pass ${pool};\nfastcgi_next_upstream error timeout;\nfastcgi_param HTTP_ORIGIN $http_origin;
		fastcgi_param HTTP_HOST $http_host;`)
		.replace(/\$belfort_accept/, '$http_accept').replace(/\$belfort_gzip/, '""').replace(/\$belfort_lang/, 'nl');
	const upstream = (pool, port) => `upstream ${pool} { ${['host1', 'host2'].map((name) => `server ${at[name]}:${port} max_fails=1 fail_timeout=2s;`).join(' ')} }`;
	fs.writeFileSync(`${work}/nginx.conf`, `daemon off;\npid ${work}/nginx.pid;\nerror_log ${work}/nginx.log;\nevents {}\nhttp { access_log off;
		${['client_body', 'fastcgi', 'proxy', 'scgi', 'uwsgi'].map((part) => `${part}_temp_path ${work}/tmp-${part};`).join('\n')}
		${upstream('city', 9000)}\n${upstream('storm', 9001)}
		server { listen ${at.front}:8080; location / { ${to('city')} } location /storm { ${to('storm')} } } }\n`);
	keep('front', 'nginx', '-c', `${work}/nginx.conf`);
}

/* --- who visits ----------------------------------------------------------------- */

/* In the web server's namespace: a page and a write each 20 ms; a line of JSON
 * for each answer. */
const visitor = `
import http from 'node:http';
let n = 0;
const ask = (kind, method, path, body) => new Promise((resolve) => {
	const began = Date.now(), id = process.pid + '-' + ++n;
	const request = http.request({host: '${at.front}', port: 8080, method, path: path + id, agent: false, timeout: 20000, headers: {
		Accept: 'application/json', Origin: 'http://${at.front}:8080', 'Content-Type': 'application/x-www-form-urlencoded'}}, (answer) => {
		answer.resume().on('end', () => resolve({kind, id, status: answer.statusCode, began, ended: Date.now()}));
	});
	request.on('timeout', () => request.destroy());
	request.on('error', () => resolve({kind, id, status: 0, began, ended: Date.now()}));
	request.end(body && body + id);
}).then((told) => console.log(JSON.stringify(told)));
setInterval(() => { ask('page', 'GET', '/begroting/herkomst.json?q='); ask('write', 'POST', '/storm/note?q=', 'n='); }, 20);`;

let answers = [];

function visit() {
	fs.writeFileSync(`${work}/visitor.mjs`, visitor);
	const one = spawn('ip', on('front', process.execPath, `${work}/visitor.mjs`).slice(1), {stdio: ['ignore', 'pipe', 'inherit'], detached: true});
	started.push(one.pid);
	let rest = '';
	one.stdout.on('data', (part) => {
		const lines = (rest + part).split('\n');
		rest = lines.pop();
		answers.push(...lines.map((line) => JSON.parse(line)));
	});
}

/* What came of KIND since then: how many, how many not well, the longest time
 * without a good answer. */
function seen(kind) {
	const mine = answers.filter((answer) => answer.kind === kind), good = mine.filter(({status}) => status === 200);
	const ends = [Math.min(...mine.map(({began}) => began)), ...good.map(({ended}) => ended)].sort((a, b) => a - b);
	const gap = Math.max(...ends.slice(1).map((end, n) => end - ends[n]));
	return `${kind}s: ${mine.length - good.length} of ${mine.length} failed, ${gap} ms without`;
}

const well = () => until(async () => {
	await pause(100);
	const last = answers.slice(-20);
	return last.length === 20 && last.every(({status}) => status === 200);
}, 'all is well');

async function event(name, act) {
	await well();
	acknowledged.push(...answers);
	answers = [];
	await act();
	await well();
	await pause(3000);
	row(`scale.${name}`, seen('page'));
	row('', seen('write'));
}

const acknowledged = [];

async function lost() {
	acknowledged.push(...answers);
	await pause(1000);
	const there = new Set(asked('db2', 'select n from storm.entry').split('\n'));
	const wanted = acknowledged.filter(({kind, status}) => kind === 'write' && status === 200);
	row('scale.writes lost', `${wanted.filter(({id}) => !there.has(id)).length} of ${wanted.length} acknowledged`, '0');
}

/* --- the story ------------------------------------------------------------------ */

async function story() {
	await event('host lost and back', async () => {
		hosts.host1.forEach(lose);
		await pause(3000);
		host('host1');
	});
	await event('standby lost and back', async () => {
		lose(pgs['db2-bouncer']);
		lose(pgs.db2);
		await pause(2000);
		together('db1', false);
		await pause(3000);
		await postgres('db2');
		bouncer('db2');
		await until(() => asked('db1', 'select count(*) from pg_stat_replication') === '1', 'it follows again');
		together('db1', true);
	});
	await event('primary lost, standby promoted', async () => {
		lose(pgs['db1-bouncer']);
		lose(pgs.db1);
		/* What Patroni takes to be sure, at its quickest. */
		await pause(3000);
		together('db2', false);
		run(...as('belfort-pg', `${bin}/pg_ctl`, '-D', `${work}/db2-data`, 'promote'));
		/* PgBouncer tells clients what it was told when it first connected: that
		 * this is a standby. */
		lose(pgs['db2-bouncer']);
		bouncer('db2');
	});
	await lost();
}

fs.rmSync(work, {recursive: true, force: true});
fs.mkdirSync(work);
fs.chmodSync(work, 0o755);
await deploy();
try {
	wire();
	await databases();
	together('db1', true);
	settings();
	host('host1');
	host('host2');
	web();
	visit();
	await story();
} finally {
	for (const pid of started)
		spawnSync('kill', ['-KILL', '--', `-${pid}`]);
	for (const name of Object.keys(at))
		spawnSync('ip', ['netns', 'del', name]);
	await takeAway();
	if (!process.env.KEEP)
		fs.rmSync(work, {recursive: true});
}
process.exit();
