/* The server block for a city, as docs/operate.md sets it up: Debian's own
 * nginx.conf, our files beside it, TLS.
 */
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import {once} from 'node:events';
import test from 'node:test';
import {house, unharmed, unseen, until} from './lib.mjs';

unharmed(test);

const dir = process.env.BELFORT_DIR, at = `${dir}/tls`, share = `${process.env.BELFORT_PREFIX}/share/belfort`;
const apart = process.env.BELFORT_HOUSE !== 'none';

async function freePort() {
	const server = net.createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const {port} = server.address();
	server.close();
	await once(server, 'close');
	return port;
}
const plain = await freePort(), secure = await freePort();

/* What the page for operators says to do, with /etc/nginx and the rest moved. */
function moved(text) {
	return text.replaceAll('/etc/nginx/belfort', `${at}/belfort`).replaceAll('/etc/letsencrypt/live/doe-mee.example', at)
		.replaceAll('/var/log/nginx', at).replaceAll('/var/lib/nginx', at).replaceAll('/run/nginx.pid', `${at}/nginx.pid`);
}

function parts() {
	for (const part of ['belfort', 'belfort-server', 'belfort-fastcgi', 'belfort-pass', 'belfort-guest', 'belfort-staff'])
		fs.writeFileSync(`${at}/${part}.conf`, moved(fs.readFileSync(`${share}/nginx/${part}.conf.in`, 'utf8')
			.replaceAll('@belfort_cache@', '/var/lib/nginx/belfort').replaceAll('@belfort_run@', `${dir}/run`)
			.replaceAll('@belfort_pool@', 'city').replaceAll('@pkgdatadir@', share)));
	fs.writeFileSync(`${at}/belfort-locations.conf`, execFileSync('belfort', ['nginx']));
	fs.writeFileSync(`${at}/site`, moved(fs.readFileSync(`${share}/nginx/tls.conf.example`, 'utf8'))
		.replace(/^\tlisten \[::\].*\n/gm, '').replace('listen 80', `listen 127.0.0.1:${plain}`)
		.replace('listen 443', `listen 127.0.0.1:${secure}`));
}

/* Debian's own file, but for its sites, its modules and its user. */
function main() {
	const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
		.map((name) => `${name}_temp_path ${at}/${name};`).join(' ');
	return moved(fs.readFileSync('/etc/nginx/nginx.conf', 'utf8'))
		.replace(/^user .*$/m, apart ? 'user belfort-web belfort-web;' : '')
		.replace(/^.*include .*(conf\.d|modules-enabled).*$/gm, '')
		.replace(/^.*include .*sites-enabled.*$/m, `include ${at}/site; ${temporary}`);
}

test.before(async () => {
	fs.mkdirSync(at, {recursive: true});
	execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2',
		'-subj', '/CN=doe-mee.example', '-addext', 'subjectAltName=DNS:doe-mee.example', '-keyout', `${at}/privkey.pem`,
		'-out', `${at}/fullchain.pem`], {stdio: 'ignore'});
	parts();
	fs.writeFileSync(`${at}/nginx.conf`, main());
	house('master', 'belfort-web', 'nginx', '-p', at, '-e', `${at}/error.log`, '-c', `${at}/nginx.conf`);
	await until(async () => (await get('/health').catch(() => ({}))).status === 200, 'it answers');
});

test.after(async () => {
	house('end', 'QUIT', `${at}/nginx.pid`);
	fs.rmSync(at, {recursive: true});
});

function send(module, port, path, options = {}) {
	return new Promise((resolve, reject) => {
		const {method = 'GET', headers = {}, body} = options;
		const request = module.request({host: '127.0.0.1', port, path, method, agent: false, servername: 'doe-mee.example',
			headers: {Host: 'doe-mee.example', ...headers}, ca: fs.readFileSync(`${at}/fullchain.pem`)}, async (answer) => {
			const pieces = [];
			for await (const piece of answer)
				pieces.push(piece);
			resolve({status: answer.statusCode, headers: answer.headers, raw: answer.rawHeaders, text: Buffer.concat(pieces).toString()});
		});
		request.on('error', reject);
		request.end(body);
	});
}
function get(path, options) {
	return send(https, secure, path, options);
}

test('who comes without TLS is led to it, with the whole address', async () => {
	const answer = await send(http, plain, '/begroting?q=a%20b');
	assert.equal(answer.status, 308);
	assert.equal(answer.headers.location, 'https://doe-mee.example/begroting?q=a%20b');
});

const page = async () => (await get('/')).text;
for (const [what, path, status] of [['a page', async () => '/', 200], ['an error', async () => '/niets', 404],
	['an error of the web server', async () => `/${'a'.repeat(20000)}`, 414],
	['a file', async () => /href="(\/static\/[^"]+css)"/.exec(await page())[1], 200]])
	test(`${what} tells browsers to come back with TLS, once`, async () => {
		const answer = await get(await path());
		assert.equal(answer.status, status);
		assert.equal(answer.headers['strict-transport-security'], 'max-age=63072000');
		assert.equal(answer.raw.filter((name) => /^strict-transport/i.test(name)).length, 1);
		assert.ok(answer.headers['content-security-policy']);
		assert.equal(answer.headers.server, 'nginx');
	});

test('a cookie stays under TLS', async () => {
	const answer = await get('/taal', {method: 'POST', body: 'taal=en&terug=/', headers: {
		Origin: 'https://doe-mee.example', 'Content-Type': 'application/x-www-form-urlencoded'}});
	assert.equal(answer.status, 303);
	assert.match(answer.headers['set-cookie'][0], /; Secure/);
	assert.equal(answer.headers.location, '/');
});

test('a form from the same name without TLS is from elsewhere', async () => {
	const answer = await get('/taal', {method: 'POST', body: 'taal=en&terug=/', headers: {
		Origin: 'http://doe-mee.example', 'Content-Type': 'application/x-www-form-urlencoded'}});
	assert.equal(answer.status, 403);
});

test('nothing is compressed that the host left as it is', async () => {
	const answer = await get(`/begroting?q=${unseen()}`, {headers: {'Accept-Encoding': 'gzip;q=0.5', Accept: 'text/html'}});
	assert.equal(answer.headers['content-encoding'], 'gzip');
	const post = await get('/taal', {method: 'POST', body: 'x', headers: {'Accept-Encoding': 'gzip'}});
	assert.equal(post.status, 403);
});

test('nothing about a visitor is written down', async () => {
	const secret = unseen();
	await get(`/begroting/zoeken?q=${secret}`, {headers: {'User-Agent': secret}});
	await send(http, plain, `/${secret}`);
	await get(`/${secret}`);
	for (const name of fs.readdirSync(at).filter((each) => each.endsWith('.log'))) {
		const text = fs.readFileSync(`${at}/${name}`, 'utf8');
		assert.ok(!text.includes(secret), name);
		assert.doesNotMatch(text, /127\.0\.0\.1/, name);
	}
});
