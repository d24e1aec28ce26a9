// The tool library as neighbours use it: on a phone in Dutch without scripts,
// and with the keyboard alone.
import test from 'node:test';
import assert from 'node:assert/strict';
import { base, good, launch, open } from './lib.mjs';
import { at, deploy, takeAway } from '../http/shed.mjs';

let browser;
test.before(async () => {
	await deploy();
	browser = await launch();
});
test.after(async () => {
	await browser.close();
	takeAway();
});

const today = () => new Date().toLocaleDateString('sv', { timeZone: 'Europe/Brussels' });

test('a neighbour borrows a drill on a phone, and brings it back', async () => {
	const page = await open(browser, { width: 320 });
	await page.goto(`${base}/verenigingen`);
	await good(page);
	await page.getByRole('link', { name: /Gereedschapsbib/ }).first().click();
	await good(page);
	await page.getByRole('link', { name: /Boormachine/ }).click();
	await good(page);
	await page.getByLabel('Eerste dag').fill(today());
	await page.getByLabel('Laatste dag').fill(today());
	await page.getByLabel(/Naam voor de lijst/).fill('Fatma van om de hoek');
	await page.getByRole('button', { name: 'Reserveren' }).click();
	await good(page);
	const code = await page.locator('.code-to-keep').innerText();
	await page.getByRole('button', { name: 'Ik neem het mee' }).click();
	await good(page);
	await page.goto(`${base}${at}/lijst`);
	assert.match(await page.locator('table').innerText(), /Boormachine\s+Fatma van om de hoek[^]*uitgeleend/);
	await good(page);
	await page.goto(base + at);
	await page.getByLabel('Uw code').fill(code);
	await page.keyboard.press('Enter');
	await page.getByRole('button', { name: 'Het staat weer in het schuurtje' }).click();
	assert.match(await page.locator('main').innerText(), /bracht het terug/);
	await good(page);
});

test('two who want the same days: the second is told, and loses nothing', async () => {
	const pages = await Promise.all([1, 2].map(() => open(browser, { lang: 'en' })));
	for (const page of pages) {
		await page.goto(`${base}${at}/ding/3`);
		await page.getByLabel('First day').fill(today());
		await page.getByLabel('Last day').fill(today());
		await page.getByRole('button', { name: 'Reserve' }).click();
	}
	assert.match(await pages[0].locator('h1').innerText(), /Your reservation/);
	assert.match(await pages[1].locator('h1').innerText(), /Somebody else has it/);
	await good(pages[1]);
	await pages[1].goBack();
	assert.equal(await pages[1].getByLabel('First day').inputValue(), today());
	await pages[0].getByRole('button', { name: 'Cancel my reservation' }).click();
	assert.match(await pages[0].locator('h1').innerText(), /cancelled/);
	await good(pages[0]);
});

test('every page in every language holds, wide and narrow', async () => {
	for (const lang of ['nl', 'en', 'fr'])
		for (const width of [320, 1280]) {
			const page = await open(browser, { lang, width });
			for (const path of ['', '/lijst', '/ding/1', '/geannuleerd']) {
				await page.goto(`${base}${at}${path}`);
				assert.equal(await page.locator('html').getAttribute('lang'), lang);
				await good(page);
			}
			await page.context().close();
		}
});
