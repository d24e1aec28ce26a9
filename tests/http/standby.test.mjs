/* A standby for reading: pages that write nothing come from there, and while it
 * is away from the database itself.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';
import {ask, unharmed, unseen} from './lib.mjs';
import {reload} from '../hostile/deploy.mjs';

unharmed(test);

const file = `${process.env.BELFORT_DIR}/usr/etc/belfort/belfort.ini`, before = fs.readFileSync(file, 'utf8');
const conninfo = /^conninfo = (.*)$/m.exec(before)[1], away = 'host=/nowhere dbname=belfort';
const page = () => ask(`/begroting/herkomst.json?q=${unseen()}`);
const health = async () => (await ask('/health')).status;
const file_of_rows = () => ask(`/begroting/open/acties.csv?q=${unseen()}`);

/* Written in place: the file is the house's. */
async function databases(main, reads) {
	fs.writeFileSync(file, before.replace(/^conninfo = .*$/m, `conninfo = ${main}\nreads = ${reads}`));
	await reload();
}

test.after(async () => {
	fs.writeFileSync(file, before);
	await reload();
});

test('both are there', async () => {
	await databases(conninfo, conninfo);
	assert.deepEqual([(await page()).status, await health()], [200, 200]);
});

test('without the database itself there are still pages, and rows', async () => {
	await databases(away, conninfo);
	assert.deepEqual([(await page()).status, (await file_of_rows()).status], [200, 200]);
	assert.equal(await health(), 503, 'and operators are told');
});

test('without the standby nobody notices', async () => {
	await databases(conninfo, away);
	assert.deepEqual([(await page()).status, (await file_of_rows()).status, await health()], [200, 200, 200]);
});

test('without both there is nothing', async () => {
	await databases(away, away);
	assert.equal((await page()).status, 503);
});
