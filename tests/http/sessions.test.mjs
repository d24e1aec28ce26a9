/* My sessions: seen by their owner, ended one by one, all others, all. */
import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import test from 'node:test';
import {ask, sql, submit, unharmed} from './lib.mjs';
import {signIn, token} from './signed.mjs';

unharmed(test);

/* One more session of the same person, on another device. */
function again(who, device) {
	const secret = crypto.randomBytes(32).toString('base64url');
	const hash = crypto.createHash('sha256').update(secret).digest('hex');
	sql(`insert into people.session (id, account, level, method, ends, device)
		select '${hash}', account, level, 'password', ends, '${device}' from people.session where account = '${who.account}' limit 1`);
	return {...who, secret, handle: hash.slice(0, 16), headers: {Cookie: `__Host-belfort=${secret}`}};
}

const kinds = [
	{mount: '/mijn', make: () => signIn({kind: 'resident', level: 'low', name: 'Roos Proef'})},
	{mount: '/beheer', make: () => signIn({kind: 'staff', name: 'Bas Proef'})},
];

for (const {mount, make} of kinds) {
	const page = `${mount}/sessies`;
	const end = async (who, what, fields = {}) =>
		submit(`${page}/${what}`, {csrf: await token(page, who.headers), ...fields}, who.headers);
	const open = async (who) => (await ask(page, {headers: who.headers})).status === 200;

	test(`${mount}: each is seen, and ended by itself`, async () => {
		const who = make(), phone = again(who, 'Firefox, Android');
		const {text, headers} = await ask(page, {headers: who.headers});
		assert.match(text, /dit toestel, nu[^]*Firefox, Android[^]*Met een wachtwoord/);
		assert.equal(headers['cache-control'], 'no-store');
		assert.ok(!text.includes(phone.secret));
		assert.equal((await end(who, 'einde', {sessie: phone.handle})).status, 303);
		assert.deepEqual([await open(who), await open(phone)], [true, false]);
		assert.equal((await end(who, 'einde', {sessie: phone.handle})).status, 404, 'once');
	});

	test(`${mount}: nobody ends those of another`, async () => {
		const who = make(), other = again(make(), 'Edge, Windows');
		assert.equal((await end(who, 'einde', {sessie: other.handle})).status, 404);
		await end(who, 'andere');
		assert.equal(await open(other), true);
		for (const what of ['einde', 'andere', 'alle'])
			assert.equal((await submit(`${page}/${what}`, {csrf: await token(page, other.headers), sessie: '0'.repeat(16)}, who.headers)).status,
				403, 'nor with the form of another');
	});

	test(`${mount}: all others, and all`, async () => {
		const other = make();
		const who = make(), phone = again(who, 'Firefox, Android'), desk = again(who, 'Edge, Windows');
		assert.equal((await end(phone, 'andere')).status, 303);
		assert.deepEqual([await open(who), await open(phone), await open(desk)], [false, true, false]);
		const tablet = again(phone, 'Safari, iPad');
		const out = await end(tablet, 'alle');
		assert.equal(out.headers.location, '/');
		assert.match(out.headers['set-cookie'][0], /^__Host-belfort=; .*Max-Age=0$/);
		assert.deepEqual([await open(phone), await open(tablet), await open(other)], [false, false, true]);
	});
}
