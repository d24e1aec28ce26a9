/* What nginx keeps of public pages, and what it must never mix. */
import assert from 'node:assert/strict';
import test from 'node:test';
import {gunzipSync} from 'node:zlib';
import {ask, submit, unharmed, unseen} from './lib.mjs';

unharmed(test);

const gzip = {'Accept-Encoding': 'gzip, deflate, br'};
const state = (answer) => answer.headers['x-cache'];

/* An address that no other test uses; its page is the same. */
const place = (suffix = '') => `/begroting${suffix}?q=${unseen()}`;

/* Ask again at once, so that the page is not a second old: try until it is
 * kept, since a busy machine may be slow. */
async function kept(path, options) {
	let answer;
	for (let n = 0; n < 50; n++) {
		answer = await ask(path, options);
		if (state(answer) === 'HIT')
			return answer;
	}
	return answer;
}

test('a public page is kept for a second', async () => {
	const path = place();
	const first = await ask(path);
	assert.equal(state(first), 'MISS');
	assert.equal(first.headers['cache-control'], 'public, max-age=1');
	const again = await kept(path);
	assert.equal(state(again), 'HIT');
	assert.deepEqual(again.body, first.body);
});

const variants = [
	['a language', {Cookie: 'taal=en'}],
	['a language of the browser', {'Accept-Language': 'fr'}],
	['a representation', {Accept: 'application/json'}],
	['another representation', {Accept: 'text/csv'}],
	['compression', gzip],
];
for (const [what, headers] of variants)
	test(`${what} is kept apart`, async () => {
		const path = place();
		const plain = await kept(path, {});
		const other = await ask(path, {headers});
		assert.equal(state(other), 'MISS');
		assert.notDeepEqual(other.body, plain.body);
		assert.deepEqual((await kept(path, {headers})).body, other.body);
		assert.deepEqual((await kept(path, {})).body, plain.body);
	});

test('what does not matter does not split the cache', async () => {
	const path = place();
	await ask(path, {headers: {'Accept-Language': 'en-GB'}});
	await kept(path, {headers: {'Accept-Language': 'en-GB'}});
	for (const headers of [
		{'Accept-Language': 'en-US,en;q=0.5'},
		{Cookie: 'taal=en; iets=anders'},
		{Cookie: 'taal=en', 'User-Agent': 'x'},
		{Cookie: 'taal=en', 'X-Forwarded-For': '1.2.3.4'},
	])
		assert.equal(state(await kept(path, {headers})), 'HIT');
});

test('two requests never share a key', async () => {
	for (const between of ['|', ' ', '?', '\t', ':', '"']) {
		const mark = unseen(), sign = encodeURIComponent(between);
		await kept(`/begroting?q=${mark}`);
		assert.equal((await ask(`/begroting${sign}q=${mark}`)).status, between === '\t' ? 400 : 404);
		await kept(`/begroting?q=${mark}|`);
		assert.equal((await ask(`/begroting%7Cq=${mark}`)).status, 404);
	}
});

test('a compressed page is the same page', async () => {
	const path = place();
	const plain = await ask(path);
	const small = await ask(path, {headers: gzip});
	assert.equal(small.headers['content-encoding'], 'gzip');
	assert.deepEqual(gunzipSync(small.body), plain.body);
	assert.ok(small.body.length * 2 < plain.body.length);
	for (const refused of ['identity', 'br', 'gzip;q=0', 'gzip; q=0.0, br'])
		assert.equal((await ask(path, {headers: {'Accept-Encoding': refused}}))
			.headers['content-encoding'], undefined, refused);
});

test('who has the page gets 304, from the host and from what is kept', async () => {
	const path = place();
	const first = await ask(path);
	assert.match(first.headers.etag, /^(W\/)?"[0-9a-f]+"$/);
	const headers = {'If-None-Match': first.headers.etag};
	for (let n = 0; n < 3; n++) {
		const again = await ask(path, {headers});
		assert.equal(again.status, 304);
		assert.equal(again.body.length, 0);
		assert.equal(again.headers.etag, first.headers.etag);
	}
	assert.equal((await ask(path, {headers: {'If-None-Match': '"0000"'}})).status, 200);
	/* A question with a condition must not leave an empty page behind. */
	const other = place();
	await ask(other, {headers});
	assert.ok((await ask(other)).body.length > 0);
});

test('a compressed page has an entity tag of its own', async () => {
	const path = place();
	const plain = await ask(path), small = await ask(path, {headers: gzip});
	assert.notEqual(plain.headers.etag, small.headers.etag);
});

test('HEAD has the headers of GET and no body', async () => {
	const path = place();
	const get = await ask(path), head = await ask(path, {method: 'HEAD'});
	assert.equal(head.status, 200);
	assert.equal(head.body.length, 0);
	for (const name of ['content-type', 'content-length', 'etag', 'content-language'])
		assert.equal(head.headers[name], get.headers[name], name);
	const other = place();
	await ask(other, {method: 'HEAD'});
	assert.ok((await ask(other)).body.length > 0, 'and leaves no empty page behind');
});

test('a representation that is not known is not kept', async () => {
	const path = place(), headers = {Accept: 'text/html;q=0.1, x/y'};
	for (const accept of ['x/y', 'image/*', ', ,', 'application/xhtml+xml']) {
		await ask(path, {headers: {Accept: accept}});
		assert.notEqual(state(await ask(path, {headers: {Accept: accept}})), 'HIT');
	}
	assert.equal((await ask(path)).status, 200);
	assert.equal((await ask(path, {headers})).status, 200);
});

for (const [what, path] of [['an error', '/niets'], ['what is for operators', '/health'],
	['counters', '/metrics'], ['a wrong field', '/begroting/doelen?jaar=x']])
	test(`${what} is not kept`, async () => {
		for (let n = 0; n < 3; n++) {
			const answer = await ask(path);
			assert.notEqual(state(answer), 'HIT');
			assert.equal(answer.headers['cache-control'], 'no-store');
		}
	});

test('an answer to a form is not kept', async () => {
	for (const taal of ['en', 'fr', 'nl']) {
		const answer = await submit('/taal', {taal, terug: '/'});
		assert.match(answer.headers['set-cookie'][0], new RegExp(`^taal=${taal};`));
	}
});

test('a name that the visitor gives the server changes nothing', async () => {
	const path = place();
	const wrong = await ask(path, {headers: {Host: 'kwaad.example', 'X-Forwarded-Host': 'kwaad.example'}});
	assert.doesNotMatch(wrong.text, /kwaad/);
	assert.doesNotMatch((await ask(path)).text, /kwaad/);
});
