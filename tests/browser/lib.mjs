// A real browser for the tests: Debian's Chromium, one for all pages.
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import axe from 'axe-core';

export const base = process.env.BELFORT_URL ?? 'http://127.0.0.1:8080';

const flags = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
	'--disable-component-update', '--disable-sync'];

export function launch() {
	const root = process.getuid() === 0 ? ['--no-sandbox'] : [];
	return chromium.launch({ executablePath: '/usr/bin/chromium', args: [...flags, ...root] });
}

// A page in a language at a width; the page's own scripts can be kept out.
export async function open(browser, { lang = 'nl', width = 1280, scripts = true } = {}) {
	const context = await browser.newContext({ viewport: { width, height: 900 }, locale: lang });
	const page = await context.newPage();
	if (!scripts) await page.route(/\.js(\?|$)/, (route) => route.abort());
	return page;
}

// What axe finds wrong, as lines a person can act on.
export async function faults(page) {
	await page.evaluate(axe.source);
	const found = await page.evaluate(() => window.axe.run(document, {
		runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
	}));
	return found.violations.map((v) => `${v.id}: ${v.help} at ${v.nodes.map((n) => n.target).join(', ')}`);
}

// A page that everybody can use, and that is no wider than the screen.
export async function good(page) {
	assert.deepEqual(await faults(page), [], page.url());
	const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	assert.ok(wide <= 0, `${page.url()} is ${wide} px too wide`);
}

// The same as somebody who is signed in.  The cookie needs a name that browsers take for safe.
export async function enter(browser, who, how) {
	const page = await open(browser, how);
	await page.context().addCookies([{ name: '__Host-belfort', value: who.secret, url: 'https://localhost/', secure: true,
		httpOnly: true, sameSite: 'Lax' }]);
	return page;
}

// The page at URL as WHO, or as nobody: it is good, and who wants to look gets a
// picture with that NAME.
export async function look(browser, who, url, how, name) {
	const page = await (who ? enter(browser, who, how) : open(browser, how));
	await page.goto(url);
	await good(page);
	if (process.env.BELFORT_SHOTS)
		await page.screenshot({ path: `${process.env.BELFORT_SHOTS}/${name}-${how.lang}-${how.width}.png`, fullPage: true });
	return page;
}

// Move the focus there as a keyboard does.
export async function reach(page, wanted) {
	for (let n = 0; n < 200; n++) {
		if (await wanted.evaluate((element) => element === document.activeElement))
			return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`the keyboard does not reach ${wanted}`);
}

// Tab until the element that is focused has a name like WORDS; then press KEY.
export async function press(page, words, key = 'Enter') {
	for (let n = 0; n < 80; n++) {
		await page.keyboard.press('Tab');
		const name = await page.evaluate(() => {
			const it = document.activeElement;
			return (it.labels?.[0]?.innerText ?? it.innerText ?? '').trim();
		});
		if (words.test(name)) {
			await page.keyboard.press(key);
			return;
		}
	}
	assert.fail(`the keyboard does not reach ${words} on ${page.url()}`);
}

// Every GET route, with values for its typed parts.
export const routes = [
	'/',
	'/privacy',
	'/toegankelijk',
	'/verenigingen',
	'/papier',
	'/begroting',
	'/begroting/doelen',
	'/begroting/domeinen/2',
	'/begroting/domeinen/2/02?plan=2020',
	'/begroting/doelen/sd20001/od20001/ac34251',
	'/begroting/vergelijken/domeinen',
	'/begroting/vergelijken/rekeningen/i-1-b',
	'/begroting/categorieen/doelen',
	'/begroting/categorieen/domeinen?plan=2020',
	'/begroting/categorieen/rekeningen?plan=2026&jaar=2027',
	'/begroting/categorieen/doelen?op=2020-01-01',
	'/begroting/categorieen/doelen/scholen',
	'/begroting/categorieen/rekeningen/niet-toegewezen?plan=2014',
	'/begroting/regels',
	'/begroting/regels/1',
	'/begroting/zoeken',
	'/begroting/zoeken?q=school',
	'/begroting/zoeken?q=xqzwv',
	'/begroting/wijken',
	'/begroting/wijken/20',
	'/begroting/wijken/1',
	'/begroting/herkomst',
	'/begroting/downloads',
	'/begroting/doelen?plan=tekst',
	'/begroting/domeinen?plan=2020&jaar=2024',
	'/afspraak/nummer',
	'/afspraak/nummer/ledeberg',
	'/afspraak/scherm/ledeberg',
	'/afspraak/bekijken',
	'/kiosk',
	'/kiosk/doen',
	'/kiosk/klaar',
	'/rechten',
	'/rechten/wat-is-er-voor-mij',
	'/rechten/regels',
	'/bestaat-niet',
];
