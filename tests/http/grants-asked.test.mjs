/* A right of which no database knows enough: the resident is invited, answers,
 * a civil servant sees that it is so, and then it is granted as any other.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';
import {ask, sql, submit, unharmed, until} from './lib.mjs';
import {confirm, save, settled} from './benefits.mjs';
import {decided, remake} from './grants.mjs';
import {forget} from './residents.mjs';
import {as, forgetGiven, household} from './rights-made.mjs';
import {signIn, token} from './signed.mjs';

unharmed(test);

const family = 'Antwoordproef', mine = '/mijn/rechten', name = 'proefhulp.lua';
const rule = `regel {
  code   = "proefhulp",
  titel  = { nl = "Proefhulp", en = "Trial help", fr = "Aide d’essai" },
  hoe    = { nl = "U hoeft niets te doen.", en = "You need not do anything.", fr = "Vous ne devez rien faire." },
  bron   = { "Verzonnen voor een proef", "https://example.org/" },
  bevoegd = "stad",
  per = "gezin", periode = "jaar", toekenning = "automatisch", betaling = "overschrijving",
  feiten = { "begeleiding" },
  bedragen = { ["2020-01-01"] = { hulp = 40, bevestigd_tot = "2099-12-31" } },
  recht  = feit.begeleiding,
  bedrag = bedrag.hulp,
}
`;

test.before(async () => {
	save(name, rule);
	await settled();
	await decided();
	// A city sends so many a day: those of others went out yesterday.
	sql("update grants.invitation set sent = now() - interval '1 day' where ended is null and coalesce(sent >= current_date, true)");
});
test.after(async () => {
	fs.rmSync(`${process.env.BELFORT_DIR}/rules/benefits/${name}`);
	await settled();
	forgetGiven();
	forget(family);
});

test('for a rule of one person nobody is asked anything, until a second one confirms it', async () => {
	const {name: home} = household(family, [{role: 'referentiepersoon', given: 'Ria'}]);
	const open = () => sql(`select count(*) from grants.open_right where household = '${home}' and rule = 'proefhulp'`);
	await decided();
	assert.equal(sql(`select count(*) from grants.looked where household = '${home}' and rule = 'huisvuil'`), '1', 'they were decided on');
	assert.equal(open(), '0');
	assert.equal(sql(`select count(*) from grants.invitation where household = '${home}' and 'proefhulp' = any (rules)`), '0');
	confirm(signIn({kind: 'staff', name: 'Bea Bevestigt'}), [name]);
	sql(`select facts.pending_put(array['${home}'], current_date)`);
	await decided();
	assert.equal(open(), '1', 'though nothing that the rule reads is otherwise');
});

/* As somebody does: each question that the page asks, YES to ours, the others not known. */
async function answer(roos) {
	let {text} = await ask(`${mine}/vragen?taal=nl`, {headers: roos.headers});
	const asked = [], value = (name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1];
	while (/id="de-vraag"/.test(text)) {
		asked.push(value('vraag'));
		({text} = await submit(`${mine}/vragen?taal=nl`, {csrf: value('csrf'), antwoorden: value('antwoorden'), vraag: value('vraag'),
			...asked.at(-1) === 'begeleiding' ? {antwoord: 'ja'} : {doe: 'weetniet'}}, roos.headers));
	}
	assert.match(text, /begeleiding van een maatschappelijk werker<\/dt><dd>ja/);
	const sent = await submit(`${mine}/vragen`, {csrf: value('csrf'), antwoorden: value('antwoorden'), doe: 'stuur'}, roos.headers);
	assert.equal(sent.status, 303);
	return asked;
}

test('who is invited answers, and is granted what follows once somebody saw that it is so', async () => {
	const home = household(family, [{role: 'referentiepersoon', given: 'Roos'}, {role: 'kind', given: 'Kim', born: '2015-05-05'}]), roos = as(home.ids[0]);
	const granted = () => JSON.parse(sql(`select coalesce(json_agg(d), '[]') from grants.decision d where household = '${home.name}' and rule = 'proefhulp'`));
	const told = () => sql(`select string_agg(kind, ' ' order by id) from people.message where account = '${roos.account}'`).split(' ');
	const invited = () => sql(`select coalesce(sum((ended is null)::integer), 0) from grants.invitation where household = '${home.name}' and sent is not null`);
	await until(() => invited() === '1', 'she is invited');
	assert.ok(told().includes('rights_ask'));
	assert.match((await ask(`${mine}?taal=nl`, {headers: roos.headers})).text, /Proefhulp/);
	const [first] = JSON.parse(sql(`select to_json(facts) from grants.invitation where household = '${home.name}'`));
	const asked = await answer(roos);
	assert.equal(asked[0], first, 'what the invitation asks comes first');
	assert.ok(asked.includes('begeleiding'));
	await decided();
	assert.deepEqual(granted(), [], 'an answer alone grants nothing');

	const bas = signIn({kind: 'staff', name: 'Bas Nazicht', rights: ['grants.see', 'grants.decide']});
	const at = `/beheer/toekenningen/antwoorden/${sql(`select max(id) from grants.request where household = '${home.name}'`)}`;
	assert.match((await ask(`${at}?taal=nl`, {headers: bas.headers})).text, /begeleiding van een maatschappelijk werker<\/dt><dd>ja/);
	assert.equal((await submit(at, {csrf: await token(at, bas.headers), gelijk: 'ja', reden: 'Gesprek op het loket.'}, bas.headers)).status, 303);
	await until(() => granted().length > 0, 'it is granted');
	await decided();
	const [one, ...more] = granted();
	assert.deepEqual(more, [], 'once');
	assert.deepEqual([one.kind, one.cents, one.addressee, one.made_by], ['grant', 4000, roos.resident, null]);
	assert.deepEqual(one.facts.map(({fact, low, high, source, resident}) => [fact, low, high, source, resident]), [['begeleiding', 1, 1, 'said', null]]);
	assert.match(one.motivation.nl, /U hebt recht op “Proefhulp”: €.40 per jaar, want u wilt begeleiding van een maatschappelijk werker/);
	assert.equal(sql(`select string_agg(cents || ' ' || resident, ',') from payments.claim where number = '${one.number}'`), `4000 ${roos.resident}`, 'and owed');
	assert.deepEqual(told().filter((kind) => /^(granted|answers_)/.test(kind)), ['answers_kept', 'answers_checked', 'granted']);
	assert.equal(sql(`select count(*) from grants.open_right where household = '${home.name}' and rule = 'proefhulp'`), '0', 'it is open no more');
	const {text} = await ask(`${mine}?taal=nl`, {headers: roos.headers});
	assert.match(text, /Wat u krijgt<\/h2>[^]*Proefhulp<\/a>[^]*€.40/);
	assert.match(text, /Wat u zelf zei, en een medewerker nakeek/);
	assert.match(remake(), /different=0$/, 'and it comes out again from what was said');
});
