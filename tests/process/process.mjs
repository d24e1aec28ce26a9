/* What the master and its workers promise. */
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import readline from 'node:readline';
import test from 'node:test';
import {Daemon, daemon, onePool, root} from './daemon.mjs';
import {PATIENCE, encode, get, talk} from './fcgi.mjs';

const twoPools = {
	city: {plugins: 'probe', workers: 1},
	guest: {plugins: 'other', workers: 1},
};

/* Where requests for /wait report, and are let go. */
async function gate(t, d) {
	const server = net.createServer({allowHalfOpen: true});
	server.listen(`${d.dir}/test.sock`);
	await once(server, 'listening');
	fs.chmodSync(`${d.dir}/test.sock`, 0o777);
	t.after(() => server.close());
	return async () => (await once(server, 'connection'))[0];
}

function lives(pid) {
	try {
		process.kill(pid, 0);
		return !/^State:\s+Z/m.test(
			fs.readFileSync(`/proc/${pid}/status`, 'utf8'));
	} catch {
		return false;
	}
}

async function left(pid) {
	const end = Date.now() + PATIENCE;
	while (lives(pid)) {
		assert.ok(Date.now() < end, `process ${pid} does not end`);
		await new Promise(setImmediate);
	}
}

test('only the web server\'s group may connect', async (t) => {
	const d = await daemon(t);
	const socket = fs.statSync(d.socket());
	assert.equal(socket.mode & 0o777, 0o660);
	assert.equal(fs.statSync(`${d.dir}/run/city.metrics`).mode & 0o777,
		0o644);
	if (root)
		assert.notEqual(socket.uid, 0);
});

test('a worker has no rights and no descriptors beyond its own', async (t) => {
	const d = await daemon(t);
	const who = (await d.get('/who')).body;
	assert.match(who, /^NoNewPrivs:\t1$/m);
	assert.match(who, /^CapEff:\t0+$/m);
	assert.doesNotMatch(who, /^Uid:.*\b0\b/m);
	assert.doesNotMatch(who, /^Groups:.*\b0\b/m);
	const open = (await d.get('/fds')).body.trim().split('\n')
		.map((line) => line.replace(/^\d+ /, '').replace(/\[\d+\]/, ''));
	/* The sockets: that of the pool, the connection, and the log. */
	assert.deepEqual(open.sort(), ['/dev/null',
		'/memfd:belfort-last (deleted)', 'anon_inode:[signalfd]',
		'socket:', 'socket:', 'socket:']);
});

test('an answer of three megabytes arrives whole', async (t) => {
	const d = await daemon(t);
	const answer = await d.get('/large');
	assert.equal(answer.whole, true);
	assert.equal(answer.body.length, 3 * 1024 * 1024);
});

test('a worker that is killed is replaced, and the log says at what',
	async (t) => {
		const d = await daemon(t, {city: {plugins: 'probe', workers: 1}});
		const before = await d.worker();
		const broken = await d.get('/fall', {BF_REQUEST_ID: 'c0ffee'});
		assert.equal(broken.whole, false);
		const line = await d.said(/event=worker_fell/);
		assert.match(line, /in=city /);
		assert.match(line, new RegExp(`worker=${before} signal=6 `));
		assert.match(line, / request=c0ffee /);
		assert.notEqual(await d.worker(), before);
	});

test('reloading under load loses no request', async (t) => {
	const d = await daemon(t);
	const pids = new Set();
	let busy = true, asked = 0;
	const client = async () => {
		while (busy) {
			const answer = await d.get('/pid');
			assert.equal(answer.status, 200);
			assert.equal(answer.whole, true);
			pids.add(answer.body);
			asked++;
		}
	};
	const clients = Array.from({length: 8}, client);
	for (let i = 0; i < 5; i++)
		assert.match(await d.reload(), /event=serving/);
	busy = false;
	await Promise.all(clients);
	t.diagnostic(`${asked} requests, ${pids.size} workers`);
	assert.ok(pids.size > 2);
});

test('a configuration that is wrong leaves all as it was', async (t) => {
	const d = await daemon(t, {city: {plugins: 'probe', workers: 1}});
	const before = await d.worker();
	d.configure({city: {plugins: 'probe nothing', workers: 1}});
	assert.match(await d.reload(), /reload_refused/);
	await d.said(/nothing\.so/);
	d.write('belfort.ini', '[city]\nnaam = Gent\n');
	assert.match(await d.reload(), /reload_refused/);
	await d.said(/belfort\.ini:2: .*did you mean name\?/);
	assert.equal(await d.worker(), before);
});

test('a plugin that does not start leaves all as it was', async (t) => {
	const d = await daemon(t, {city: {plugins: 'probe', workers: 1}});
	const before = await d.worker();
	d.write('refuse-at-start', '');
	assert.match(await d.reload(), /reload_refused/);
	assert.equal(await d.worker(), before);
	d.remove('refuse-at-start');
	assert.match(await d.reload(), /event=serving/);
	assert.notEqual(await d.worker(), before);
});

test('pools come and go with the configuration', async (t) => {
	const d = await daemon(t);
	assert.equal(fs.existsSync(d.socket('guest')), false);
	d.configure(twoPools);
	assert.match(await d.reload(), /event=serving/);
	assert.equal((await get(d.socket('guest'), '/other/pid')).status, 200);
	d.configure(onePool);
	assert.match(await d.reload(), /event=serving/);
	assert.equal(fs.existsSync(d.socket('guest')), false);
	assert.equal((await d.get('/pid')).status, 200);
});

test('a request under way is finished on reload', async (t) => {
	const d = await daemon(t, {city: {plugins: 'probe', workers: 1}});
	const arrival = await gate(t, d);
	const answer = d.get('/wait');
	const held = await arrival();
	assert.match(await d.reload(), /event=serving/);
	assert.equal((await d.get('/pid')).status, 200);
	held.end();
	assert.equal((await answer).whole, true);
	await d.said(/event=retired generation=1/);
});

test('a request under way is finished on stop', async (t) => {
	const d = await daemon(t);
	const arrival = await gate(t, d);
	const answer = d.get('/wait');
	const held = await arrival();
	d.child.kill('SIGTERM');
	await d.said(/event=stopping/);
	held.end();
	assert.equal((await answer).status, 200);
	assert.equal((await d.gone)[0], 0);
	assert.deepEqual(fs.readdirSync(`${d.dir}/run`), ['city.metrics']);
});

test('asked twice to stop, it does not wait', async (t) => {
	const d = await daemon(t);
	const arrival = await gate(t, d);
	const answer = d.get('/wait');
	const held = await arrival();
	d.child.kill('SIGINT');
	await d.said(/event=stopping/);
	d.child.kill('SIGINT');
	assert.equal((await d.gone)[0], 0);
	assert.equal((await answer).whole, false);
	held.end();
});

test('workers do not outlive a master that is killed', async (t) => {
	const d = await daemon(t, {city: {plugins: 'probe', workers: 1}});
	const worker = await d.worker();
	await d.stop('SIGKILL');
	await left(worker);
	const again = await d.start();
	assert.notEqual(await again.worker(), worker);
});

test('one master for a folder of sockets', async (t) => {
	const d = await daemon(t);
	const second = d.run([]);
	assert.equal(second.status, 1);
	assert.match(second.stderr,
		new RegExp(`another belfortd serves .*: ${d.child.pid}`));
	assert.equal((await d.get('/pid')).status, 200);
});

test('a pool that keeps falling is refused; the others do not notice',
	async (t) => {
		const d = await daemon(t, twoPools);
		d.write('fall-at-start', '');
		await get(d.socket('guest'), '/other/fall');
		await d.said(/event=refusing in=guest/);
		const answer = await talk(d.socket('guest'),
			encode({PATH_INFO: '/other/pid'})).catch(() => '');
		assert.equal(answer.length, 0);
		assert.equal((await d.get('/pid')).status, 200);
		d.remove('fall-at-start');
		await d.said(/event=no_longer_refusing in=guest/);
		assert.equal(
			(await get(d.socket('guest'), '/other/pid')).status, 200);
	});

test('no request lasts for ever', async (t) => {
	const d = await daemon(t);
	const seconds = Number((await d.get('/limit')).body);
	assert.ok(seconds > 0 && seconds <= 60);
});

test('what is no request costs the next one nothing', async (t) => {
	const d = await daemon(t, {city: {plugins: 'probe', workers: 1}});
	const whole = encode({REQUEST_METHOD: 'GET', PATH_INFO: '/probe/pid'});
	const before = await d.worker();
	await talk(d.socket(), 'GET / HTTP/1.1\r\n\r\n').catch(() => {});
	for (const cut of [1, 20, whole.length - 10]) {
		const socket = net.connect(d.socket());
		socket.resume().on('error', () => {});
		socket.end(whole.subarray(0, cut));
		await once(socket, 'close');
	}
	assert.equal(await d.worker(), before);
});

test('a connection that stays silent is given up', async (t) => {
	const d = await daemon(t, {city: {plugins: 'probe', workers: 1}});
	const before = await d.worker();
	const silent = net.connect(d.socket());
	await once(silent, 'connect');
	silent.write(encode({}).subarray(0, 20));
	assert.equal(await d.worker(), before);
	silent.destroy();
});

test('counters are of all workers and survive a restart', async (t) => {
	const d = await daemon(t);
	for (let i = 0; i < 10; i++)
		await d.get('/pid');
	await d.stop();
	await d.start();
	const text = (await get(d.socket(), '/metrics')).body;
	assert.match(text, new RegExp('^belfort_requests_total' +
		'\\{pool="city",plugin="probe",status="2xx"\\} 10$', 'm'));
	assert.match(text, /^belfort_worker_starts_total\{pool="city"\} 4$/m);
	assert.match(text, /\n# EOF\n$/);
});

test('systemd hears how it is', {timeout: PATIENCE}, async (t) => {
	const d = new Daemon();
	t.after(() => d.end());
	d.notify = `${d.dir}/notify`;
	const ears = spawn('perl', ['-MSocket', '-e', `
		socket(S, AF_UNIX, SOCK_DGRAM, 0);
		bind(S, pack_sockaddr_un($ARGV[0])) or die;
		$| = 1; print "listening\\n";
		while (defined recv(S, $m, 999, 0)) { print "$m\\n"; }`, d.notify],
	{stdio: ['ignore', 'pipe', 'inherit']});
	t.after(() => ears.kill());
	const lines = readline.createInterface({input: ears.stdout})[
		Symbol.asyncIterator]();
	const heard = async () => (await lines.next()).value;
	assert.equal(await heard(), 'listening');
	await d.start();
	assert.equal(await heard(), 'READY=1');
	await d.reload();
	assert.equal(await heard(), 'RELOADING=1');
	assert.match(await heard(), /^MONOTONIC_USEC=\d+$/);
	assert.equal(await heard(), 'READY=1');
	await d.stop();
	assert.equal(await heard(), 'STOPPING=1');
});

test('CGI: the pool whose mount fits best answers', (t) => {
	const d = new Daemon(twoPools);
	t.after(() => d.end());
	const cgi = (address) => d.run([], {
		GATEWAY_INTERFACE: 'CGI/1.1',
		REQUEST_METHOD: 'GET',
		PATH_INFO: address,
		HTTP_ACCEPT: 'application/json',
	});
	for (const address of ['/probe/pid', '/other/pid']) {
		const answer = cgi(address);
		assert.equal(answer.status, 0);
		assert.match(answer.stdout, /^Status: 200 /);
	}
	assert.match(cgi('/nowhere').stdout, /^Status: 404 /);
});

test('--check names what is wrong in every pool', (t) => {
	const d = new Daemon({
		city: {plugins: 'probe missing', workers: 1},
		guest: {plugins: 'absent', workers: 1},
	});
	t.after(() => d.end());
	const check = d.run(['--check']);
	assert.equal(check.status, 1);
	assert.match(check.stderr, /pool city: .*missing\.so/);
	assert.match(check.stderr, /pool guest: .*absent\.so/);
	d.configure(twoPools);
	assert.equal(d.run(['--check']).status, 0);
});

test('--describe prints the tables of one pool', (t) => {
	const d = new Daemon(twoPools);
	t.after(() => d.end());
	const doc = JSON.parse(d.run(['--describe', 'guest']).stdout);
	assert.equal(doc.pool, 'guest');
	assert.deepEqual(doc.features.map((f) => f.name), ['core', 'other']);
	const none = d.run(['--describe', 'gest']);
	assert.equal(none.status, 1);
	assert.match(none.stderr, /no \[pool gest\]/);
});

test('the command line is explained', (t) => {
	const d = new Daemon();
	t.after(() => d.end());
	assert.match(d.run(['--help']).stdout, /^Usage: belfortd/);
	assert.match(d.run(['--version']).stdout, /^belfortd \d/);
	assert.equal(d.run(['--chek']).status, 2);
	assert.equal(d.run(['surplus']).status, 2);
	assert.equal(d.run(['--worker', 'city']).status, root ? 78 : 1);
});
