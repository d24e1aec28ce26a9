// Which databases there are, how they are, and what they say of somebody: in
// three languages, narrow and wide, on paper, with the keyboard alone.
import assert from 'node:assert/strict';
import test from 'node:test';
import { good, launch, look } from './lib.mjs';
import { sql } from '../http/lib.mjs';
import { forget, signedResident } from '../http/residents.mjs';
import { signIn } from '../http/signed.mjs';

const site = process.env.BELFORT_URL.replace('127.0.0.1', 'localhost');
let browser, who, staff;

test.before(async () => {
	browser = await launch();
	forget('Feitenkijk');
	who = signedResident({ family: 'Feitenkijk', given: 'Roos' });
	staff = signIn({ kind: 'staff', name: 'An Bronnen', rights: ['facts.see', 'facts.run', 'facts.dispute'] });
	sql(`insert into people.household_member (resident, household, role, from_day) values ('${who.resident}', 'FK1', 'referentiepersoon', '2020-01-01');
		insert into facts.value (fact, source, resident, low, high, valid) select f.number, s.id, '${who.resident}', v.low, v.high, '[2026-01-01,)'
		from (values ('statuut', 'sociale_dienst', 0, 7), ('schuldhulp', 'sociale_dienst', 1, 1), ('belastbaar_jaar', 'belastingen', 2000050, 2000050)) v(fact, source, low, high)
		join facts.fact f on f.name = v.fact join facts.source s on s.name = v.source;
		select facts.declare(array['statuut', 'schuldhulp', 'belastbaar_jaar', 'gezinsgrootte', 'met_wie', 'iemand_65', 'kinderen']);
		update facts.source set fault = '{"code": "value", "line": 12, "column": "statuut", "text": "misschien", "file": "sociale-dienst.csv"}', fault_since = now() where name = 'sociale_dienst';
		insert into facts.delivery (source, file, ended, state, rows, nobody, faults, drift) select id, 'sociale-dienst.csv', now(), 'broken', 12, 3,
			'[{"code": "fell", "text": "900 → 12"}, {"code": "value", "line": 12, "column": "statuut", "text": "misschien"}]', '[{"code": "column_new", "text": "opmerking"}]' from facts.source where name = 'sociale_dienst';
		update facts.source set good = now() - interval '500 days' where name = 'gezinsbijslag'`);
});
test.after(async () => {
	sql(`update facts.source set fault = null, fault_since = null where name = 'sociale_dienst';
		update facts.source set good = now() where name = 'gezinsbijslag';
		delete from facts.delivery where state = 'broken'; delete from facts.dispute; delete from facts.value where resident = '${who.resident}';
		select facts.declare('{}')`);
	forget('Feitenkijk');
	await browser.close();
});

const at = (person, path, how) => look(browser, person, site + path, how, `facts${path.replace(/\W+/g, '-')}`);

const words = {
	nl: { desk: /Stuk, sinds.*Lijn 12, kolom statuut: niemand schreef op wat deze waarde betekent/s, mine: /een leefloon.*of een andere, tot: een verhoogde tegemoetkoming/s },
	en: { desk: /Broken, since.*Line 12, column statuut: nobody said what this value means/s, mine: /a living wage.*or another one, up to: an increased reimbursement/s },
	fr: { desk: /En panne, depuis.*Ligne 12, colonne statuut: personne n’a dit/s, mine: /un revenu d’intégration.*ou un autre, jusqu’à : une intervention majorée/s },
};

for (const [lang, { desk, mine }] of Object.entries(words))
	for (const width of [320, 1280])
		test(`databases, and what they say: ${lang}, ${width} px`, async () => {
			const page = await at(staff, '/beheer/bronnen', { lang, width });
			assert.match(await page.locator('main').innerText(), desk, 'what is broken is told with its place');
			await at(staff, '/beheer/bronnen/sociale_dienst', { lang, width });
			await at(null, '/bronnen', { lang, width });
			const own = await at(who, '/mijn/feiten', { lang, width });
			assert.match(await own.locator('main').innerText(), mine, 'choices in words');
			assert.match(await own.locator('main').innerText(), /20[.,\s]?000[.,]50/, 'amounts as people write them');
		});

test('with the keyboard alone somebody tells what is wrong, and a colleague answers', async () => {
	const page = await at(who, '/mijn/feiten', { lang: 'nl', width: 320 });
	const box = page.locator('ul.results').last().locator('details').first();
	await box.locator('summary').focus();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	await page.keyboard.type('Ik krijg geen hulp meer sinds maart.');
	await page.keyboard.press('Tab');
	await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
	await good(page);
	assert.match(await page.locator('main').innerText(), /U meldde dat dit fout is/);
	const desk = await at(staff, '/beheer/bronnen/vragen', { lang: 'nl', width: 1280 });
	assert.match(await desk.locator('main').innerText(), /Roos Feitenkijk.*Ik krijg geen hulp meer/s);
	await desk.getByLabel('Het was fout, en is hersteld bij de bron').check();
	await desk.getByLabel(/Uw antwoord/).fill('De dienst verbeterde het op 3 maart.');
	await Promise.all([desk.waitForEvent('load'), desk.getByRole('button', { name: /Verstuur het antwoord/ }).click()]);
	assert.match(await desk.locator('main').innerText(), /Er is niets te beantwoorden/);
	const again = await at(who, '/mijn/feiten', { lang: 'nl', width: 1280 });
	assert.match(await again.locator('main').innerText(), /De dienst herstelt het. De dienst verbeterde het op 3 maart/);
});
