/* Who may reach what inside the house: each user its own role and socket. */
import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import fs from 'node:fs';
import test from 'node:test';
import {ask, house, unharmed} from './lib.mjs';

unharmed(test);

const dir = process.env.BELFORT_DIR;
const login = (user, role) => house('call_as', user, 'psql', '-qXAt', '-h', `${dir}/run`,
	'-U', role, '-d', 'belfort', '-c', 'select current_user').trim();

/* One user serves all where namespaces cannot be had. */
if (process.env.BELFORT_HOUSE !== 'none') {
	test('each user logs in as its own role', () => {
		assert.equal(login('belfort-city', 'belfort_city'), 'belfort_city');
		assert.equal(login('belfort-pg', 'postgres'), 'postgres');
	});
	for (const [user, role] of [['belfort-city', 'belfort'], ['belfort-city', 'postgres'], ['belfort-city', 'belfort_budget'],
		['belfort-web', 'belfort_city'], ['belfort-web', 'postgres'], ['nobody', 'belfort_city'], ['www-data', 'belfort']])
		test(`${user} does not log in as ${role}`, () => {
			assert.throws(() => login(user, role), /authentication failed|not permitted to log in/);
		});

	for (const [user, may] of [['belfort-web', true], ['belfort-city', true], ['nobody', false], ['www-data', false], ['belfort-pg', false]])
		test(`${user} ${may ? 'may' : 'may not'} connect to the host`, () => {
			const code = `require('net').connect('${dir}/run/city.sock')
				.on('connect', () => process.exit(0)).on('error', (e) => { console.log(e.code); process.exit(1); })`;
			const run = spawnSync(`${process.env.BELFORT_TREE}/demo/house`,
				['inside', dir, 'call_as', user, process.execPath, '-e', code], {encoding: 'utf8'});
			assert.equal(run.status, may ? 0 : 1, run.stderr);
			if (!may)
				assert.match(run.stdout, /EACCES/);
		});

	test('workers are not root and keep no group of root', () => {
		const master = fs.readFileSync(`${dir}/run/master.pid`, 'utf8').trim();
		for (const pid of fs.readFileSync(`/proc/${master}/task/${master}/children`, 'utf8').trim().split(' ')) {
			const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8');
			assert.match(status, /^Uid:\t(60202|60206|60211)\t\1\t\1\t\1$/m);
			assert.match(status, /^CapEff:\t0+$/m);
		}
	});
}

test('one request from the environment is the same page', async () => {
	const env = {
		...process.env, GATEWAY_INTERFACE: 'CGI/1.1', REQUEST_METHOD: 'GET',
		PATH_INFO: '/begroting.json', QUERY_STRING: '', SERVER_PROTOCOL: 'HTTP/1.1',
	};
	const out = execFileSync(`${process.env.BELFORT_TREE}/demo/house`,
		['inside', dir, 'call_as', 'belfort-city', 'belfortd'], {env, encoding: 'utf8'});
	const body = out.slice(out.indexOf('\r\n\r\n') + 4);
	assert.match(out, /^(Status: 200|Content-Type: application\/json)/m);
	assert.equal(body, (await ask('/begroting.json')).text);
});
