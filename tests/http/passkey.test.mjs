/* Passkeys: what is refused, by an authenticator that says what no browser
 * would.
 */
import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import test from 'node:test';
import {ask, log, sql, submit, unharmed} from './lib.mjs';
import {asked, authenticator, belfort, cookie, enter, invite, made, shown, staff} from './passkey.mjs';

unharmed(test);

const wrong = (answer, says, name) => {
	assert.equal(answer.status, 422, name);
	assert.match(answer.text, says, name);
	assert.equal(answer.headers['set-cookie'], undefined, name);
};

for (const kind of ['ES256', 'EdDSA'])
	test(`${kind}: in by a link, and again by the key`, async () => {
		const {device, answer, headers} = await staff(`${kind} Proef`, kind);
		assert.equal(answer.status, 303);
		assert.equal(answer.headers.location, '/beheer/sleutels');
		assert.match(answer.headers['set-cookie'][0], /^__Host-belfort=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax$/);
		assert.match((await ask('/beheer', {headers})).text, new RegExp(`${kind} Proef`));
		const again = await enter(device);
		assert.equal(again.status, 303);
		assert.equal(again.headers.location, '/beheer');
	});

test('each part of a sign-in counts', async () => {
	const {device} = await staff('Deel Proef');
	const other = await staff('Ander Proef');
	const cases = {
		'another site': {client: {origin: 'https://evil.example'}},
		'another port': {client: {origin: 'http://localhost:1'}},
		'a frame': {client: {crossOrigin: true}},
		'another purpose': {type: 'webauthn.create'},
		'another host': {host: 'evil.example'},
		'nobody there': {flags: 0x04},
		'nobody known': {flags: 0x01},
		'a key too many': {flags: 0x45},
		'a changed signature': {fields: {signature: crypto.randomBytes(70).toString('base64url')}},
		'no base64url': {fields: {signature: 'a=='}},
		'a key nobody has': {fields: {id: crypto.randomBytes(32).toString('base64url')}},
		'the key of another': {fields: {id: other.device.id.toString('base64url')}},
		'as another': {fields: {handle: Buffer.from(other.device.handle).toString('base64url')}},
	};
	for (const [name, more] of Object.entries(cases))
		wrong(await enter(device, more), /niet aanvaarden/, name);
	assert.equal((await enter(device)).status, 303);
});

test('what was asked is answered once, in time, for its purpose', async () => {
	const {device, headers} = await staff('Eens Proef');
	const question = await asked('/beheer/aanmelden');
	const fields = shown(device, question);
	assert.equal((await submit('/beheer/aanmelden/sleutel', fields)).status, 303);
	wrong(await submit('/beheer/aanmelden/sleutel', fields), /vijf minuten/, 'a repeat');
	wrong(await enter(device, {asked: question}), /vijf minuten/, 'asked before');
	wrong(await enter(device, {asked: {challenge: 'f'.repeat(64)}}), /vijf minuten/, 'never asked');
	wrong(await enter(device, {asked: await asked('/beheer/sleutels', headers)}), /vijf minuten/, 'asked for a new key');
	const late = await asked('/beheer/aanmelden');
	sql(`update people.challenge set ends = now() where id = '${late.challenge}'`);
	wrong(await enter(device, {asked: late}), /vijf minuten/, 'too late');
});

test('one signature, sent ten times at once, opens one session', async () => {
	const {device} = await staff('Tien Proef');
	const fields = shown(device, await asked('/beheer/aanmelden'), {counter: 0});
	const all = await Promise.all(Array.from({length: 10}, () => submit('/beheer/aanmelden/sleutel', fields)));
	assert.equal(all.filter(({status}) => status === 303).length, 1);
});

test('a counter that does not count up is a copy', async () => {
	const {device} = await staff('Tel Proef');
	device.counter = 5;
	assert.equal((await enter(device)).status, 303);
	wrong(await enter(device, {counter: 6}), /gekopieerd/, 'the same');
	wrong(await enter(device, {counter: 2}), /gekopieerd/, 'less');
	wrong(await enter(device, {counter: 0}), /gekopieerd/, 'none any more');
	const still = await staff('Nul Proef');
	for (let n = 0; n < 2; n++)
		assert.equal((await enter(still.device, {counter: 0})).status, 303, 'one that does not count');
});

test('nobody goes on with a session from before', async () => {
	const {device, headers} = await staff('Vast Proef');
	const given = {Cookie: `__Host-belfort=${'a'.repeat(43)}`};
	for (const before of [headers, given]) {
		const after = cookie(await enter(device, {}, before));
		assert.notEqual(after.Cookie, before.Cookie);
		assert.equal((await ask('/beheer', {headers: before})).status, 303, 'the old one is over');
		assert.equal((await ask('/beheer', {headers: after})).status, 200);
	}
});

test('a link is for one person, one key and one day', async () => {
	const who = invite('Dag Proef'), other = invite('Vreemd Proef');
	wrong(await submit(who.link, made(authenticator(), await asked(other.link))), /vijf minuten/, 'asked of another');
	wrong(await submit(who.link, made(authenticator(), await asked('/beheer/aanmelden'))), /vijf minuten/, 'asked for a sign-in');
	wrong(await submit(who.link, made(authenticator(), await asked(who.link), {flags: 0x41})), /niet aanvaarden/, 'nobody known');
	const taken = await staff('Had Proef');
	wrong(await submit(who.link, made(taken.device, await asked(who.link))), /al gekend/, 'a key of another');
	sql(`update people.invitation set ends = now() from people.account a where a.id = account and a.email = '${who.email}'`);
	wrong(await submit(who.link, made(authenticator(), await asked(other.link))), /werkt niet meer/, 'too late');
	assert.match((await ask(who.link)).text, /werkt niet meer/);
	assert.match((await ask('/beheer/uitnodiging/x')).text, /werkt niet meer/);
});

test('two at the same link: one comes in', async () => {
	const who = invite('Twee Proef');
	const questions = [await asked(who.link), await asked(who.link)];
	const all = await Promise.all(questions.map((question) => submit(who.link, made(authenticator(), question))));
	assert.deepEqual(all.map(({status}) => status).sort(), [303, 422]);
});

test('who is closed comes in no more, and a new link ends the one of before', async () => {
	const {device, email, headers} = await staff('Weg Proef');
	const first = belfort('staff', 'link', email), second = belfort('staff', 'link', email);
	const path = (said) => new URL(/https?:\S+/.exec(said)[0]).pathname;
	assert.match((await ask(path(first))).text, /werkt niet meer/);
	assert.match((await ask(path(second))).text, /Welkom, Weg Proef/);
	belfort('staff', 'close', email);
	assert.equal((await ask('/beheer', {headers})).status, 303);
	assert.match((await ask(path(second))).text, /werkt niet meer/);
	wrong(await enter(device), /niet aanvaarden/, 'closed');
});

test('keys: named, removed, never the last, never of another', async () => {
	const {headers, device} = await staff('Sleutel Proef'), other = await staff('Buur Proef');
	const path = '/beheer/sleutels';
	const id = (one) => one.id.toString('base64url');
	const act = async (what, fields, who = headers) =>
		submit(`${path}${what}`, {csrf: (await asked(path, who)).csrf, ...fields}, who);
	wrong(await act('/verwijderen', {sleutel: id(device)}), /laatste sleutel/, 'the last');
	const second = authenticator('EdDSA');
	assert.equal((await submit(path, made(second, await asked(path, headers)), headers)).status, 303);
	assert.equal((await act('/naam', {sleutel: id(second), naam: 'Reserve'})).status, 303);
	assert.match((await ask(path, {headers})).text, /Reserve/);
	assert.equal((await act('/naam', {sleutel: id(device), naam: 'Gestolen'}, other.headers)).status, 404);
	assert.equal((await act('/verwijderen', {sleutel: id(device)}, other.headers)).status, 422, 'they have one');
	assert.equal((await submit(path, made(authenticator(), await asked(path, other.headers), {fields: {csrf: (await asked(path, headers)).csrf}}), headers)).status,
		422, 'what another was asked');
	const both = await Promise.all([device, second].map((one) => act('/verwijderen', {sleutel: id(one)})));
	assert.deepEqual(both.map(({status}) => status).sort(), [303, 422], 'two at once leave one');
});

test('each form of a key needs the token and a fresh sign-in', async () => {
	const {headers, email} = await staff('Fris Proef');
	for (const path of ['', '/naam', '/verwijderen'])
		assert.equal((await submit(`/beheer/sleutels${path}`, {}, headers)).status, 403, path);
	sql(`update people.session set signed = now() - interval '11 minutes' from people.account a
		where a.id = account and a.email = '${email}'`);
	for (const path of ['', '/naam', '/verwijderen'])
		assert.equal((await submit(`/beheer/sleutels${path}`, {}, {...headers, Accept: 'application/json'})).json.kind, 'fresh', path);
	assert.match((await submit('/beheer/sleutels/naam', {}, headers)).text,
		/href="\/beheer\/aanmelden\?terug=%2Fbeheer&amp;waarom=fresh"/, 'and leads to a page');
	const {status, headers: {location}} = await ask('/beheer/sleutels', {headers});
	assert.equal(status, 303);
	assert.equal(location, '/beheer/aanmelden?terug=%2Fbeheer%2Fsleutels&waarom=fresh');
});

test('no page of this can be put in a frame', async () => {
	const {headers} = await staff('Kader Proef');
	for (const path of ['/beheer/aanmelden', '/beheer/sleutels', invite('Kader Twee').link])
		assert.match((await ask(path, {headers})).headers['content-security-policy'], /frame-ancestors 'none'/, path);
});

test('neither keys nor links are in a log', async () => {
	const from = log.where('belfort'), web = log.where('nginx');
	const {device, link, email} = await staff('Stil Proef');
	await enter(device);
	await enter(device, {flags: 1});
	const said = log.since('belfort', from) + log.since('nginx', web);
	assert.match(said, /passkey: nobody showed who they are/);
	for (const secret of [device.id.toString('base64url'), link.split('/').pop(), email, device.handle])
		assert.ok(!said.includes(secret), secret);
});
