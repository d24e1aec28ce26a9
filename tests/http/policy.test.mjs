/* Rules that are changed in pages: one writes, another publishes, nothing is
 * lost, and each refusal says what to do.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';
import {ask, sql, submit, unharmed, until} from './lib.mjs';
import {begin, both, clear, desk, doc, does, done, file, form, offer, page, publish, publisher, save, state, today, why, writer} from './policy.mjs';
import {signIn, token} from './signed.mjs';

unharmed(test);
test.before(clear);
test.after(clear);

const name = 'huisvuil.lua', nl = {'Accept-Language': 'nl'};
const inForce = () => JSON.parse(sql('set role belfort_policy; select policy.force_of(\'benefits\')')).files.find((each) => each.name === name).text;
/* A draft of WHO that says one line more, ready to be offered. */
async function ready(who, line = '-- proef') {
	const id = await begin(who);
	await save(who, id, `${(await file(who, id)).text}${line}\n`);
	await why(who, id);
	return id;
}
async function offered(who, line) {
	const id = await ready(who, line);
	assert.equal((await offer(who, id)).status, 303);
	return id;
}
/* Refused with status 409 and a sentence like SAYS, and nothing changed. */
async function refused(answer, says, who, id, wanted) {
	const {status, text} = await answer;
	assert.equal(status, 409, text);
	assert.match(text, says);
	if (id)
		assert.equal(await state(who, id), wanted);
}

test('what one writes another puts in force, from today, in a few seconds', async () => {
	const w = writer('Wim Schrijft'), p = publisher('Pia Kijkt'), line = `-- proef ${process.pid}`;
	const id = await offered(w, line);
	assert.equal(await state(w, id), 'offered');
	const said = await page({headers: {...p.headers, ...nl}}, `/${id}`);
	assert.match(said.text, /Wim Schrijft bood dit aan/);
	assert.match(said.text, /Nakijken en in werking zetten/);
	assert.equal((await publish(p, id, {tot: sql('select current_date + 30')})).status, 303);
	await done(w, id);
	assert.ok(inForce().endsWith(`${line}\n`));
	const over = await page({headers: {...w.headers, ...nl}}, `/${id}`);
	assert.match(over.text, new RegExp(`<ins><code>\\+ ${line}`), 'what it changed is still told');
	assert.doesNotMatch(over.text, /Intussen is een andere tekst/, 'and nothing has to be looked at');
	const [by, reason] = sql(`select by || '|' || reason from belfort.rule_force where feature = 'benefits' and until is null`).split('|');
	assert.deepEqual([by, reason], ['Pia Kijkt', 'Omdat het beter is.']);
	assert.equal(sql(`select saved_by from benefits.text where name = '${name}' order by saved desc limit 1`), w.account, 'who wrote it is known');
	assert.equal(sql(`select until - current_date from benefits.confirmation where confirmed_by = '${p.account}'`), '30', 'and the second person stands by its figures');
	/* And back, by a draft that anybody who writes can begin. */
	const back = Number((await does(p === w ? p : w, `/${id}/omkeren`)).slice(1));
	const doc2 = await doc(w, `/${back}`);
	assert.deepEqual(doc2.files.map((each) => each.name), [name]);
	await does(w, `/${back}/waarom`, {titel: 'Proef terug', waarom: 'Het was een proef.', gezien: doc2.said});
	assert.equal((await offer(w, back)).status, 303);
	assert.equal((await publish(p, back)).status, 303);
	await done(w, back);
	assert.ok(!inForce().includes(line));
	/* Everybody reads both, the last first: who, and by which draft. */
	const {json: {changes: [last, first]}} = await ask(`/rechten/beleid/huisvuil?voor=${back}`, {headers: {Accept: 'application/json'}});
	assert.deepEqual([last.again, last.draft?.id, last.writer, last.by], [true, back, 'Wim Schrijft', 'Pia Kijkt']);
	assert.deepEqual([first.again, first.draft?.id, first.writer, first.by], [undefined, id, 'Wim Schrijft', 'Pia Kijkt']);
});

test('who wrote a draft does not publish it, whatever rights they have, and who published does not write on', async () => {
	const w = writer(), b = both('Bo Beide'), id = await ready(w);
	await save(b, id, `${(await file(b, id)).text}-- ook van Bo\n`);
	assert.equal((await offer(w, id)).status, 303);
	await refused(publish(b, id), /Wie aan een voorstel schreef|Who wrote a draft/, b, id, 'offered');
	const other = both('Cas Beide');
	assert.equal((await publish(other, id, {vanaf: sql('select current_date + 40')})).status, 303);
	sql(`update belfort.rule_order set state = 'failed', ended = now(), fault = '{"file": "${name}", "line": 1, "text": {"nl": "x", "en": "x", "fr": "x"}}'
		where id = (select order_id from policy.draft where id = ${id})`);
	await refused(form(other, `/${id}/opnieuw`), /Wie aan een voorstel schreef|Who wrote a draft/, w, id, 'failed');
	await does(w, `/${id}/opnieuw`);
	const {seen, text, may_edit: may} = await file(other, id);
	assert.equal(may, false);
	await refused(form(other, `/${id}/tekst/${name}`, {tekst: `${text}--\n`, gezien: seen}), /./, w, id, 'draft');
});

test('only who has the right writes, and only who has the right publishes', async () => {
	const w = writer(), p = publisher(), none = signIn({kind: 'staff', name: 'Geen Recht'}), id = await offered(w);
	const refusedTo = async (who, path, fields) => assert.equal((await submit(`${desk}${path}`, {csrf: await token(desk, who.headers), ...fields}, who.headers)).status, 403, path);
	for (const [path, fields] of [[`/${id}/publiceren`, {uitgave: 1, vanaf: today(), reden: 'x'}], [`/${id}/terugsturen`, {}]])
		await refusedTo(w, path, fields);
	for (const [path, fields] of [['/nieuw', {titel: 'Proef', bestand: 'benefits/huisvuil.lua'}], [`/${id}/aanbieden`, {uitgave: 1}], [`/${id}/tekst/${name}`, {tekst: 'x', gezien: 1}]]) {
		await refusedTo(p, path, fields);
		await refusedTo(none, path, fields);
	}
	assert.equal((await page(none, `/${id}`)).status, 200, 'colleagues read it');
	assert.equal(await state(w, id), 'offered');
});

test('what changed after it was read is not offered and not published', async () => {
	const w = writer(), p = publisher(), id = await ready(w);
	await save(w, id, `${(await file(w, id)).text}-- nog een\n`);
	await refused(form(w, `/${id}/aanbieden`, {uitgave: 1}), /./, w, id, 'draft');
	assert.equal((await offer(w, id)).status, 303);
	await refused(form(p, `/${id}/publiceren`, {uitgave: 1, vanaf: today(), reden: 'x'}), /./, w, id, 'offered');
	await does(p, `/${id}/terugsturen`, {opmerking: 'Maak het korter.'});
	assert.equal(await state(w, id), 'draft');
	assert.match((await page(w, `/${id}`)).text, /Maak het korter/);
	await refused(publish(p, id), /./, w, id, 'draft');
});

test('what was said of it after it was read is not put in force', async () => {
	const w = writer(), p = publisher(), id = await offered(w), {edition} = await doc(p, `/${id}`);
	sql(`insert into policy.preview (draft, edition, document) values (${id}, ${edition}, '{"total": {"difference": 7}}')`);
	await does(w, `/${id}/terug`);
	await why(w, id, 'Om een heel andere reden.');
	assert.equal((await offer(w, id)).status, 303);
	await refused(form(p, `/${id}/publiceren`, {uitgave: edition, vanaf: today(), reden: 'x'}), /./, w, id, 'offered');
	const again = await doc(p, `/${id}`);
	assert.deepEqual([again.edition, again.effect.difference, again.files.length], [edition + 1, 7, 1], 'it is the same on the city');
	assert.match((await page({headers: {...p.headers, ...nl}}, `/${id}/uitgave/${edition + 1}`)).text, /De teksten veranderden niet/);
	await does(w, `/${id}/terug`);
	await does(w, `/${id}/weg`);
});

test('what is put back is what was before it, also where a colleague changed it meanwhile', async () => {
	const w = writer(), p = publisher(), late = await begin(w), first = inForce();
	const force = async (id, text) => {
		await save(w, id, text);
		await why(w, id);
		assert.equal((await offer(w, id)).status, 303);
		assert.equal((await publish(p, id)).status, 303);
		await done(w, id);
	};
	const second = `${first}-- proef van een collega ${process.pid}\n`;
	await force(await begin(w), second);
	await force(late, `${second}-- proef daarna\n`);
	const back = Number((await does(w, `/${late}/omkeren`)).slice(1));
	assert.equal((await file(w, back)).text, second);
	await force(back, first);
});

test('a mistake in the text is kept, told with its line and what to do, and not offered', async () => {
	const w = writer(), id = await begin(w), {text} = await file(w, id);
	await save(w, id, text.replace('recht  = een_van', 'recht  = een_vann'));
	const {text: html} = await page({headers: {...w.headers, ...nl}}, `/${id}/tekst/${name}`);
	assert.match(html, /huisvuil\.lua, lijn 32/);
	assert.match(html, /Bedoelde je ‘een_van’/);
	assert.match(html, /<li id="regel-32" class="at-fault">/);
	assert.match(html, /een_vann \{/, 'nothing of it is lost');
	await why(w, id);
	await refused(offer(w, id), /kloppen nog niet|not right yet/, w, id, 'draft');
	await save(w, id, text.replace('{ bedrag = 189 }', '{ bedrag = 190 }'));
	assert.equal((await doc(w, `/${id}`)).check.failed, 1);
	await refused(offer(w, id), /kloppen nog niet|not right yet/, w, id, 'draft');
});

test('it is not offered before it changes something and says why', async () => {
	const w = writer(), id = await begin(w);
	await refused(offer(w, id), /verandert nog niets|changes nothing/, w, id, 'draft');
	const {text} = await file(w, id);
	await save(w, id, `${text}-- proef\n`);
	await refused(offer(w, id), /waarom|why/, w, id, 'draft');
	await save(w, id, text);
	await why(w, id);
	assert.deepEqual((await doc(w, `/${id}`)).files, [], 'as it is in force again');
	await refused(offer(w, id), /verandert nog niets|changes nothing/, w, id, 'draft');
});

test('two who write at once: the second is told, and both texts are kept', async () => {
	const a = writer('An Eerst'), b = writer('Bo Dan'), id = await begin(a), {text, seen} = await file(a, id);
	await save(a, id, `${text}-- van An\n`, {gezien: seen});
	const where = await save(b, id, `${text}-- van Bo\n`, {gezien: seen});
	assert.match(where, new RegExp(`^/${id}/opzij/\\d+$`));
	const {text: html} = await page({headers: {...b.headers, ...nl}}, where);
	assert.match(html, /An Eerst bewaarde een andere tekst/);
	assert.match(html, /-- van An/);
	assert.match(html, /-- van Bo/);
	assert.equal((await file(a, id)).text, `${text}-- van An\n`);
	assert.match((await page(a, `/${id}`)).text, /opzij/, 'a colleague sees that there is another text');
	const {seen: now, nr} = await doc(b, where);
	await save(b, id, `${text}-- van An\n-- van Bo\n`, {gezien: now, opzij: nr});
	assert.equal((await file(a, id)).text, `${text}-- van An\n-- van Bo\n`);
	assert.equal((await doc(a, `/${id}`)).asides, null, 'and it is settled');
	assert.match((await page(b, where)).text, /-- van Bo/, 'but still there');
});

test('what is saved while the draft was offered meanwhile is kept beside it', async () => {
	const a = writer('An Eerst'), b = writer('Bo Dan'), id = await ready(a), {text, seen} = await file(b, id);
	assert.equal((await offer(a, id)).status, 303);
	const where = await save(b, id, `${text}-- te laat\n`, {gezien: seen});
	assert.match((await page(b, where)).text, /-- te laat/);
	await does(b, where);
	assert.equal((await doc(a, `/${id}`)).asides, null);
	assert.equal(await state(a, id), 'offered');
});

test('two who say why at once: the second sees both, and saves again', async () => {
	const a = writer(), b = writer(), id = await ready(a), {said} = await doc(b, `/${id}`);
	await why(a, id, 'De reden van An.');
	const answer = await form({headers: {...b.headers, ...nl}}, `/${id}/waarom`, {titel: 'Proef van Bo', waarom: 'De reden van Bo.', gezien: said});
	assert.equal(answer.status, 422);
	assert.match(answer.text, /De reden van An\./);
	assert.match(answer.text, /De reden van Bo\./);
	assert.equal((await doc(a, `/${id}`)).why, 'De reden van An.');
});

test('what it rests on and what it may cost is kept, and a wrong address is told', async () => {
	const w = writer(), id = await begin(w);
	const say = (fields) => form(w, `/${id}/waarom`, {titel: 'Proef', waarom: 'x', gezien: 0, ...fields});
	assert.equal((await say({besluit_url: 'http://stad.example'})).status, 422);
	assert.equal((await say({enveloppe: 'veel'})).status, 422);
	assert.equal((await say({besluit: 'Raad van 1 december', besluit_url: 'https://stad.example/1', enveloppe: '12500,50'})).status, 303);
	const {council, council_url: url, envelope} = await doc(w, `/${id}`);
	assert.deepEqual([council, url, envelope], ['Raad van 1 december', 'https://stad.example/1', 1250050]);
});

test('when another text came in force meanwhile, that is told and has to be looked at', async () => {
	const w = writer(), p = publisher(), first = await offered(w, '-- proef een'), id = await ready(w, '-- proef twee');
	assert.equal((await publish(p, first)).status, 303);
	await done(w, first);
	const {moved, text, seen} = await file(w, id);
	assert.equal(moved, true);
	assert.match((await page(w, `/${id}/tekst/${name}`)).text, /-- proef een/, 'what came meanwhile stands there');
	await refused(offer(w, id), /Intussen|Meanwhile/, w, id, 'draft');
	await save(w, id, text, {gezien: seen});
	assert.equal((await file(w, id)).moved, false);
	assert.equal((await offer(w, id)).status, 303);
	/* This takes the line of the first one away: as it was before this test. */
	await does(w, `/${id}/terug`);
	await does(w, `/${id}/weg`);
	const back = Number((await does(w, `/${first}/omkeren`)).slice(1));
	await why(w, back);
	assert.equal((await offer(w, back)).status, 303);
	assert.equal((await publish(p, back)).status, 303);
	await done(w, back);
});

test('what waits for its day is withdrawn by two people, never by one', async () => {
	const w = writer('Wim Vraagt'), p = publisher('Pia Zegt'), b = both('Bo Beide'), id = await offered(w);
	for (const vanaf of [sql('select current_date - 1'), sql('select current_date + 800')])
		assert.equal((await publish(p, id, {vanaf})).status, 422);
	assert.equal((await publish(p, id, {vanaf: sql('select current_date + 10')})).status, 303);
	assert.equal(await state(w, id), 'waiting');
	await refused(form(w, `/${id}/weg`), /./, w, id, 'waiting');
	await does(w, `/${id}/intrekken`, {reden: 'Het is niet rond.'});
	const second = await submit(`${desk}/${id}/stoppen`, {csrf: await token(desk, p.headers), reden: 'Een fout in artikel 3.'}, {...p.headers, ...nl});
	assert.equal(second.status, 422, 'a second one is told, with what they wrote, and can agree');
	for (const said of [/Iemand vroeg dit al/, /Wim Vraagt vraagt/, /Het is niet rond\./, /niet bewaard: Een fout in artikel 3\./, /stoppen\/akkoord/])
		assert.match(second.text, said);
	await refused(form(w, `/${id}/intrekken/akkoord`), /vroeg dit zelf|asked this yourself/, w, id, 'waiting');
	await does(w, `/${id}/intrekken/niet`);
	await refused(form(p, `/${id}/stoppen/akkoord`), /./, w, id, 'waiting');
	await does(b, `/${id}/intrekken`, {reden: 'Toch niet.'});
	await refused(form(b, `/${id}/stoppen/akkoord`), /vroeg dit zelf|asked this yourself/, w, id, 'waiting');
	await does(p, `/${id}/stoppen/akkoord`);
	assert.equal(await state(w, id), 'withdrawn');
	assert.equal(sql(`select state from belfort.rule_order where id = (select order_id from policy.draft where id = ${id})`), 'withdrawn');
	await refused(form(w, `/${id}/aanbieden`, {uitgave: 1}), /./, w, id, 'withdrawn');
});

test('an edition is undone, and what was undone is still there', async () => {
	const w = writer(), id = await begin(w), {text} = await file(w, id);
	for (const each of ['een', 'twee', 'drie'])
		await save(w, id, `${text}-- ${each}\n`);
	await refused(form(w, `/${id}/uitgave/1`, {uitgave: 2}), /./, w, id, 'draft');
	await does(w, `/${id}/uitgave/1`, {uitgave: 3});
	assert.equal((await file(w, id)).text, `${text}-- een\n`);
	const {editions} = await doc(w, `/${id}`);
	assert.deepEqual(editions.map(({nr, back_to: to}) => [nr, to]), [[4, 1], [3, null], [2, null], [1, null]]);
	assert.match((await page(w, `/${id}/uitgave/3`)).text, /-- drie/);
	await does(w, `/${id}/uitgave/0`, {uitgave: 4});
	assert.deepEqual((await doc(w, `/${id}`)).files, []);
});

test('a file can be removed by a draft, and that is taken back', async () => {
	const w = writer(), id = await begin(w, {bestand: 'benefits/uitpas.lua'}), {seen} = await file(w, id, 'uitpas.lua');
	await does(w, `/${id}/bestand/uitpas.lua`, {doe: 'weg', gezien: seen});
	const {files, check} = await doc(w, `/${id}`);
	assert.deepEqual(files.map(({name: n, gone}) => [n, gone]), [['uitpas.lua', true]]);
	assert.ok(check.good || check.fault, 'the others are checked without it');
	await refused(form(w, `/${id}/bestand/uitpas.lua`, {doe: 'terug', gezien: seen}), /./, w, id, 'draft');
	await does(w, `/${id}/bestand/uitpas.lua`, {doe: 'terug', gezien: seen + 1});
	assert.deepEqual((await doc(w, `/${id}`)).files, []);
});

test('a text is as long as a file may be, in bytes, and one that is longer is refused when it is saved', async () => {
	const w = writer(), id = await begin(w), {text, seen} = await file(w, id), most = text.padEnd(262144 - Buffer.byteLength(text) + text.length, ' ');
	assert.equal(Buffer.byteLength(most), 262144);
	const long = await submit(`${desk}/${id}/tekst/${name}`, {csrf: await token(desk, w.headers), gezien: seen, tekst: `${text}-- ${'é'.repeat(131000)}`}, {...w.headers, ...nl});
	assert.equal(long.status, 422);
	assert.match(long.text, /langer dan 256 kB/);
	assert.match(long.text, /ééé/, 'and what was typed is there');
	assert.equal((await file(w, id)).text, text, 'nothing was saved');
	await save(w, id, most);
	assert.equal((await file(w, id)).text, most);
});

test('amounts are a form: one block comes, and no other byte changes', async () => {
	const w = writer(), id = await begin(w), {text, seen} = await file(w, id), where = `/${id}/bedragen/${name}`;
	const fields = {vanaf: '2027-01-01', bevestigd_tot: '2027-12-31', bron: 'Stad Gent', gezien: seen, n0: 'krediet', w0: '64; 96,5; 128; 160; 160; € 1 192,00'};
	const wrong = await form(w, where, {...fields, w0: '64; 1.250; 3; 4; 5; 6'});
	assert.equal(wrong.status, 422);
	assert.match(wrong.text, /1\.250; 3; 4/, 'what was typed stays');
	assert.equal((await file(w, id)).text, text);
	assert.equal((await form(w, where, fields)).status, 303);
	const {text: now} = await file(w, id), lines = now.split('\n').filter((line) => !text.split('\n').includes(line));
	assert.equal(lines.length, 1, lines.join('\n'));
	assert.match(lines[0], /\["2027-01-01"\] = \{.*krediet = \{ ?64, 96\.50?, 128, 160, 160, 1192(\.00)? \}/);
	const {blocks} = await doc(w, where);
	assert.deepEqual(blocks.map(({from, confirmed_until: sure}) => [from, sure]),
		[['2017-01-01', '2022-12-31'], ['2023-01-01', '2027-12-31'], ['2027-01-01', '2027-12-31']]);
	assert.ok((await doc(w, `/${id}`)).check.good, 'and the tests of the file come out');
	const later = await save(w, id, 'x', {gezien: seen});
	assert.match(later, /opzij/, 'who wrote the text meanwhile is told');
});

test('on a day with older amounts, what nobody changed stays what it was then', async () => {
	const w = writer(), id = await begin(w), where = `/${id}/bedragen/${name}`, {text} = await file(w, id);
	const before = text.split('\n').find((line) => line.includes('["2023-01-01"]'));
	await save(w, id, text.replace(before, `["2023-01-01"] = { krediet = { 63, 94.50, 126, 157.50, 157.50, 189 }, drempel = 5, bevestigd_tot = "2026-12-31" },
	["2027-01-01"] = { krediet = { 70, 105, 140, 175, 175, 210 }, drempel = 9, bevestigd_tot = "2027-12-31" },`));
	const filled = (html) => Object.fromEntries([...html.split(`action="${desk}${where}"`)[1].split('</form>')[0].matchAll(/<input[^>]* name="([^"]+)"[^>]* value="([^"]*)"/g)].map(([, field, value]) => [field, value]));
	const shown = async (query = '') => filled((await page({headers: {...w.headers, ...nl}}, `${where}${query}`)).text);
	const at = async (from, said) => {
		const block = (await doc(w, where)).blocks.find((b) => b.from === from), of = Object.fromEntries(block.values.map((v) => [v.name, v.text]));
		assert.deepEqual([of.drempel, of.krediet[0], block.confirmed_until], said, from);
	};
	for (const [vanaf, krediet] of [['2023-01-01', '64; 1; 1; 1; 1; 1'], ['2025-01-01', '65; 1; 1; 1; 1; 1']]) {
		const typed = await shown();
		assert.deepEqual([typed.n0, typed.w0, typed.blok, typed.bevestigd_tot], ['drempel', '9', '2027-01-01', '2027-12-31']);
		const {status, text: again} = await submit(`${desk}${where}`, {...typed, vanaf, w1: krediet}, {...w.headers, ...nl});
		assert.equal(status, 422);
		assert.match(again, /Op die dag gelden andere bedragen/);
		const now = filled(again);
		assert.deepEqual([now.w0, now.w1, now.blok, now.vanaf, now.bevestigd_tot], ['5', krediet, vanaf < '2025' ? vanaf : '2023-01-01', vanaf, '2026-12-31']);
		assert.equal((await submit(`${desk}${where}`, now, {...w.headers, ...nl})).status, 303);
		await at(vanaf, [['5'], krediet.slice(0, 2), '2026-12-31']);
	}
	await at('2027-01-01', [['9'], '70', '2027-12-31']);
	const old = await shown('?blok=2017-01-01');
	assert.deepEqual([old.vanaf, old.w0, old.n1], ['2017-01-01', '42; 63; 84; 105; 105; 126', undefined], 'each row leads to its own form');
	assert.equal((await submit(`${desk}${where}`, {...old, w0: '43; 63; 84; 105; 105; 126'}, {...w.headers, ...nl})).status, 303);
});

test('an invented household is explained by the draft, on the day of its amounts', async () => {
	const w = writer(), id = await begin(w), where = `/${id}/gezin/${name}`;
	const {story} = await file(w, id);
	assert.deepEqual(story.rules[0].state, {yes: true}, 'one that has the right, when nobody invented any');
	assert.ok(story.known.length > 0);
	const {facts} = await doc(w, where), place = Object.fromEntries(facts.map((fact) => [fact.title, fact.place]));
	const help = facts.find(({choices}) => choices.some(({code}) => code === 'ocmw')), many = facts.find((fact) => fact.is_number);
	assert.ok(help && many, JSON.stringify(place));
	assert.equal((await form(w, where, {[`f${many.place}`]: 'veel'})).status, 422);
	assert.equal(await does(w, where, {[`f${help.place}`]: 'ocmw', [`f${many.place}`]: '0', dag: today()}), `/${id}/tekst/${name}#gezin`);
	const said = async () => (await file(w, id)).story.rules[0];
	assert.deepEqual([(await said()).state, (await said()).amount.low], [{yes: true}, 6300]);
	assert.ok((await said()).steps.length > 0);
	await save(w, id, (await file(w, id)).text.replace('krediet = { 63,', 'krediet = { 64,'));
	assert.equal((await said()).amount.low, 6400, 'each save decides again');
});

test('colleagues say something of a line, and take back only what is theirs', async () => {
	const w = writer(), reader = signIn({kind: 'staff', name: 'Lea Leest'}), id = await begin(w);
	assert.equal(await does(reader, `/${id}/tekst/${name}/opmerking`, {regel: 12, opmerking: 'Waarom <b>dit</b>?'}), `/${id}/tekst/${name}#opmerkingen`);
	const {comments: [one]} = await file(w, id);
	assert.deepEqual([one.by, one.line, one.quoted.includes('titel')], ['Lea Leest', 12, true]);
	assert.match((await page(w, `/${id}/tekst/${name}`)).text, /Waarom &lt;b&gt;dit/);
	assert.equal((await form(w, `/${id}/opmerking/${one.id}/weg`)).status, 404);
	await does(reader, `/${id}/opmerking/${one.id}/weg`);
	const {comments: [left]} = await file(w, id);
	assert.deepEqual([left.text, left.is_removed], [null, true]);
	assert.equal(sql(`select text from policy.comment where id = ${one.id}`), '–', 'it is gone, not hidden');
});

test('what is found on disk becomes a draft, and goes on in it', async () => {
	const w = writer(), put = (text) => sql(`set role belfort_policy; select policy.disk_draft('benefits', '${JSON.stringify({title: 'Proef van schijf', login: null,
		files: [{name, text, replaces: sql(`set role belfort_policy; select sha256 from policy.force_files('benefits') where name = '${name}'`)}]}).replaceAll("'", "''")}')`);
	const {text} = await file(w, await begin(w)), id = put(`${text}-- van schijf\n`);
	assert.equal(put(`${text}-- nog eens\n`), id);
	assert.equal((await doc(w, `/${id}`)).edition, 2);
	assert.equal((await file(w, id)).text, `${text}-- nog eens\n`);
	await why(w, id);
	assert.equal((await offer(w, id)).status, 303, 'who offers it stands by it');
	assert.equal(sql(`select count(*) from policy.hand where draft = ${id} and role = 'writer'`), '1');
});

test('what is not there is not there', async () => {
	const w = writer(), id = await begin(w);
	for (const path of ['/999999999', `/${id}/tekst/geen.lua`, `/${id}/uitgave/7`, `/${id}/opzij/999999`])
		assert.equal((await page(w, path)).status, 404, path);
	for (const odd of ['geen.lua', '.geen.lua', 'geen', 'map%2Fgeen.lua', '%20.lua', '%E2%80%AEaul.geen'])
		assert.equal((await form(w, `/${id}/tekst/${odd}`, {tekst: 'regel {}', gezien: 0})).status, 404, odd);
	for (const odd of ['geen.lua', 'geen', '%20.lua'])
		assert.equal((await form(w, `/${id}/tekst/${odd}/opmerking`, {opmerking: 'Hallo', regel: 3})).status, 404, odd);
	await does(w, `/${id}/weg`);
	assert.equal((await form(w, `/${id}/gezin/${name}`, {dag: today()})).status, 404, 'what was given up has no household any more');
	assert.equal((await form(w, '/nieuw', {titel: 'Proef', bestand: 'benefits/geen.lua'})).status, 422);
	assert.equal((await form(w, '/nieuw', {titel: 'Proef', bestand: 'people/x.lua'})).status, 422);
	assert.equal((await ask(desk)).status, 303);
});

test('rules of the budget are changed the same way, and checked', async () => {
	const w = writer(), id = await begin(w, {bestand: 'budget/doelen.lua'}), {text, story} = await file(w, id, 'doelen.lua');
	assert.equal(story, undefined, 'there is no household to decide on');
	assert.ok((await doc(w, `/${id}`)).check.passed > 0);
	await save(w, id, `regel { zomaar }\n${text}`, {name: 'doelen.lua'});
	const {check} = await doc(w, `/${id}`);
	assert.deepEqual([check.fault.file, check.fault.line], ['doelen.lua', 1]);
	await why(w, id);
	await refused(offer(w, id), /kloppen nog niet|not right yet/, w, id, 'draft');
	await save(w, id, `${text}-- proef\n`, {name: 'doelen.lua'});
	assert.equal((await offer(w, id)).status, 303);
});

/* --- forms that come again ------------------------------------------------- */

/* Refused for what is in a field: the page again, in Dutch. */
async function again(who, path, fields) {
	const answer = await form({headers: {...who.headers, ...nl}}, path, fields);
	assert.equal(answer.status, 422, answer.text);
	assert.match(answer.text, /id="fouten"/);
	return answer.text;
}

test('a form in which something is not right comes again with all of its page', async () => {
	const w = writer(), p = publisher(), id = await offered(w), open = await begin(w);
	assert.match(await again(w, '/nieuw', {titel: 'x', bestand: 'benefits/huisvuil.lua'}), /value="benefits\/huisvuil\.lua" checked/);
	for (const fields of [{vanaf: sql('select current_date - 1')}, {reden: ' \n '}, {vanaf: '2027-02-30'}]) {
		const html = await again(p, `/${id}/publiceren`, {uitgave: 1, vanaf: today(), reden: 'Nagekeken.', ...fields});
		assert.match(html, /<ins><code>\+ -- proef/, 'what changes');
		assert.match(html, /tests kloppen/, 'and whether it is right');
	}
	assert.match(await again(p, `/${id}/publiceren`, {uitgave: 1, vanaf: today(), tot: today(), reden: 'x'}), /Kies een dag na de dag waarop het in werking gaat/);
	assert.match(await again(w, `/${id}/waarom`, {titel: 'Proef', waarom: 'Te laat geschreven.', gezien: 1}), /Te laat geschreven\.<\/textarea>/, 'it was offered meanwhile');
	const amounts = await again(w, `/${open}/bedragen/${name}`, {vanaf: '', gezien: 0, n0: 'krediet', w0: '1; 2'});
	assert.match(amounts, /name="w0"[^>]*value="1; 2"/);
	const {facts} = await doc(w, `/${open}/gezin/${name}`), many = facts.find((fact) => fact.is_number);
	assert.match(await again(w, `/${open}/gezin/${name}`, {[`f${many.place}`]: 'veel'}), new RegExp(`name="f${many.place}"[^>]*value="veel"`));
	const said = await again(w, `/${open}/tekst/${name}/opmerking`, {regel: 'x', opmerking: 'Klopt dit?'});
	assert.match(said, /name="regel"[^>]*value="x"/);
	assert.match(said, /Klopt dit\?<\/textarea>/);
	assert.match(said, /id="regel-12"/, 'with the text');
	assert.match(await again(w, `/${open}/opmerking`, {opmerking: '  '}), /id="nagekeken"[^]*tests kloppen/);
});

test('an amount of an invented household may have a comma', async () => {
	const w = writer(), id = await begin(w, {bestand: 'benefits/schooltoeslag.lua'}), where = `/${id}/gezin/schooltoeslag.lua`;
	const {facts} = await doc(w, where), euro = facts.find((fact) => fact.is_number && /inkomen/i.test(fact.title));
	await does(w, where, {[`f${euro.place}`]: '20000,50'});
	assert.equal((await doc(w, where)).facts.find(({place}) => place === euro.place).now, '20000.50');
});

test('a rule that cannot be read is tried on nobody', async () => {
	const w = writer(), id = await begin(w), {text} = await file(w, id);
	await save(w, id, text.replace('recht  = een_van', 'recht  = een_vann'));
	const {text: html} = await page({headers: {...w.headers, ...nl}}, `/${id}/gezin/${name}`);
	assert.match(html, /Hier valt niets te proberen/);
	await refused(form(w, `/${id}/gezin/${name}`, {f0: '1'}), /kloppen nog niet|not right yet/);
});

test('what was saved is said to be saved', async () => {
	const w = writer(), id = await begin(w), {text, seen} = await file(w, id);
	for (const [path, fields] of [[`/${id}/bedragen/${name}`, {vanaf: '2027-01-01', bevestigd_tot: '2027-12-31', gezien: seen, n0: 'krediet', w0: '64; 96,5; 128; 160; 160; 192'}],
		[`/${id}/tekst/${name}`, {tekst: `${text}-- proef\n`, gezien: seen + 1}]]) {
		const where = await does(w, path, fields);
		assert.equal(where, `${path}?gedaan=bewaard`);
		assert.match((await page({headers: {...w.headers, ...nl}}, where)).text, /Bewaard, in dit voorstel/);
		assert.doesNotMatch((await page({headers: {...w.headers, ...nl}}, path)).text, /Bewaard, in dit voorstel/);
	}
});

/* --- a session that ends while somebody writes ----------------------------- */

/* Another session of the same person, as signing in again gives. */
function again_in({account}) {
	const {secret, headers} = signIn({kind: 'staff', name: 'Weg Ermee'}), id = `encode(sha256('${secret}'), 'hex')`;
	sql(`update people.session set account = '${account}' where id = ${id}`);
	return {account, headers};
}
/* The fields of the form on a page that sends something once more. */
function fields_of(html) {
	const part = /<form method="post" action="\/beheer[^]*?<\/form>/.exec(html)[0], plain = (text) => text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
	return Object.fromEntries([...part.matchAll(/<(?:input type="hidden" name="(\w+)" value="([^"]*)"|textarea id="\w[^"]*" name="(\w+)"[^>]*>\n?([^<]*))/g)]
		.map(([, a, b, c, d]) => [a ?? c, plain(b ?? d)]));
}
const ends = ({account}, how) => sql(`update people.session set ${how} where account = '${account}'`);

for (const [what, how] of [['eight hours after', `ends = now()`], ['an hour without a page after', `seen = now() - interval '2 hours'`]])
	test(`what somebody wrote ${what} signing in is kept when they signed in again`, async () => {
		const w = writer(), id = await begin(w), {text, seen} = await file(w, id), path = `/${id}/tekst/${name}`, tekst = `${text}-- "<proef>" & meer\n`;
		const csrf = await token(desk, w.headers);
		ends(w, how);
		const out = await submit(`${desk}${path}`, {csrf, tekst, gezien: seen}, {...w.headers, ...nl});
		assert.equal(out.status, 401);
		assert.match(out.text, /nog niet bewaard[^]*Aanmelden, in een nieuw venster/);
		assert.equal(fields_of(out.text).tekst, tekst);
		const back = again_in(w), headers = {...back.headers, ...nl};
		const ask_again = await submit(`${desk}${path}`, fields_of(out.text), headers);
		assert.equal(ask_again.status, 403, 'nothing is sent before they saw for whom');
		assert.match(ask_again.text, /als Wim Proef/);
		const done = await submit(`${desk}${path}`, fields_of(ask_again.text), headers);
		assert.equal(done.status, 303, done.text);
		assert.equal((await file(back, id)).text, tekst);
	});

test('amounts, a remark and what needs care come back the same way', async () => {
	const w = writer(), p = publisher(), id = await begin(w), waits = await offered(w);
	for (const [who, path, fields] of [[w, `/${id}/bedragen/${name}`, {vanaf: '2027-01-01', bron: 'Stad Gent', gezien: '0', n0: 'krediet', w0: '1; 2'}],
		[w, `/${id}/tekst/${name}/opmerking`, {opmerking: 'Lijn 12.', regel: '12'}], [p, `/${waits}/publiceren`, {uitgave: '1', vanaf: today(), reden: 'Nagerekend.'}]]) {
		const csrf = await token(desk, who.headers);
		ends(who, path.endsWith('publiceren') ? `signed = now() - interval '11 minutes'` : 'ends = now()');
		const {status, text} = await submit(`${desk}${path}`, {csrf, ...fields}, {...who.headers, ...nl});
		assert.equal(status, 401);
		const {csrf: _, ...sent} = fields_of(text);
		assert.deepEqual(sent, fields);
		ends(who, `ends = now() + interval '1 hour', signed = now()`);
	}
	assert.equal(await state(w, waits), 'offered');
});

test('what residents wrote, and what is about them, stands on no page that sends again', async () => {
	for (const [path, fields] of [['/mijn/wachtwoord', {wachtwoord: 'een lang wachtwoord', nieuw: 'een lang wachtwoord'}], ['/beheer/helpen', {naam: 'Roos Zoekmij', geboren: '1985-07-30'}]]) {
		const {status, text} = await submit(path, fields, nl);
		assert.equal(status, 401);
		assert.doesNotMatch(text, /een lang wachtwoord|Zoekmij|1985-07-30/, path);
	}
});

/* --- lists ------------------------------------------------------------------ */

test('of what is over the desk shows thirty, and leads to older ones', async () => {
	const w = writer();
	sql(`insert into policy.draft (feature, title, base, state, ended) select 'benefits', 'Proef, voorbij ' || n, 1, 'withdrawn', now() from generate_series(1, 35) n`);
	const {rows, older} = await doc(w, '');
	assert.equal(rows.over.list.length, 30);
	assert.match((await page({headers: {...w.headers, ...nl}}, '')).text, new RegExp(`href="${desk}\\?voor=${older}"[^>]*>Oudere`));
	const next = await doc(w, `?voor=${older}`);
	assert.ok(next.rows.over.list.length >= 5);
	assert.ok(next.rows.over.list.every(({id}) => id < rows.over.list.at(-1).id), 'none twice');
	assert.deepEqual(Object.keys(next.rows), ['over']);
});

test('of many editions ten stand there, and the older ones behind a door', async () => {
	const w = writer(), id = await begin(w), {text} = await file(w, id);
	for (let n = 1; n <= 12; n++)
		await save(w, id, `${text}-- ${n}\n`);
	const {editions, older} = await doc(w, `/${id}`);
	assert.deepEqual([editions.map(({nr}) => nr), older.map(({nr}) => nr)], [[12, 11, 10, 9, 8, 7, 6, 5, 4, 3], [2, 1]]);
});

/* --- what the guide says ------------------------------------------------------ */

test('the condition of the guide does what the guide says', async () => {
	const guide = fs.readFileSync(`${process.env.BELFORT_TREE}/docs/beleid.md`, 'utf8');
	const [was, becomes, lacks, given, asked, asks, more] = [...guide.matchAll(/^```lua (?:was|wordt|erbij)\n(.*?)^```/gms)].map(([, part]) => part);
	const w = writer(), id = await begin(w), {text} = await file(w, id);
	const put = (from, one, other) => { assert.ok(from.includes(one), one); return from.replace(one, other); };
	const wider = put(text, was, becomes);
	await save(w, id, wider);
	const {check} = await doc(w, `/${id}`);
	assert.deepEqual([check.failed, check.tests[0].name], [2, 'een laag inkomen alleen volstaat niet: eerst de verhoogde tegemoetkoming']);
	await save(w, id, put(put(put(wider, lacks, given), asked, asks), '  tests = {\n', `  tests = {\n${more}`));
	assert.ok((await doc(w, `/${id}`)).check.good, JSON.stringify((await doc(w, `/${id}`)).check));
});

test('a draft without a change leads to the files, and one that removes a rule names it', async () => {
	const w = writer(), id = await begin(w, {bestand: 'benefits/uitpas.lua'}), dutch = {headers: {...w.headers, ...nl}};
	assert.match((await page(dutch, `/${id}`)).text, new RegExp(`<details open>[^]*href="${desk}/${id}/bedragen/uitpas\\.lua"`));
	await does(w, `/${id}/bestand/uitpas.lua`, {doe: 'weg', gezien: 0});
	const {text} = await page(dutch, `/${id}`);
	assert.match(text, /<h3>UiTPAS met kansentarief<\/h3>\s*<p>Dit voorstel verwijdert dit recht/);
	assert.doesNotMatch(text, /<details open>/);
});

test('what puts something back says what', async () => {
	const w = writer(), p = publisher(), id = await offered(w, '-- proef om terug te zetten');
	assert.equal((await publish(p, id)).status, 303);
	await done(w, id);
	const back = Number((await does(w, `/${id}/omkeren`)).slice(1));
	assert.match((await doc(w, `/${back}`)).title, /: Proefvoorstel$/);
	await why(w, back);
	assert.equal((await offer(w, back)).status, 303);
	assert.equal((await publish(p, back)).status, 303);
	await done(w, back);
});

test('who may try a draft on the whole city finds the way on its page', async () => {
	const w = signIn({kind: 'staff', name: 'Wim Proef', rights: ['policy.write', 'preview.ask']}), id = await begin(w);
	const [, where] = new RegExp(`href="(${desk}/proef/${id})"`).exec((await page(w, `/${id}`)).text);
	assert.notEqual((await ask(where, {headers: w.headers})).status, 404);
	assert.doesNotMatch((await page(writer(), `/${id}`)).text, new RegExp(`${desk}/proef`), 'without the right there is none');
});
