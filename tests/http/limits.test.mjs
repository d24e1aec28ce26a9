/* What is too much: each limit has an answer, and nobody else notices. */
import assert from 'node:assert/strict';
import test from 'node:test';
import {ask, submit, talk, unharmed, unseen} from './lib.mjs';

unharmed(test);

const form = {'Content-Type': 'application/x-www-form-urlencoded', Origin: 'http://x'};
const many = (n, piece) => Array.from({length: n}, (_, i) => piece(i)).join('');

test.afterEach(async () => assert.equal((await ask('/begroting')).status, 200));

test('a body over one megabyte', async () => {
	const answer = await ask('/taal', {method: 'POST', headers: form, body: 'a'.repeat((1 << 20) + 1)});
	assert.equal(answer.status, 413);
	assert.match(answer.text, /1 megabyte/);
});

test('a body that says it is larger than it is allowed, before it is sent', async () => {
	const {statuses} = await talk('POST /taal HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n');
	assert.deepEqual(statuses, [413]);
});

test('a body in pieces that grows over one megabyte', async () => {
	const piece = `10000\r\n${'a'.repeat(0x10000)}\r\n`;
	const {statuses} = await talk('POST /taal HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n'
		+ many(20, () => piece) + '0\r\n\r\n');
	assert.deepEqual(statuses, [413]);
});

test('an address of twenty thousand signs', async () => {
	assert.equal((await ask(`/begroting?q=${'a'.repeat(20000)}`)).status, 414);
});

test('ten thousand parameters in an address', async () => {
	assert.equal((await ask(`/begroting?${many(10000, (i) => `a${i}=1&`)}`)).status, 414);
});

test('more than a thousand parameters in an address', async () => {
	assert.equal((await ask(`/begroting?${many(1001, (i) => `a${i}&`)}`)).status, 400);
	assert.equal((await ask(`/begroting?${many(999, (i) => `a${i}&`)}`)).status, 200);
});

test('ten thousand parameters in a form', async () => {
	const answer = await ask('/taal', {
		method: 'POST', headers: {...form, Origin: 'null', 'Sec-Fetch-Site': 'same-origin'},
		body: many(10000, (i) => `a${i}=1&`),
	});
	assert.ok(answer.status >= 400 && answer.status < 500, `${answer.status}`);
});

test('ten thousand headers', async () => {
	const {statuses} = await talk(`GET / HTTP/1.1\r\nHost: x\r\n${many(10000, (i) => `X-${i}: 1\r\n`)}\r\n`);
	assert.deepEqual(statuses, [431]);
});

test('one header of twenty thousand signs', async () => {
	assert.equal((await ask('/', {headers: {'X-Long': 'a'.repeat(20000)}})).status, 431);
});

test('a cookie that has grown too large says what to do', async () => {
	const answer = await ask('/', {headers: {Cookie: `a=${'a'.repeat(17000)}`}});
	assert.equal(answer.status, 431);
	assert.match(answer.text, /cookies/);
});

test('as many headers as fit', async () => {
	const headers = Object.fromEntries(Array.from({length: 500}, (_, i) => [`X-Head-${i}`, 'x']));
	const answer = await ask('/', {headers});
	assert.ok([200, 431].includes(answer.status), `${answer.status}`);
});

test('more than a thousand cookies', async () => {
	const sent = (n) => ask(`/begroting?q=${unseen()}`, {headers: {Cookie: `${many(n - 1, (i) => `c${i}=1; `)}taal=en`}});
	assert.equal((await sent(1000)).status, 200);
	assert.equal((await sent(1001)).status, 400);
});

test('more than a thousand members in JSON', async () => {
	const answer = await submit('/taal', '', {'Content-Type': 'application/json'}, `{${many(1000, (i) => `"${i}": 1,`)} "taal": "en"}`);
	assert.equal(answer.status, 400);
});

test('a field that is longer than it may be names the field', async () => {
	const answer = await ask(`/begroting/zoeken.json?q=${'a'.repeat(3000)}`);
	assert.equal(answer.status, 422);
	assert.ok(answer.json.errors.length > 0);
	assert.equal(answer.json.errors[0].name, 'q');
});

test('the same field twice has one meaning', async () => {
	const answer = await submit('/taal', 'taal=en&taal=fr&terug=/');
	assert.ok([303, 400, 422].includes(answer.status), `${answer.status}`);
	if (answer.status === 303)
		assert.equal(answer.headers['set-cookie'].length, 1);
});

test('a deep path', async () => {
	assert.equal((await ask('/a'.repeat(1000))).status, 404);
});

test('two hundred at once', async () => {
	const answers = await Promise.all(Array.from({length: 200},
		(_, i) => ask(`/begroting?jaar=2026&n=${process.pid}-${i}`)));
	for (const answer of answers)
		assert.equal(answer.status, 200);
});

test('a visitor who stops half-way keeps nobody waiting', async () => {
	const silent = Array.from({length: 50}, () => talk('POST /taal HTTP/1.1\r\nHost: x\r\n'
		+ 'Content-Length: 1000\r\nConnection: close\r\n\r\nabc'));
	for (let n = 0; n < 20; n++)
		assert.equal((await ask(`/begroting?n=${process.pid}-${n}`)).status, 200);
	for (const {statuses} of await Promise.all(silent))
		assert.ok(statuses.every((status) => status === 408), `${statuses}`);
});
