/* Any web server that speaks FastCGI can stand before the host: lighttpd on the
 * sockets that are there, Apache on one that spawn-fcgi made.  systemd's
 * sockets are in services.test.mjs.
 */
import assert from 'node:assert/strict';
import {execFileSync, spawn} from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import test from 'node:test';
import {ask, base, unharmed, until} from './lib.mjs';

unharmed(test);

const dir = process.env.BELFORT_DIR, tree = process.env.BELFORT_TREE;
const web = fs.mkdtempSync(`${dir}/cache/web-`);
const modules = '/usr/lib/apache2/modules';
const running = [];

/* As the web server's own user, until the test ends it. */
function start(...words) {
	const process_ = spawn(`${tree}/demo/house`, ['inside', dir, 'call_as', 'belfort-web', ...words],
		{stdio: ['ignore', 'ignore', fs.openSync(`${web}/said`, 'a')], detached: true});
	running.push(process_);
}

function free() {
	return new Promise((resolve) => {
		const server = net.createServer().listen(0, '127.0.0.1', () => {
			const {port} = server.address();
			server.close(() => resolve(port));
		});
	});
}

const servers = {
	async lighttpd(port) {
		fs.writeFileSync(`${web}/lighttpd.conf`, `server.port = ${port}
			server.bind = "127.0.0.1"
			server.document-root = "${web}"
			server.modules = ("mod_fastcgi")
			fastcgi.server = ("/" => (("socket" => "${dir}/run/city.sock",
				"check-local" => "disable", "fix-root-scriptname" => "enable")))\n`);
		start('lighttpd', '-D', '-f', `${web}/lighttpd.conf`);
	},
	async apache(port) {
		const socket = `${dir}/run/spawned.sock`;
		fs.rmSync(socket, {force: true});
		execFileSync('spawn-fcgi', ['-s', socket, '-M', '0666', '-u', 'belfort-city', '-g', 'belfort-city',
			'-P', `${web}/worker.pid`, '--', `${dir}/usr/sbin/belfortd`, '--worker', 'city']);
		const needed = ['mpm_event', 'authz_core', 'proxy', 'proxy_fcgi'];
		fs.writeFileSync(`${web}/apache.conf`, `ServerRoot ${web}
			ServerName localhost
			PidFile ${web}/apache.pid
			DefaultRuntimeDir ${web}
			ErrorLog ${web}/apache.log
			Listen 127.0.0.1:${port}
			${needed.map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`).join('\n')}
			ProxyPass / unix:${socket}|fcgi://localhost/
			ProxyFCGISetEnvIf true PATH_INFO "%{REQUEST_URI}"\n`);
		start('apache2', '-DFOREGROUND', '-f', `${web}/apache.conf`);
	},
};

function through(port, path, {method = 'GET', headers = {}, body} = {}) {
	return new Promise((resolve, reject) => {
		http.request({host: '127.0.0.1', port, path, method, headers, agent: false}, async (answer) => {
			const parts = [];
			for await (const part of answer)
				parts.push(part);
			resolve({status: answer.statusCode, headers: answer.headers, text: Buffer.concat(parts).toString()});
		}).on('error', reject).end(body);
	});
}

const there = (port) => through(port, '/health').then(({status}) => status === 200, () => false);

test.before(() => execFileSync('chown', ['-R', 'belfort-web:belfort-web', web]));
test.after(() => {
	running.forEach(({pid}) => process.kill(-pid));
	if (fs.existsSync(`${web}/worker.pid`))
		process.kill(Number(fs.readFileSync(`${web}/worker.pid`)));
	fs.rmSync(`${dir}/run/spawned.sock`, {force: true});
	fs.rmSync(web, {recursive: true});
});

const pages = ['/', '/begroting', '/begroting.json', '/begroting/zoeken?q=fiets%20en%20caf%C3%A9', '/begroting/herkomst',
	'/toegankelijk?taal=fr', '/begroting/open/acties.csv'];

for (const [name, open] of Object.entries(servers)) {
	test(`${name} shows the same pages`, async (t) => {
		const port = await free();
		await open(port);
		await until(() => there(port), `${name} answers: ${fs.readFileSync(`${web}/said`)}`);
		for (const path of pages)
			await t.test(path, async () => {
				const [here, usual] = await Promise.all([through(port, path), ask(path)]);
				assert.equal(here.status, 200);
				assert.equal(here.text, usual.text);
				assert.equal(here.headers['content-type'], usual.headers['content-type']);
				assert.equal(here.headers['content-security-policy'], usual.headers['content-security-policy']);
			});
		await t.test('what is not there', async () => {
			const answer = await through(port, '/nergens/é'.replace('é', '%C3%A9'));
			assert.equal(answer.status, 404);
			assert.match(answer.text, /<html lang="nl"/);
		});
		await t.test('only the head', async () => {
			const answer = await through(port, '/begroting', {method: 'HEAD'});
			assert.deepEqual([answer.status, answer.text], [200, '']);
		});
		await t.test('a form', async () => {
			const answer = await through(port, '/taal', {method: 'POST', body: 'taal=en&terug=/begroting',
				headers: {'Content-Type': 'application/x-www-form-urlencoded', Origin: `http://127.0.0.1:${port}`}});
			assert.equal(answer.status, 303);
			assert.match(answer.headers.location, /\/begroting$/);
			assert.match(answer.headers['set-cookie'][0], /^taal=en;/);
		});
		await t.test('a form from elsewhere', async () => {
			const answer = await through(port, '/taal', {method: 'POST', body: 'taal=en&terug=/begroting',
				headers: {'Content-Type': 'application/x-www-form-urlencoded', Origin: base.origin}});
			assert.equal(answer.status, 403);
		});
	});
}
