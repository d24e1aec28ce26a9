// Who is stuck online finds another way, on a small screen, by keyboard, on paper.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { base, faults, launch, open } from './lib.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

test('from a form to how the same is done elsewhere, by keyboard', async () => {
	const page = await open(browser, { width: 320 });
	await page.goto(`${base}/afspraak/bekijken`);
	await page.getByRole('link', { name: 'Doe dit op een andere manier' }).focus();
	await page.keyboard.press('Enter');
	await page.waitForURL(`${base}/toegankelijk#counter.seen`);
	const place = page.locator(':target');
	assert.equal(await place.innerText(), 'Bekijk een afspraak, of zeg ze af');
	await page.waitForFunction(() => document.querySelector(':target').getBoundingClientRect().top < innerHeight);
	assert.deepEqual(await faults(page), []);
	await page.context().close();
});

test('each channel is read one below the other on a small screen, and beside its name on a large one', async () => {
	for (const [width, below] of [[320, true], [1280, false]]) {
		const page = await open(browser, { width });
		await page.goto(`${base}/toegankelijk`);
		const row = page.locator('.service .facts div').filter({ hasText: 'Per telefoon' }).first();
		const name = await row.locator('dt').boundingBox(), how = await row.locator('dd').boundingBox();
		assert.equal(how.y >= name.y + name.height, below, `${width} px`);
		await page.context().close();
	}
});

test('on paper stands whom to ask, and no service is cut in two', async () => {
	const page = await open(browser);
	await page.goto(`${base}/afspraak`);
	await page.emulateMedia({ media: 'print' });
	assert.equal(await page.getByText('Bel 09 000 00 00.').isVisible(), true);
	await page.goto(`${base}/toegankelijk`);
	assert.equal(await page.locator('.service').first().evaluate((node) => getComputedStyle(node).breakInside), 'avoid');
	await page.context().close();
});
