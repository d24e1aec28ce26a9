/* Which language a visitor gets: the address, the cookie, the browser, Dutch. */
import assert from 'node:assert/strict';
import test from 'node:test';
import {ask, submit, unharmed, unseen} from './lib.mjs';

unharmed(test);

const cases = [
	['nl', '', {}],
	['en', '?taal=en', {}],
	['fr', '?taal=fr', {Cookie: 'taal=en', 'Accept-Language': 'nl'}],
	['en', '', {Cookie: 'taal=en', 'Accept-Language': 'fr'}],
	['en', '', {Cookie: 'andere=1; taal=en; nog=2'}],
	['nl', '', {Cookie: 'metaal=en'}],
	['fr', '', {'Accept-Language': 'fr-BE,fr;q=0.9,nl;q=0.8'}],
	['en', '', {'Accept-Language': 'de,en;q=0.9,nl;q=0.8'}],
	['fr', '', {'Accept-Language': 'de-DE, de;q=0.9, es;q=0.8, fr;q=0.7, en;q=0.6'}],
	['en', '', {'Accept-Language': 'EN-gb'}],
	['nl', '', {'Accept-Language': 'de,tr;q=0.9'}],
	['nl', '', {'Accept-Language': 'frr,enm'}],
	['nl', '', {'Accept-Language': '*'}],
	['nl', '', {'Accept-Language': ';;,,=q'}],
	['fr', '?taal=xx', {Cookie: 'taal=fr'}],
	['nl', '?taal=', {Cookie: 'taal=../en'}],
];
for (const path of ['/', '/begroting'])
	for (const [lang, query, headers] of cases)
		test(`${path}${query} ${JSON.stringify(headers)} is ${lang}`, async () => {
			/* The second answer may come out of the cache. */
			for (let n = 0; n < 2; n++) {
				const answer = await ask(path + query, {headers});
				assert.equal(answer.headers['content-language'], lang);
				assert.match(answer.text, new RegExp(`<html lang="${lang}"`));
				assert.equal(answer.headers['set-cookie'], undefined, 'showing stores nothing');
			}
		});

test('an error is told in the language too, though the query is broken', async () => {
	const answer = await ask(`/${unseen()}?taal=en`);
	assert.match(answer.text, /<html lang="en"/);
});

test('a choice is kept', async () => {
	const chosen = await submit('/taal', {taal: 'fr', terug: '/begroting/wijken'});
	const cookie = chosen.headers['set-cookie'][0].split(';')[0];
	const answer = await ask(chosen.headers.location, {headers: {Cookie: cookie}});
	assert.equal(answer.headers['content-language'], 'fr');
});

test('a choice comes in a form in parts too', async () => {
	const form = new FormData();
	form.append('taal', 'fr');
	form.append('terug', '/begroting');
	const parts = new Response(form);
	const answer = await submit('/taal', '', {'Content-Type': parts.headers.get('content-type')}, Buffer.from(await parts.arrayBuffer()));
	assert.equal(answer.status, 303);
	assert.equal(answer.headers.location, '/begroting');
	assert.match(answer.headers['set-cookie'][0], /^taal=fr;/);
});

test('a language that is not spoken here is refused', async () => {
	const answer = await submit('/taal', {taal: 'tlh', terug: '/'});
	assert.equal(answer.status, 422);
	assert.equal(answer.headers['set-cookie'], undefined);
});

test('data is the same in each language', async () => {
	const bodies = new Set();
	for (const taal of ['nl', 'en', 'fr'])
		bodies.add((await ask(`/begroting/doelen.json?taal=${taal}`)).text);
	assert.equal(bodies.size, 1);
});

test('what staff wrote in three languages is in that of the reader', async () => {
	const names = [];
	for (const taal of ['nl', 'en', 'fr'])
		names.push((await ask(`/begroting/categorieen/doelen/zorg.json?taal=${taal}`)).json.name);
	assert.equal(new Set(names).size, 3, names.join(', '));
});

test('the main menu leads to no page that is inside another of its own', async () => {
	const {text} = await ask('/');
	const menu = [.../<nav aria-label="Hoofdmenu">(.*?)<\/nav>/s.exec(text)[1].matchAll(/href="([^"]+)"/g)].map(([, way]) => way);
	assert.ok(menu.includes('/mijn'));
	for (const way of menu)
		assert.ok(!menu.some((other) => way.startsWith(`${other}/`)), way);
	assert.equal((await ask('/mijn/rekening')).status, 303, 'though it is there');
});
