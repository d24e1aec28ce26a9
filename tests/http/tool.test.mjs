/* The operator's tool beside a host that serves. */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import test from 'node:test';
import {house} from './lib.mjs';

const dir = process.env.BELFORT_DIR;
const belfort = (...words) => spawnSync('belfort', words, {encoding: 'utf8'});

test('the doctor finds the house well', () => {
	const said = belfort('doctor');
	assert.equal(said.status, 0, said.stdout);
	assert.match(said.stdout, new RegExp(`^ok    ${dir}/run/city\\.sock$`, 'm'));
	assert.doesNotMatch(said.stdout, /jobs\.sock/, 'nobody asks background work anything');
	assert.doesNotMatch(said.stdout, /^fail/m);
});

test('a host that is away is told', () => {
	house('host_stop');
	const said = belfort('doctor');
	house('host_start');
	assert.match(said.stdout, new RegExp(`^warn  ${dir}/run/city\\.sock: nobody answers there`, 'm'));
	assert.equal(said.status, 0, 'which is no fault of the machine');
});

test('all fits together', () => {
	const said = belfort('check');
	assert.equal(said.status, 0, said.stderr);
	assert.match(said.stdout, /fit together/);
	assert.equal(belfort('nginx').stdout, fs.readFileSync(`${dir}/etc/locations.conf`, 'utf8'),
		'the web server has the locations of these plugins');
});
