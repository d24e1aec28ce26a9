/* Sign-in by a provider that lies, by somebody in between, or in the browser of
 * another: each is refused, says nothing of why to the visitor, and the log
 * tells.
 */
import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import test from 'node:test';
import {ask, base, log, sql, unharmed} from './lib.mjs';
import {Liar, configure, halfHash, kept, secret, signed, unconfigure} from './provider.mjs';
import {Visitor} from './visitor.mjs';

let liar, settings;
test.before(async () => {
	liar = await new Liar().listen();
	settings = {provider: liar.issuer, provider_secret: kept('secret', secret)};
	await configure({...settings, provider_least: 'substantial'});
});
test.after(async () => {
	liar.close();
	await unconfigure();
});
unharmed(test);
test.beforeEach(() => liar.truth());
test.afterEach(() => sql(`truncate people.provider_identity, people.provider_session, people.provider_start,
	people.provider_end; delete from people.account where kind = 'resident'`));

/* A journey to the provider, and the address that leads back from there. */
async function begin(visitor, query = '?terug=/begroting') {
	const {next} = await visitor.go(`/mijn/aanmelden/provider${query}`);
	const sent = new URL(next).searchParams, code = crypto.randomUUID();
	liar.nonce = sent.get('nonce');
	liar.codes.add(code);
	return {state: sent.get('state'), code, iss: liar.issuer};
}

const back = (visitor, said) => visitor.go(`/mijn/aanmelden/terug?${new URLSearchParams(said)}`);

async function signIn(visitor = new Visitor(), query = undefined) {
	return back(visitor, await begin(visitor, query));
}

const where = ({status, next}) => [status, next && new URL(next).pathname + new URL(next).search];
const home = [303, '/begroting'];
const to = (why) => [303, `/mijn/aanmelden?waarom=${why}&terug=%2Fbegroting`];

test('the truth is believed', async () => {
	const visitor = new Visitor();
	assert.deepEqual(where(await signIn(visitor)), home);
	assert.match((await visitor.go('/mijn')).text, /Lies Leugen/);
	const {form, authorization} = liar;
	assert.equal(form.get('grant_type'), 'authorization_code');
	const [name, password] = Buffer.from(authorization.replace('Basic ', ''), 'base64').toString().split(':');
	assert.deepEqual([name, decodeURIComponent(password)], ['belfort', secret]);
});

const es256 = (encoding) => {
	liar.header = {alg: 'ES256', kid: 'ec'};
	liar.make = () => signed(liar.header, liar.claims(), liar.ec.privateKey, encoding);
};
const header = (more) => { liar.header = {...liar.header, ...more}; };
const says = (more) => { liar.change = (claims) => ({...claims, ...more}); };
const without = (name) => { liar.change = ({[name]: gone, ...rest}) => rest; };
const raw = (change) => { liar.make = () => signed(liar.header, change(JSON.stringify(liar.claims())), liar.key); };
const after = (change) => { const make = liar.make; liar.make = () => change(make()); };
const now = () => Math.floor(Date.now() / 1000);
const hmac = (key) => (text) => crypto.createHmac('sha256', key).update(text).digest();

const good = [
	['ES256', () => es256()],
	['for us and another, made for us', () => says({aud: ['x', 'belfort'], azp: 'belfort'})],
	['a clock 50 seconds late', () => says({iat: now() - 50, exp: now() - 50})],
	['a clock 50 seconds early', () => says({iat: now() + 50, nbf: now() + 50})],
	['no at_hash', () => without('at_hash')],
	['no key id', () => { liar.header = {alg: 'RS256'}; }],
	['times with a fraction', () => says({iat: now() + 0.5, exp: now() + 300.5})],
	['type JWT', () => header({typ: 'JWT'})],
	['eID', () => says({acr: 'urn:demo:eid'})],
];
for (const [what, change] of good)
	test(`believed: ${what}`, async () => {
		change();
		assert.deepEqual(where(await signIn()), home);
	});

const bad = [
	['alg none', /algorithm/, () => { header({alg: 'none'}); liar.key = () => Buffer.alloc(0); }],
	['alg none with a signature', /algorithm/, () => header({alg: 'none'})],
	['HS256 with the public key', /algorithm/, () => {
		header({alg: 'HS256'});
		liar.key = hmac(liar.rsa.publicKey.export({type: 'spki', format: 'pem'}));
	}],
	['HS256 with the secret of the client', /algorithm/, () => { header({alg: 'HS256'}); liar.key = hmac(secret); }],
	['the key of another', /signature/, () => { liar.key = crypto.generateKeyPairSync('rsa', {modulusLength: 2048}).privateKey; }],
	['a signature cut short', /signature/, () => after((text) => text.replace(/[^.]*$/, (tail) =>
		Buffer.from(tail, 'base64url').subarray(8).toString('base64url')))],
	['no signature', /three parts/, () => after((text) => text.replace(/\.[^.]*$/, ''))],
	['claims changed after they were signed', /signature/, () => after((text) => text.replace(/\.[^.]*\./,
		`.${Buffer.from(JSON.stringify({...liar.claims(), sub: 'x'})).toString('base64url')}.`))],
	['ES256 in DER', /signature/, () => es256('der')],
	['another curve', /no key/, () => {
		header({alg: 'ES256', kid: 'p384'});
		liar.key = liar.p384.privateKey;
	}],
	['RS256 with the id of the other key', /no key/, () => header({kid: 'ec'})],
	['crit', /critical/, () => header({crit: ['exp']})],
	['the type of an access token', /another type/, () => header({typ: 'at+jwt'})],
	['the type of a logout token', /another type/, () => header({typ: 'logout+jwt'})],
	['a name twice', /each name once/, () => raw((text) => text.replace('{', '{"sub":"x",'))],
	['a huge token', /three parts/, () => says({more: 'x'.repeat(20000)})],
	['another issuer', /: iss/, () => says({iss: 'https://other.example'})],
	['an issuer with a slash more', /: iss/, () => says({iss: `${liar.issuer}/`})],
	['no issuer', /: iss/, () => without('iss')],
	['another audience', /: aud/, () => says({aud: 'other'})],
	['audiences without us', /: aud/, () => says({aud: ['other', 'more']})],
	['several audiences, made for nobody', /: aud/, () => says({aud: ['belfort', 'other']})],
	['an empty audience', /: aud/, () => says({aud: []})],
	['made for another', /: azp/, () => says({aud: ['belfort', 'other'], azp: 'other'})],
	['made for another, with us as audience', /: azp/, () => says({azp: 'other'})],
	['expired', /: exp/, () => says({exp: now() - 70})],
	['no end', /: exp/, () => without('exp')],
	['an end that is text', /: exp/, () => says({exp: String(now() + 300)})],
	['not yet valid', /: nbf/, () => says({nbf: now() + 70})],
	['made later than now', /: iat/, () => says({iat: now() + 70})],
	['made before this journey', /: iat/, () => says({iat: now() - 70})],
	['another nonce', /: nonce/, () => says({nonce: 'x'})],
	['no nonce', /: nonce/, () => without('nonce')],
	['at_hash of another token', /: at_hash/, () => says({at_hash: halfHash('another')})],
	['no subject', /: sub/, () => without('sub')],
	['an empty subject', /: sub/, () => says({sub: ''})],
	['a subject without end', /: sub/, () => says({sub: 'x'.repeat(300)})],
	['acr that nobody knows', /: acr/, () => says({acr: 'urn:demo:new'})],
	['acr that is part of a known one', /: acr/, () => says({acr: 'urn:demo'})],
	['no acr', /: acr/, () => without('acr')],
	['no token', /lacks a token/, () => { liar.make = () => undefined; }],
	['an answer that is no JSON', /200, without JSON/, () => { liar.token = () => [200, 'hello']; }],
	['an answer with a name twice', /200, without JSON/, () => { liar.token = () => [200, '{"id_token":"a","id_token":"b"}']; }],
	['a refused code', /answered 400/, () => { liar.status = 400; }],
];
for (const [what, detail, change] of bad)
	test(`refused: ${what}`, async () => {
		const visitor = new Visitor(), from = log.where('belfort');
		change();
		assert.deepEqual(where(await signIn(visitor)), to('refused'));
		assert.equal(visitor.session, undefined);
		assert.match(log.since('belfort', from), detail);
		assert.equal(sql('select count(*) from people.provider_identity'), '0');
	});

test('refused: a level that is too low, with a word of what is needed', async () => {
	says({acr: 'urn:demo:low'});
	const answer = await signIn();
	assert.deepEqual(where(answer), to('level'));
	assert.match((await new Visitor().go(answer.next)).text, /met uw eID of met itsme/);
});

test('who had to show who they are did so just now', async () => {
	for (const [when, at] of [[undefined, 'refused'], [now() - 3600, 'refused'], ['soon', 'refused'], [now() + 90, 'refused'], [now(), 'good']]) {
		says({auth_time: when});
		const answer = await signIn(new Visitor(), '?terug=/begroting&waarom=fresh');
		assert.deepEqual(where(answer), at === 'good' ? home : to('refused'), String(when));
	}
});

const answers = [
	['another issuer (mix-up)', 'refused', (said) => ({...said, iss: 'https://other.example'})],
	['no issuer, though it is announced', 'refused', ({iss, ...rest}) => rest],
	['neither code nor error', 'refused', ({code, ...rest}) => rest],
	['an error of another issuer', 'refused', ({state}) => ({state, error: 'access_denied', iss: 'https://other.example'})],
	['access_denied', 'cancelled', ({code, ...rest}) => ({...rest, error: 'access_denied'})],
	['access_denied beside a code', 'cancelled', (said) => ({...said, error: 'access_denied'})],
	['temporarily_unavailable', 'away', ({code, ...rest}) => ({...rest, error: 'temporarily_unavailable'})],
	['another error', 'refused', ({code, ...rest}) => ({...rest, error: '<script>'})],
];
for (const [what, why, change] of answers)
	test(`an answer with ${what}: ${why}`, async () => {
		const visitor = new Visitor(), before = liar.asked.token;
		assert.deepEqual(where(await back(visitor, change(await begin(visitor)))), to(why));
		assert.equal(liar.asked.token, before, 'the code is shown to nobody');
		assert.equal(visitor.session, undefined);
	});

test('an answer without issuer is taken where none is announced', async () => {
	delete liar.about.authorization_response_iss_parameter_supported;
	await configure(settings);
	const visitor = new Visitor(), {iss, ...said} = await begin(visitor);
	assert.deepEqual(where(await back(visitor, said)), home);
	assert.deepEqual(where(await back(visitor, {...await begin(visitor), iss: 'https://other.example'})), to('refused'));
	liar.truth();
	await configure({...settings, provider_least: 'substantial'});
});

const late = [303, '/mijn/aanmelden?waarom=late'];
test('a journey of another browser is not gone on with', async () => {
	const mine = new Visitor(), theirs = new Visitor();
	const said = await begin(theirs);
	assert.deepEqual(where(await back(mine, said)), late, 'without a cookie');
	await begin(mine);
	assert.deepEqual(where(await back(mine, said)), late, 'with one of its own');
	liar.nonce = undefined;
	const answer = await back(theirs, said);
	assert.deepEqual(where(answer), to('refused'), 'it still stands for who began it');
});

test('a journey ends once, and after ten minutes', async () => {
	const visitor = new Visitor(), said = await begin(visitor);
	assert.deepEqual(where(await back(visitor, said)), home);
	const before = liar.asked.token;
	assert.deepEqual(where(await back(visitor, said)), late);
	const old = await begin(visitor);
	sql(`update people.provider_start set made = now() - interval '601 seconds'`);
	assert.deepEqual(where(await back(visitor, old)), late);
	assert.equal(liar.asked.token, before, 'no code is shown');
	await begin(visitor);
	assert.equal(sql('select count(*) from people.provider_start'), '1', 'what is old goes away');
});

test('at the same moment it ends once too', async () => {
	const visitor = new Visitor(), said = await begin(visitor);
	const all = await Promise.all(Array.from({length: 8}, () => back(visitor, said)));
	assert.equal(all.filter((each) => where(each)[1] === '/begroting').length, 1);
});

test('states that are none', async () => {
	const visitor = new Visitor(), {state, ...said} = await begin(visitor);
	for (const each of ['', 'x', `${state}x`, state.toLowerCase(), 'é'.repeat(22)])
		assert.deepEqual(where(await back(visitor, {...said, state: each})), late, each);
	const twice = await visitor.go(`/mijn/aanmelden/terug?state=${state}&state=${state}&code=x`);
	assert.equal(twice.status, 422);
});

test('a code that was used is refused by the provider, and by us', async () => {
	const visitor = new Visitor(), first = await begin(visitor);
	await back(visitor, first);
	const second = await begin(visitor);
	assert.deepEqual(where(await back(visitor, {...second, code: first.code})), to('refused'));
});

test('two tabs are two journeys', async () => {
	const visitor = new Visitor();
	const one = await begin(visitor), nonce = liar.nonce, two = await begin(visitor, '?terug=/privacy');
	assert.deepEqual(where(await back(visitor, two)), [303, '/privacy']);
	liar.nonce = nonce;
	assert.deepEqual(where(await back(visitor, one)), home);
});

test('the way back leads to this site only', async () => {
	for (const terug of ['//evil.example', 'https://evil.example', '/\\evil.example'])
		assert.equal((await ask(`/mijn/aanmelden/provider?terug=${encodeURIComponent(terug)}`)).status, 422, terug);
	const visitor = new Visitor(), said = await begin(visitor);
	assert.deepEqual(where(await back(visitor, {...said, terug: 'https://evil.example'})), home);
});

test('what the token leaves out is asked for, of the same person', async () => {
	const from = () => sql(`select name from people.account where kind = 'resident' order by made desc limit 1`);
	const nameless = ({given_name: given, family_name: family, ...rest}) => rest;
	liar.change = nameless;
	liar.userinfo = {name: 'Uit Info'};
	await signIn();
	assert.equal(from(), 'Uit Info');
	liar.subject = `liar-${crypto.randomUUID()}`;
	liar.userinfo = {name: 'Van Een Ander', sub: 'another'};
	await signIn();
	assert.equal(from(), 'Inwoner');
});

test('a name is not markup', async () => {
	const visitor = new Visitor();
	says({given_name: '<script>', family_name: '"&'});
	await signIn(visitor);
	assert.match((await visitor.go('/mijn')).text, /Dag &lt;script&gt; &quot;&amp;/);
});

test('discovery that is not right is not gone by', async () => {
	const wrong = [
		() => { liar.about.issuer = 'https://other.example'; },
		() => { delete liar.about.token_endpoint; },
		() => { liar.about.authorization_endpoint = 'http://evil.example/auth'; },
		() => { liar.about.jwks_uri = 'file:///etc/passwd'; },
		() => { liar.about = '{"issuer": "a", "issuer": "b"}'; },
		() => { liar.about = 'x'.repeat(300000); },
	];
	for (const change of wrong) {
		liar.truth();
		change();
		await configure(settings);
		assert.deepEqual(where(await new Visitor().go('/mijn/aanmelden/provider?terug=/begroting')), to('away'), String(change));
	}
	liar.truth();
	await configure({...settings, provider_least: 'substantial'});
});

test('new keys are taken, and asked for at most once a minute', async () => {
	await configure(settings);
	const workers = 4;
	assert.deepEqual(where(await signIn()), home);
	liar.asked.keys = 0;
	liar.rsa = crypto.generateKeyPairSync('rsa', {modulusLength: 2048});
	liar.keys = [{...liar.rsa.publicKey.export({format: 'jwk'}), kid: 'new'}];
	liar.key = liar.rsa.privateKey;
	header({kid: 'new'});
	for (let i = 0; i < 3 * workers; i++)
		assert.deepEqual(where(await signIn()), home);
	header({kid: 'never'});
	liar.asked.keys = 0;
	for (let i = 0; i < 5 * workers; i++)
		assert.deepEqual(where(await signIn()), to('refused'));
	assert.ok(liar.asked.keys <= workers, `asked ${liar.asked.keys} times`);
	header({kid: 'new'});
	assert.deepEqual(where(await signIn()), home, 'who is right comes in');
	await configure({...settings, provider_least: 'substantial'});
});

const event = {'http://schemas.openid.net/event/backchannel-logout': {}};
function logout(more, head = {alg: 'RS256', kid: 'rsa', typ: 'logout+jwt'}, key = liar.key) {
	const claims = {iss: liar.issuer, aud: 'belfort', iat: now(), exp: now() + 120, jti: crypto.randomUUID(), events: event, ...more};
	return signed(head, claims, key);
}
const leave = (token, headers = {}) => ask('/mijn/aanmelden/einde', {
	method: 'POST', body: `logout_token=${token}`,
	headers: {'Content-Type': 'application/x-www-form-urlencoded', ...headers},
});
const signedIn = async (visitor) => (await visitor.go('/mijn')).status === 200;

test('the provider ends one session, or all of somebody', async () => {
	const [one, two, three] = [new Visitor(), new Visitor(), new Visitor()];
	says({sid: 'one'});
	await signIn(one);
	says({sid: 'two'});
	await signIn(two);
	const subject = liar.subject;
	liar.subject = 'another';
	says({sid: 'three'});
	await signIn(three);
	const answer = await leave(logout({sid: 'one', sub: subject}));
	assert.deepEqual([answer.status, answer.headers['cache-control'], answer.text], [200, 'no-store', '']);
	assert.deepEqual([await signedIn(one), await signedIn(two), await signedIn(three)], [false, true, true]);
	assert.equal((await leave(logout({sub: subject}))).status, 200);
	assert.deepEqual([await signedIn(two), await signedIn(three)], [false, true]);
	assert.equal((await leave(logout({sid: 'three'}))).status, 200);
	assert.equal(await signedIn(three), false);
});

test('words that end nothing', async () => {
	const visitor = new Visitor();
	says({sid: 'mine'});
	await signIn(visitor);
	const sub = liar.subject, heard = logout({sid: 'elsewhere'});
	assert.equal((await leave(heard)).status, 200);
	const wrong = {
		'heard before': heard,
		'with a nonce': logout({sub, nonce: 'x'}),
		'without an event': logout({sub, events: {}}),
		'with an event that is text': logout({sub, events: {...event, [Object.keys(event)[0]]: 'x'}}),
		'of nobody': logout({}),
		'with a subject that is a number': logout({sub: 1, sid: 'mine'}),
		'without an id': logout({sub, jti: undefined}),
		'of another': logout({sub, iss: 'https://other.example'}),
		'for another': logout({sub, aud: 'other'}),
		'of long ago': logout({sub, iat: now() - 3600}),
		'expired': logout({sub, exp: now() - 70}),
		'of later': logout({sub, iat: now() + 3600}),
		'signed by another': logout({sub}, undefined, crypto.generateKeyPairSync('rsa', {modulusLength: 2048}).privateKey),
		'of another type': logout({sub}, {alg: 'RS256', kid: 'rsa', typ: 'at+jwt'}),
		'not signed': `${logout({sub}, {alg: 'none'}).replace(/[^.]*$/, '')}`,
		'an ID token': (liar.nonce = 'x', liar.change = (claims) => claims, liar.make()),
		'nothing': 'x',
	};
	for (const [what, token] of Object.entries(wrong))
		assert.equal((await leave(token)).status, 400, what);
	assert.equal((await leave('')).status, 422);
	assert.equal((await ask('/mijn/aanmelden/einde')).status, 405);
	assert.ok(await signedIn(visitor));
	assert.equal((await leave(logout({sub}), {Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site'})).status, 200,
		'it comes from anywhere, and has its proof with it');
	assert.equal(await signedIn(visitor), false);
});

test('another machine address is none', async () => {
	const from = {Origin: 'https://evil.example', 'Content-Type': 'application/x-www-form-urlencoded'};
	assert.equal((await ask('/mijn/afmelden', {method: 'POST', body: '', headers: from})).status, 403);
	assert.ok(base);
});
