/* Files that never change: by their hash, compressed before. */
import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import test from 'node:test';
import {gunzipSync} from 'node:zlib';
import {ask} from './lib.mjs';

const page = (await ask('/')).text;
const files = [...new Set([...page.matchAll(/(?:href|src)="(\/static\/[^"]+)"/g)].map((m) => m[1]))];

test('a page names its files by their hash', () => {
	assert.ok(files.length >= 2);
	for (const file of files)
		assert.match(file, /^\/static\/[a-z_-]+\.[0-9a-f]{10}\.(css|js|svg)$/);
});

for (const file of files)
	test(`${file} stays as it is for a year`, async () => {
		const plain = await ask(file);
		assert.equal(plain.status, 200);
		assert.equal(plain.headers['cache-control'], 'public, max-age=31536000, immutable');
		assert.equal(plain.headers['content-encoding'], undefined);
		assert.match(plain.headers['content-type'],
			/^(text\/css; charset=utf-8|application\/javascript; charset=utf-8|image\/svg\+xml)/);
		assert.equal(createHash('sha256').update(plain.body).digest('hex').slice(0, 10),
			/\.([0-9a-f]{10})\./.exec(file)[1], 'the hash is that of the file');
		const small = await ask(file, {headers: {'Accept-Encoding': 'gzip'}});
		assert.equal(small.headers['content-encoding'], 'gzip');
		assert.deepEqual(gunzipSync(small.body), plain.body);
		const again = await ask(file, {headers: {'If-None-Match': plain.headers.etag}});
		assert.equal(again.status, 304);
	});

for (const path of ['/static/assets.json', '/static/fout/413.html', '/_fout/413.html', '/static',
	'/static/../nginx/belfort.conf.in', '/static/%2e%2e/core/templates/layout.mustache',
	'/static/belfort.0000000000.css', '/static/belfort.css', '/belfort.ini', '/.git/config'])
	test(`${path} is nobody's business`, async () => {
		assert.equal((await ask(path)).status, 404);
	});
