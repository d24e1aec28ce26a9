/* The rules as everybody reads them: what holds, what comes, what is proposed;
 * one rule with its amounts through time; drafts only from when they are
 * offered.  And the emergency stop, and the letter before a rule changes.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import {ask, sql, unharmed, unseen, until} from './lib.mjs';
import {desk, form, page, publisher} from './policy.mjs';
import {forgetTold, inForce, told, withdraw} from './policy-reader.mjs';
import {as, forgetGiven, given, household} from './rights-made.mjs';
import {forget} from './residents.mjs';
import {signIn} from './signed.mjs';

unharmed(test);

const mount = '/rechten/beleid', family = 'Leesproef';
/* A public page is kept for a second, by its address. */
const fresh = (path) => `${mount}${path}${path.includes('?') ? '&' : '?'}nieuw=${unseen()}`;
const json = async (path) => {
	const answer = await ask(fresh(path), {headers: {Accept: 'application/json'}});
	assert.equal(answer.status, 200, answer.text);
	return answer.json;
};
const html = (path, lang = 'nl') => ask(fresh(path), {headers: {Accept: 'text/html', 'Accept-Language': lang}});
const dearer = () => inForce('huisvuil.lua').replace('krediet = { 63, 94.50,', 'krediet = { 64, 94.50,');
const stopper = (name) => signIn({kind: 'staff', name, rights: ['policy.stop']});

test.after(() => {
	forgetTold();
	forgetGiven();
	forget(family);
});

test('all rules are there, and each leads to its page', async () => {
	const {city, others, version} = await json('');
	assert.ok(city.rows.some(({code}) => code === 'huisvuil') && others.rows.some(({code}) => code === 'delijn'));
	assert.equal(String(version), sql('select benefits.version_now()'));
	assert.match((await html('')).text, /<a href="\/rechten\/beleid\/huisvuil">Gratis huisvuilzakken/);
	assert.match((await ask('/rechten/huisvuil')).text, /href="\/rechten\/beleid\/huisvuil"/, 'also from the page of the right');
	assert.match((await ask('/rechten')).text, /href="\/rechten\/beleid"/);
});

test('a rule tells its amounts through time, where they are from, and its text', async () => {
	const {files: [file], source, asks, held} = await json('/huisvuil');
	const [{name, rows, drawing}] = file.amounts;
	assert.equal(name, 'krediet');
	assert.deepEqual(rows.map(({from, until: last, now}) => [from, last, now]),
		[['2017-01-01', '2022-12-31', false], ['2023-01-01', null, true]]);
	assert.equal(rows[1].said, '63 · 94,50 · 126 · 157,50 · 157,50 · 189');
	assert.equal(rows[1].confirmed_until, '2027-12-31');
	assert.equal(drawing.lines.length, 6, 'a line for each number of the list');
	assert.equal(file.text.trim(), inForce('huisvuil.lua'), 'the text is whole');
	assert.equal(file.lines.map(({parts}) => parts.map(({text}) => text).join('')).join('\n').trimEnd(), file.text.trimEnd(),
		'and so is what is highlighted');
	assert.match(source.url, /^https:\/\/stad\.gent/);
	assert.deepEqual(asks.rows.map(({code}) => code), ['vt']);
	assert.equal(held, true);
	for (const [lang, words] of [['nl', /Waarop het steunt/], ['en', /What it rests on/], ['fr', /Sur quoi cela repose/]])
		assert.match((await html('/huisvuil', lang)).text, words);
});

test('a rule tells who changed it, and who stands by it', async () => {
	const {changes} = await json('/huisvuil');
	const first = changes.at(-1);
	assert.ok(first.new && first.since && first.by, 'the file came once');
	assert.ok(first.stands.some(({by, until: day}) => by && day), 'and a second person confirmed it');
});

test('what never was is not found', async () => {
	for (const path of ['/bestaat-niet', '/huisvuil?versie=999999', '/voorstel/999999999'])
		assert.equal((await html(path)).status, 404, path);
	assert.equal((await html('/huisvuil?versie=x')).status, 422);
});

test('a draft is read by everybody from when it is offered on', async () => {
	const hidden = told({title: 'Proef nog niet', name: 'huisvuil.lua', text: dearer(), state: 'draft'});
	const offered = told({title: 'Proef hoger krediet', name: 'huisvuil.lua', text: dearer(), council: 'Raad van 14 december, punt 12'});
	const ordered = told({title: 'Proef komt eraan', name: 'huisvuil.lua', text: dearer(), state: 'ordered', published: '1 minute'});
	assert.equal((await html(`/voorstel/${hidden}`)).status, 404);
	const doc = await json(`/voorstel/${offered}`);
	assert.deepEqual(doc.about.rows.map(({code}) => code), ['huisvuil']);
	assert.ok(doc.files[0].lines.some(({came, text}) => came && /krediet = \{ 64, 94\.50/.test(text)), 'what comes');
	assert.ok(doc.files[0].lines.some(({went, text}) => went && /krediet = \{ 63, 94\.50/.test(text)), 'what goes');
	assert.match((await html(`/voorstel/${offered}`)).text, /Raad van 14 december, punt 12/);
	const all = await json('');
	assert.ok(all.offered.rows.some(({id}) => id === offered) && all.coming.rows.some(({id}) => id === ordered));
	assert.ok(![...all.offered.rows, ...all.coming.rows].some(({id}) => id === hidden));
	const rows = (await json('/huisvuil')).drafts.rows.map(({id}) => id);
	assert.ok(rows.includes(offered) && rows.includes(ordered), 'and stands with its rule');
	assert.equal((await json('/delijn')).drafts, null, 'but with no other');
	withdraw(ordered);
	assert.equal((await html(`/voorstel/${ordered}`)).status, 200, 'what was ordered and withdrawn stays to be read');
	withdraw(offered);
	assert.equal((await html(`/voorstel/${offered}`)).status, 404, 'what was only proposed does not');
});

test('the preview that was kept stands with a draft, and only that of its last edition', async () => {
	const id = told({title: 'Proef met gevolgen', name: 'huisvuil.lua', text: dearer()});
	assert.equal((await json(`/voorstel/${id}`)).preview, null);
	const cell = {gains: {is: 1230}, loses: {few: true}, unknown: {few: true}, same: {is: 4000}, cost_before: 100000, difference: 123000, cost_after: 223000};
	const document = {data_day: '2026-11-20', day: '2027-01-01', total: cell, by: {},
		rules: [{...cell, code: 'huisvuil', titles: {nl: 'Gratis zakken', en: 'Free bags', fr: 'Sacs gratuits'}}]};
	sql(`select policy.preview_keep(${id}, 1, '${JSON.stringify(document)}')`);
	assert.match((await html(`/voorstel/${id}`)).text, /1\.230\s*<\/dd>[^]*minder dan 10[^]*Gratis zakken/);
});

/* --- the emergency stop ---------------------------------------------------- */

test('one person stops a rule, everybody reads why, another one lets it go on', async () => {
	const one = stopper('Stien Stopproef'), two = stopper('Lou Stopproef');
	assert.equal((await page(publisher(), '/stop')).status, 403);
	assert.match((await page(one, '/stop')).text, /href="\/beheer\/beleid\/stop\/delijn"/);
	assert.match((await page(one, '/stop/delijn')).text, /Niemand verliest iets/, 'what happens is told first');
	assert.equal((await form(one, '/stop/delijn', {reden: 'kort'}, `${desk}/stop/delijn`)).status, 422, 'with a reason');
	assert.equal((await form(one, '/stop/bestaat-niet', {reden: 'Het bedrag is fout.'}, `${desk}/stop/delijn`)).status, 404);
	assert.equal((await form(one, '/stop/delijn', {reden: 'Het bedrag is fout.'}, `${desk}/stop/delijn`)).status, 303);
	assert.match((await form(two, '/stop/delijn', {reden: 'Het bedrag is fout.'}, `${desk}/stop/delijn`)).text, /al gestopt/);
	const {stops} = await json('/delijn');
	assert.deepEqual(stops.rows.map(({open, reason, by}) => [open, reason, by]).at(0), [true, 'Het bedrag is fout.', 'Stien Stopproef']);
	assert.match((await html('')).text, /Voorlopig gestopt[^]*beleid\/delijn/);
	assert.match((await form(one, '/stop/delijn/verder', {reden: 'Het is nagekeken.'}, `${desk}/stop/delijn`)).text, /iemand anders/);
	assert.equal((await form(two, '/stop/delijn/verder', {reden: 'Het is nagekeken.'}, `${desk}/stop/delijn`)).status, 303);
	assert.equal((await form(two, '/stop/delijn/verder', {reden: 'Het is nagekeken.'}, `${desk}/stop`)).status, 404, 'there is nothing to let go on');
	assert.equal((await json('/delijn')).stops.rows.at(0).open, false);
	assert.match((await page(one, '/stop')).text, /Gestopt door Stien Stopproef[^]*Weer verder door Lou Stopproef[^]*Het bedrag is fout[^]*Het is nagekeken/);
});

/* --- before it changes ----------------------------------------------------- */

const proof = `regel { code = "proefbericht", titel = { nl = "Proefbericht", en = "Proof", fr = "Preuve" },
  bron = { "Verzonnen voor de test" }, bevoegd = "stad", per = "persoon", periode = "geen", toekenning = "automatisch",
  feiten = { "geboortedatum" }, recht = is(feit.geboortedatum, datum("1911-02-03")) }
`;
const messages = (who) => sql(`select coalesce(string_agg(kind, ' ' order by id), '') from people.message where account = '${who.account}'
	and kind like 'policy%'`);
const look = () => sql("notify belfort_jobs, 'policy'");
const looked = (id) => sql(`select coalesce(max(looked)::text, '') from policy.announcement where draft = ${id}`);

test('who has a right is told once before it changes, and once when it does not after all', async () => {
	const home = household(family, [{role: 'referentiepersoon'}, {role: 'partner'}]);
	const [has, other] = home.ids.map(as);
	given(home.name, {addressee: home.ids[0], rule: 'proefbericht'});
	const id = told({title: 'Proef met bericht', name: 'proefbericht.lua', text: proof, state: 'ordered'});
	look();
	await until(() => looked(id) !== '', 'all were told');
	assert.deepEqual([messages(has), messages(other)], ['policy_change', '']);
	const box = await ask('/mijn/berichten', {headers: {...has.headers, 'Accept-Language': 'en'}});
	assert.match(box.text, /A rule changes on/);
	sql(`update policy.announcement set looked = looked - 1 where draft = ${id}`);
	look();
	await until(() => looked(id) === sql('select current_date'), 'it was looked once more');
	assert.equal(messages(has), 'policy_change', 'nobody is told twice');
	withdraw(id);
	look();
	await until(() => sql(`select count(*) from policy.announced where draft = ${id} and taken_back is null`) === '0', 'it was taken back');
	assert.deepEqual([messages(has), messages(other)], ['policy_change policy_stays', '']);
});

test('nobody is told of what was ordered just now, of what holds today, or of what waits for a second person', async () => {
	const next = () => JSON.parse(sql('select policy.announce_next()')).draft;
	for (const more of [{published: '10 minutes'}, {from: 'current_date'}, {state: 'offered'}]) {
		const id = told({title: 'Proef zonder bericht', name: 'proefbericht.lua', text: proof, state: 'ordered', ...more});
		assert.notEqual(next(), id, JSON.stringify(more));
	}
	const id = told({title: 'Proef voor morgen', name: 'proefbericht.lua', text: proof, state: 'ordered', published: '1 minute', from: 'current_date + 1'});
	assert.equal(next(), id, 'but what begins tomorrow does not wait');
	withdraw(id);
});

/* --- what a draft brings about --------------------------------------------- */

test('the page of a draft tells what rests on it, and shows the letter', async () => {
	const id = told({title: 'Proef van gevolgen', name: 'vt.lua', text: `${inForce('vt.lua')}\n-- Een woord erbij.\n`});
	const clerk = signIn({kind: 'staff', name: 'Kees Kijkproef'});
	const {effects} = (await ask(`${desk}/${id}`, {headers: {...clerk.headers, Accept: 'application/json'}})).json;
	const row = (code) => effects.now.find((one) => one.code === code);
	assert.equal(row('vt').itself, true);
	assert.equal(row('huisvuil').itself, false, 'it asks the right that changes');
	assert.ok(!row('geboortegeschenk'), 'what does not rest on it is not there');
	const {text} = await page(clerk, `/${id}`);
	assert.match(text, /Een regel verandert op[^]*Proef van gevolgen[^]*Omdat alles duurder wordt/);
	assert.equal(sql(`select count(*) from policy.announcement where draft = ${id}`), '0', 'to look tells nobody');
});
