// Civil servants sign in: a link to come in, passkeys, a second key; with the
// keyboard alone, and without scripts.
import test from 'node:test';
import assert from 'node:assert/strict';
import {faults, launch, open} from './lib.mjs';
import {device, invite, site} from './keys.mjs';

let browser;
test.before(async () => { browser = await launch(); });
test.after(() => browser.close());

async function good(page) {
	assert.deepEqual(await faults(page), [], page.url());
	const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	assert.ok(wide <= 0, `${page.url()} is ${wide} px too wide`);
}

// Move the focus to what has that name, as a keyboard does, and press it.
async function press(page, name) {
	const wanted = page.getByRole('button', {name, exact: true});
	for (let n = 0; n < 60; n++) {
		if (await wanted.evaluate((button) => button === document.activeElement))
			return page.keyboard.press('Enter');
		await page.keyboard.press('Tab');
	}
	throw new Error(`the keyboard does not reach ${name}`);
}

async function arrive(page, who) {
	await page.goto(site + who.link);
	await good(page);
}

const words = {
	nl: {make: 'Sleutel maken', enter: 'Aanmelden met uw sleutel', out: 'Afmelden', second: /Voeg een tweede sleutel toe/, remove: 'Twee verwijderen'},
	en: {make: 'Make a key', enter: 'Sign in with your key', out: 'Sign out', second: /Add a second key/, remove: 'Remove Twee'},
	fr: {make: 'Créer une clé', enter: 'Se connecter avec votre clé', out: 'Se déconnecter', second: /Ajoutez une deuxième clé/, remove: 'Supprimer Twee'},
};

for (const [lang, word] of Object.entries(words))
	for (const width of [320, 1280])
		test(`two keys, out, in, and one fewer: ${lang}, ${width} px, by keyboard`, async () => {
			const page = await open(browser, {lang, width});
			const phone = await device(page);
			await arrive(page, invite('Ann Proef'));
			await press(page, word.make);
			await page.waitForURL(/\/beheer\/sleutels$/);
			await good(page);
			assert.match(await page.locator('main').innerText(), word.second);
			assert.equal((await phone.keys()).length, 1);
			// The same device has one already, and says so.
			await press(page, word.make);
			await page.locator('[data-when="InvalidStateError"]:visible').waitFor();
			await good(page);
			await phone.gone();
			await device(page, {transport: 'usb'});
			await page.locator('#veld-naam').focus();
			await page.keyboard.type('Twee');
			await press(page, word.make);
			await page.getByRole('heading', {name: 'Twee', exact: true}).waitFor();
			await good(page);
			assert.doesNotMatch(await page.locator('main').innerText(), word.second);
			await press(page, word.out);
			await page.waitForURL(`${site}/`);
			await page.goto(`${site}/beheer/sleutels`);
			await good(page);
			await press(page, word.enter);
			await page.waitForURL(/\/beheer\/sleutels$/);
			await press(page, word.remove);
			await page.getByText(word.second).waitFor();
			await good(page);
			await page.context().close();
		});

test('without scripts the page says what else there is', async () => {
	const page = await open(browser, {scripts: false});
	await page.goto(`${site}/beheer/aanmelden`);
	assert.equal(await page.locator('[data-passkey]').isVisible(), false);
	assert.equal(await page.locator('[data-without]').isVisible(), true);
	await good(page);
	await page.goto(site + invite('Bas Proef').link);
	assert.equal(await page.locator('[data-without]').isVisible(), true);
	await good(page);
});

test('a device that does not know who holds it, or that nobody answers', async () => {
	const page = await open(browser);
	const phone = await device(page);
	await phone.knows(false);
	await page.goto(site + invite('Cas Proef').link);
	await page.getByRole('button', {name: 'Sleutel maken'}).click();
	await page.locator('[data-when=""]:visible').waitFor();
	await good(page);
	await phone.knows(true);
	await page.getByRole('button', {name: 'Sleutel maken'}).click();
	await page.waitForURL(/sleutels$/);
});

test('a link works once', async () => {
	const page = await open(browser);
	await device(page);
	const who = invite('Dirk Proef');
	await page.goto(site + who.link);
	await page.getByRole('button', {name: 'Sleutel maken'}).click();
	await page.waitForURL(/sleutels$/);
	await page.goto(site + who.link);
	assert.match(await page.locator('h1').innerText(), /werkt niet meer/);
	await good(page);
});

test('a copied key is refused from when its twin has signed', async () => {
	const page = await open(browser), other = await open(browser);
	const phone = await device(page);
	await page.goto(site + invite('Els Proef').link);
	await page.getByRole('button', {name: 'Sleutel maken'}).click();
	await page.waitForURL(/sleutels$/);
	const [credential] = await phone.keys();
	const copy = await device(other);
	await copy.put({...credential, signCount: credential.signCount});
	await page.goto(`${site}/beheer/aanmelden`);
	for (let n = 0; n < 2; n++) {
		await page.goto(`${site}/beheer/aanmelden`);
		await page.getByRole('button', {name: 'Aanmelden met uw sleutel'}).click();
		await page.waitForURL(/beheer$/);
	}
	await other.goto(`${site}/beheer/aanmelden`);
	await other.getByRole('button', {name: 'Aanmelden met uw sleutel'}).click();
	await other.getByText(/misschien gekopieerd/).waitFor();
	await good(other);
});

test('after signing out the back button shows nothing', async () => {
	const page = await open(browser);
	await device(page);
	await page.goto(site + invite('Fien Proef').link);
	await page.getByRole('button', {name: 'Sleutel maken'}).click();
	await page.waitForURL(/sleutels$/);
	await page.goto(`${site}/beheer`);
	await page.getByRole('button', {name: 'Afmelden'}).click();
	await page.waitForURL(`${site}/`);
	await page.goBack();
	await page.waitForURL(/aanmelden/);
	assert.doesNotMatch(await page.content(), /Fien/);
});
