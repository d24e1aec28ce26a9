// Civil servants sign in: a link to come in, passkeys, a second key; with the
// keyboard alone, and without scripts.
import test from 'node:test';
import assert from 'node:assert/strict';
import {good, launch, open, reach} from './lib.mjs';
import {signIn} from '../http/signed.mjs';
import {code, password} from '../http/totp.mjs';
import {belfort, device, invite, site} from './keys.mjs';

let browser;
test.before(async () => { browser = await launch(); });
test.after(() => browser.close());

async function press(page, name) {
	await reach(page, page.getByRole('button', {name, exact: true}));
	await page.keyboard.press('Enter');
}

async function type(page, field, text) {
	await reach(page, page.locator(field));
	await page.keyboard.type(text);
}

// Somebody with two keys, who came in just now.
async function signedIn(page, name, ...more) {
	const who = invite(name, ...more);
	for (const transport of ['internal', 'usb']) {
		const one = await device(page, {transport});
		await page.goto(site + (transport === 'usb' ? '/beheer/sleutels' : who.link));
		await page.locator('[data-passkey] button').click();
		await page.waitForURL(/sleutels$/);
		await page.locator('[name="sleutel"]').nth(transport === 'usb' ? 2 : 0).waitFor({state: 'attached'});
		if (transport === 'internal')
			await one.gone();
	}
	return who;
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

const acts = {
	nl: {give: 'Dit recht geven', take: 'Dit recht terugnemen', make: 'Link maken', wrong: /komt voor de eerste/, taken: /Is teruggenomen/},
	en: {give: 'Give this right', take: 'Take this right back', make: 'Make a link', wrong: /comes before the first/, taken: /Was taken back/},
	fr: {give: 'Donner ce droit', take: 'Reprendre ce droit', make: 'Créer un lien', wrong: /vient avant le premier/, taken: /A été repris/},
};

for (const [lang, word] of Object.entries(acts))
	for (const width of [320, 1280])
		test(`a colleague is invited, given a right, and it is taken back: ${lang}, ${width} px, by keyboard`, async () => {
			const page = await open(browser, {lang, width});
			const boss = await signedIn(page, 'Baas Proef', '--admin');
			belfort('staff', 'give', boss.email, 'people.invite', '--reason', 'Voor de proef');
			const name = `Zzoë${Date.now()}`;
			await page.goto(`${site}/beheer`);
			await good(page);
			await page.goto(`${site}/beheer/collegas`);
			await type(page, '#veld-naam', name);
			await type(page, '#veld-email', `${name.replace('ë', 'e')}@gent.example`);
			await press(page, word.make);
			assert.match(await page.locator('.notice code').innerText(), new RegExp(`^${site}/beheer/uitnodiging/[0-9a-f]{64}$`));
			await good(page);
			// Who was invited did not come in yet; somebody else did.
			const clerk = `Zzz${Date.now()}`;
			signIn({kind: 'staff', name: clerk});
			await page.goto(`${site}/beheer/rechten/geven`);
			assert.doesNotMatch(await page.locator('#veld-collega').innerText(), new RegExp(name));
			await reach(page, page.locator('#veld-collega'));
			await page.keyboard.press('End');
			await reach(page, page.locator('#veld-recht'));
			await page.keyboard.press('ArrowDown');
			await page.locator('#veld-tot').fill('2020-01-01');
			await type(page, '#veld-reden', 'Voor de proef');
			await press(page, word.give);
			assert.match(await page.locator('#fouten').innerText(), word.wrong);
			await good(page);
			await page.locator('#veld-tot').fill('');
			await press(page, word.give);
			await page.waitForURL(/rechten$/);
			await page.getByRole('link', {name: clerk}).focus();
			await page.keyboard.press('Enter');
			await page.waitForURL(/rechten\/\d+$/);
			await good(page);
			await type(page, '#veld-reden', 'De proef is over');
			await press(page, word.take);
			await page.waitForURL(/rechten$/);
			for (const ways of ['', '&per=recht']) {
				await page.goto(`${site}/beheer/rechten?ook=alles${ways}`);
				assert.match(await page.locator('main').innerText(), word.taken);
				await good(page);
			}
			await page.context().close();
		});

test('with one key what needs care waits for a second, and then goes on', async () => {
	const page = await open(browser);
	const one = await device(page);
	await page.goto(site + invite('Kort Proef', '--admin').link);
	await page.locator('[data-passkey] button').click();
	await page.waitForURL(/sleutels$/);
	await page.goto(`${site}/beheer/rechten/geven`);
	assert.match(await page.locator('main').innerText(), /Daarna gaat u daar verder/);
	await good(page);
	await one.gone();
	await device(page, {transport: 'usb'});
	await page.locator('[data-passkey] button').click();
	await page.waitForURL(/rechten\/geven$/);
});

const everywhere = {nl: 'Overal afmelden', en: 'Sign out everywhere', fr: 'Se déconnecter partout'};

for (const [lang, name] of Object.entries(everywhere))
	for (const width of [320, 1280])
		test(`where somebody is signed in: ${lang}, ${width} px, by keyboard, without scripts`, async () => {
			for (const [mount, kind, level] of [['/mijn', 'resident', 'low'], ['/beheer', 'staff', null]]) {
				const page = await open(browser, {lang, width, scripts: false});
				const {secret} = signIn({kind, level, name: 'Waar Proef'});
				await page.context().addCookies([{name: '__Host-belfort', value: secret, url: site.replace('http:', 'https:'), secure: true, httpOnly: true}]);
				await page.goto(site + mount);
				await good(page);
				await reach(page, page.locator(`a[href="${mount}/sessies"]`).first());
				await page.keyboard.press('Enter');
				await page.waitForURL(`${site}${mount}/sessies`);
				await good(page);
				await press(page, name);
				await page.waitForURL(`${site}/`);
				await page.goBack();
				await page.waitForURL(/aanmelden/);
				await page.context().close();
			}
		});

const app = {
	nl: {set: 'Instellen', on: 'Ik heb ze opgeschreven, verder', enter: 'Aanmelden met een code', wrong: /klopt niet/},
	en: {set: 'Set it up', on: 'I wrote them down, go on', enter: 'Sign in with a code', wrong: /is not right/},
	fr: {set: 'Installer', on: 'Je les ai notés, continuer', enter: 'Se connecter avec un code', wrong: /n'est pas correct/},
};

for (const [lang, word] of Object.entries(app))
	for (const width of [320, 1280])
		test(`in by a password and an app, and again: ${lang}, ${width} px, by keyboard, without scripts`, async () => {
			const page = await open(browser, {lang, width, scripts: false});
			const who = invite('App Proef');
			await page.goto(site + who.link);
			await reach(page, page.locator('a[href$="/code"]'));
			await page.keyboard.press('Enter');
			await page.waitForURL(/code$/);
			await good(page);
			assert.equal(await page.locator('svg.qr path').count(), 1);
			const secret = await page.locator('code.code-to-keep').innerText();
			await type(page, '#veld-nieuw', password);
			await type(page, '#veld-cijfers', '000000');
			await press(page, word.set);
			await page.locator('#fout-cijfers').waitFor();
			await good(page);
			await type(page, '#veld-nieuw', password);
			await reach(page, page.locator('#veld-cijfers'));
			await page.locator('#veld-cijfers').fill(code(secret, -1));
			await press(page, word.set);
			await page.locator('ul.code-to-keep').waitFor();
			await good(page);
			await reach(page, page.getByRole('link', {name: word.on}));
			await page.keyboard.press('Enter');
			await page.waitForURL(/beheer$/);
			await page.context().clearCookies();
			await page.goto(`${site}/beheer`);
			await good(page);
			const sign = async (text) => {
				await page.locator('#veld-email').fill('');
				await type(page, '#veld-email', who.email);
				await type(page, '#veld-wachtwoord', password);
				await reach(page, page.locator('#veld-cijfers'));
				await page.locator('#veld-cijfers').fill(text);
				await press(page, word.enter);
			};
			await sign('000000');
			assert.match(await page.locator('#fouten').innerText(), word.wrong);
			await good(page);
			await sign(code(secret));
			await page.waitForURL(/beheer$/);
			await page.context().close();
		});
