/* With services = yes a plugin of others is a service of systemd: the master
 * leaves it, the socket starts its worker, and the tool speaks to systemd.
 */
import assert from 'node:assert/strict';
import {execFileSync, spawn} from 'node:child_process';
import fs from 'node:fs';
import test from 'node:test';
import {ask, log, sql, unharmed, until, unseen} from './lib.mjs';
import {master} from '../hostile/deploy.mjs';
import {at, deploy, takeAway} from './shed.mjs';

unharmed(test);

const dir = process.env.BELFORT_DIR, socket = `${dir}/run/toolshed.sock`;
const settings = `${dir}/usr/etc/belfort/belfort.ini`, before = fs.readFileSync(settings, 'utf8');
const said = `${dir}/cache/systemctl.log`, tools = fs.mkdtempSync(`${dir}/cache/tools-`);
const path = process.env.PATH;
let service;

/* Written in place: the file is the house's. */
const choose = (text) => fs.writeFileSync(settings, text);
const told = () => fs.readFileSync(said, 'utf8');

test.before(() => {
	fs.writeFileSync(said, '');
	fs.writeFileSync(`${tools}/systemctl`, `#!/bin/sh\necho "$*" >>${said}\n`, {mode: 0o755});
	process.env.PATH = `${tools}:${path}`;
	choose(before.replace('[host]', '[host]\nservices = yes'));
});
test.after(async () => {
	service?.kill();
	takeAway();
	choose(before);
	process.env.PATH = path;
	fs.rmSync(tools, {recursive: true});
	process.kill(master(), 'SIGHUP');
});

/* As belfort-pool@toolshed.socket and .service do. */
async function serve() {
	service = spawn('systemd-socket-activate', ['--inetd', '-l', socket, '-E', 'BELFORT_CONFIG', 'setpriv', '--no-new-privs',
		'--reuid', 'belfort-toolshed', '--regid', 'belfort-toolshed', '--clear-groups',
		`${dir}/usr/sbin/belfortd`, '--worker', 'toolshed'], {stdio: 'ignore'});
	await until(() => fs.existsSync(socket), 'the socket is there');
	execFileSync('chown', ['belfort-toolshed:belfort-web', socket]);
	fs.chmodSync(socket, 0o660);
}

test('the socket starts it, the master does not', async () => {
	const from = log.where('belfort');
	const served = until(() => told().includes('restart belfort-pool@toolshed.service'), 'the service is asked for').then(serve);
	await Promise.all([deploy(), served]);
	assert.equal((await ask(`${at}?q=${unseen()}`)).status, 200);
	await until(() => log.since('belfort', from).includes('event=serving'), 'the master has read it too');
	assert.doesNotMatch(log.since('belfort', from), /in=toolshed/, 'and started nothing');
	assert.match(told(), /^enable --now belfort-pool@toolshed\.socket\nrestart belfort-pool@toolshed\.service\ndisable --now belfort-jobs@toolshed\.service\n$/);
});

test('it is watched in the database as any other', () => {
	assert.equal(sql("select role from belfort.guest where feature = 'toolshed'"), 'belfort_toolshed_pool');
});

test('removed, its units are stopped', () => {
	execFileSync('belfort', ['plugin', 'remove', 'toolshed', '--yes'], {cwd: tools});
	assert.match(told(), /disable --now belfort-pool@toolshed\.socket belfort-pool@toolshed\.service belfort-jobs@toolshed\.service\n$/);
});
