/* Input that no browser sends: each with a clear answer, and nothing lost. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';
import {ask, submit, talk, unharmed, unseen} from './lib.mjs';

unharmed(test);

const one = (line, ...headers) => talk([line, 'Host: localhost', 'Connection: close', ...headers, '', ''].join('\r\n'));

/* Paths that would lead out, or somewhere by another name. */
for (const path of ['/../etc/passwd', '/../../../../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/begroting/../../etc/passwd',
	'/begroting/%2e%2e%2f%2e%2e%2fetc%2fpasswd', '/static/../../../etc/belfort/belfort.ini', '/static/%2e%2e/%2e%2e/belfort/nginx/belfort.conf.in',
	'/static/..%2f..%2fetc%2fbelfort.ini', '/..;/begroting', '/begroting/..;/..;/etc', '/begroting/....//', '/.%2e/', '/%252e%252e/etc/passwd',
	'/begroting\\..\\..\\etc', '/%5c..%5cetc', '/%c0%ae%c0%ae/etc/passwd', '//elders.example/', '/%5celders.example/',
	'/%2f%2felders.example/', '/%09/elders.example/', '/%5c%2felders.example', '/.%2f/elders.example/', '/etc/passwd', '/begroting/'.repeat(200)])
	test(`the path ${path.slice(0, 50)} leads nowhere`, async () => {
		const {statuses, text} = await one(`GET ${path} HTTP/1.1`);
		assert.equal(statuses.length, 1);
		assert.ok([303, 301, 308, 400, 404].includes(statuses[0]), `${statuses}`);
		assert.doesNotMatch(text, /root:|conninfo|fastcgi_/);
		const where = /^Location: (.*)\r$/m.exec(text)?.[1];
		if (where)
			assert.match(where, /^(http:\/\/localhost(:\d+)?)?\/(?![/\\])/, 'and a redirect stays here');
	});

for (const [what, path] of [['half a percent sign', '/%'], ['no hexadecimal', '/%zz'], ['a zero byte', '/%00'],
	['a zero byte in the middle', '/begroting%00.json'], ['broken UTF-8', '/%ff'], ['overlong UTF-8', '/%c0%af'],
	['half a surrogate', '/%ed%a0%80'], ['beyond Unicode', '/%f4%90%80%80'], ['broken UTF-8 in a field', '/begroting/zoeken?q=%ff'],
	['half a character in a field', '/begroting/zoeken?q=%e2%82'], ['a zero byte in a field', '/begroting/zoeken?q=a%00b'],
	['no hexadecimal in a field', '/begroting/zoeken?q=%zz'], ['half a percent sign in a field', '/begroting/zoeken?q=100%'],
	['broken UTF-8 in the name of a field', '/begroting?%ff=1']])
	test(`${what} is a bad request`, async () => {
		const {statuses, text} = await one(`GET ${path} HTTP/1.1`);
		assert.deepEqual(statuses, [400]);
		assert.match(text, /<h1>/, 'with a page that says so');
	});

test('raw bytes in an address are a bad request, or taken as they are', async () => {
	const sent = Buffer.concat([Buffer.from('GET /begroting/zoeken?q='), Buffer.from([0xff, 0xfe]),
		Buffer.from(' HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')]);
	assert.deepEqual((await talk(sent)).statuses, [400]);
});

test('signs of every kind in a search come back as text', async () => {
	const tricky = '<script>alert(1)</script>"\'&{{=<% %>=}}{{{x}}} \u202e😀 %s%n$1 \\ ; --';
	const answer = await ask(`/begroting/zoeken?q=${encodeURIComponent(tricky)}`);
	assert.equal(answer.status, 200);
	assert.doesNotMatch(answer.text, /<script>alert/);
	assert.match(answer.text, /&lt;script&gt;alert\(1\)/);
});

for (const q of ["'", "';drop table budget.node;--", '%', '_', '\\', ':*', 'a & ! | (', '<->', '""', "'':A", '()', '*', ' ', '\u0001'])
	test(`a search for ${JSON.stringify(q)} finds something, or nothing`, async () => {
		const answer = await ask(`/begroting/zoeken.json?q=${encodeURIComponent(q)}`);
		assert.ok([200, 400, 422].includes(answer.status), `${answer.status} ${answer.text}`);
	});

for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND', 'BELFORT', 'POST'])
	test(`${method} on a page is not allowed, and what is allowed is named`, async () => {
		const answer = await ask('/begroting', {method, headers: {Origin: 'http://127.0.0.1'}});
		assert.equal(answer.status, 405);
		assert.equal(answer.headers.allow, 'GET, HEAD');
	});

test('GET on what takes a form only is not allowed', async () => {
	const answer = await ask('/taal');
	assert.equal(answer.status, 405);
	assert.equal(answer.headers.allow, 'POST');
});

for (const line of ['get / HTTP/1.1', 'G@T / HTTP/1.1', 'GET / HTTP/9.9', 'GET  HTTP/1.1', 'GET / HTTP/1.1 x', 'CONNECT x:443 HTTP/1.1',
	'GET http:// HTTP/1.1', 'GET begroting HTTP/1.1', '\u0000\u0001\u0002'])
	test(`the line ${JSON.stringify(line)} is refused`, async () => {
		const {statuses, text} = await one(line);
		assert.ok(statuses.length === 1 ? [400, 405, 505].includes(statuses[0]) : text.startsWith('<'), text.slice(0, 80));
	});

/* Two servers must not read one request in two ways. */
for (const [what, headers] of [
	['two lengths', ['Content-Length: 0', 'Content-Length: 5']],
	['a length and pieces', ['Content-Length: 4', 'Transfer-Encoding: chunked']],
	['pieces of an unknown kind', ['Transfer-Encoding: gzip, chunked']],
	['a negative length', ['Content-Length: -1']],
	['a length that is no number', ['Content-Length: 1x']],
	['two hosts', ['Host: elders.example']],
	['a header without a name', [': x']],
	['a zero byte in a header', ['X-Zero: a\u0000b']],
])
	test(`${what}: refused`, async () => {
		const {statuses} = await one('POST /taal HTTP/1.1', ...headers);
		assert.equal(statuses.length, 1);
		assert.ok([400, 501].includes(statuses[0]), `${statuses}`);
	});

test('no host at all', async () => {
	assert.deepEqual((await talk('GET / HTTP/1.1\r\n\r\n')).statuses, [400]);
});

test('pieces that break off', async () => {
	const {statuses} = await talk('POST /taal HTTP/1.1\r\nHost: x\r\nConnection: close\r\n'
		+ 'Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n');
	assert.deepEqual(statuses, [400]);
});

test('a slash at the end leads to the page without', async () => {
	for (const path of ['/begroting/', '/begroting//', '/begroting/wijken/4/']) {
		const answer = await ask(`${path}?taal=en`);
		assert.equal(answer.status, 301);
		assert.equal(answer.headers.location, `${path.replace(/\/+$/, '')}?taal=en`);
	}
});

for (const [what, path, status] of [
	['a form that is not there', '/begroting.xml', 404], ['no word', '/begroting/!', 404],
	['a number that is none', '/begroting/wijken/abc', 404], ['a number too large', `/begroting/wijken/${'9'.repeat(30)}`, 404],
	['a negative number', '/begroting/wijken/-1', 404], ['a number with a plus', '/begroting/wijken/+4', 404],
	['a number with noughts', '/begroting/wijken/0x4', 404], ['a suffix twice', '/begroting.json.json', 404],
	['a suffix of a page that has none', '/privacy.csv', 404],
	['another case', '/BEGROTING', 404]])
	test(`${what} is not found`, async () => {
		const answer = await ask(path);
		assert.equal(answer.status, status);
	});

test('a form sent to rows that are not there is not found', async () => {
	const forms = fs.readFileSync(new URL('rights.txt', import.meta.url), 'utf8').matchAll(/^POST (\/[^:{}]*): everybody$/gm);
	const paths = [...forms].map(([, path]) => path);
	assert.ok(paths.includes('/rechten/wat-is-er-voor-mij'));
	for (const path of paths)
		assert.equal((await submit(`${path}.csv`, {})).status, 404, path);
});

for (const accept of ['image/png', 'application/xml', 'x/y', ';', 'a'.repeat(5000), 'text/html;q=0', '*/*;q=0'])
	test(`Accept: ${accept.slice(0, 30)} is answered in words`, async () => {
		const answer = await ask('/begroting', {headers: {Accept: accept}});
		assert.ok([200, 406].includes(answer.status), `${answer.status}`);
		assert.ok(answer.body.length > 0);
	});

test('a representation that the page has not is named as such', async () => {
	assert.equal((await ask('/privacy', {headers: {Accept: 'text/csv'}})).status, 406);
	assert.equal((await ask('/begroting', {headers: {Accept: 'image/png'}})).status, 406);
});

for (const [what, headers] of [['another site', {Origin: 'https://kwaad.example'}], ['a site without a name', {Origin: 'null'}],
	['a part of ours', {Origin: 'http://127.0.0.1.kwaad.example'}], ['nobody knows where', {Origin: undefined}],
	['another site, says the browser', {Origin: undefined, 'Sec-Fetch-Site': 'cross-site'}],
	['a neighbour', {Origin: undefined, 'Sec-Fetch-Site': 'same-site'}]])
	test(`a form from ${what} changes nothing`, async () => {
		const all = {'Content-Type': 'application/x-www-form-urlencoded', ...headers};
		for (const name in all)
			if (all[name] === undefined)
				delete all[name];
		const answer = await ask('/taal', {method: 'POST', headers: all, body: 'taal=en&terug=/'});
		assert.equal(answer.status, 403);
		assert.equal(answer.headers['set-cookie'], undefined);
	});

for (const [what, type, body, statuses] of [
	['of an unknown kind', 'text/plain', 'taal=en', [415]],
	['that is no form', 'application/x-www-form-urlencoded', '%zz=%', [400]],
	['with broken UTF-8', 'application/x-www-form-urlencoded', 'taal=%ff', [400]],
	['of broken JSON', 'application/json', '{"taal":', [400, 415]],
	['of JSON that is no object', 'application/json', '[1,2]', [400, 415, 422]],
	['of deep JSON', 'application/json', '['.repeat(50000), [400, 415]],
	['in parts without an end', 'multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="taal"\r\n\r\nen', [400]],
	['in parts with a file', 'multipart/form-data; boundary=x',
		'--x\r\nContent-Disposition: form-data; name="taal"; filename="en"\r\n\r\nen\r\n--x--\r\n', [415]],
	['in parts without a boundary', 'multipart/form-data', 'x', [400]],
	['that is empty', 'application/x-www-form-urlencoded', '', [422]],
])
	test(`a body ${what} is refused`, async () => {
		const answer = await submit('/taal', '', {'Content-Type': type}, body);
		assert.ok(statuses.includes(answer.status), `${answer.status}`);
		assert.equal(answer.headers['set-cookie'], undefined);
	});

test('many different mistakes leave the house as it was', async () => {
	for (let n = 0; n < 200; n++)
		await ask(`/${unseen()}%ff?${'&='.repeat(n)}`);
	assert.equal((await ask('/health')).status, 200);
});
