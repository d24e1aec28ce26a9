// Signing in and out with eID or itsme, as residents do: in three languages,
// on a phone and on a desk, with and without scripts, by keyboard alone.
import test from 'node:test';
import assert from 'node:assert/strict';
import { good, launch, open } from './lib.mjs';
import { sql } from '../http/lib.mjs';
import { city, configure, kept, real, secret, unconfigure } from '../http/provider.mjs';

let browser, provider;
test.before(async () => {
	provider = await real({ client_secret: secret });
	await configure({ provider: provider.issuer, provider_secret: kept('secret', secret) });
	browser = await launch();
});
test.after(async () => {
	await browser.close();
	provider.close();
	await unconfigure();
	sql('delete from people.account where id in (select account from people.provider_identity)');
});

// Tab until ROLE with NAME has the focus, then KEY.
async function press(page, role, name, key = 'Enter') {
	const wanted = page.getByRole(role, { name, exact: true });
	for (let i = 0; i < 60; i++) {
		await page.keyboard.press('Tab');
		if (await wanted.evaluate((element) => element === document.activeElement)) {
			assert.notEqual(await wanted.evaluate((element) => getComputedStyle(element).outlineStyle), 'none', `${name} shows its focus`);
			await page.keyboard.press(key);
			return;
		}
	}
	assert.fail(`${name} cannot be reached with the keyboard`);
}

const words = {
	nl: {
		enter: 'Aanmelden met eID of itsme', itsme: 'Aanmelden met itsme', stop: 'Stoppen', hello: 'Dag Lena Voorbeeld', stopped: /U bent gestopt/,
		leave: 'Afmelden', out: 'U bent afgemeld', there: 'Ook afmelden bij eID of itsme', yes: 'Ja, meld mij af', all: 'U bent overal afgemeld',
	},
	en: {
		enter: 'Sign in with eID or itsme', itsme: 'Sign in with itsme', stop: 'Stop', hello: 'Hello, Lena Voorbeeld', stopped: /You stopped/,
		leave: 'Sign out', out: 'You are signed out', there: 'Sign out of eID or itsme too', yes: 'Yes, sign me out', all: 'You are signed out everywhere',
	},
	fr: {
		enter: 'Se connecter avec eID ou itsme', itsme: 'Se connecter avec itsme', stop: 'Arrêter', hello: 'Bonjour Lena Voorbeeld', stopped: /Vous vous êtes arrêté/,
		leave: 'Se déconnecter', out: 'Vous êtes déconnecté', there: 'Se déconnecter aussi d\'eID ou d\'itsme', yes: 'Oui, déconnectez-moi', all: 'Vous êtes déconnecté partout',
	},
};
const title = (page) => page.locator('h1').innerText();

for (const [lang, say] of Object.entries(words))
	for (const [width, scripts] of [[320, false], [1280, true]])
		test(`in and out, ${lang}, ${width} px, ${scripts ? 'with' : 'without'} scripts, by keyboard`, async () => {
			const page = await open(browser, { lang, width, scripts });
			await page.goto(`${city}/mijn`);
			await good(page);
			await press(page, 'link', say.enter);
			await page.waitForURL(`${provider.issuer}/**`);
			await good(page);
			await press(page, 'button', say.stop);
			await page.waitForURL(/waarom=cancelled/);
			assert.match(await page.getByRole('alert').innerText(), say.stopped);
			await good(page);
			await press(page, 'link', say.enter);
			await page.waitForURL(`${provider.issuer}/**`);
			await press(page, 'button', say.itsme);
			await page.waitForURL(`${city}/mijn`);
			assert.equal(await title(page), say.hello);
			await good(page);
			await press(page, 'button', say.leave);
			await page.waitForURL(`${city}/mijn/afgemeld`);
			assert.equal(await title(page), say.out);
			await good(page);
			await press(page, 'link', say.there);
			await page.waitForURL(`${provider.issuer}/**`);
			await good(page);
			await press(page, 'button', say.yes);
			await page.waitForURL(`${city}/mijn/afgemeld/overal`);
			assert.equal(await title(page), say.all);
			await good(page);
			await page.goto(`${city}/mijn`);
			assert.match(page.url(), /aanmelden/);
			await page.context().close();
		});

test('without any JavaScript it works too', async () => {
	const context = await browser.newContext({ javaScriptEnabled: false, locale: 'nl' });
	const page = await context.newPage();
	await page.goto(`${city}/mijn`);
	await page.getByRole('link', { name: words.nl.enter }).click();
	await page.getByLabel('Omar Verzonnen').check();
	await page.getByRole('button', { name: 'Aanmelden met eID' }).click();
	assert.equal(await title(page), 'Dag Omar Verzonnen');
	await page.getByRole('button', { name: words.nl.leave }).click();
	assert.equal(await title(page), words.nl.out);
	await context.close();
});

test('what went wrong is told on the page to sign in', async () => {
	for (const [lang] of Object.entries(words))
		for (const why of ['cancelled', 'refused', 'late', 'away', 'fresh', 'level']) {
			const page = await open(browser, { lang, width: 320 });
			await page.goto(`${city}/mijn/aanmelden?waarom=${why}&terug=/mijn`);
			assert.ok(await page.locator('.notice').innerText());
			await good(page);
			await page.context().close();
		}
});
