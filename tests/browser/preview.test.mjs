// What a change of the rules does to the city, in three languages, narrow and
// wide, with the keyboard alone; amounts that are moved, with a script and
// without.
import assert from 'node:assert/strict';
import test from 'node:test';
import { good, launch, look, press, reach } from './lib.mjs';
import { end } from '../http/benefits.mjs';
import { city, restore, versions } from '../http/preview.mjs';
import { signIn } from '../http/signed.mjs';

const site = process.env.BELFORT_URL.replace('127.0.0.1', 'localhost'), mount = '/beheer/beleid/proef';
let browser, clerk, before, dearer;

test.before(async () => {
	browser = await launch();
	({ before, dearer } = await versions());
	city(Array.from({ length: 1500 }, (_, n) => ({ kind: n % 5, quarter: n % 3 + 1,
		facts: { ten_laste: n % 3, bruto_jaar: n % 5 < 2 ? 1000000 : 4000000 } })), ['Binnenstad', 'Bloemekenswijk', 'Brugse Poort - Rooigem']);
	clerk = signIn({ kind: 'staff', name: 'An Beleid', rights: ['preview.ask'] });
});
test.after(async () => {
	await end();
	restore();
	await browser.close();
});

const at = (path, how) => look(browser, clerk, `${site}${mount}${path}`, how,
	`preview${path.replace(/\W+/g, '-').slice(0, 40)}${how.scripts === false ? '-bare' : ''}`);
const text = (page) => page.locator('main').innerText();

const words = {
	nl: { start: /U ziet niemand/, preview: /gezinnen winnen.*Per soort gezin.*Per inkomen.*Per wijk/s, few: /minder dan 10/ },
	en: { start: /You see nobody/, preview: /households gain.*By kind of household.*By income.*By neighbourhood/s, few: /fewer than 10/ },
	fr: { start: /Vous ne voyez personne/, preview: /ménages gagnent.*Par type de ménage.*Par revenu.*Par quartier/s, few: /moins de 10/ },
};

for (const [lang, { start, preview, few }] of Object.entries(words))
	for (const width of [320, 1280])
		test(`a preview: ${lang}, ${width} px`, async () => {
			assert.match(await text(await at('', { lang, width })), start);
			const page = await at(`/versie-${dearer}?tegen=${before}`, { lang, width });
			assert.match(await text(page), preview);
			assert.match(await page.locator('main').textContent(), few);
			await at(`/vergelijken?een=versie-${dearer}&twee=versie-${before}&tegen=${before}`, { lang, width });
			await at(`/versie-${before}/schuiven?tegen=${before}&regel=huisvuil`, { lang, width });
			await at('/controle', { lang, width });
		});

test('with the keyboard alone from the start to what a change does, and to its amounts', async () => {
	const page = await at('', { lang: 'nl', width: 320 });
	await reach(page, page.getByLabel('Te proberen versie'));
	await page.keyboard.type(String(dearer));
	await reach(page, page.getByLabel('Vergeleken met versie').first());
	await page.keyboard.type(String(before));
	await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
	assert.match(await text(page), /Wat doet deze wijziging\?/);
	await Promise.all([page.waitForEvent('load'), press(page, /^Gratis huisvuilzakken$/)]);
	assert.match(await text(page), /Verschuif een bedrag om te zien wat het doet/);
});

test('an amount is moved with the arrow keys, and what it does is drawn as it moves', async () => {
	const page = await at(`/versie-${before}/schuiven?tegen=${before}&regel=huisvuil`, { lang: 'nl', width: 1280 });
	const slider = page.getByRole('slider').first();
	await reach(page, slider);
	const drawn = page.waitForFunction(() => /gezinnen winnen/.test(document.querySelector('[data-live]').innerText));
	for (let n = 0; n < 5; n++)
		await page.keyboard.press('ArrowRight');
	await drawn;
	assert.equal(await page.locator('[name=b0]').inputValue(), '68');
	await good(page);
});

test('the groups are redrawn as an amount moves, where that is chosen; a table that is open stays open', async () => {
	const page = await at(`/versie-${before}/schuiven?tegen=${before}&regel=huisvuil`, { lang: 'nl', width: 320 });
	const drawn = () => page.locator('.fates').count();
	assert.equal(await drawn(), 0);
	await reach(page, page.getByRole('slider').first());
	for (let n = 0; n < 5; n++)
		await page.keyboard.press('ArrowRight');
	await page.waitForFunction(() => /gezinnen winnen/.test(document.querySelector('[data-live]').innerText));
	assert.equal(await drawn(), 0, 'the total alone');
	await press(page, /^Ook per soort gezin/, 'Space');
	await page.waitForSelector('.fates');
	assert.equal(await drawn(), 3);
	await press(page, /^De tabel/);
	assert.equal(await page.locator('details[open] td').first().isVisible(), true);
	const first = await page.locator('.fates rect:not([class])').evaluateAll((list) => list.map((rect) => rect.getAttribute('width')).join());
	await reach(page, page.locator('[name=b0]'));
	await page.keyboard.press('Control+A');
	await page.keyboard.type('75');
	await page.waitForFunction((was) => [...document.querySelectorAll('.fates rect:not([class])')].map((rect) => rect.getAttribute('width')).join() !== was, first);
	assert.equal(await page.locator('details[open]').count(), 1);
	await good(page);
});

test('on a narrow screen each row of a table is a block, and nothing moves sideways', async () => {
	const page = await at(`/versie-${dearer}?tegen=${before}`, { lang: 'fr', width: 320 });
	await page.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = true; }));
	const wide = await page.locator('.scroll').evaluateAll((list) => list.map((box) => box.scrollWidth - box.clientWidth));
	assert.deepEqual(wide, wide.map(() => 0));
	const heads = await page.locator('tbody tr').first().locator('td').evaluateAll((list) => list.map((cell) => getComputedStyle(cell, '::before').content));
	assert.deepEqual(heads.slice(0, 2), ['"Gagnent"', '"Perdent"']);
	await good(page);
});

test('what is printed has the tables too, and who loses is told from who gains without colour', async () => {
	const page = await at(`/versie-${dearer}?tegen=${before}`, { lang: 'nl', width: 1280 });
	await page.emulateMedia({ media: 'print' });
	assert.deepEqual(await page.locator('details.behind td').evaluateAll((list) => [...new Set(list.map((cell) => cell.checkVisibility()))]), [true]);
	const fill = (which) => page.locator(which).first().evaluate((rect) => getComputedStyle(rect).fill);
	assert.notEqual(await fill('.fates rect.less'), await fill('.fates rect:not([class])'));
});

test('and without a script, with the button', async () => {
	const page = await at(`/versie-${before}/schuiven?tegen=${before}&regel=huisvuil`, { lang: 'nl', width: 320, scripts: false });
	await reach(page, page.locator('[name=b0]'));
	await page.keyboard.press('Control+A');
	await page.keyboard.type('68');
	await Promise.all([page.waitForEvent('load'), press(page, /^Reken uit$/)]);
	assert.match(await text(page), /gezinnen winnen/);
	await good(page);
});
