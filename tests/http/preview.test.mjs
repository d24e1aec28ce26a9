/* What a change of the rules does to the whole city: the figures, what they do
 * not tell, the day's allowance, the log, sliders, reports that come out again.
 */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import test from 'node:test';
import {ask, sql, submit, unharmed} from './lib.mjs';
import {end, files, save, settled, version} from './benefits.mjs';
import {bags, city, restore, versions} from './preview.mjs';
import {signIn, token} from './signed.mjs';

unharmed(test);

const mount = '/beheer/beleid/proef', CREDIT = [6300, 9450, 12600, 15750, 15750, 18900], MORE = 500;
const clerk = (name = 'Proef') => signIn({kind: 'staff', name, rights: ['preview.ask']});
const page = (path, who, lang = 'nl') => ask(`${mount}${path}${path.includes('?') ? '&' : '?'}taal=${lang}`, {headers: who.headers});
const answer = async (path, who) => (await page(path.replace(/(\?|$)/, '.json$1'), who)).json;
const count = (cell) => cell.is ?? 0;

/* What a household was told as: near the truth, as far as the noise goes. */
const read = (pdf) => spawnSync('pdftotext', ['-layout', '-', '-'], {input: pdf, encoding: 'utf8'}).stdout;
const near = (told, truth, what, width = 48) => assert.ok(Math.abs(told - truth) <= width, `${what}: ${told} is near ${truth}`);

const places = ['Een', 'Twee', 'Drie'];
let other, before, dearer, ann;
/* 2,000 households: two of five get waste bags, with 0 to 2 dependants; of one in ten
 * the number is not known. */
const homes = Array.from({length: 2000}, (_, n) => ({
	kind: n % 5, quarter: n % 4 === 0 ? null : n % 4,
	facts: {bruto_jaar: n % 5 < 2 ? 1000000 : 4000000, ...n % 10 ? {ten_laste: n % 3} : {}},
}));
const gets = homes.filter(({facts}) => facts.bruto_jaar < 2000000);

test.before(async () => {
	({other, before, dearer} = await versions());
	restore();
	city(homes, places);
	ann = clerk('Ann Proef');
});
test.after(async () => {
	await end();
	restore();
});

test('who gains and what it costs is near the truth, by right, kind, income and neighbourhood', async () => {
	const doc = await answer(`/versie-${dearer}?tegen=${before}`, ann);
	/* With no or one dependant the amount is 5 euro higher; where it is not known, the least is counted. */
	const richer = gets.filter(({facts}) => (facts.ten_laste ?? 0) < 2);
	const cost = gets.reduce((sum, {facts}) => sum + CREDIT[facts.ten_laste ?? 0], 0);
	assert.deepEqual(doc.rules.map(({code}) => code), ['huisvuil']);
	const [rule] = doc.rules;
	near(count(rule.gains), richer.length, 'gains');
	near(count(rule.loses), 0, 'loses');
	near(count(rule.unknown), 0, 'unknown');
	near(count(rule.same), homes.length - richer.length, 'the same', 96);
	near(rule.cost_before / 18900, cost / 18900, 'cost of before');
	near(rule.difference / 18900, richer.length * MORE / 18900, 'difference');
	assert.equal(rule.cost_after, rule.cost_before + rule.difference);
	assert.equal(Math.abs(rule.difference % 18900), 0, 'and no cent of it is anybody’s');
	assert.deepEqual({...doc.total, name: null}, Object.fromEntries(Object.keys(doc.total).map((key) => [key, key === 'name' ? null : rule[key]])),
		'the total of one rule is that rule');
	assert.deepEqual([doc.by.type.length, doc.by.tenth.length, doc.by.neighbourhood.length], [6, 11, 4]);
	for (let kind = 0; kind < 5; kind++)
		near(count(doc.by.type[kind].gains), richer.filter((home) => home.kind === kind).length, `kind ${kind}`);
	assert.deepEqual(doc.by.neighbourhood.map(({name}) => name), ['Een', 'Twee', 'Drie', 'Wijk niet bekend']);
	near(count(doc.by.neighbourhood[3].homes), 500, 'not known where');
	near(count(doc.by.tenth[10].gains), richer.length, 'the income is in no fact of the city');
	doc.by.tenth.slice(0, 10).forEach(({gains}) => near(count(gains), 0, 'so nobody is in a tenth'));
	for (const [lang, words] of [['nl', /gezinnen winnen/], ['en', /households gain/], ['fr', /ménages gagnent/]])
		assert.match((await page(`/versie-${dearer}?tegen=${before}`, ann, lang)).text, words);
});

test('the same question is the same figures, takes nothing again, and each is in the log', async () => {
	const bea = clerk(), path = `/versie-${dearer}?tegen=${before}`;
	const looks = () => Number(sql(`select count(*) from access.entry e join belfort.look l on l.id = e.look
		where l.name = 'preview.city' and e.actor = '${bea.account}' and e.subject is null and e.reason like '%versie-${dearer}, tegen versie-${before}%'`));
	const [one, two, theirs] = [await answer(path, bea), await answer(path, bea), await answer(path, ann)];
	assert.equal(one.left, 540);
	assert.equal(two.left, 540);
	for (const other of [two, theirs])
		assert.deepEqual([other.rules, other.by, other.digest], [one.rules, one.by, one.digest]);
	assert.equal(looks(), 2);
	const third = await answer(`${path}&dag=2026-06-01`, bea);
	assert.equal(third.left, 480);
	assert.notDeepEqual(third.by, one.by, 'another day is another question, with other noise');
	assert.deepEqual(third.total.homes, one.total.homes, 'how many there are keeps its noise');
	assert.equal(sql(`select count(*) from access.entry e join belfort.look l on l.id = e.look
		where l.name = 'preview.columns' and e.kind = 'rule' and e.actor is null`) > 0, true, 'that data were copied is in the list of everybody');
});

test('more than a day’s allowance is refused, in words; what was asked can be seen again', async () => {
	const cas = clerk(), path = `/versie-${dearer}?tegen=${before}`;
	const first = await answer(path, cas);
	sql(`insert into preview.question (account, hash, snapshot, points, what)
		select '${cas.account}', lpad(to_hex(n), 64, '0'), 1, 60, 'x' from generate_series(1, 9) n`);
	const refused = await page(`${path}&dag=2026-07-01`, cas);
	assert.equal(refused.status, 429);
	assert.match(refused.text, /zoveel over de stad als op een dag mag/);
	assert.deepEqual((await answer(path, cas)).rules, first.rules);
	assert.equal((await page(`/versie-${dearer}/schuiven?tegen=${before}&regel=huisvuil&b0=70`, cas)).status, 429, 'sliders count too');
});

test('nobody is in what the pool keeps, and the pool can read nothing else', () => {
	assert.equal(sql(`select string_agg(column_name, ' ' order by ordinal_position) from information_schema.columns
		where table_schema = 'preview' and table_name = 'whole_home'`), 'key kind quarter packed');
	const may = (relation) => sql(`select has_table_privilege('belfort_preview_pool', '${relation}', 'select')`);
	assert.deepEqual(['preview.whole_home', 'preview.whole_person', 'preview.home', 'preview.record_key', 'facts.packed', 'people.resident'].map(may),
		['t', 't', 'f', 'f', 'f', 'f']);
	assert.equal(sql(`select count(*) from unnest(array['belfort_city', 'belfort_jobs']) r where has_table_privilege(r, 'preview.whole_home', 'select')`), '1',
		'the city’s other pages cannot');
});

test('an amount is moved: without a script by a button, and the total alone is shown', async () => {
	const dora = clerk(), path = `/versie-${before}/schuiven?regel=huisvuil&tegen=${before}`;
	const {text, headers} = await page(path, dora);
	assert.match(headers['content-security-policy'], /; connect-src 'self'$/);
	assert.match(text, /<select id="veld-regel"[^]*?<option value="huisvuil" selected>/);
	assert.match(text, /name="b1" inputmode="decimal" value="94\.5/);
	const {json: {answer: {total, by}, left}} = await ask(`${mount}/versie-${before}/schuiven.json?regel=huisvuil&tegen=${before}&b0=70&b1=94.5&b2=126`,
		{headers: dora.headers});
	assert.equal(left, 599);
	assert.equal(by, undefined);
	near(count(total.gains), gets.filter(({facts}) => (facts.ten_laste ?? 0) === 0).length, 'gains', 192);
	for (const wrong of ['veel', '1e9', '-'])
		assert.equal((await page(`${path}&b0=${wrong}`, dora)).status, 422, wrong);
});

test('the groups can be moved too, for four points; what it costs now is not told that often', async () => {
	const noor = clerk(), path = `${mount}/versie-${before}/schuiven.json?regel=huisvuil&tegen=${before}&b0=70&b1=94.5&b2=126`;
	const {json: {answer, left}} = await ask(`${path}&groepen=ja`, {headers: noor.headers});
	assert.equal(left, 596);
	assert.deepEqual([answer.by.type.length, answer.by.tenth.length, answer.by.neighbourhood.length], [6, 11, 4]);
	near(count(answer.by.type[0].gains), gets.filter(({kind, facts}) => kind === 0 && (facts.ten_laste ?? 0) === 0).length, 'alone', 192);
	const {json: {answer: alone, left: after}} = await ask(path, {headers: noor.headers});
	assert.equal(after, 595, 'the total alone is another question');
	for (const cell of [answer.total, ...answer.rules, ...answer.by.type, alone.total])
		assert.deepEqual([cell.cost_before, cell.cost_after], [undefined, undefined]);
	assert.match((await ask(`${path.replace('.json', '')}&groepen=ja&taal=nl`, {headers: noor.headers})).text, /<figure class="fates">/);
});

test('a chart has who loses to the left and who gains to the right, on one scale, and words for it', async () => {
	const rosa = clerk(), path = `/versie-${dearer}?tegen=${before}`;
	const {by, groups} = await answer(path, rosa);
	const longest = Math.max(...by.type.map(({gains}) => count(gains)));
	for (const {bar, gains, loses} of by.type) {
		assert.equal(bar.less_at + bar.less, bar.zero, 'who loses ends where who gains begins');
		assert.ok(bar.zero + bar.more <= 1000 && bar.less_at >= 0 && bar.band_at >= 0, 'nothing stands outside');
		assert.ok(Math.abs(bar.more / (1000 - bar.zero) - count(gains) / longest) < 0.01, 'as long as it is many');
		assert.ok(count(loses) > 0 || bar.less === 0);
	}
	assert.equal(groups[0].most_gain.is, longest);
	const {text} = await page(path, rosa);
	assert.match(text, new RegExp(`De meeste winnen: [^,]*, ongeveer ${longest} gezinnen`));
	assert.equal(text.match(/<details class="behind">/g).length, 3, 'behind each chart is its table');
	const two = (await ask(`${mount}/vergelijken.json?een=versie-${dearer}&twee=versie-${before}&tegen=${before}`, {headers: rosa.headers})).json;
	const [one, other] = two.sides.map(({by: {type}}) => type[0].bar.band);
	assert.ok(one === other && one < 400, 'two scenarios are drawn on the same scale, also that of which nobody gains');
});

test('the rule that a change is about is chosen to be moved', async () => {
	const {text} = await page(`/versie-${dearer}/schuiven?tegen=${before}`, clerk());
	assert.match(text, /<option value="huisvuil" selected>[^]*name="b0" inputmode="decimal" value="68"/);
	assert.doesNotMatch((await page(`/versie-${before}/schuiven?tegen=${before}`, clerk())).text, /selected/, 'nothing is different');
});

test('what a change newly asks is not known of anybody: that is said, by name, with what to do', async () => {
	const saar = clerk(), new_ = /vraagt wat van niemand bekend is:[^]*<code>schuldhulp<\/code>[^]*Wat u kunt doen/;
	assert.doesNotMatch((await page(`/versie-${dearer}?tegen=${before}`, saar)).text, /van niemand bekend/);
	assert.match((await page(`/versie-${other}?tegen=${before}`, saar)).text, new_);
	assert.match((await page(`/versie-${other}/schuiven?tegen=${before}`, saar)).text, new_);
});

test('what a rule in force asks, and the copy of the city has not yet, is said to come', async () => {
	const path = `/versie-${dearer}?tegen=${before}`, saar = clerk(), soon = /verzamelt nog wat deze wijziging vraagt:[^]*<code>ten_laste<\/code>[^]*enkele minuten/;
	const named = sql('select named from preview.snapshot');
	sql(`update preview.snapshot set named = (select jsonb_agg(n) from jsonb_array_elements(named) n where n ->> 'name' <> 'ten_laste')`);
	for (const where of [path, `/versie-${dearer}/schuiven?tegen=${before}`]) {
		const {text} = await page(where, saar);
		assert.match(text, soon);
		assert.doesNotMatch(text, /van niemand bekend/);
	}
	sql(`update preview.snapshot set named = '${named}'`);
});

test('old data, no data and no points are told in words, with what to do', async () => {
	const tom = clerk(), path = `/versie-${dearer}?tegen=${before}`, old = /niet van vandaag[^]*wie het platform beheert/;
	await answer(path, tom);
	assert.match((await page('', tom)).text, new RegExp(`Wat u vandaag vroeg[^]*href="${mount}/versie-${dearer}\\?tegen=${before}&amp;dag=`));
	assert.doesNotMatch((await page(path, tom)).text, old);
	sql('update preview.snapshot set day = day - 1');
	for (const where of ['', path])
		assert.match((await page(where, tom)).text, old);
	sql('delete from preview.snapshot');
	assert.match((await page('', tom)).text, /wordt klaargezet[^]*wie het platform beheert/);
	assert.equal((await page(path, tom)).status, 503);
	city(homes, places);
	assert.doesNotMatch((await page('', tom)).text, /Wat u vandaag vroeg/, 'by other data it is another question');
});

test('how much all together asked today is told, and where that is more than one may', async () => {
	const uma = clerk(), said = async () => (await page('', uma)).text;
	assert.match(await said(), /Vandaag vroegen \d+ mensen iets over de hele stad: \d+ keer/);
	sql('delete from preview.question');
	assert.doesNotMatch(await said(), /waarvoor de ruis gemaakt is/);
	sql(`insert into preview.question (account, hash, snapshot, points, what)
		select gen_random_uuid(), repeat(n::text, 64), 1, 301, 'x' from generate_series(1, 2) n`);
	assert.match(await said(), /Vandaag vroegen 2 mensen iets over de hele stad: 2 keer, samen voor 602 punten\.[^]*waarvoor de ruis gemaakt is/);
	sql('delete from preview.question');
});

test('a draft is compared with what is in force, from the day that it shall hold, and kept for who reads it', async () => {
	const ilse = clerk();
	const draft = sql(`with d as (insert into policy.draft (feature, title, base, edition) values ('benefits', 'Meer krediet', ${dearer}, 1) returning id),
		e as (insert into policy.edition (draft, nr) select id, 1 from d),
		f as (insert into policy.draft_file (draft, edition, name, what, text)
			select id, 1, 'huisvuil.lua', 'text', $x$${bags.replace('63, 94.50', '73, 99.50')}$x$ from d) select id from d`);
	const {status, json: doc} = await ask(`${mount}/${draft}.json`, {headers: ilse.headers});
	assert.equal(status, 200);
	assert.deepEqual([doc.rules.map(({code}) => code), doc.draft.title, doc.base], [['huisvuil'], 'Meer krediet', `versie-${dearer}`]);
	const kept = JSON.parse(sql(`set role belfort_policy; select policy.preview_kept(${draft})`));
	assert.deepEqual([kept.edition, kept.document.rules, kept.document.left], [1, doc.rules.map(({name, ...row}) => row), undefined]);
	assert.equal((await page(`/${draft}`, ilse, 'fr')).status, 200);
	await page(`/vergelijken?een=${draft}&twee=versie-${before}`, ilse);
	assert.deepEqual(JSON.parse(sql(`set role belfort_policy; select policy.preview_kept(${draft})`)).document.rules, kept.document.rules,
		'what stands beside it is not taken for it');
	assert.equal((await page('/999999', ilse)).status, 404);
	sql(`delete from policy.draft where id = ${draft}`);
});

test('two scenarios stand side by side', async () => {
	const eva = clerk();
	const {text} = await page(`/vergelijken?een=versie-${dearer}&twee=versie-${before}&tegen=${before}`, eva);
	assert.match(text, /<h1>Twee scenario’s naast elkaar<\/h1>/);
	assert.equal(text.match(/<section>/g).length, 2);
	const csv = (await ask(`${mount}/vergelijken.csv?een=versie-${dearer}&twee=versie-${before}&tegen=${before}`, {headers: eva.headers})).text;
	assert.match(csv, /group;name;gains_1;gains_2/);
	assert.equal((await page('/vergelijken?een=x&twee=versie-1', eva)).status, 404);
	const pdf = await page(`/vergelijken/rapport?een=versie-${dearer}&twee=versie-${before}&tegen=${before}`, eva);
	const words = read(pdf.body);
	assert.match(words, new RegExp(`Eerste scenario: Vergeleken met versie ${before}: versie ${dearer}[^]*Tweede scenario: Vergeleken met versie ${before}: versie ${before}`));
	assert.match(words, /Alle gezinnen\s+[\d.]+\s+<10\s+\S+\s+<10\s.*–/, 'where no rule is different nobody is told to gain, by noise');
	assert.equal(words.match(/Per soort gezin/g).length, 2, 'all of both follows');
});

test('a report comes out again from its export; one that was changed does not', async () => {
	const fien = clerk(), path = `/versie-${dearer}`, query = `?tegen=${before}`;
	const pdf = await page(`${path}/rapport${query}`, fien);
	assert.equal(pdf.headers['content-type'], 'application/pdf');
	assert.match(read(pdf.body), /Per soort gezin[^]*Alleen met kinderen[^]*Tiende 1[^]*Drie[^]*68, 99\.50/);
	assert.match((await ask(`${mount}${path}.csv${query}`, {headers: fien.headers})).text, /gezin;Alleen met kinderen;\d+;/);
	assert.match(read((await page(`${path}/rapport${query}`, fien, 'fr')).body), /Gagnent +Deviennent +Coût par an/, 'no heading breaks within a word');
	const given = (await page(`${path}/uitvoer${query}`, fien)).json;
	assert.deepEqual([given.base.name, given.scenario.name], [`versie-${before}`, `versie-${dearer}`]);
	assert.deepEqual(given.scenario.files.map(({name}) => name), ['huisvuil.lua']);
	assert.match(given.scenario.files[0].text, /68, 99\.50/);
	const check = async (doc) => (await submit(`${mount}/controle?taal=nl`,
		{csrf: await token(`${mount}/controle`, fien.headers), uitvoer: typeof doc === 'string' ? doc : JSON.stringify(doc)}, fien.headers));
	assert.match((await check(given)).text, /Ja: uit deze teksten komen dezelfde cijfers opnieuw/);
	const forged = structuredClone(given);
	forged.figures.total.cost_after += 18900;
	assert.match((await check(forged)).text, /cijfers erin zijn veranderd/);
	const other = structuredClone(given);
	other.scenario.files[0].text = other.scenario.files[0].text.replace('68,', '69,');
	assert.match((await check(other)).text, /er komt iets anders uit|op [^<]* kwam dit uit/);
	assert.equal((await check('geen uitvoer')).status, 422);
	city(homes.slice(0, 1500), places);
	assert.match((await check(given)).text, /kwam dit uit\. De gegevens van die dag zijn weg/);
	city(homes, places);
});

test('no title of a draft or a right stands in the report as a figure', async () => {
	const lies = clerk(), text = bags.replace('63, 94.50', '74, 99.50').replace('Gratis huisvuilzakken', 'Zakken & co\\n77771\\n77772');
	const draft = sql(`with d as (insert into policy.draft (feature, title, base, edition) values ('benefits', E'Meer & beter\nNiets kost iets', ${dearer}, 1) returning id),
		e as (insert into policy.edition (draft, nr) select id, 1 from d),
		f as (insert into policy.draft_file (draft, edition, name, what, text) select id, 1, 'huisvuil.lua', 'text', $x$${text}$x$ from d) select id from d`);
	const {status, body} = await page(`/${draft}/rapport`, lies);
	assert.equal(status, 200);
	const said = read(body);
	assert.match(said, /^ *Meer & beter Niets kost iets$/m);
	assert.match(said, /^ *Zakken & co 77771\s/m);
	assert.doesNotMatch(said, /^ *77771|  77772/m);
	sql(`delete from policy.draft where id = ${draft}`);
});

test('what is no export is refused, whatever it says', async () => {
	const ivo = clerk(), given = (await page(`/versie-${dearer}/uitvoer?tegen=${before}`, ivo)).json;
	const csrf = await token(`${mount}/controle`, ivo.headers);
	for (const files of [[{}], [null], [7], ['x'], 'x', {}, [{name: 7, text: 'x'}], [{name: 'x.lua'}], [{name: 'x.lua', text: 7}]]) {
		const answer = await submit(`${mount}/controle?taal=nl`, {csrf, uitvoer: JSON.stringify({...given, scenario: {...given.scenario, files}})}, ivo.headers);
		assert.equal(answer.status, 422, JSON.stringify(files));
		assert.match(answer.text, /Dit is geen uitvoer van een proef/);
	}
});

test('rules that cannot be read are told, and nobody else may ask', async () => {
	const gina = clerk();
	assert.equal((await page('/versie-999999', gina)).status, 404);
	assert.equal((await page('/nergens', gina)).status, 404);
	assert.equal((await ask(`${mount}/versie-${dearer}`, {headers: signIn({kind: 'staff', name: 'Zonder'}).headers})).status, 403);
	assert.equal((await ask(`${mount}/versie-${dearer}`)).status, 303, 'who is not signed in is led there');
});

/* --- attacks through the pages ------------------------------------------------ */

test('a threshold moved by a cent, a total less its parts, and a move tell nothing of one household', async () => {
	/* Of 40 households around and one: in or out in turn, eight times. Who asks compares two questions. */
	const around = Array.from({length: 40}, (_, n) => ({kind: 1, quarter: 1, facts: {ten_laste: 1, bruto_jaar: 1500000 + n}}));
	const rule = (limit) => files['vt.lua'].replace('grens = 25630.67', `grens = ${limit}`);
	save('vt.lua', rule('10000.50'));
	await settled();
	const low = await version();
	save('vt.lua', rule('20000.00'));
	await settled();
	const below = await version();
	save('vt.lua', rule('20000.01'));
	await settled();
	const above = await version();
	let cent = 0, parts = 0, moved = 0;
	const rounds = 14;
	for (let n = 0; n < rounds; n++) {
		const hal = clerk(), is = n % 2 === 0;
		const one = {kind: 2, quarter: 2, facts: {ten_laste: 1, bruto_jaar: is ? 2000001 : 9000000}};
		const keys = [...around.map((home, k) => 5000 + k), 77 + n];
		city([...around, one], places, keys);
		const gains = async (which) => answer(`/versie-${which}?tegen=${low}`, hal);
		const [less, more] = [await gains(below), await gains(above)];
		cent += (count(more.total.gains) > count(less.total.gains)) === is;
		parts += (count(more.total.gains) - more.by.type.slice(0, 2).concat(more.by.type.slice(3)).reduce((sum, {gains: {is: shown = 0}}) => sum + shown, 0) >= 1) === is;
		city([...around, {...one, quarter: 1}], places, keys);
		const after = await gains(above);
		moved += (count(after.by.neighbourhood[0].gains) > count(more.by.neighbourhood[0].gains)) === is;
		assert.ok(more.by.type[2].gains.few || more.by.type[2].gains.is >= 10, 'a count of one is not told as it is');
	}
	for (const [name, right] of Object.entries({cent, parts, moved}))
		assert.ok(right < rounds, `${name}: right in ${right} of ${rounds}`);
	city(homes, places);
});

test('what two changes of the rules cost now tells not how much that differs', async () => {
	/* Nobody has the supplement for who is 65, so what is shown of its cost is the noise. */
	save('toeslag65.lua', files['toeslag65.lua'].replace('toeslag = 25', 'toeslag = 26'));
	save('huisvuil.lua', bags);
	await settled();
	const none = await version(), cost = (home) => home.facts.bruto_jaar < 2000000 ? CREDIT[home.facts.ten_laste ?? 0] : 0;
	const cells = [...places.map((name, n) => (home) => home.quarter === n + 1), ...[0, 1, 2, 3, 4].map((kind) => (home) => home.kind === kind)];
	const shown = ({by}) => [...by.neighbourhood.slice(0, 3), ...by.type.slice(0, 5)].map((cell) => cell.cost_before);
	let right = 0, tried = 0;
	for (const day of ['01', '02', '03', '04']) {
		const jef = clerk(), of = async (which) => shown(await answer(`/versie-${which}?tegen=${before}&dag=2026-03-${day}`, jef));
		const [bags, supplement] = [await of(dearer), await of(none)];
		cells.forEach((within, n) => {
			if (supplement[n] === 0)
				return;
			const truth = homes.filter(within).reduce((sum, home) => sum + cost(home), 0);
			tried++;
			right += bags[n] / 18900 - supplement[n] / (2500 * 12 * 8) === Math.round(truth / 18900);
		});
	}
	assert.ok(tried > 4 && right < tried / 2, `right in ${right} of ${tried}`);
});

test('nobody counts for more than the noise hides, whatever amounts a rule says', async () => {
	const kim = clerk(), one = homes.filter(({facts}) => facts.bruto_jaar < 2000000 && facts.ten_laste === 0).length;
	const of = async (text) => {
		save('toeslag65.lua', files['toeslag65.lua']);
		save('huisvuil.lua', text);
		await settled();
		return version();
	};
	const price = bags.replace('periode = "jaar"', 'periode = "jaar", bedrag_is = "prijs"');
	const refund = await of(price.replace('63, 94.50', '-19000000, 94.50')), much = await of(bags.replace('63, 94.50', '19000000, 94.50').replace('"jaar"', '"dag"'));
	const {total: back} = await answer(`/versie-${before}?tegen=${refund}`, kim);
	near(back.difference / 18900, gets.reduce((sum, {facts}) => sum + CREDIT[facts.ten_laste ?? 0], 0) / 18900, 'what was paid back is no benefit');
	const {total} = await answer(`/versie-${much}?tegen=${before}`, kim);
	near(total.difference / 1e9, one, 'ten million a year is what a household counts for');
});
