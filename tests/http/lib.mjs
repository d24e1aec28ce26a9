/* Pages through the web server of a house: asking politely, asking rudely,
 * and moving the furniture.  Runs inside: demo/house exec DIR node FILE.
 */
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import {setImmediate as turn} from 'node:timers/promises';

export const base = new URL(process.env.BELFORT_URL ?? 'http://127.0.0.1:8080');
const dir = process.env.BELFORT_DIR;
const patience = 60000;

/* The answer to a request whose path goes out as it is, dots and all; FROM is
 * the address of this machine that it comes from. */
export function ask(path, {method = 'GET', headers = {}, body, from} = {}) {
	return new Promise((resolve, reject) => {
		const request = http.request({
			host: base.hostname, port: base.port, path, method, headers,
			agent: false, timeout: patience, localAddress: from,
		}, async (answer) => {
			const parts = [];
			for await (const part of answer)
				parts.push(part);
			resolve(answered(answer, Buffer.concat(parts)));
		});
		request.on('timeout', () => request.destroy(new Error(`no answer to ${path}`)));
		request.on('error', reject);
		request.end(body);
	});
}

function answered(answer, body) {
	return {
		status: answer.statusCode, headers: answer.headers,
		raw: answer.rawHeaders, body,
		get text() { return body.toString(); },
		get json() { return JSON.parse(body); },
	};
}

/* A form as a browser on our own pages sends it. */
export function submit(path, fields, headers = {}, body = undefined, from = undefined) {
	return ask(path, {
		method: 'POST', from,
		body: body ?? new URLSearchParams(fields).toString(),
		headers: {
			'Content-Type': 'application/x-www-form-urlencoded',
			Origin: base.origin, ...headers,
		},
	});
}

/* Bytes as they are on a connection of their own; what comes back until the
 * server closes it, with the status of each answer in it. */
export function talk(bytes) {
	return new Promise((resolve, reject) => {
		const parts = [];
		const socket = net.connect(base.port, base.hostname);
		const done = () => {
			const text = Buffer.concat(parts).toString('latin1');
			resolve({text, statuses: statuses(text)});
		};
		socket.setTimeout(patience, () => socket.destroy(new Error('the server keeps silent')));
		socket.on('data', (part) => parts.push(part));
		/* It may close before it has read all. */
		socket.on('error', (error) => /EPIPE|ECONNRESET/.test(error.code) ? done() : reject(error));
		socket.on('end', () => { socket.end(); done(); });
		socket.write(bytes);
	});
}

function statuses(text) {
	return [...text.matchAll(/^HTTP\/1\.1 (\d{3}) /gm)].map((found) => Number(found[1]));
}

export async function until(condition, what = 'it happens') {
	const end = Date.now() + patience;
	while (!await condition()) {
		if (Date.now() > end)
			throw new Error(`waited in vain until ${what}`);
		await turn();
	}
}

/* A function of demo/inside.sh. */
export function house(...words) {
	return execFileSync(`${process.env.BELFORT_TREE}/demo/house`, ['inside', dir, ...words],
		{encoding: 'utf8', maxBuffer: Infinity, stdio: ['ignore', 'pipe', 'pipe']});
}

export function sql(text) {
	return house('call_as', 'belfort-pg', 'psql', '-qXAt', '-h', `${dir}/run`,
		'-U', 'postgres', '-d', 'belfort', '-v', 'ON_ERROR_STOP=1', '-c', text).trim();
}

/* How often a worker had to be replaced, so that a test sees it. */
export async function crashes() {
	const text = (await ask('/metrics')).text;
	return Number(/^belfort_worker_crashes_total\{pool="city"\} (\d+)/m.exec(text)[1]);
}

/* No test in FILE may cost a worker its life. */
export function unharmed(test) {
	let before;
	test.before(async () => { before = await crashes(); });
	test.after(async () => {
		if (await crashes() !== before)
			throw new Error('a worker crashed');
	});
}

export const log = {
	where: (name) => fs.statSync(`${dir}/log/${name}.log`).size,
	since: (name, from) => fs.readFileSync(`${dir}/log/${name}.log`).subarray(from).toString(),
};

/* One address for each public GET route that needs no value, from the tool itself. */
export function addresses() {
	const lines = execFileSync('belfort', ['routes'], {encoding: 'utf8'}).trim().split('\n');
	return lines.slice(1).map((line) => line.split(/ {2,}/))
		.filter(([method, path, , , , rights]) => method === 'GET' && !path.includes('{')
			&& rights === 'public')
		.map(([, path]) => path);
}

/* A value that no request had before, so that no cache knows it. */
let fresh = 0;
export const unseen = () => `t${process.pid}x${Date.now()}x${++fresh}`;
