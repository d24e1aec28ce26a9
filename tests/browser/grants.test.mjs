// Rights in a real browser: who gets something sees why, objects by keyboard
// alone, a civil servant helps at the counter and another one answers; each
// page is good on a telephone and on a wide screen, in three languages.
import test from 'node:test';
import assert from 'node:assert/strict';
import { enter, good, launch, open, press } from './lib.mjs';
import { site } from './keys.mjs';
import { sql } from '../http/lib.mjs';
import { forget } from '../http/residents.mjs';
import { as, forgetGiven, given, household } from '../http/rights-made.mjs';
import { signIn } from '../http/signed.mjs';

const family = 'Schermrecht';
let browser;

test.before(async () => { browser = await launch(); });
test.after(async () => {
	await browser.close();
	forgetGiven();
	forget(family);
});

const facts = [{ fact: 'ten_laste_huisvuil', resident: null, low: 2, high: 2, source: 'family_benefits', valid_from: '2026-01-01', received: '2026-01-02' }];
function parent() {
	const { name, ids: [id, child] } = household(family, [{ role: 'referentiepersoon', given: 'Mia' }, { role: 'kind', given: 'Jef', born: '2020-02-02' }]);
	return { ...as(id), home: name, granted: given(name, { addressee: id, facts }), gift: given(name, { addressee: id, subject: child, rule: 'proefkind' }) };
}

// Each of PATHS as WHO sees it, narrow and wide, in each language.
async function all(who, paths) {
	for (const lang of ['nl', 'en', 'fr'])
		for (const width of [320, 1280]) {
			const page = who ? await enter(browser, who, { lang, width }) : await open(browser, { lang, width });
			for (const path of paths) {
				const answer = await page.goto(`${site}${path}?taal=${lang}`);
				assert.equal(answer.status(), 200, path);
				await good(page);
			}
			await page.context().close();
		}
}

test('what a resident sees is good for everybody', async () => {
	const mia = parent();
	await all(mia, ['/mijn/rechten', ...['', '/weigeren', '/bezwaar', '/nakijken'].map((act) => `/mijn/rechten/${mia.granted}${act}`), '/mijn/rechten/vragen']);
});

test('what everybody sees is good for everybody', () => all(null, ['/rechten/impact', '/rechten']));

test('from the door to an objection without a mouse or a script; a colleague answers, and the resident reads it', async () => {
	const mia = parent(), page = await enter(browser, mia, { width: 320, scripts: false });
	await page.goto(`${site}/mijn`);
	await press(page, /^Mijn rechten/);
	await page.waitForURL(/\/mijn\/rechten$/);
	await page.goto(`${site}/mijn/rechten`);
	await press(page, /^Proefrecht$/);
	await page.waitForURL(/\/mijn\/rechten\/\d+$/);
	const at = page.url();
	await press(page, /^Bezwaar maken$/);
	await page.waitForURL(/bezwaar$/);
	await press(page, /^In uw eigen woorden/, 'w');
	await page.keyboard.type('at hier staat, klopt niet.');
	await press(page, /^Versturen$/);
	await page.waitForURL(/gedaan=bezwaar/);
	await good(page);
	assert.match(await page.innerText('main'), /We hebben uw bezwaar[^]*wat hier staat, klopt niet\./);
	const nr = sql('select max(id) from grants.objection');
	const ann = signIn({ kind: 'staff', name: 'Ann Beslist', rights: ['grants.see', 'grants.object'] });
	await all(ann, ['/beheer/toekenningen', `/beheer/toekenningen/bezwaar/${nr}`]);
	const desk = await enter(browser, ann, { width: 1280, scripts: false });
	await desk.goto(`${site}/beheer/toekenningen/bezwaar/${nr}`);
	await press(desk, /^De inwoner heeft gelijk/, 'ArrowDown');
	await press(desk, /^Waarom, voor de inwoner/, 'W');
	await desk.keyboard.type('e keken het na, en het klopt.');
	await press(desk, /^Beslis, en laat het de inwoner weten/);
	await desk.waitForFunction(() => [...document.querySelectorAll('h2')].some((h) => h.innerText === 'Het antwoord'));
	assert.match(await desk.innerText('main'), /Het antwoord[^]*We keken het na/);
	await page.goto(at);
	assert.match(await page.innerText('main'), /We keken het na, en het klopt\./);
	await good(page);
});

test('a civil servant who helps sees the same page, under a banner', async () => {
	const mia = parent(), bas = signIn({ kind: 'staff', name: 'Bas Loket', rights: ['people.help'] });
	const page = await enter(browser, bas, { width: 1280 });
	await page.goto(`${site}/beheer/helpen/${mia.resident}`);
	sql(`insert into people.helping (session, account, resident, helper, given, reason) select s.id, '${mia.account}', '${mia.resident}', '${bas.account}', g.id,
		'Vraag aan het loket' from people.session s join people.right_given g using (account) where account = '${bas.account}'`);
	await page.goto(`${site}/mijn/rechten`);
	assert.match(await page.innerText('body'), /U helpt Mia Schermrecht[^]*Wat u krijgt[^]*voor Jef Schermrecht/);
	await good(page);
});

test('a decision prints as a letter: number, why and how to object, without buttons', async () => {
	const mia = parent(), page = await enter(browser, mia, { width: 1280 });
	await page.goto(`${site}/mijn/rechten/${mia.granted}`);
	await page.emulateMedia({ media: 'print' });
	const seen = await page.innerText('main');
	assert.match(seen, /Proefrecht[^]*Mia Schermrecht[^]*B-\d{4}-\d{7}[^]*Bent u het er niet mee eens\?/);
	assert.doesNotMatch(seen, /Een mens laten kijken|Ik wil dit niet|Ctrl/);
});

test('a question at a time by keyboard, back, and nothing kept when one stops', async () => {
	const mia = parent(), page = await enter(browser, mia, { width: 320, scripts: false });
	await page.goto(`${site}/mijn/rechten/vragen`);
	const first = await page.innerText('h1');
	await press(page, /^Ik weet het niet$/);
	await page.waitForFunction((was) => document.querySelector('h1')?.innerText !== was, first);
	await good(page);
	await press(page, /^Eén vraag terug$/);
	await page.waitForFunction((was) => document.querySelector('h1')?.innerText === was, first);
	await press(page, /^Stoppen: niets bewaren$/);
	await page.waitForURL(/\/mijn\/rechten$/);
	assert.equal(sql(`select count(*) from grants.request where resident = '${mia.resident}'`), '0');
});
