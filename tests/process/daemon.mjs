/* A belfortd of this build in a folder of its own, with the probe as plugin.
 * When the tests are root's, its workers run as www-data.
 */
import assert from 'node:assert/strict';
import {spawn, spawnSync} from 'node:child_process';
import {EventEmitter, once} from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import {PATIENCE, get} from './fcgi.mjs';

const build = process.env.BELFORT_BUILD ?? '.';
export const root = process.getuid() === 0;

export const onePool = {city: {plugins: 'probe', workers: 2}};

function ini(dir, pools) {
	const sections = Object.entries(pools).map(([name, pool]) => `
[pool ${name}]
plugins = ${pool.plugins}
workers = ${pool.workers}
user = www-data
role = belfort_${name}
`);
	return `[city]
name = Test
url = http://localhost
[host]
run = ${dir}/run
plugins = ${dir}/plugins
share = ${dir}/share
listen_group = www-data
[database]
conninfo = host=${dir}/nowhere dbname=none
${sections.join('')}`;
}

/* Copies, so that another user can load them however closed the checkout is. */
function furnish(dir) {
	for (const name of ['plugins', 'share/static', 'share/core', 'run'])
		fs.mkdirSync(`${dir}/${name}`, {recursive: true});
	fs.copyFileSync(`${build}/.libs/belfortd`, `${dir}/belfortd`);
	fs.copyFileSync(`${build}/.libs/libbelfort.so`, `${dir}/libbelfort.so`);
	for (const name of ['probe', 'other'])
		fs.copyFileSync(`${build}/tests/process/.libs/${name}.so`,
			`${dir}/plugins/${name}.so`);
	fs.writeFileSync(`${dir}/share/static/assets.json`, '{}');
	fs.chmodSync(dir, 0o755);
}

export class Daemon extends EventEmitter {
	constructor(pools = onePool) {
		super();
		this.dir = fs.mkdtempSync(path.join(os.tmpdir(), 'bf-'));
		this.lines = [];
		furnish(this.dir);
		this.configure(pools);
	}

	get env() {
		return {
			PATH: process.env.PATH,
			LD_LIBRARY_PATH: this.dir,
			PROBE_DIR: this.dir,
			NOTIFY_SOCKET: this.notify ?? '',
		};
	}

	configure(pools) {
		this.write('belfort.ini', ini(this.dir, pools));
	}

	write(name, text) {
		fs.writeFileSync(`${this.dir}/${name}`, text);
	}

	remove(name) {
		fs.rmSync(`${this.dir}/${name}`);
	}

	socket(pool = 'city') {
		return `${this.dir}/run/${pool}.sock`;
	}

	/* Run it to its end with other arguments or variables. */
	run(args, env = {}) {
		return spawnSync(`${this.dir}/belfortd`,
			['-c', `${this.dir}/belfort.ini`, ...args],
			{env: {...this.env, ...env}, encoding: 'utf8'});
	}

	async start() {
		const from = this.lines.length;
		this.child = spawn(`${this.dir}/belfortd`,
			['-c', `${this.dir}/belfort.ini`],
			{env: this.env, stdio: ['ignore', 'ignore', 'pipe']});
		this.gone = once(this.child, 'exit');
		readline.createInterface({input: this.child.stderr})
			.on('line', (line) => {
				this.lines.push(line);
				this.emit('line');
			});
		await this.said(/event=serving generation=1/, from);
		return this;
	}

	/* The line of the log, from number FROM on, that fits PATTERN. */
	async said(pattern, from = 0) {
		const signal = AbortSignal.timeout(PATIENCE);
		for (;;) {
			const line = this.lines.slice(from)
				.find((text) => pattern.test(text));
			if (line)
				return line;
			await once(this, 'line', {signal}).catch(() => {
				throw new Error(['In vain we waited for '
					+ `${pattern} in the log:`,
				...this.lines.slice(from)].join('\n'));
			});
		}
	}

	/* SIGHUP, and what became of it. */
	async reload() {
		const from = this.lines.length;
		this.child.kill('SIGHUP');
		return this.said(/event=(serving|reload_refused)/, from);
	}

	get(address, more) {
		return get(this.socket(), `/probe${address}`, more);
	}

	async worker() {
		return Number((await this.get('/pid')).body);
	}

	async stop(signal = 'SIGTERM') {
		this.child.kill(signal);
		const [status] = await this.gone;
		return status;
	}

	async end() {
		if (this.child && this.child.exitCode === null
			&& this.child.signalCode === null)
			await this.stop();
		fs.rmSync(this.dir, {recursive: true});
		assert.deepEqual(this.lines.filter((line) =>
			/Sanitizer|runtime error/.test(line)), []);
	}
}

/* A daemon that serves and ends with the test T. */
export async function daemon(t, pools) {
	const d = new Daemon(pools);
	t.after(() => d.end());
	return d.start();
}
