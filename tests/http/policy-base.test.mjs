/* Drafts while other rules come in force: nothing that came meanwhile is undone
 * unseen, and who writes is told what their draft stands on.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import {sql, unharmed} from './lib.mjs';
import {begin, clear, doc, does, done, file, form, offer, page, publish, publisher, save, why, writer} from './policy.mjs';

unharmed(test);
test.before(clear);

const name = 'huisvuil.lua', other = 'uitpas.lua', nl = {'Accept-Language': 'nl'};
const w = writer('Wim Begon'), x = writer('Xan Was Eerst'), p = publisher('Pia Kijkt');
const inForce = (of = name) => JSON.parse(sql("set role belfort_policy; select policy.force_of('benefits')")).files.find((each) => each.name === of).text;
const before = inForce(), otherBefore = inForce(other);
/* A draft of X in which FILE says one line more comes in force. */
async function comes(line, of = name) {
	const id = await begin(x, {bestand: `benefits/${of}`});
	await save(x, id, `${inForce(of)}${line}\n`, {name: of});
	await inForceNow(x, id);
	return id;
}
async function inForceNow(who, id) {
	await why(who, id);
	assert.equal((await offer(who, id)).status, 303);
	assert.equal((await publish(p, id)).status, 303);
	await done(who, id);
}
async function back(id) {
	const draft = Number((await does(w, `/${id}/omkeren`)).slice(1)), {said} = await doc(w, `/${draft}`);
	await does(w, `/${draft}/waarom`, {titel: 'Proef terug', waarom: 'Het was een proef.', gezien: said});
	await inForceNow(w, draft);
}
test.after(async () => {
	for (const [of, text] of [[name, before], [other, otherBefore]]) {
		if (inForce(of) === text)
			continue;
		const id = await begin(x, {bestand: `benefits/${of}`});
		await save(x, id, text, {name: of});
		await inForceNow(x, id);
	}
	clear();
});

test('who opened a file before another text came in force is told, and undoes nothing unseen', async () => {
	const id = await begin(w), read = await file(w, id);
	await comes('-- intussen');
	await save(w, id, `${read.text}-- van Wim\n`, {gezien: read.seen, van: read.force_sha256});
	const now = await file(w, id);
	assert.equal(now.moved, true);
	assert.match((await page({headers: {...w.headers, ...nl}}, `/${id}/tekst/${name}`)).text, /Intussen is een andere tekst[^]*-- intussen/);
	await why(w, id);
	assert.equal((await offer(w, id)).status, 409);
	const amounts = {vanaf: '2027-01-01', bevestigd_tot: '2027-12-31', n0: 'krediet', w0: '64; 96,5; 128; 160; 160; 192'};
	assert.equal((await form(w, `/${id}/bedragen/${name}`, {...amounts, gezien: now.seen})).status, 303);
	assert.equal((await file(w, id)).moved, true, 'amounts do not say that it was looked at');
	const {seen, force_sha256: van} = await file(w, id);
	await save(w, id, `${inForce()}-- van Wim\n`, {gezien: seen, van});
	assert.equal((await file(w, id)).moved, false);
	const half = await file(w, id);
	await comes('-- en nog eens');
	await does(w, `/${id}/bestand/${name}`, {doe: 'weg', gezien: half.seen, van: half.force_sha256});
	assert.equal((await file(w, id)).moved, true, 'nor is removed what nobody read');
	await does(w, `/${id}/bestand/${name}`, {doe: 'terug', gezien: (await file(w, id)).seen});
	assert.deepEqual((await doc(w, `/${id}`)).files, []);
});

test('who only saves what they read leaves what came in force meanwhile', async () => {
	const id = await begin(w), read = await file(w, id);
	await comes('-- ook intussen');
	await save(w, id, read.text, {gezien: read.seen, van: read.force_sha256});
	assert.deepEqual((await doc(w, `/${id}`)).files, []);
	assert.equal((await file(w, id)).text, inForce());
});

test('what is put back is what was in force just before, not when the draft was begun', async () => {
	const id = await begin(w), {seen} = await file(w, id);
	await save(w, id, `${inForce()}-- van Wim\n`, {gezien: seen});
	await comes('-- eerst dit');
	const just = inForce();
	await save(w, id, `${just}-- van Wim\n`);
	await inForceNow(w, id);
	assert.ok(inForce().endsWith('-- eerst dit\n-- van Wim\n'));
	await back(id);
	assert.equal(inForce(), just);
});

test('a draft tells what came in force or was put back since it was begun, and goes on from there', async () => {
	const id = await comes('-- steunpunt', other), mine = await begin(w);
	assert.equal((await doc(w, `/${mine}`)).since, null);
	await back(id);
	const {since} = await doc(w, `/${mine}`);
	assert.equal(since.names, other);
	const {text} = await page({headers: {...w.headers, ...nl}}, `/${mine}`);
	assert.match(text, /kwamen er andere regels in werking: uitpas\.lua/);
	assert.equal((await form(w, `/${mine}/verder`, {versie: since.version - 1})).status, 409, 'of what they looked at');
	assert.equal((await form(p, `/${mine}/verder`, {versie: since.version})).status, 403);
	await does(w, `/${mine}/verder`, {versie: since.version});
	assert.equal((await doc(w, `/${mine}`)).since, null);
});

test('two drafts that change one file tell of each other', async () => {
	const one = await begin(w), two = await begin(x);
	await save(w, one, `${inForce()}-- een\n`);
	assert.ok(!(await doc(x, `/${two}`)).also?.some(({id}) => id === one), 'as long as one changes nothing');
	await save(x, two, `${inForce()}-- twee\n`);
	await why(w, one);
	assert.equal((await offer(w, one)).status, 303);
	assert.equal((await publish(p, one, {vanaf: sql('select current_date + 20')})).status, 303);
	const also = (await doc(x, `/${two}`)).also.find(({id}) => id === one);
	assert.deepEqual([also.names, also.from_day], [name, sql('select current_date + 20')]);
	assert.match((await page({headers: {...x.headers, ...nl}}, `/${two}`)).text, new RegExp(`href="/beheer/beleid/${one}">Proefvoorstel</a>\\s*wijzigt ook ${name.replace('.', '\\.')}`));
	await does(w, `/${one}/intrekken`, {reden: 'Het was een proef.'});
	await does(p, `/${one}/stoppen/akkoord`);
	assert.ok(!(await doc(x, `/${two}`)).also?.some(({id}) => id === one), 'and not of what is withdrawn');
});
