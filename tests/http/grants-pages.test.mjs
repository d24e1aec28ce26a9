/* What residents see of their rights and do about them, what staff answer, and
 * what everybody may see: with whom they live decides who sees what.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import {ask, base, sql, submit, unharmed, unseen, until} from './lib.mjs';
import {forget} from './residents.mjs';
import {as, forgetGiven, given, household, number} from './rights-made.mjs';
import {signIn, token} from './signed.mjs';
import {Visitor} from './visitor.mjs';

unharmed(test);

const family = 'Rechtenproef', mine = '/mijn/rechten', desk = '/beheer/toekenningen';
test.after(() => {
	forgetGiven();
	forget(family);
});

const page = (who, path = mine, lang = 'nl') => ask(`${path}${path.includes('?') ? '&' : '?'}taal=${lang}`, {headers: who.headers});
const send = async (who, path, fields, from = path) =>
	submit(path, {csrf: await token(from, who.headers), ...fields}, who.headers);
const alone = () => {
	const {name, ids: [id]} = household(family, [{role: 'referentiepersoon', given: 'Alleen'}]);
	return {...as(id), home: name};
};
const clerk = (name, ...rights) => signIn({kind: 'staff', name, rights});
const messages = (who) => sql(`select string_agg(kind, ' ' order by id) from people.message where account = '${who.account}'`);

/* --- what somebody gets ------------------------------------------------------ */

test('what somebody gets stands on their page, with why, for when and how it is paid', async () => {
	const roos = alone();
	assert.match((await page(roos)).text, /Wat u krijgt<\/h2>\s*<p>U krijgt nu niets van de stad\./);
	const facts = [{fact: 'ten_laste_huisvuil', resident: null, low: 2, high: 2, source: 'family_benefits', valid_from: '2026-01-01', received: '2026-01-02'},
		{fact: 'bestaat_niet_meer', resident: null, low: 1, high: 1, source: 'weg', valid_from: null, received: null}];
	const id = given(roos.home, {addressee: roos.resident, facts});
	sql(`set role belfort_grants; select payments.owe('${number(id)}', '${roos.resident}', 6300, 'transfer', 'x', 'x', 'x', current_date)`);
	for (const [lang, words] of [['nl', [/€.63,00/, /U hebt recht, want de proef\./, /We weten nog niet op welke rekening/]],
		['en', [/€63\.00/, /because the trial/, /on which account to pay you/]], ['fr', [/63,00.€/, /Vous avez droit\./]]])
		for (const path of [mine, `${mine}/${id}`])
			for (const word of words)
				assert.match((await page(roos, path, lang)).text, word, `${path} ${lang}`);
	const {text} = await page(roos, `${mine}/${id}`);
	assert.match(text, /personen ten laste[^]*?<\/dt><dd>2<br>[^]*?sinds 1 januari 2026; gekregen op 2 januari 2026/);
	assert.match(text, /bestaat_niet_meer<\/dt><dd>onze regels gebruiken dit niet meer/);
	assert.match(text, /href="\/rechten\/regels\/1">versie 1 van de regels/);
	assert.match(text, /een programma, volgens de regels/);
	assert.match(text, /antwoord binnen 30 dagen, van iemand die geen aandeel had/);
});

test('what the rules say of the rest is worked out from what is known, each with a sentence', async () => {
	const roos = alone();
	/* Rules that another test put in force declare what they read a moment later. */
	await until(() => sql(`select count(*) from facts.of('${roos.home}', current_date) where fact = 'geboortedatum'`) === '1', 'her birth date is known');
	const {json} = await ask(`${mine}.json?taal=nl`, {headers: roos.headers});
	const all = ['soon', 'ask', 'likely', 'open', 'refer', 'refer_likely', 'perhaps', 'no', 'no_others']
		.flatMap((group) => (json[group]?.rows ?? []).map((row) => ({group, ...row})));
	assert.equal(new Set(all.map(({code, for: name}) => `${code} ${name}`)).size, all.length, 'each right is in one place');
	const gift = all.find(({code}) => code === 'geboortegeschenk');
	assert.equal(gift.group, 'no');
	assert.match(gift.sentence, /U hebt geen recht op “Geboortegeschenk[^]*want de leeftijd/);
	assert.ok(json.open.rows.every(({sentence}) => /We weten nog niet|We kunnen nog niet/.test(sentence)), JSON.stringify(json.open.rows[0]));
	assert.ok(!json.people && json.facts.every(({title}) => title), 'facts are in words');
});

test('more than the rules take for possible is known as far as they do, as when it is decided', async () => {
	const roos = alone();
	sql(`insert into facts.value (fact, source, resident, low, high, valid)
		select f.number, s.id, '${roos.resident}', 1, 7, daterange(current_date, null) from facts.fact f, facts.source s
		where f.name in ('begeleiding', 'hulp_onderzoek') and s.name = 'said'`);
	const {json} = await ask(`${mine}.json?taal=nl`, {headers: roos.headers});
	assert.ok([...json.ask?.rows ?? [], ...json.likely?.rows ?? []].some(({code}) => code === 'aanvullende-hulp'), JSON.stringify(json.open));
});

test('who lives together sees what is of the household, and nobody another one’s own', async () => {
	const {name, ids: [a, b, c, d, late]} = household(family, [{role: 'referentiepersoon', given: 'Ann'}, {role: 'partner', given: 'Bob'},
		{role: 'kind', given: 'Cis', born: '2005-01-01'}, {role: 'kind', given: 'Dot', born: '2020-01-01'},
		{role: 'ander', given: 'Later', since: new Date().toISOString().slice(0, 10)}]);
	const [whole, ofA, ofB, ofC, ofD] = [{addressee: a}, {addressee: a, subject: a}, {addressee: b, subject: b}, {addressee: c, subject: c},
		{addressee: a, subject: d}].map((row) => given(name, {...row, rule: `proef${row.subject ?? ''}`.slice(0, 12), before: '3 days'}));
	const gone = household(family, [{role: 'referentiepersoon', given: 'Gone'}]).ids[0];
	sql(`insert into people.household_member (resident, household, role, from_day, until) values ('${gone}', '${name}', 'partner', '2010-01-01', '2019-01-01')`);
	const left = household(family, [{role: 'referentiepersoon', given: 'Left'}]).ids[0];
	const ofLeft = given(name, {addressee: left, subject: left, rule: 'proefweg'});
	const forD = given(name, {addressee: left, subject: d, rule: 'proefkind'});
	const sees = {[a]: [whole, ofA, ofD, forD], [b]: [whole, ofB, ofD, forD], [c]: [whole, ofC], [d]: [ofD, forD], [late]: [], [gone]: [],
		[left]: [ofLeft, forD]};
	for (const [who, own] of Object.entries(sees)) {
		const someone = as(who);
		const {json} = await ask(`${mine}.json`, {headers: someone.headers});
		assert.deepEqual((json.granted?.rows ?? []).map(({id}) => String(id)).sort(), [...own].sort(), who);
		for (const id of [whole, ofA, ofB, ofC, ofD, ofLeft, forD])
			assert.equal((await ask(`${mine}/${id}`, {headers: someone.headers})).status, own.includes(id) ? 200 : 404, `${who} ${id}`);
	}
	const cis = as(c);
	const {text} = await page(cis, `${mine}/${whole}`);
	assert.doesNotMatch(text, /want de proef|Bezwaar maken<\/a>/, 'who does not lead the household is not told why');
	assert.match(text, /Waarom dit beslist is, staat op de pagina van wie het kreeg/);
	assert.match((await page(cis)).text, /tonen we alleen aan de referentiepersoon en diens partner/);
	const bob = as(b);
	assert.match((await page(bob, `${mine}/${whole}`)).text, /want de proef/);
	for (const [act, fields] of [['weigeren', {zeker: 'ja'}], ['bezwaar', {text: 'Niet juist'}]])
		assert.equal((await send(bob, `${mine}/${ofA}/${act}`, {number: number(ofA), ...fields}, '/mijn/voorkeuren')).status, 404, act);
	assert.equal(sql(`select state from grants.granted where id = ${ofA}`), 'granted');
});

/* --- what they do about it ---------------------------------------------------- */

test('who does not want it says so twice, and it stays so', async () => {
	const roos = alone(), id = given(roos.home, {addressee: roos.resident}), path = `${mine}/${id}/weigeren`;
	assert.match((await page(roos, path)).text, /Wilt u “Proefrecht” niet\?[^]*Bedenkt u zich\?/);
	const unsure = await send(roos, path, {number: number(id)});
	assert.equal(unsure.status, 422);
	assert.match(unsure.text, /Wilt u “Proefrecht” niet\?/);
	const done = await send(roos, path, {number: number(id), zeker: 'ja'});
	assert.equal(done.status, 303);
	assert.match((await page(roos, `${mine}/${id}?gedaan=geweigerd`)).text, /u krijgt dit niet[^]*u wilde het niet/);
	const {json} = await ask(`${mine}.json`, {headers: roos.headers});
	assert.ok(!json.granted && json.ended.rows.length === 1);
	assert.match((await page(roos, path)).text, /U kunt het niet weigeren/);
});

test('an objection is a case for somebody else, with a term and a reason', async () => {
	const roos = alone(), ann = clerk('Ann Deel', 'grants.see', 'grants.object'), bas = clerk('Bas Ander', 'grants.see', 'grants.object');
	const id = given(roos.home, {addressee: roos.resident, made_by: ann.account}), path = `${mine}/${id}/bezwaar`;
	assert.equal((await send(roos, path, {number: number(id), text: 'x'})).status, 422);
	const words = 'Ik heb drie kinderen <b>en</b> geen twee.';
	assert.equal((await send(roos, path, {number: number(id), text: words})).status, 303);
	assert.match((await page(roos, `${mine}/${id}?gedaan=bezwaar`)).text, /We hebben uw bezwaar[^]*Ik heb drie kinderen &lt;b&gt;[^]*U krijgt antwoord vóór/);
	assert.match(messages(roos), /objection/);
	assert.match((await page(roos, path)).text, /U maakte hiertegen al bezwaar/);
	const nr = sql(`select max(id) from grants.objection`), at = `${desk}/bezwaar/${nr}`;
	sql(`update grants.objection set due = current_date - 1 where id = ${nr}`);
	const list = (await page(bas, desk)).text;
	assert.match(list, new RegExp(`toekenningen/bezwaar/${nr}"[^]*?Te laat:`));
	assert.doesNotMatch(list, /Rechtenproef|drie kinderen/, 'the list names nobody');
	const looks = () => Number(sql(`select count(*) from access.entry e join belfort.look l on l.id = e.look
		where e.subject = '${roos.resident}' and l.name = 'grants.case'`));
	const before = looks();
	assert.match((await page(bas, at)).text, /Alleen Rechtenproef[^]*Te laat:[^]*drie kinderen[^]*want de proef/);
	assert.equal(looks(), before + 1, 'to see it is a look');
	assert.match((await page(ann, at)).text, /Daarom antwoordt een collega/);
	const verdict = {gelijk: 'nee', reden: 'Het register kent twee kinderen.'};
	const own = await send(ann, at, verdict, '/beheer');
	assert.equal(own.status, 409);
	assert.match(own.text, /somebody else|iemand anders|een ander/i);
	const short = await send(bas, at, {gelijk: 'nee', reden: 'Nee'});
	assert.equal(short.status, 422);
	assert.match(short.text, /Schrijf een reden die de inwoner begrijpt[^]*drie kinderen/);
	assert.equal((await send(bas, at, verdict)).status, 303);
	assert.match((await page(bas, at)).text, /De beslissing blijft zoals ze is\.[^]*Het register kent twee kinderen/);
	assert.match((await page(roos, `${mine}/${id}`)).text, /De beslissing blijft zoals ze is\.[^]*Het register kent twee kinderen/);
	assert.match(messages(roos), /objection_decided/);
	assert.equal((await send(bas, at, verdict, '/beheer')).status, 404, 'it is decided once');
});

test('who is right gets a new decision, which the page shows with the one before', async () => {
	const roos = alone(), bas = clerk('Bas Ander', 'grants.see', 'grants.object');
	const id = given(roos.home, {addressee: roos.resident}), was = number(id);
	assert.equal((await send(roos, `${mine}/${id}/nakijken`, {number: was, text: 'Dit begrijp ik niet.'})).status, 303);
	const at = `${desk}/nakijken/${sql('select max(id) from grants.review')}`;
	assert.equal((await send(bas, at, {gelijk: 'ja', reden: 'U had recht op meer.', bedrag: '84,50'})).status, 303);
	const {text} = await page(roos, `${mine}/${id}`);
	assert.match(text, /€.84,50[^]*een medewerker[^]*Wat eerder beslist is/);
	assert.ok(text.includes(was) && text.includes(number(id)) && was !== number(id));
	assert.match(text, /We geven u gelijk\.[^]*U had recht op meer/);
	for (const [lang, words] of [['nl', 'In de woorden van de medewerker:'], ['en', 'In the words of the civil servant, in Dutch:'],
		['fr', 'Dans les mots de l’agent, en néerlandais :']])
		for (const path of [mine, `${mine}/${id}`])
			assert.ok((await page(roos, path, lang)).text.replace(/\s+/g, ' ').includes(`${words} <q lang="nl">U had recht op meer.</q>`), `${path} ${lang}`);
	assert.match((await page(roos, `${mine}/${id}`, 'en')).text, /<p>[^<]*because the trial/, 'what the rules decided is in the language of the page');
	const told = sql(`select max(id) from people.message where account = '${roos.account}' and kind = 'review_decided'`);
	assert.match((await page(roos, `/mijn/berichten/${told}`, 'en')).text, /in the words of the civil servant, in Dutch:[^]*U had recht op meer/i);
	assert.match((await page(roos, `${mine}/${id}/nakijken`)).text, /Een mens keek hier al naar/);
});

test('a civil servant does the same at the counter, and is told apart from who decides', async () => {
	const roos = alone(), id = given(roos.home, {addressee: roos.resident});
	const bas = signIn({kind: 'staff', name: 'Bas Loket', rights: ['people.help', 'grants.see', 'grants.object']});
	const desktop = new Visitor();
	desktop.jar(base.host).set('__Host-belfort', bas.secret);
	const csrf = async (path) => /name="csrf" value="([^"]+)"/.exec((await desktop.go(path)).text)?.[1];
	await desktop.go(`/beheer/helpen/${roos.resident}`, {csrf: await csrf('/beheer/helpen'), reden: 'Bezwaar aan het loket'});
	assert.match((await desktop.go(`${mine}/${id}`)).text, /U helpt Alleen Rechtenproef[^]*Proefrecht/);
	assert.equal((await desktop.go(`${mine}/${id}/bezwaar`, {csrf: await csrf(`${mine}/${id}/bezwaar`), number: number(id), text: 'Aan het loket gezegd.'})).status, 303);
	const [nr, actor, involved] = sql('select id, actor, involved from grants.objection order by id desc limit 1').split('|');
	assert.equal(actor, bas.account);
	assert.equal(involved, `{${bas.account}}`);
	const seen = sql(`select string_agg(distinct p.name, ', ' order by p.name) from access.entry e join belfort.page p on p.id = e.page where e.subject = '${roos.resident}'`);
	assert.match(seen, /GET \/mijn\/rechten\/\{id:int\}[^]*POST \/mijn\/rechten\/\{id:int\}\/bezwaar/, 'each page is in the log');
	const other = clerk('Cas Ander', 'grants.see');
	assert.match((await page(other, `${desk}/bezwaar/${nr}`)).text, /opgeschreven door Bas Loket/);
});

/* --- what no database knows ---------------------------------------------------- */

test('answers are one question a page, wait for a civil servant, and count only then', async () => {
	const roos = alone(), answers = [];
	let {text} = await page(roos, `${mine}/vragen`);
	for (let n = 0; n < 14 && /id="de-vraag"/.test(text); n++) {
		const value = (name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1];
		const choice = /<button name="antwoord" value="([^"]+)"/.exec(text)?.[1];
		answers.push(value('vraag'));
		({text} = await submit(`${mine}/vragen?taal=nl`, {csrf: value('csrf'), antwoorden: value('antwoorden'), vraag: value('vraag'),
			...choice ? {antwoord: choice} : {doe: 'weetniet'}}, roos.headers));
	}
	assert.ok(answers.length > 0 && new Set(answers).size === answers.length, 'no question comes twice');
	assert.match(text, /Klopt dit\? Verstuur het dan/);
	assert.equal(sql(`select count(*) from grants.request where resident = '${roos.resident}'`), '0', 'nothing is kept before it is sent');
	const all = /name="antwoorden" value="([^"]*)"/.exec(text)[1];
	const other = await send(roos, `${mine}/vragen?taal=en`, {antwoorden: all, vraag: '', doe: 'toon'}, `${mine}/vragen`);
	assert.match(other.text, new RegExp(`<form class="languages" method="post" action="[^"]*/vragen[^]*name="antwoorden" value="${all.replaceAll('?', '[?]')}"`), 'another language loses nothing');
	assert.match(other.text, /Is this right\? Then send it/);
	const bad = await send(roos, `${mine}/vragen`, {antwoorden: '', vraag: answers[0], antwoord: 'paars'});
	assert.equal(bad.status, 422);
	assert.match(bad.text, /id="de-vraag"/);
	for (const [typed, meant] of [['1250.50', '1250.50'], ['1.250,5', '1250.50'], ['€ 1 250', '1250']])
		assert.match((await send(roos, `${mine}/vragen`, {antwoorden: '', vraag: 'belastbaar_jaar', antwoord: typed})).text,
			new RegExp(`name="antwoorden" value="belastbaar_jaar=${meant}"`), typed);
	assert.equal((await send(roos, `${mine}/vragen`, {antwoorden: all, doe: 'stuur'})).status, 303);
	const of = () => sql(`select string_agg(fact, ' ' order by fact) from facts.of('${roos.home}', current_date) where source like '%said%'`);
	assert.equal(of(), '', 'what somebody says is no fact yet');
	assert.match(messages(roos), /answers_kept/);
	assert.match((await page(roos)).text, /Wat u antwoordde[^]*U krijgt antwoord vóór/);
	assert.match((await page(roos, `${mine}/vragen`)).text, /Uw antwoorden wachten/);
	const bas = clerk('Bas Nazicht', 'grants.see', 'grants.decide');
	const at = `${desk}/antwoorden/${sql('select max(id) from grants.request')}`;
	assert.match((await page(bas, at)).text, /Alleen Rechtenproef[^]*Wat de inwoner antwoordt/);
	assert.equal((await send(bas, at, {gelijk: 'ja', reden: 'Attest gezien aan het loket.'})).status, 303);
	assert.ok(of().split(' ').length > 0 && of() !== '', 'and then it is, of the source that says so');
	assert.match((await page(roos, mine, 'en')).text, /civil servant, in Dutch:\s+<q lang="nl">Attest gezien/);
	assert.match((await page(roos)).text, /We namen dit over\.[^]*Attest gezien/);
	assert.match((await page(roos)).text, /Wat u zelf zei, en een medewerker nakeek/);
	assert.match(messages(roos), /answers_checked/);
});

test('who does not lead the household is asked nothing, and can send nothing', async () => {
	const {ids: [, c]} = household(family, [{role: 'referentiepersoon'}, {role: 'kind', given: 'Cis', born: '2001-01-01'}]), cis = as(c);
	assert.match((await page(cis, `${mine}/vragen`)).text, /De referentiepersoon van uw gezin/);
	const sent = await send(cis, `${mine}/vragen`, {antwoorden: 'begeleiding=ja schuldhulp=ocmw', doe: 'stuur'}, '/mijn/voorkeuren');
	assert.ok([403, 303].includes(sent.status));
	assert.equal(sql(`select count(*) from grants.request where resident = '${c}'`), '0');
});

/* --- what everybody sees --------------------------------------------------------- */

const made = () => sql(`select count(*) from grants.impact`) !== '0';
const figures = async () => {
	const {text, headers} = await ask(`/rechten/impact/wijken.csv?q=${unseen()}`);
	const [head, ...rows] = text.replace(/^\uFEFF/, '').trim().split(/\r?\n/).map((line) => line.split(';'));
	return {headers, rows: rows.map((cells) => Object.fromEntries(head.map((name, n) => [name, cells[n]])))};
};

test('the figures for everybody hide what is of fewer than ten, and nothing tells it', async () => {
	await until(() => made() || (sql('set role belfort_grants; select grants.impact_make()'), made()), 'the figures are made');
	const {rows} = await figures();
	const places = sql('select count(distinct number) from people.quarters()');
	const rules = [...new Set(rows.map(({recht}) => recht))];
	assert.ok(rules.includes('huisvuil'));
	for (const rule of rules) {
		const of = rows.filter(({recht}) => recht === rule), cells = of.filter((row) => row.wijk_nummer), [total] = of.filter((row) => !row.wijk_nummer);
		assert.equal(cells.length, Number(places), 'each neighbourhood has a row, also where there is nobody');
		for (const what of ['minstens_toegekend', 'minstens_recht']) {
			const shown = cells.map((row) => row[what]).filter(Boolean).map(Number);
			assert.ok(shown.every((n) => n >= 10 && n % 10 === 0), `${shown}`);
			assert.equal(Number(total[what] || 0), shown.reduce((sum, n) => sum + n, 0), 'the total is no more than what is shown');
		}
	}
	const page = await ask('/rechten/impact');
	assert.equal(page.status, 200);
	assert.match(page.headers['cache-control'], /max-age/);
	const numbers = (await ask(`/rechten/impact.json?q=${unseen()}`)).json.rules.flatMap(({granted, entitled, places: list}) =>
		[granted, entitled, ...list.flatMap((row) => [row.granted, row.entitled])]).filter((n) => n !== null);
	assert.ok(numbers.every((n) => n >= 10 && n % 10 === 0), 'nor does the page as data');
});

/* Who knows all that is shown, on all days, and that one household more came:
 * which counts are possible of a cell that is not shown? */
test('nothing of a hidden cell can be worked out from cells, totals or days', () => {
	const shown = JSON.parse(sql(`set role belfort_grants; select json_agg(json_build_object('cell', c, 'shown',
		(select json_agg(grants.in_tens(n, c::text) order by n) from generate_series(0, 60) n))) from generate_series(1, 200) c`));
	const firsts = shown.map(({shown: list}) => list.findIndex((n) => n !== null));
	assert.ok(firsts.every((n) => n >= 10), 'nothing of fewer than ten is shown');
	assert.ok(new Set(firsts).size === 10, 'where a cell appears is another number for each, which nobody knows');
	for (const {shown: list} of shown)
		for (let n = 1; n < list.length; n++)
			assert.ok([0, 10].includes((list[n] ?? 0) - (list[n - 1] ?? 0)), 'it follows the count, in tens');
	/* A cell that appears between two days had any number from 9 on, and one that stays hidden any from 0 to 18. */
	const day = new Set(firsts.map((n) => n - 1));
	assert.ok([...day].some((n) => n >= 10), 'that a cell appears does not tell that it was nine');
	assert.equal(sql(`select has_table_privilege('belfort_city', 'grants.impact_key', 'select')`), 'f');
});
