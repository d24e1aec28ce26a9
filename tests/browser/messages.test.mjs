// Messages, my data and mandates as people use them: in three languages, on a
// phone and on a desk, with the keyboard alone, and with our scripts kept out.
import test from 'node:test';
import assert from 'node:assert/strict';
import { enter, good, launch, open, press } from './lib.mjs';
import { base as house, sql } from '../http/lib.mjs';
import { forget, resident, signedResident, tell } from '../http/residents.mjs';
import { signIn } from '../http/signed.mjs';

const family = 'Schermproef';
// The cookie needs a name that browsers take for safe.
const base = `http://localhost:${house.port}`;
let browser;
test.before(async () => { browser = await launch(); });
test.after(async () => {
	await browser.close();
	forget(family);
	sql('delete from people.mail; delete from people.paper');
});

const h1 = (page) => page.locator('h1').innerText();

const words = {
	nl: { box: 'Mijn berichten', data: 'Mijn gegevens', prefs: 'Hoe we u schrijven', back: 'Terug naar mijn berichten',
		remove: 'Dit bericht verwijderen', empty: /Er zijn geen berichten/, keep: 'Mijn keuzes bewaren', kept: /Uw keuzes zijn bewaard/,
		letter: /Met een brief, naar het adres/, wrong: 'Wat is er fout?', right: 'Wat moet het zijn?', tell: 'Melden', thanks: /u krijgt een antwoord/ },
	en: { box: 'My messages', data: 'My data', prefs: 'How we write to you', back: 'Back to my messages',
		remove: 'Delete this message', empty: /There are no messages/, keep: 'Keep my choices', kept: /Your choices are kept/,
		letter: /By letter, to the address/, wrong: 'What is wrong?', right: 'What should it be?', tell: 'Tell it', thanks: /you get an answer/ },
	fr: { box: 'Mes messages', data: 'Mes données', prefs: 'Comment nous vous écrivons', back: 'Retour à mes messages',
		remove: 'Supprimer ce message', empty: /Il n’y a pas de message/, keep: 'Garder mes choix', kept: /Vos choix sont gardés/,
		letter: /Par lettre, à l’adresse/, wrong: 'Qu’est-ce qui est faux ?', right: 'Qu’est-ce que cela devrait être ?', tell: 'Signaler', thanks: /vous recevrez une réponse/ },
};

for (const [lang, width] of [['nl', 320], ['en', 1280], ['fr', 320]])
	test(`a resident reads, deletes and chooses, in ${lang} at ${width} px`, async () => {
		const w = words[lang];
		const who = signedResident({ family, given: 'Roos' }, { lang });
		tell(who.account, 'password_changed');
		const page = await enter(browser, who, { lang, width, scripts: width !== 320 });
		await page.goto(`${base}/mijn`);
		await good(page);
		await page.getByRole('link', { name: w.box }).first().click();
		await good(page);
		await page.locator('.results a').first().click();
		await good(page);
		await page.getByRole('button', { name: w.remove }).click();
		assert.match(await page.locator('main').innerText(), w.empty);
		await good(page);
		await page.goto(`${base}/mijn/voorkeuren`);
		await good(page);
		await page.getByLabel(w.letter).check();
		await page.locator('#veld-telefoon').fill('niets');
		await page.getByRole('button', { name: w.keep }).click();
		assert.equal(await page.locator('[role=alert] a').getAttribute('href'), '#veld-telefoon');
		await good(page);
		await page.locator('#veld-telefoon').fill('09 210 10 10');
		await page.getByRole('button', { name: w.keep }).click();
		assert.match(await page.locator('[role=status]').innerText(), w.kept);
		await good(page);
		await page.goto(`${base}/mijn/gegevens`);
		assert.match(await page.locator('main').innerText(), /Schermproef/);
		await good(page);
		await page.getByLabel(w.wrong).fill('Mijn straat');
		await page.getByLabel(w.right).fill('Een andere');
		await page.getByRole('button', { name: w.tell, exact: true }).click();
		assert.match(await page.locator('[role=status]').innerText(), w.thanks);
		await good(page);
		await page.context().close();
	});

test('the keyboard alone: a message is read, the account closed', async () => {
	const who = signedResident({ family, given: 'Toets' });
	tell(who.account, 'password_changed');
	const page = await enter(browser, who, { width: 1280 });
	await page.goto(`${base}/mijn`);
	await press(page, /^Mijn berichten/);
	await page.waitForURL(/berichten$/);
	await press(page, /^Uw wachtwoord is gewijzigd/);
	await page.waitForURL(/berichten\/\d+$/);
	assert.equal(await h1(page), 'Uw wachtwoord is gewijzigd');
	await page.goto(`${base}/mijn/gegevens`);
	await press(page, /^Mijn account sluiten/);
	await page.waitForURL(/sluiten$/);
	await good(page);
	await press(page, /^Ik ben zeker/, ' ');
	await press(page, /^Mijn account sluiten/);
	await page.waitForURL(/gesloten$/);
	await good(page);
	await page.goBack();
	assert.match(page.url(), /aanmelden/, 'going back shows nothing of it');
	await page.context().close();
});

for (const width of [320, 1280])
	test(`the counter lets somebody act, who does, at ${width} px`, async () => {
		const actor = signedResident({ family, given: `Doener${width}`, born: '1971-01-01' });
		resident({ family, given: `Tante${width}`, born: '1940-02-02', street: 'Lindelei' });
		resident({ family, given: `Tante${width}`, born: '1940-02-02', street: 'Coupure' });
		const staff = signIn({ kind: 'staff', name: 'Loket Proef', rights: ['people.mandate', 'people.post', 'people.correct'] });
		const desk = await enter(browser, staff, { width });
		await desk.goto(`${base}/beheer`);
		await good(desk);
		await desk.getByRole('link', { name: /^Machtigingen/ }).click();
		await good(desk);
		await desk.locator('#veld-wie').fill(`Doener${width} ${family}`);
		await desk.locator('#veld-wie_geboren').fill('1971-01-01');
		await desk.locator('#veld-voor').fill(`Tante${width} ${family}`);
		await desk.locator('#veld-voor_geboren').fill('1940-02-02');
		await desk.getByLabel('met een volmacht').check();
		await desk.locator('#veld-bewijs').fill('Volmacht van 1 mei');
		await desk.getByRole('button', { name: 'Laat deze persoon handelen' }).click();
		assert.match(await desk.locator('[role=alert]').innerText(), /meer dan één persoon/);
		await good(desk);
		assert.equal(await desk.locator('#veld-bewijs').inputValue(), 'Volmacht van 1 mei');
		await desk.locator('#veld-voor_straat').fill('Coupure');
		await desk.getByRole('button', { name: 'Laat deze persoon handelen' }).click();
		assert.match(await desk.locator('main').innerText(), new RegExp(`Doener${width} ${family} voor Tante${width}`));
		await good(desk);
		for (const at of ['post', 'verbeteringen']) {
			await desk.goto(`${base}/beheer/${at}`);
			await good(desk);
		}
		await desk.context().close();
		const page = await enter(browser, actor, { width });
		await page.goto(`${base}/mijn/namens`);
		await good(page);
		await page.getByRole('button', { name: `Handelen voor Tante${width}` }).click();
		assert.match(await page.locator('.acting').innerText(), /U handelt voor Tante/);
		await good(page);
		await page.getByRole('button', { name: 'Weer voor uzelf handelen' }).click();
		assert.equal(await page.locator('.acting').count(), 0);
		await page.context().close();
	});

test('the mail of the demonstration has links to follow', async () => {
	sql(`delete from people.mail; set role belfort_people; set search_path = people;
		select message_put(null, 'demo@example.be', 'account_confirm', '{"path": "/mijn/aanmelden", "lang": "nl"}')`);
	const page = await open(browser, { width: 320 });
	await page.goto(`${base}/beheer/postvak`);
	await good(page);
	await page.getByRole('link', { name: /Volg de link/ }).first().click();
	assert.match(page.url(), /aanmelden$/);
	await page.context().close();
});
