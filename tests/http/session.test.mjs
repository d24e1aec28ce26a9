/* Sessions: who may see a page, the cookie, the token of a form. */
import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import test from 'node:test';
import {ask, base, house, log, sql, submit, unharmed} from './lib.mjs';
import {signIn, token} from './signed.mjs';

unharmed(test);

const cookie = (secret) => ({Cookie: `__Host-belfort=${secret}`});

test('who is not signed in is sent to sign in, and back', async () => {
	for (const [path, where] of [['/mijn', '/mijn/aanmelden'], ['/beheer', '/beheer/aanmelden']]) {
		const {status, headers} = await ask(path);
		assert.equal(status, 303, path);
		assert.equal(headers.location, `${where}?terug=${encodeURIComponent(path)}`);
		assert.equal(headers['cache-control'], 'no-store');
	}
});

test('a program is told so', async () => {
	const {status, json} = await ask('/mijn.json');
	assert.equal(status, 401);
	assert.equal(json.kind, 'sign_in');
});

test('a secret that nobody was given opens nothing', async () => {
	const secrets = [crypto.randomBytes(32).toString('base64url'), 'x', 'a'.repeat(43),
		`${'a'.repeat(42)}'`, 'a'.repeat(5000)];
	for (const secret of secrets)
		assert.equal((await ask('/mijn', {headers: cookie(secret)})).status, 303, secret.slice(0, 50));
});

test('each kind of person sees their own pages only', async () => {
	const resident = signIn({kind: 'resident', level: 'low', name: 'Roos Proef'});
	const staff = signIn({kind: 'staff', name: 'Bas Proef'});
	const mine = await ask('/mijn', {headers: resident.headers});
	assert.equal(mine.status, 200);
	assert.match(mine.text, /Roos Proef/);
	assert.equal(mine.headers['cache-control'], 'no-store');
	assert.equal((await ask('/beheer', {headers: resident.headers})).status, 403);
	assert.match((await ask('/beheer', {headers: staff.headers})).text, /Bas Proef/);
	assert.equal((await ask('/mijn', {headers: staff.headers})).status, 403);
});

test('a page of one is never shown to another', async () => {
	const one = signIn({kind: 'resident', level: 'low', name: 'Een Proef'});
	const two = signIn({kind: 'resident', level: 'low', name: 'Twee Proef'});
	await ask('/mijn', {headers: one.headers});
	const {text, headers} = await ask('/mijn', {headers: two.headers});
	assert.match(text, /Twee Proef/);
	assert.doesNotMatch(text, /Een Proef/);
	assert.notEqual(headers['x-cache'], 'HIT');
});

test('a session ends when it is over, left alone, or its account is closed', async () => {
	const over = [
		`update people.session set made = now() - interval '9 hours', ends = now() - interval '1 second'`,
		`update people.session set seen = now() - interval '61 minutes'`,
		`update people.account set closed = now()`,
	];
	for (const change of over) {
		const who = signIn({kind: 'resident', level: 'low', name: 'Kort Proef'});
		assert.equal((await ask('/mijn', {headers: who.headers})).status, 200);
		sql(`${change} where ${change.includes('.session') ? 'account' : 'id'} = '${who.account}'`);
		assert.equal((await ask('/mijn', {headers: who.headers})).status, 303, change);
	}
});

test('signing out needs the form of this session', async () => {
	const who = signIn({kind: 'resident', level: 'low', name: 'Uit Proef'});
	const other = signIn({kind: 'resident', level: 'low', name: 'Ander Proef'});
	const tokens = [undefined, '', 'x', await token('/mijn', other.headers)];
	for (const csrf of tokens) {
		const {status, text} = await submit('/mijn/afmelden', csrf === undefined ? {} : {csrf}, who.headers);
		assert.equal(status, 403, String(csrf));
		assert.match(text, /te lang open/);
	}
	assert.equal((await ask('/mijn', {headers: who.headers})).status, 200);
	const csrf = await token('/mijn', who.headers);
	const foreign = await submit('/mijn/afmelden', {csrf}, {...who.headers, Origin: 'https://evil.example'});
	assert.equal(foreign.status, 403);
	const out = await submit('/mijn/afmelden', {csrf}, who.headers);
	assert.equal(out.status, 303);
	assert.equal(out.headers.location, '/');
	assert.match(out.headers['set-cookie'][0], /^__Host-belfort=; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=0$/);
	assert.equal((await ask('/mijn', {headers: who.headers})).status, 303);
});

test('neither the secret nor its owner is in a log', async () => {
	const from = log.where('belfort'), web = log.where('nginx');
	const who = signIn({kind: 'resident', level: 'low', name: 'Stil Proef'});
	await ask('/mijn?geheim=1', {headers: who.headers});
	const said = log.since('belfort', from) + log.since('nginx', web);
	assert.match(said, /route=/);
	assert.doesNotMatch(said, new RegExp(`${who.secret}|Stil|${who.account}|geheim`));
});

test('the pool reads no session and gives itself none', () => {
	const tries = ['select * from people.session', 'select * from people.account',
		`select people.who('x')`, `select people.may(null, 'x')`,
		`insert into people.session (id) values ('x')`];
	for (const text of tries)
		assert.throws(() => house('call_as', 'belfort-city', 'psql', '-qXAt', '-h',
			`${process.env.BELFORT_DIR}/run`, '-U', 'belfort_city', '-d', 'belfort', '-c', text),
		/permission denied/, text);
});

test('going back is to this site only', async () => {
	for (const terug of ['//evil.example', 'https://evil.example', '/\\evil.example', '/a\nb'])
		assert.equal((await ask(`/mijn/aanmelden?terug=${encodeURIComponent(terug)}`)).status, 422, terug);
	assert.equal((await ask('/mijn/aanmelden?terug=/begroting')).status, 200);
	assert.ok(base);
});
