/* A password and a code in the place of a key: set up, used once each, slowed
 * down.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import {ask, log, sql, submit, unharmed} from './lib.mjs';
import {token} from './signed.mjs';
import {asked, authenticator, belfort, cookie, invite, made, staff} from './passkey.mjs';
import {appUser, code, password, secretOf} from './totp.mjs';

unharmed(test);

/* What other tests tried from this machine does not slow down these. */
test.beforeEach(() => sql('delete from people.attempt'));

const enter = (who, cijfers, more = {}, headers = {}) => submit('/beheer/aanmelden/code',
	{email: who.email, wachtwoord: password, cijfers, ...more}, headers);
const wrong = (answer, name) => {
	assert.equal(answer.status, 422, name);
	assert.match(answer.text, /klopt niet/, name);
	assert.equal(answer.headers['set-cookie'], undefined, name);
};

test('somebody comes in by a link with a password and an app', async () => {
	const who = await appUser('App Proef');
	assert.equal(who.answer.status, 200);
	assert.equal(who.paper.length, 10);
	assert.match((await ask('/beheer', {headers: who.headers})).text, /App Proef/);
	assert.match((await ask(`${who.link}/code`)).text, /werkt niet meer/, 'the link is used up');
	const before = cookie(await enter(who, code(who.secret)));
	const after = cookie(await enter(who, code(who.secret, 1), {}, before));
	assert.notEqual(after.Cookie, before.Cookie);
	assert.equal((await ask('/beheer', {headers: before})).status, 303, 'nobody goes on with a session from before');
	assert.match((await ask('/beheer/sessies', {headers: after})).text, /Met een wachtwoord en een code/);
});

test('a code counts once, also ten times at once, and none before it', async () => {
	const who = await appUser('Eens Proef');
	const now = code(who.secret);
	const all = await Promise.all(Array.from({length: 3}, () => enter(who, now)));
	assert.equal(all.filter(({status}) => status === 303).length, 1);
	sql('delete from people.attempt');
	wrong(await enter(who, now), 'again');
	wrong(await enter(who, code(who.secret, -1)), 'the one before');
	assert.equal((await enter(who, code(who.secret, 1).replace(/(...)/, '$1 '))).status, 303, 'the next, with a blank');
	wrong(await enter(who, code(who.secret, 3)), 'one of later');
});

test('a code on paper counts once', async () => {
	const who = await appUser('Papier Proef');
	assert.equal((await enter(who, who.paper[3].toLowerCase().replaceAll('-', ' '))).status, 303);
	wrong(await enter(who, who.paper[3]), 'again');
	wrong(await enter(await appUser('Ander Papier'), who.paper[4]), 'of another');
	assert.equal((await enter(who, who.paper[4])).status, 303);
});

test('all three must be right, and nobody learns which was not', async () => {
	const who = await appUser('Drie Proef'), key = await staff('Sleutel Alleen');
	const texts = [
		await enter(who, '000000'),
		await enter(who, code(who.secret), {wachtwoord: 'een ander wachtwoord'}),
		await enter({email: 'niemand@gent.example'}, code(who.secret)),
		await enter(key, code(who.secret)),
	].map((answer) => {
		wrong(answer);
		return answer.text.replace(/value="[^"]*@[^"]*"|data-challenge="\w+"|[0-9a-f]{32,}/g, '');
	});
	assert.equal(new Set(texts).size, 1, 'one and the same page');
});

test('who fails slows down, and does not slow down others', async () => {
	const who = await appUser('Traag Proef'), other = await appUser('Vlug Proef');
	let answer;
	for (let n = 0; n < 7; n++)
		answer = await enter(who, '000000');
	assert.equal(answer.status, 429);
	assert.ok(Number(answer.headers['retry-after']) > 0);
	assert.equal((await enter(who, code(who.secret))).status, 429, 'for a right one too');
	assert.equal((await enter(other, code(other.secret))).status, 303);
});

test('setting up: a good password, the right code, this link', async () => {
	const who = invite('Stap Proef'), path = `${who.link}/code`;
	const {text} = await ask(path);
	const secret = secretOf(text);
	assert.match(text, /<path d="M\d+ \d+h1v1h-1z/);
	assert.equal(secretOf((await ask(path)).text), secret, 'the same until it is done');
	const short = await submit(path, {nieuw: 'kort', cijfers: code(secret)});
	assert.match(short.text, /te kort/);
	assert.match((await submit(path, {nieuw: password, cijfers: '000000'})).text, /niet de code die de app nu toont/);
	assert.match((await submit('/beheer/uitnodiging/x/code', {nieuw: password, cijfers: code(secret)})).text, /werkt niet meer/);
	const both = await Promise.all([1, 2].map(() => submit(path, {nieuw: password, cijfers: code(secret)})));
	assert.equal(both.filter(({status}) => status === 200).length, 1, 'two at once: one');
});

test('an app beside keys: it counts as another way in, is replaced, and goes', async () => {
	const {headers, email} = await staff('Beide Proef');
	const act = async (path, fields) => submit(path, {csrf: await token('/beheer', headers), ...fields}, headers);
	assert.match((await ask('/beheer', {headers})).text, /Voeg een tweede sleutel toe/);
	const first = secretOf((await ask('/beheer/code', {headers})).text);
	assert.equal((await act('/beheer/code', {nieuw: password, cijfers: code(first)})).status, 200);
	assert.doesNotMatch((await ask('/beheer', {headers})).text, /Voeg een tweede sleutel toe/);
	const second = secretOf((await ask('/beheer/code', {headers})).text);
	assert.notEqual(second, first);
	assert.equal((await enter({email}, code(first, 1))).status, 303, 'the first holds until the second is set up');
	assert.equal((await act('/beheer/code', {nieuw: password, cijfers: code(second)})).status, 200);
	wrong(await enter({email}, code(first, 1)), 'and then no more');
	assert.equal((await act('/beheer/code/weg', {})).status, 303);
	wrong(await enter({email}, code(second, 1)), 'it is gone');
});

test('the only way in stays', async () => {
	const {headers, email, secret} = await appUser('Enig Proef');
	assert.equal((await submit('/beheer/code/weg', {csrf: await token('/beheer', headers)}, headers)).status, 422);
	assert.equal((await enter({email}, code(secret, 1))).status, 303);
	const path = '/beheer/sleutels', one = authenticator();
	assert.equal((await submit(path, made(one, await asked(path, headers)), headers)).status, 303);
	assert.equal((await submit('/beheer/code/weg', {csrf: await token('/beheer', headers)}, headers)).status, 303);
});

test('what is kept opens nothing: neither secrets nor codes are in the database or a log', async () => {
	const from = log.where('belfort');
	const who = await appUser('Stil Proef');
	await enter(who, who.paper[0]);
	const kept = sql(`select string_agg(t::text, ' ') from (select c::text from people.code_app c
		union all select r::text from people.recovery r union all select p::text from people.password p) t(t)`);
	const bare = who.secret.replaceAll(' ', '');
	for (const secret of [bare, ...who.paper, ...who.paper.map((text) => text.replaceAll('-', '')), password])
		assert.ok(!kept.includes(secret) && !log.since('belfort', from).includes(secret), secret);
});

test('the links of who forgot a password are not for civil servants', async () => {
	const who = await appUser('Vergeten Proef');
	await submit('/mijn/wachtwoord-vergeten', {email: who.email});
	assert.equal(sql(`select count(*) from people.link where email = '${who.email}' and account is not null`), '0');
	assert.equal((await submit('/mijn/aanmelden/wachtwoord', {email: who.email, wachtwoord: password})).status, 422);
	belfort('staff', 'close', who.email);
	wrong(await enter(who, code(who.secret)), 'closed');
});
