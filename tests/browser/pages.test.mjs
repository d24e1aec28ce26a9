// Every page in three languages, small and large, with and without scripts.
import { after, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { base, faults, launch, open, routes } from './lib.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

// No page has a script of its own (a test below), so to run and to block
// them is the same: half of the views block them all the same.
const views = [];
for (const [n, lang] of ['nl', 'en', 'fr'].entries()) {
	for (const [m, width] of [320, 1280].entries()) views.push({ lang, width, scripts: (n + m) % 2 === 0 });
}

for (const view of views) {
	describe(`${view.lang}, ${view.width} px, scripts ${view.scripts ? 'run' : 'blocked'}`, () => {
		let page;
		before(async () => { page = await open(browser, view); });
		after(() => page.context().close());
		for (const path of routes) {
			test(path, async () => {
				await page.goto(base + path);
				assert.equal(await page.getAttribute('html', 'lang'), view.lang);
				assert.deepEqual(await faults(page), []);
				const wide = await page.evaluate(() => document.documentElement.scrollWidth);
				assert.ok(wide <= view.width, `the page is ${wide} px wide`);
				assert.equal(await page.locator('h1').count(), 1);
			});
		}
	});
}

test('the language is kept, and the address stays the same', async () => {
	const page = await open(browser);
	await page.goto(`${base}/begroting/zoeken?q=park`);
	await page.getByRole('button', { name: 'English' }).click();
	assert.equal(page.url(), `${base}/begroting/zoeken?q=park`);
	assert.equal(await page.getAttribute('html', 'lang'), 'en');
	await page.goto(`${base}/privacy`);
	assert.equal(await page.getAttribute('html', 'lang'), 'en');
	await page.goto(`${base}/privacy?taal=fr`);
	assert.equal(await page.getAttribute('html', 'lang'), 'fr');
	await page.goto(`${base}/privacy`);
	assert.equal(await page.getAttribute('html', 'lang'), 'en');
	await page.context().close();
});

test('down to one action and back up, by keyboard alone', async () => {
	const page = await open(browser);
	await page.goto(`${base}/begroting`);
	await page.keyboard.press('Tab');
	assert.equal(await page.evaluate(() => document.activeElement.getAttribute('href')), '#inhoud');
	for (const name of ['Wonen', 'Vraag en aanbod woningen', 'voldoende betaalbare woningen']) {
		await page.getByRole('link', { name, exact: true }).focus();
		await page.keyboard.press('Enter');
		await page.waitForURL((url) => url.pathname !== '/begroting');
		await page.getByRole('heading', { level: 1, name }).waitFor();
	}
	assert.match(page.url(), /\/begroting\/doelen\/[a-z0-9-]+\/[a-z0-9-]+\/[a-z0-9-]+/);
	await page.getByRole('navigation', { name: 'U bent hier' }).getByRole('link', { name: 'Begroting' }).focus();
	await page.keyboard.press('Enter');
	await page.waitForURL(`${base}/begroting`);
	await page.context().close();
});

test('from the overview to a category, to the rule that put a line there', async () => {
	const page = await open(browser);
	await page.goto(`${base}/begroting`);
	await page.getByRole('link', { name: 'Scholen en kinderopvang' }).first().click();
	await page.getByRole('heading', { level: 1, name: 'Scholen en kinderopvang' }).waitFor();
	const line = page.getByRole('row', { name: /KDV Dampoort/ });
	const rule = line.getByRole('link', { name: /^Regel \d+$/ });
	const said = await rule.innerText();
	await rule.click();
	await page.getByRole('listitem').filter({ has: page.getByText(said, { exact: true }) })
		.getByRole('link', { name: /doelen\.lua, lijn \d+/ }).click();
	await page.waitForURL(/\/begroting\/regels#doelen\.lua-\d+$/);
	const code = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`);
	assert.match(await code.innerText(), /"kdv"/);
	await page.context().close();
});

test('a day of before is asked for in the form', async () => {
	const page = await open(browser);
	await page.goto(`${base}/begroting/categorieen/doelen`);
	await page.getByLabel('Bekijk wat deze pagina op een dag toonde').fill('2020-01-01');
	await page.getByRole('button', { name: 'Toon' }).click();
	await page.getByText('toonde deze pagina nog geen categorieën').waitFor();
	await page.context().close();
});

test('a search with a typing mistake finds, and one without result helps', async () => {
	const page = await open(browser);
	await page.goto(`${base}/begroting`);
	await page.getByRole('searchbox').fill('basisonderwjis');
	await page.keyboard.press('Enter');
	await page.getByRole('link', { name: 'Inrichten van basisonderwijs' }).waitFor();
	await page.getByRole('searchbox').fill('xqzwv');
	await page.keyboard.press('Enter');
	await page.getByRole('status').getByText('We vinden niets').waitFor();
	assert.equal(await page.getByRole('searchbox').inputValue(), 'xqzwv');
	await page.context().close();
});

test('on paper there are figures, and no menus', async () => {
	const page = await open(browser);
	await page.goto(`${base}/begroting`);
	await page.emulateMedia({ media: 'print' });
	assert.equal(await page.locator('.top nav').isVisible(), false);
	assert.equal(await page.locator('.languages').isVisible(), false);
	assert.equal(await page.getByText('€ 1.212.769.208').first().isVisible(), true);
	await page.context().close();
});

test('nothing comes from elsewhere, and nothing is written by a script', async () => {
	const page = await open(browser);
	await page.goto(`${base}/privacy`);
	const seen = [];
	page.on('request', (request) => seen.push(request.url()));
	await page.goto(`${base}/begroting`);
	assert.ok(seen.length > 0);
	assert.deepEqual(seen.filter((url) => !url.startsWith(base)), []);
	assert.equal(await page.locator('script').count(), 0);
	assert.deepEqual(await page.context().cookies(), []);
	await page.context().close();
});
