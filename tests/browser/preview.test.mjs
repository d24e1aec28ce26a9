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
			assert.match(await text(page), few);
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

test('and without a script, with the button', async () => {
	const page = await at(`/versie-${before}/schuiven?tegen=${before}&regel=huisvuil`, { lang: 'nl', width: 320, scripts: false });
	await reach(page, page.locator('[name=b0]'));
	await page.keyboard.press('Control+A');
	await page.keyboard.type('68');
	await Promise.all([page.waitForEvent('load'), press(page, /^Reken uit$/)]);
	assert.match(await text(page), /gezinnen winnen/);
	await good(page);
});
