// Accounts with a password and letters with a code, as people use them: with
// the keyboard, in three languages, small and large, with and without scripts.
import { after, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { base as address, faults, launch, open } from './lib.mjs';
import { sql, unseen } from '../http/lib.mjs';
import { resident } from '../http/residents.mjs';
import { signIn } from '../http/signed.mjs';

// A session's cookie needs a secure place, and a browser takes localhost for one.
const base = address.replace('127.0.0.1', 'localhost');
const first = 'paard batterij nietje', second = 'lamp wolk trein appel';
const mail = (email) => sql(`select data ->> 'path' from people.mail where email = '${email}' order by id desc limit 1`);

let browser;
before(async () => { browser = await launch(); sql('delete from people.attempt'); });
after(() => browser.close());

// Fill the form by keyboard alone, in the order in which its fields stand, and
// send it with Enter.
async function fill(page, values) {
	const [from] = Object.keys(values);
	await page.locator(`#veld-${from}`).focus();
	for (const [name, value] of Object.entries(values)) {
		for (let n = 0; n < 4 && await page.evaluate(() => document.activeElement.id) !== `veld-${name}`; n++)
			await page.keyboard.press('Tab');
		assert.equal(await page.evaluate(() => document.activeElement.id), `veld-${name}`);
		if (name === 'geboren') await page.fill('#veld-geboren', value);
		else await page.keyboard.insertText(value);
	}
	await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
	await clean(page);
}

async function clean(page) {
	assert.deepEqual(await faults(page), [], page.url());
	const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
	assert.ok(wide <= 0, `${page.url()} is ${wide} px too wide`);
}

async function go(page, path) {
	await page.goto(base + path);
	await clean(page);
}

const path = (page) => new URL(page.url()).pathname;

async function signedIn(page, { secret }) {
	await page.context().addCookies([{ name: '__Host-belfort', value: secret, domain: 'localhost', path: '/', secure: true, httpOnly: true }]);
}

// Pages for everybody do not say who is signed in.
async function signOut(page) {
	await go(page, '/mijn');
	await page.locator('.who button').focus();
	await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

for (const [n, lang] of ['nl', 'en', 'fr'].entries()) {
	for (const [m, width] of [320, 1280].entries()) {
		const scripts = (n + m) % 2 === 0;
		describe(`${lang}, ${width} px, scripts ${scripts ? 'run' : 'blocked'}`, () => {
			let page;
			const email = `${unseen()}@example.org`;
			before(async () => { page = await open(browser, { lang, width, scripts }); });
			after(() => page.context().close());

			test('an account is made', async () => {
				await go(page, '/mijn');
				assert.equal(path(page), '/mijn/aanmelden');
				await page.locator('a[href$="/registreren"]').focus();
				await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
				await fill(page, { naam: 'Roos Proef', email, nieuw: 'kort' });
				assert.equal(await page.locator('#fouten').count(), 1);
				assert.equal(await page.inputValue('#veld-email'), email);
				assert.equal(await page.inputValue('#veld-nieuw'), '');
				await page.locator('#fouten a').focus();
				await page.keyboard.press('Enter');
				await fill(page, { nieuw: first });
				assert.equal(path(page), '/mijn/gestuurd');
				await go(page, mail(email));
				await fill(page, { wachtwoord: first });
				assert.equal(path(page), '/mijn');
				assert.match(await page.textContent('h1'), /Roos Proef/);
			});

			test('they sign out and in again, and see what they look for', async () => {
				await signOut(page);
				assert.equal(path(page), '/');
				await page.goBack();
				await page.reload();
				assert.equal(path(page), '/mijn/aanmelden', 'going back shows nothing of before');
				await fill(page, { email, wachtwoord: second });
				assert.equal(await page.locator('#fouten').count(), 1);
				await page.locator('#veld-email').fill('');
				await fill(page, { email, wachtwoord: first });
				assert.equal(path(page), '/mijn');
			});

			test('they choose another password, and another address', async () => {
				await go(page, '/mijn/toegang');
				await go(page, '/mijn/wachtwoord');
				await fill(page, { wachtwoord: first, nieuw: second });
				assert.equal(path(page), '/mijn/toegang');
				await go(page, '/mijn/adres');
				await fill(page, { email: `nieuw-${email}` });
				assert.equal(path(page), '/mijn/gestuurd');
				await go(page, mail(`nieuw-${email}`));
				await page.locator('main button.main').focus();
				await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
				assert.equal(path(page), '/mijn/bevestigd');
				await clean(page);
				await signOut(page);
			});

			test('they forget it, and choose one by mail', async () => {
				await go(page, '/mijn/wachtwoord-vergeten');
				await fill(page, { email: `nieuw-${email}` });
				const link = mail(`nieuw-${email}`);
				await go(page, link);
				await fill(page, { nieuw: first });
				assert.equal(path(page), '/mijn');
				await go(page, link);
				assert.equal(await page.locator('form[action^="/mijn/wachtwoord-nieuw"]').count(), 0);
				await signOut(page);
			});

			test('a letter is made, and its code used', async () => {
				const id = resident({family: 'Briefproef', given: 'Roos', born: '1970-01-01'});
				const desk = await open(browser, { lang, width, scripts });
				await signedIn(desk, signIn({ kind: 'staff', name: 'Bas Proef', rights: ['people.letter'] }));
				await go(desk, `/beheer/brieven/${id}`);
				await desk.locator('main button.main').focus();
				await Promise.all([desk.waitForEvent('load'), desk.keyboard.press('Enter')]);
				await clean(desk);
				const code = await desk.textContent('.code-to-keep');
				await desk.context().close();
				await go(page, '/mijn/aanmelden');
				await fill(page, { code, geboren: '2001-02-03' });
				assert.equal(await page.locator('#fouten').count(), 1);
				await page.locator('#veld-code').fill('');
				await fill(page, { code, geboren: '1970-01-01' });
				assert.equal(path(page), '/mijn/toegang');
			});
		});
	}
}

test('who wants sees what they type; it is sent and kept as a password', async () => {
	const page = await open(browser);
	await page.goto(`${base}/mijn/aanmelden`);
	const button = page.locator('button[data-show="veld-wachtwoord"]');
	const type = () => page.getAttribute('#veld-wachtwoord', 'type');
	assert.equal(await type(), 'password');
	await page.locator('#veld-wachtwoord').focus();
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	assert.deepEqual([await type(), await button.getAttribute('aria-pressed')], ['text', 'true']);
	await page.keyboard.press('Enter');
	assert.deepEqual([await type(), await button.getAttribute('aria-pressed')], ['password', 'false']);
	await page.context().close();
});

test('without scripts there is no button for it', async () => {
	const page = await open(browser, { scripts: false });
	await page.goto(`${base}/mijn/aanmelden`);
	assert.equal(await page.locator('button[data-show="veld-wachtwoord"]').isVisible(), false);
	await page.context().close();
});

test('password managers are told which field is which, and may paste', async () => {
	const page = await open(browser);
	const complete = (name) => page.getAttribute(`#veld-${name}`, 'autocomplete');
	await page.goto(`${base}/mijn/aanmelden`);
	assert.deepEqual([await complete('email'), await complete('wachtwoord')], ['username', 'current-password']);
	await page.goto(`${base}/mijn/registreren`);
	assert.deepEqual([await complete('naam'), await complete('email'), await complete('nieuw')], ['name', 'username', 'new-password']);
	assert.equal(await page.evaluate(() => document.querySelector('#veld-nieuw').dispatchEvent(new ClipboardEvent('paste', { cancelable: true, bubbles: true }))), true);
	await page.context().close();
});
