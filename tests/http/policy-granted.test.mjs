/* What the workshop is for: an amount is changed in a page, tried on the whole
 * city, put in force by a second person, and who has a right by it sees that, with
 * the reason, without having asked.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import {ask, sql, unharmed, until} from './lib.mjs';
import {decided, gift, household, member} from './grants.mjs';
import {begin, clear, doc, does, done, file, offer, publish, publisher, today, why, writer} from './policy.mjs';
import {forget} from './residents.mjs';
import {as} from './rights-made.mjs';
import {signIn} from './signed.mjs';

unharmed(test);

const family = 'Beleidsproef', name = 'geboortegeschenk.lua';
test.after(() => {
	clear();
	sql(`with r as (select resident from people.person_name where family = '${family}'),
			d as (delete from payments.claim where resident in (select * from r))
		delete from grants.granted where subject in (select * from r)`);
	forget(family);
});

/* Wim offers a draft, Pia puts it in force today. */
async function together(w, p, id, reason) {
	await why(w, id, reason);
	assert.equal((await offer(w, id)).status, 303);
	assert.equal((await publish(p, id, {tot: sql('select current_date + 300')})).status, 303);
	await done(w, id);
}

test('an amount is changed, tried, put in force from today, and a resident has a new right', async () => {
	const home = household(family), child = member(family, home, 'kind', sql("select current_date - interval '18 months'").slice(0, 10));
	await decided();
	assert.equal(gift(child).granted, null, 'a child of one year gets nothing');

	const w = writer('Wim Schrijft'), p = publisher('Pia Kijkt'), id = await begin(w, {bestand: `benefits/${name}`, titel: 'Proef: ook wie één jaar is'});
	const form = await doc(w, `/${id}/bedragen/${name}`), said = Object.fromEntries(form.shown.values.flatMap(({name: amount, place, said: value}) =>
		[[`n${place}`, amount], [`w${place}`, amount === 'jonger_dan' ? '2' : value]]));
	await does(w, `/${id}/bedragen/${name}`, {vanaf: today(), bevestigd_tot: sql('select current_date + 300'), gezien: form.seen, ...said});
	assert.match((await file(w, id, name)).text, /jonger_dan = 2/);

	const asks = signIn({kind: 'staff', name: 'Pat Proeft', rights: ['preview.ask']});
	await until(() => sql('select count(*) from preview.snapshot where version = benefits.version_now()') === '1', 'the city is copied');
	const proof = await ask(`/beheer/beleid/proef/${id}`, {headers: {...asks.headers, Accept: 'application/json'}});
	assert.equal(proof.status, 200, proof.text);
	assert.ok(proof.json.total.gains.is > 10, 'households with a child of one year gain');
	assert.doesNotMatch(proof.text, new RegExp(`${family}|${home}`));

	await together(w, p, id, 'Omdat het eerste jaar snel voorbij is.');
	await until(() => gift(child).granted, 'it is granted');
	const parent = as(gift(child).granted[0].addressee);
	const {text} = await ask('/mijn/rechten?taal=nl', {headers: parent.headers});
	assert.match(text, /Geboortegeschenk/);
	assert.match(text, /leeftijd[^<]*lager dan 2/, 'with the reason');

	const back = Number((await does(w, `/${id}/omkeren`)).slice(1)), {said: seen} = await doc(w, `/${back}`);
	await does(w, `/${back}/waarom`, {titel: 'Proef terug', waarom: 'Het was een proef.', gezien: seen});
	await together(w, p, back, 'Het was een proef.');
	assert.equal(gift(child).granted[0].state, 'granted', 'what was given once stays');
});
