/* A kiosk: its pages are laid out for it, kept nowhere, and lead to an end at
 * which nothing of the visit is left.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import {addresses, ask, sql, submit, unharmed, unseen} from './lib.mjs';
import {signIn} from './signed.mjs';

unharmed(test);

const kiosk = {Cookie: 'kiosk=ledeberg'};
const cookies = ({headers}) => headers['set-cookie'] ?? [];
const end = '120;url=/kiosk/klaar';

test('a visit begins with a language, at a place, and has tiles', async () => {
	const first = await ask('/kiosk?plaats=ledeberg');
	assert.match(first.text, /name="plaats" value="ledeberg"/);
	for (const lang of ['nl', 'en', 'fr'])
		assert.match(first.text, new RegExp(`<button name="taal" value="${lang}" lang="${lang}"`));
	assert.equal(first.headers.refresh, undefined, 'nobody is there yet');
	const begun = await submit('/kiosk', {taal: 'fr', plaats: 'ledeberg'});
	assert.equal(begun.headers.location, '/kiosk/doen');
	assert.match(cookies(begun).join('\n'), /^kiosk=ledeberg; Path=\/; Max-Age=43200; SameSite=Lax; HttpOnly\ntaal=fr;/);
	const doors = await ask('/kiosk/doen', {headers: {Cookie: 'kiosk=ledeberg; taal=fr'}});
	for (const way of ['/afspraak/nummer/ledeberg', '/afspraak', '/rechten', '/mijn', '/begroting'])
		assert.ok(doors.text.includes(`<li><a href="${way}"><h2>`), way);
	assert.match((await ask('/kiosk/doen', {headers: {Cookie: 'kiosk=geen'}})).text, /href="\/afspraak\/nummer"/);
	assert.equal((await ask('/kiosk', {headers: kiosk})).headers.location, '/kiosk/klaar', 'the beginning is after an end');
	for (const plaats of ['<b>', '../x', 'A B', 'geen'])
		assert.match(cookies(await submit('/kiosk', {taal: 'nl', plaats}))[0], /^kiosk=geen;/);
	assert.doesNotMatch((await ask(`/?q=${unseen()}`)).text, /href="\/kiosk"/, 'who is at home sees no way to it');
});

test('every page at a kiosk is its own, is kept nowhere, and ends by itself', async () => {
	const paths = addresses().filter((path) => !/^\/(health|metrics|openapi|kiosk|afspraak\/scherm)|koppen|downloads\/|provider/.test(path));
	assert.ok(paths.length > 25, paths.join());
	for (const path of [...paths, '/niets', '/afspraak/wonen?week=99']) {
		const {status, headers, text} = await ask(path, {headers: {...kiosk, Accept: 'text/html'}});
		if (status === 303 || !/html/.test(headers['content-type']))
			continue;
		assert.equal(headers.refresh, end, path);
		assert.equal(headers['cache-control'], 'no-store', path);
		assert.notEqual(headers['x-cache'], 'HIT', path);
		assert.match(text, /<body class="kiosk"/, path);
		assert.match(text, /href="\/kiosk\/klaar">Stop en wis</, path);
		assert.doesNotMatch(text, /Deze pagina als/, `${path}: nothing to take along`);
	}
	assert.equal((await submit('/afspraak/bekijken', {code: 'x'}, kiosk)).headers.refresh, end, 'a form that is not right too');
});

test('pages of a kiosk and of others are never mixed in what is kept', async () => {
	for (const order of [[kiosk, {}], [{}, kiosk]]) {
		const path = `/begroting?q=${unseen()}`;
		for (let n = 0; n < 5; n++)
			for (const headers of order) {
				const {text} = await ask(path, {headers});
				assert.equal(/class="kiosk"/.test(text), headers === kiosk);
			}
	}
	const place = `/afspraak/scherm/ledeberg?q=${unseen()}`;
	await ask(place);
	assert.match((await ask(place, {headers: kiosk})).text, /<body class="kiosk">/);
	assert.equal((await ask(place, {headers: kiosk})).headers.refresh, end, 'the screen of a wall does not keep a visit open');
});

test('what the web server itself answers ends by itself too', async () => {
	const large = {'Content-Type': 'application/x-www-form-urlencoded'};
	const answer = await ask('/afspraak/bekijken', {method: 'POST', headers: {...large, ...kiosk}, body: 'a'.repeat(1100000)});
	assert.equal(answer.status, 413);
	assert.equal(answer.headers.refresh, end);
	assert.equal((await ask('/afspraak/bekijken', {method: 'POST', headers: large, body: 'a'.repeat(1100000)})).headers.refresh, undefined);
	const guest = await ask('/v/iets', {headers: kiosk});
	assert.deepEqual([guest.status, guest.headers.location], [303, '/kiosk/doen'], 'pages that have no end are not for it');
});

test('at the end the session is over, and the browser is told to forget everything', async () => {
	const who = signIn({kind: 'resident', level: 'low', name: 'Kiosk Proef'});
	const other = signIn({kind: 'resident', level: 'low', name: 'Iemand Anders'});
	const Cookie = `${who.headers.Cookie}; kiosk=ledeberg; taal=en; iets_anders=1`;
	assert.equal((await ask('/mijn', {headers: {Cookie}})).status, 200);
	const answer = await ask('/kiosk/klaar', {headers: {Cookie}});
	assert.equal(answer.status, 200);
	assert.equal(answer.headers['clear-site-data'], '"cache", "cookies", "storage"');
	assert.equal(answer.headers['cache-control'], 'no-store');
	assert.equal(answer.headers.refresh, '5;url=/kiosk?plaats=ledeberg');
	assert.deepEqual(cookies(answer).map((line) => /^([^=]+)=; Path=\/; Max-Age=0;/.exec(line)?.[1]).sort(),
		['__Host-belfort', 'iets_anders', 'kiosk', 'taal']);
	assert.match(cookies(answer).find((line) => line.startsWith('__Host-')), /; Secure$/);
	assert.equal((await ask('/mijn', {headers: who.headers})).status, 303, 'the session is over where it counts');
	assert.equal((await ask('/mijn', {headers: other.headers})).status, 200, 'and no other');
	assert.equal((await ask('/kiosk/klaar', {headers: {Cookie: 'kiosk=geen'}})).headers.refresh, '5;url=/kiosk');
});

test('nobody at home is signed out by a link to that page', async () => {
	const who = signIn({kind: 'resident', level: 'low', name: 'Thuis Proef'});
	const answer = await ask('/kiosk/klaar', {headers: who.headers});
	assert.equal(answer.headers['clear-site-data'], undefined);
	assert.deepEqual(cookies(answer), []);
	assert.equal((await ask('/mijn', {headers: who.headers})).status, 200);
	assert.equal(answer.headers.refresh, undefined);
});

test('the browser forgets also when the database does not answer', async (t) => {
	const who = signIn({kind: 'resident', level: 'low', name: 'Stuk Proef'});
	t.after(() => sql('grant execute on function kiosk.done(text) to belfort_city'));
	sql('revoke execute on function kiosk.done(text) from belfort_city');
	const answer = await ask('/kiosk/klaar', {headers: {Cookie: `${who.headers.Cookie}; kiosk=geen`}});
	assert.equal(answer.status, 200);
	assert.match(answer.text, /binnen het uur/);
	assert.equal(answer.headers['clear-site-data'], '"cache", "cookies", "storage"');
	assert.equal(cookies(answer).length, 2);
});

test('a cookie that is no place makes no kiosk, and no cookie breaks an answer', async () => {
	for (const value of ['', '<b>', 'Ledeberg', 'a b', 'x"y'])
		assert.doesNotMatch((await ask(`/?q=${unseen()}`, {headers: {Cookie: `kiosk=${value}`}})).text, /class="kiosk"/, value);
	const odd = await ask('/kiosk/klaar', {headers: {Cookie: 'kiosk=geen; a b=1; =2; é=3; x:y=4; goed=5'}});
	assert.equal(odd.status, 200);
	assert.deepEqual(cookies(odd).map((line) => line.split('=')[0]).sort(), ['goed', 'kiosk']);
});
