// The rules as everybody reads them, and the emergency stop: in three languages,
// narrow and wide, with the keyboard alone.
import assert from 'node:assert/strict';
import test from 'node:test';
import { enter, good, launch, look, open, press } from './lib.mjs';
import { sql } from '../http/lib.mjs';
import { forgetTold, inForce, told } from '../http/policy-reader.mjs';
import { signIn } from '../http/signed.mjs';

const site = process.env.BELFORT_URL.replace('127.0.0.1', 'localhost');
let browser, stopper, lifter, draft;

test.before(async () => {
	browser = await launch();
	stopper = signIn({ kind: 'staff', name: 'Stien Kijkstop', rights: ['policy.stop'] });
	lifter = signIn({ kind: 'staff', name: 'Lou Kijkstop', rights: ['policy.stop'] });
	draft = told({ title: 'Proef: krediet voor huisvuil 2027', name: 'huisvuil.lua', state: 'ordered', published: '1 minute',
		why: 'Zakken worden duurder. Het krediet stijgt even veel.', council: 'Raad van 14 december 2026, punt 12',
		text: inForce('huisvuil.lua').replace('    -- Sinds 2023', '    ["2027-01-01"] = { krediet = { 66, 99, 132, 165, 165, 198 }, bevestigd_tot = "2027-12-31" },\n    -- Sinds 2023') });
	const cell = { gains: { is: 1230 }, loses: { few: true }, unknown: { is: 40 }, same: { is: 4000 }, cost_before: 10000000, difference: 1230000, cost_after: 11230000 };
	sql(`select policy.preview_keep(${draft}, 1, '${JSON.stringify({ data_day: '2026-11-20', day: '2027-01-01', total: cell, by: {},
		rules: [{ ...cell, code: 'huisvuil', titles: { nl: 'Gratis huisvuilzakken of ophaalkrediet', en: 'Free waste bags or collection credit', fr: 'Sacs-poubelle gratuits ou crédit de collecte' } }] })}')`);
});
test.after(async () => {
	forgetTold();
	await browser.close();
});

const at = async (person, path, how) =>
	(await look(browser, person, site + path, how, `reader${path.replace(/\W+/g, '-')}`)).locator('main').innerText();

const words = {
	nl: { all: /De regels van de stad.*Gratis huisvuilzakken/s, rule: /Bedragen.*63 · 94,50.*Wie veranderde wat/s, draft: /gezinnen gaan erop vooruit.*1\.230.*Wat er in de tekst verandert/s, stop: /Niemand verliest iets/ },
	en: { all: /The rules of the city.*Free waste bags/s, rule: /Amounts.*63 · 94\.50.*Who changed what/s, draft: /households gain.*1,230.*What changes in the text/s, stop: /Nobody loses anything/ },
	fr: { all: /Les règles de la ville.*Sacs-poubelle gratuits/s, rule: /Montants.*63 · 94,50.*Qui a changé quoi/s, draft: /ménages y gagnent.*1.230.*Ce qui change dans le texte/s, stop: /Personne ne perd rien/ },
};

for (const [lang, said] of Object.entries(words))
	for (const width of [320, 1280])
		test(`the rules, for everybody: ${lang}, ${width} px`, async () => {
			assert.match(await at(null, '/rechten/beleid', { lang, width }), said.all);
			assert.match(await at(null, '/rechten/beleid/huisvuil', { lang, width }), said.rule);
			await at(null, '/rechten/beleid/vt-inkomen', { lang, width });
			assert.match(await at(null, `/rechten/beleid/voorstel/${draft}`, { lang, width }), said.draft);
			assert.match(await at(stopper, '/beheer/beleid/stop', { lang, width }), said.stop);
			await at(stopper, '/beheer/beleid/stop/huisvuil', { lang, width });
			await at(stopper, `/beheer/beleid/${draft}`, { lang, width });
		});

test('with the keyboard alone somebody reads a rule', async () => {
	const page = await open(browser, { lang: 'nl', width: 320 });
	await page.goto(`${site}/rechten/beleid`);
	await press(page, /^Gratis huisvuilzakken/);
	await page.waitForURL(/beleid\/huisvuil$/);
	await press(page, /^Proef: krediet/);
	await page.waitForURL(/beleid\/voorstel\//);
});

test('with the keyboard alone one stops a rule, and a colleague lets it go on', async () => {
	const page = await enter(browser, stopper, { lang: 'nl', width: 320 });
	await page.goto(`${site}/beheer/beleid/stop`);
	await press(page, /^Goedkoop internet/);
	await page.waitForURL(/stop\/internet$/);
	await press(page, /^Waarom stopt u hem/, 'Space');
	await page.keyboard.press('Control+A');
	await page.keyboard.type('De prijs is fout overgenomen.');
	await Promise.all([page.waitForURL(/beleid\/stop$/), press(page, /^Stop deze regel nu/)]);
	await good(page);
	assert.match(await page.locator('main').innerText(), /Nu gestopt.*Goedkoop internet.*De prijs is fout overgenomen/s);
	assert.match(await at(null, '/rechten/beleid/internet', { lang: 'nl', width: 320 }), /Gestopt sinds.*De prijs is fout overgenomen/s);
	const other = await enter(browser, lifter, { lang: 'nl', width: 1280 });
	await other.goto(`${site}/beheer/beleid/stop/internet`);
	await good(other);
	await press(other, /^Waarom mag hij verder gaan/, 'Space');
	await other.keyboard.press('Control+A');
	await other.keyboard.type('De prijs is hersteld.');
	await Promise.all([other.waitForURL(/beleid\/stop$/), press(other, /^Laat deze regel verder gaan/)]);
	assert.doesNotMatch(await other.locator('main').innerText(), /Nu gestopt/);
});
