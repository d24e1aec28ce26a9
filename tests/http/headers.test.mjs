/* What every answer carries, whoever gives it. */
import assert from 'node:assert/strict';
import test from 'node:test';
import {addresses, ask, submit, talk, unharmed, unseen} from './lib.mjs';

unharmed(test);

const policy = {
	'default-src': "'none'", 'style-src': "'self'", 'script-src': "'self'",
	'img-src': "'self' data:", 'font-src': "'self'", 'form-action': "'self'",
	'base-uri': "'none'", 'frame-ancestors': "'none'",
};

function csp(value) {
	return Object.fromEntries(value.split(';').map((part) => {
		const [name, ...rest] = part.trim().split(' ');
		return [name, rest.join(' ')];
	}));
}

function guarded(answer, what) {
	const names = answer.raw.filter((_, i) => i % 2 === 0).map((name) => name.toLowerCase());
	assert.deepEqual(csp(answer.headers['content-security-policy'] ?? ''), policy, what);
	assert.equal(answer.headers['x-content-type-options'], 'nosniff', what);
	assert.equal(answer.headers['referrer-policy'], 'same-origin', what);
	assert.equal(answer.headers['cross-origin-opener-policy'], 'same-origin', what);
	assert.match(answer.headers['permissions-policy'], /geolocation=\(\)/, what);
	assert.equal(answer.headers.server, 'nginx', `${what}: no version`);
	assert.equal(answer.headers['x-powered-by'], undefined, what);
	assert.equal(answer.headers['strict-transport-security'], undefined, `${what}: only under TLS`);
	for (const name of names)
		assert.ok(name === 'set-cookie' || names.indexOf(name) === names.lastIndexOf(name),
			`${what}: ${name} twice`);
}

/* What leads to a provider of identities is nowhere while there is none. */
const status = (path) => /\/(provider|terug)$/.test(path) ? 404 : 200;

for (const path of addresses())
	test(`${path} answers with all of them`, async () => {
		const answer = await ask(path);
		assert.equal(answer.status, status(path));
		guarded(answer, path);
		assert.match(answer.headers['content-type'], /^(text\/(html|csv); charset=utf-8|application\/)/);
		assert.match(answer.headers['x-request-id'], /^[0-9a-f]{32}$/);
	});

const refusals = [
	[404, '/niets', {}],
	[404, '/begroting/wijken/999', {}],
	[404, '/niets.json', {}],
	[405, '/begroting', {method: 'DELETE'}],
	[405, '/', {method: 'TRACE'}],
	[406, '/', {headers: {Accept: 'image/png'}}],
	[400, '/%ff', {}],
	[400, '/%zz', {}],
	[403, '/taal', {method: 'POST', body: 'taal=en'}],
	[422, '/begroting/doelen?jaar=abc', {}],
	[414, `/${'a'.repeat(20000)}`, {}],
	[431, '/', {headers: {'X-Long': 'a'.repeat(20000)}}],
	[413, '/taal', {method: 'POST', body: 'a'.repeat(1100000)}],
	[404, '/static/geen.0123456789.css', {}],
	[404, '/static', {}],
];
for (const [status, path, options] of refusals)
	test(`so does ${status} for ${options.method ?? 'GET'} ${path.slice(0, 30)}`, async () => {
		const answer = await ask(path, options);
		assert.equal(answer.status, status);
		guarded(answer, path.slice(0, 30));
		assert.equal(answer.headers['cache-control'], 'no-store');
		assert.match(answer.headers['x-request-id'], /^[0-9a-f]{32}$/);
	});

for (const [status, path, options] of refusals.filter(([s]) => s !== 406))
	test(`${status} for ${path.slice(0, 30)} is a problem document for who wants JSON`, async () => {
		const headers = {...options.headers, Accept: 'application/json'};
		const answer = await ask(path, {...options, headers});
		assert.equal(answer.status, status);
		/* What could not be read has no Accept yet. */
		if (status === 414 || status === 431 || path === '/%zz')
			return assert.match(answer.text, /<html lang="nl"/);
		assert.match(answer.headers['content-type'], /^application\/problem\+json/);
		assert.equal(answer.json.status, status);
		assert.ok(answer.json.title);
	});

test('a page of an error says what to do, in the language of the visitor', async () => {
	const answer = await ask('/niets', {headers: {Cookie: 'taal=fr'}});
	assert.match(answer.text, /<html lang="fr"/);
	assert.ok(answer.text.includes(answer.headers['x-request-id']), 'and names the request');
});

test('an answer to a form keeps the visitor here', async () => {
	const answer = await submit('/taal', {taal: 'en', terug: '/begroting'});
	assert.equal(answer.status, 303);
	guarded(answer, '/taal');
	assert.equal(answer.headers.location, '/begroting');
	assert.match(answer.headers['set-cookie'][0], /^taal=en; Path=\/; .*SameSite=Lax; HttpOnly/);
});

for (const elsewhere of ['https://elders.example/', '//elders.example/', '/\\elders.example',
	'javascript:alert(1)', '/\t/elders.example', '\\\\elders.example'])
	test(`and never sends anybody to ${JSON.stringify(elsewhere)}`, async () => {
		const answer = await submit('/taal', {taal: 'en', terug: elsewhere});
		if (answer.status === 303)
			assert.match(answer.headers.location, /^\/(?![/\\])/);
		else
			assert.ok([400, 422].includes(answer.status), `${answer.status}`);
		assert.doesNotMatch(String(answer.headers.location), /^[a-z]+:|[\t\\]/);
	});

test('a header cannot be made out of what a visitor sends', async () => {
	const sent = `GET /begroting?taal=en%0d%0aX-Made:%20yes&q=%0d%0aX-Made:%20${unseen()} HTTP/1.1\r\n`
		+ 'Host: localhost\r\nConnection: close\r\n\r\n';
	assert.doesNotMatch((await talk(sent)).text, /^X-Made/m);
});

test('each request has a number of its own, which a visitor cannot choose', async () => {
	const headers = {'X-Request-Id': 'a'.repeat(32), 'BF-Request-Id': 'b'.repeat(32), Accept: 'x/y'};
	const first = await ask('/', {headers}), second = await ask('/', {headers});
	assert.notEqual(first.headers['x-request-id'], second.headers['x-request-id']);
	assert.doesNotMatch(first.headers['x-request-id'], /^([ab])\1{31}$/);
});
