/* Sign-in by a real provider of identities: there, back, and out again. */
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import test from 'node:test';
import {ask, base, log, sql, unharmed, until} from './lib.mjs';
import {Liar, city, configure, kept, real, secret, unconfigure} from './provider.mjs';
import {Visitor} from './visitor.mjs';

/* Whom the demo's register and the provider know. */
const known = (family) => sql(`select resident from people.person_name where family = '${family}'`);
const {rrn} = JSON.parse(fs.readFileSync(new URL('../../demo/provider/people.json', import.meta.url)))[0];
let provider;

test.before(async () => {
	provider = await real({client_secret: secret});
	await configure({
		provider: provider.issuer, provider_secret: kept('secret', `${secret}\n`),
		provider_number_scope: 'rrn', provider_number_claim: 'rrn',
	});
});
test.after(async () => {
	provider.close();
	await unconfigure();
});
unharmed(test);
test.afterEach(() => sql(`truncate people.provider_identity, people.provider_session, people.provider_start;
	delete from people.account where kind = 'resident'`));

const choose = (visitor, page, who, how = 'itsme') => visitor.go(page.url, {who, with: how});

/* From PATH to the provider, and back as WHO. */
async function signIn(visitor, who, {path = '/mijn/aanmelden/provider?terug=/mijn', how} = {}) {
	const page = await visitor.follow(await visitor.go(path));
	const answer = await choose(visitor, page, who, how);
	return visitor.follow(answer);
}

test('the button is there when a provider is', async () => {
	const {text} = await ask('/mijn/aanmelden?terug=/begroting');
	assert.match(text, /href="\/mijn\/aanmelden\/provider\?terug=%2Fbegroting"/);
	const renewed = await ask('/mijn/aanmelden?terug=/begroting&waarom=fresh');
	assert.match(renewed.text, /\?terug=%2Fbegroting&amp;waarom=fresh"/);
});

test('what goes to the provider', async () => {
	const visitor = new Visitor();
	const {status, next, headers} = await visitor.go('/mijn/aanmelden/provider?terug=/mijn');
	assert.equal(status, 303);
	const url = new URL(next), said = Object.fromEntries(url.searchParams);
	assert.equal(url.origin, provider.issuer);
	const {state, nonce, code_challenge: challenge, ...rest} = said;
	assert.deepEqual(rest, {
		response_type: 'code', client_id: 'belfort', redirect_uri: `${city}/mijn/aanmelden/terug`,
		scope: 'openid profile rrn', code_challenge_method: 'S256', ui_locales: 'nl',
		acr_values: 'urn:demo:low urn:demo:itsme urn:demo:eid',
	});
	for (const each of [state, nonce, challenge])
		assert.match(each, /^[A-Za-z0-9_-]{22,43}$/);
	assert.match(headers.get('set-cookie'),
		/^__Host-belfort-weg=[A-Za-z0-9_-]{43}; Path=\/; Max-Age=600; SameSite=Lax; HttpOnly; Secure$/);
	const secretText = visitor.jar(base.host).get('__Host-belfort-weg');
	const known = sql('select row_to_json(s) from people.provider_start s');
	for (const each of [secretText, state, nonce])
		assert.ok(!known.includes(each), 'the database knows no secret');
});

test('who signs in is known, and comes where they wanted', async () => {
	const visitor = new Visitor();
	const page = await signIn(visitor, 'lena', {path: '/mijn/aanmelden/provider?terug=/begroting'});
	assert.equal(page.url.pathname, '/begroting');
	assert.equal(page.status, 200);
	assert.match((await visitor.go('/mijn')).text, /Dag Lena Voorbeeld/);
	const {level, method} = JSON.parse(sql('select row_to_json(s) from people.session s where method = \'provider\''));
	assert.deepEqual({level, method}, {level: 'substantial', method: 'provider'});
	assert.equal(sql('select lang from people.account where name = \'Lena Voorbeeld\''), 'nl');
});

test('from any page of residents one comes back to it', async () => {
	const visitor = new Visitor();
	const page = await visitor.follow(await visitor.go('/mijn'), '/nowhere');
	const href = /href="(\/mijn\/aanmelden\/provider[^"]*)"/.exec(page.text)[1].replaceAll('&amp;', '&');
	assert.equal((await signIn(visitor, 'omar', {path: href, how: 'eid'})).url.pathname, '/mijn');
	assert.equal((await visitor.go('/mijn.json')).status, 200);
	assert.equal(sql('select level from people.session where method = \'provider\''), 'high');
});

test('the same person has the same account', async () => {
	await signIn(new Visitor(), 'griet');
	await signIn(new Visitor(), 'griet');
	await signIn(new Visitor(), 'jules');
	assert.equal(sql(`select count(*) from people.account where kind = 'resident'`), '2');
	assert.equal(sql(`select count(*) from people.session where method = 'provider'`), '3');
});

test('a number that the register knows links the account; none is kept', async () => {
	const from = log.where('belfort'), web = log.where('nginx');
	const visitor = new Visitor();
	await signIn(visitor, 'lena');
	assert.doesNotMatch((await visitor.go('/mijn')).text, /weten nog niet/);
	assert.equal(sql(`select resident from people.account where kind = 'resident'`), known('Voorbeeld'));
	const other = new Visitor();
	await signIn(other, 'noor');
	assert.match((await other.go('/mijn')).text, /weten nog niet/);
	const kept = sql(`select json_agg(t) from (
		select to_jsonb(a) t from people.account a union all select to_jsonb(i) from people.provider_identity i
		union all select to_jsonb(s) from people.provider_session s) x`);
	const said = log.since('belfort', from) + log.since('nginx', web);
	for (const secretText of [rrn, sql(`select encode(mac, 'hex') from people.resident where id = '${known('Voorbeeld')}'`), visitor.session])
		assert.ok(!kept.includes(secretText) && !said.includes(secretText), secretText);
	assert.doesNotMatch(said, /Lena|code=|state=|Voorbeeld/);
});

test('who had an account without the register is linked when it is known', async () => {
	const omar = known('Verzonnen'), mac = sql(`select encode(mac, 'hex') from people.resident where id = '${omar}'`);
	sql(`update people.resident set mac = sha256('somebody else') where id = '${omar}'`);
	await signIn(new Visitor(), 'omar');
	sql(`update people.resident set mac = '\\x${mac}' where id = '${omar}'`);
	await signIn(new Visitor(), 'omar');
	assert.equal(sql(`select count(*) || ' ' || max(resident::text) from people.account where kind = 'resident'`), `1 ${omar}`);
});

test('who stops is told so, and loses nothing', async () => {
	const visitor = new Visitor();
	const page = await visitor.follow(await visitor.go('/mijn/aanmelden/provider?terug=/begroting'));
	const answer = await visitor.follow(await choose(visitor, page, 'lena', ''));
	assert.equal(answer.url.pathname + answer.url.search, '/mijn/aanmelden?waarom=cancelled&terug=%2Fbegroting');
	assert.match(answer.text, /role="alert">U bent gestopt/);
	assert.match(answer.text, /provider\?terug=%2Fbegroting"/);
	assert.equal(visitor.session, undefined);
});

test('a session of before is not gone on with', async () => {
	const visitor = new Visitor();
	await signIn(visitor, 'lena');
	const before = visitor.session;
	await signIn(visitor, 'lena');
	assert.notEqual(visitor.session, before);
	assert.equal((await ask('/mijn', {headers: {Cookie: `__Host-belfort=${before}`}})).status, 303);
});

test('a fresh sign-in asks who it is again, and only that one is fresh', async () => {
	const visitor = new Visitor();
	const fresh = () => sql(`select count(*) from people.session where method = 'provider' and signed > now() - interval '10 minutes'`);
	await signIn(visitor, 'lena');
	assert.equal(fresh(), '0', 'when they showed who they are is not known');
	const again = await visitor.follow(await visitor.go('/mijn/aanmelden/provider?terug=/mijn'));
	assert.equal(again.url.pathname, '/mijn', 'the provider knows them still');
	const start = await visitor.go('/mijn/aanmelden/provider?terug=/mijn&waarom=fresh');
	const said = new URL(start.next).searchParams;
	assert.deepEqual([said.get('prompt'), said.get('max_age')], ['login', '0']);
	const page = await visitor.follow(start);
	assert.match(page.text, /Wie bent u/);
	assert.equal((await visitor.follow(await choose(visitor, page, 'lena'))).url.pathname, '/mijn');
	assert.equal(fresh(), '1');
});

test('for a higher level only what gives it is offered, and asked anew', async () => {
	const {text} = await ask('/mijn/aanmelden?terug=/mijn&waarom=level');
	const href = /href="(\/mijn\/aanmelden\/provider[^"]*)"/.exec(text)[1].replaceAll('&amp;', '&');
	const said = new URL((await new Visitor().go(href)).next).searchParams;
	assert.deepEqual([said.get('prompt'), said.get('acr_values')], ['login', 'urn:demo:itsme urn:demo:eid']);
});

test('signing out here, and there when one wants', async () => {
	const visitor = new Visitor();
	await signIn(visitor, 'lena');
	const csrf = /name="csrf" value="([^"]+)"/.exec((await visitor.go('/mijn')).text)[1];
	const out = await visitor.go('/mijn/afmelden', {csrf});
	assert.equal(new URL(out.next).pathname, '/mijn/afgemeld');
	const page = await visitor.follow(out);
	assert.match(page.text, /U bent afgemeld[^]*href="\/mijn\/afgemeld\/provider"/);
	assert.equal((await visitor.go('/mijn')).status, 303);
	const there = await visitor.go('/mijn/afgemeld/provider');
	assert.equal(there.status, 303);
	const confirm = await visitor.follow(there);
	const xsrf = /name="xsrf" value="([^"]+)"/.exec(confirm.text)[1];
	const action = /action="([^"]+)"/.exec(confirm.text)[1];
	const end = await visitor.follow(await visitor.go(action, {xsrf, logout: 'yes'}));
	assert.equal(end.url.pathname, '/mijn/afgemeld/overal');
	assert.match(end.text, /U bent overal afgemeld/);
	const anew = await visitor.follow(await visitor.go('/mijn/aanmelden/provider?terug=/mijn'));
	assert.match(anew.text, /Wie bent u/, 'the provider does not know them any more');
});

test('who signs out there is signed out here', async () => {
	const visitor = new Visitor(), other = new Visitor();
	await signIn(visitor, 'lena');
	await signIn(other, 'lena');
	const confirm = await visitor.follow(await visitor.go('/mijn/afgemeld/provider'));
	const xsrf = /name="xsrf" value="([^"]+)"/.exec(confirm.text)[1];
	await visitor.go(/action="([^"]+)"/.exec(confirm.text)[1], {xsrf, logout: 'yes'});
	await until(async () => (await visitor.go('/mijn')).status === 303, 'the session ends');
	assert.equal((await other.go('/mijn')).status, 200, 'that of another browser goes on');
});

test('while the provider is away, the site says so and goes on', async () => {
	const visitor = new Visitor();
	const page = await visitor.follow(await visitor.go('/mijn/aanmelden/provider?terug=/begroting'));
	const back = (await visitor.follow(await choose(visitor, page, 'lena'), '/mijn/aanmelden/terug')).next;
	provider.server.closeAllConnections();
	await new Promise((resolve) => provider.server.close(resolve));
	try {
		const away = await visitor.follow(await visitor.go(back));
		assert.equal(away.url.pathname + away.url.search, '/mijn/aanmelden?waarom=away&terug=%2Fbegroting');
		assert.match(away.text, /role="alert">Aanmelden met eID of itsme werkt nu even niet/);
		assert.equal((await ask('/begroting')).status, 200);
	} finally {
		await new Promise((resolve) => provider.server.listen(Number(new URL(provider.issuer).port), '127.0.0.1', resolve));
	}
	await until(async () => (await signIn(new Visitor(), 'lena')).url.pathname === '/mijn', 'it is asked again');
});

for (const [alg, type, options] of [['ES256', 'ec', {namedCurve: 'P-256'}], ['RS256', 'rsa', {modulusLength: 2048}]])
	test(`we show who we are with a key: ${alg}`, async () => {
		const {privateKey, publicKey} = crypto.generateKeyPairSync(type, options);
		const jwk = {kid: 'ours', alg, use: 'sig'};
		const own = await real({
			token_endpoint_auth_method: 'private_key_jwt', token_endpoint_auth_signing_alg: alg,
			id_token_signed_response_alg: alg, jwks: {keys: [{...publicKey.export({format: 'jwk'}), ...jwk}]},
		});
		await configure({provider: own.issuer,
			provider_key: kept('key', JSON.stringify({...privateKey.export({format: 'jwk'}), ...jwk}))});
		try {
			assert.equal((await signIn(new Visitor(), 'lena')).url.pathname, '/mijn');
		} finally {
			own.close();
		}
	});

test('a provider with a certificate is believed when it is the right one', async () => {
	const tls = new Liar(), [cert, key] = ['cert', 'key'].map((name) => `${process.env.BELFORT_DIR}/run/provider-tls-${name}`);
	execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=localhost',
		'-addext', 'subjectAltName=DNS:localhost', '-days', '1', '-keyout', key, '-out', cert], {stdio: 'ignore'});
	fs.chmodSync(cert, 0o644);
	await tls.listen({cert: fs.readFileSync(cert), key: fs.readFileSync(key)});
	const start = async (more) => {
		await configure({provider: tls.issuer, provider_secret: kept('secret', secret), ...more});
		return new URL((await new Visitor().go('/mijn/aanmelden/provider?terug=/mijn')).next);
	};
	try {
		assert.equal((await start({})).searchParams.get('waarom'), 'away', 'nobody vouches for it');
		assert.equal((await start({provider_ca: cert})).origin, tls.issuer);
	} finally {
		tls.close();
	}
});
