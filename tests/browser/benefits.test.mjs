// What is there for me, as people use it: on a phone and on a desk, in three
// languages, with the keyboard alone, without scripts, and on paper.
import fs from 'node:fs';
import test from 'node:test';
import assert from 'node:assert/strict';
import { base, good, launch, open, press } from './lib.mjs';
import { begin, confirm, end, version } from '../http/benefits.mjs';
import { signIn } from '../http/signed.mjs';

const start = `${base}/rechten/wat-is-er-voor-mij`;
const real = fs.existsSync(`${process.env.BELFORT_TREE}/lua-rules/benefits/feiten.lua`);
let browser;
test.before(async () => { browser = await launch(); });
test.after(async () => {
	await browser.close();
	await end();
});

const question = (page) => page.locator('form.question');
const asked = (page) => question(page).locator('[name=vraag]').inputValue();
const asks = (page, name) => page.locator(`form.question [name=vraag][value=${name}]`).waitFor({ state: 'attached' });
const button = (page, name) => page.getByRole('button', { name, exact: true });
const group = (page, name) => page.getByRole('heading', { name, exact: true }).locator('xpath=following-sibling::ul[1]/li');

async function begun(how) {
	const page = await open(browser, how);
	await page.goto(start);
	await page.getByRole('button', { name: /^(Begin|Commencer)$/ }).click();
	return page;
}

// Answer as a visitor does: a button, or a field and the next button.
async function answer(page, value) {
	const choice = page.locator(`.answers button[value="${value}"]`).or(page.getByRole('button', { name: String(value), exact: true }));
	if (await choice.count()) return choice.click();
	if (Array.isArray(value)) for (const [n, name] of ['dag', 'maand', 'jaar'].entries()) await page.fill(`[name=${name}]`, value[n]);
	else await page.fill('[name=antwoord]', value);
	return question(page).locator('button.main').click();
}

// A household with children on a low income, by the rules of the city itself.
const low = { woonsituatie: 'huurder', leren: 'opvang_school', belastbaar_jaar: 'hoogstens €\u00a024.814,75', met_wie: 'alleen_kinderen' };
for (const [status, questions, least] of [['leefloon', 3, 9], ['vt', 3, 5], ['geen', 4, 5]])
	test(`${questions} questions settle most rights of who has ${status}, and each says why`, { skip: !real && 'no rules of the city in this tree' }, async () => {
		const household = { ...low, statuut: status };
		const page = await begun();
		for (let n = 0; n < questions; n++) {
			const name = await asked(page);
			assert.ok(name in household, `question ${n + 1} is about ${name}`);
			await page.getByText(/^We vragen dit voor: /).waitFor();
			await answer(page, household[name]);
		}
		const count = async (names) => (await Promise.all(names.map((name) => group(page, name).count()))).reduce((a, b) => a + b);
		const open = await count(['Dit weten we nog niet', 'Dit moet iemand met u bekijken']);
		const yes = await count(['Dit is voor u', 'Waarschijnlijk voor u']);
		const no = await count(['Waarschijnlijk niet voor u', 'Nu niet voor u']);
		assert.ok(yes >= least && yes + no > open, `${yes} yes, ${no} no, ${open} are open`);
		await button(page, 'Stop, en toon wat er nu is').click();
		const jumps = await page.locator('#kort ~ ul a').all();
	assert.ok(jumps.length >= 1, 'all in short, before all in full');
	for (const jump of jumps) {
		await jump.click();
		assert.equal(await page.locator('h3:target').innerText(), await jump.innerText());
	}
	for (const right of await page.locator('.kept').all())
			assert.match(await right.locator('h3 + p, h3 + p + p').first().innerText(), /./);
		await good(page);
		await button(page, 'Ga verder met de vragen').click();
		await question(page).waitFor();
		await page.context().close();
	});

test('with rules for tests', async (t) => {
	await begin();
	confirm(signIn({ kind: 'staff', name: 'Bo Kijkt' }), ['feiten.lua', 'huisvuil.lua', 'toeslag65.lua']);

	const views = [
		{ lang: 'nl', width: 320, yes: 'Dit is voor u', bags: 'Gratis huisvuilzakken' },
		{ lang: 'nl', width: 1280, yes: 'Dit is voor u', bags: 'Gratis huisvuilzakken' },
		{ lang: 'en', width: 1280, yes: 'This is for you', bags: 'Free waste bags' },
		{ lang: 'fr', width: 320, yes: 'Ceci est pour vous', bags: 'Sacs gratuits' },
	];
	for (const { lang, width, yes, bags } of views)
		await t.test(`each page, ${lang}, ${width} px`, async () => {
			const page = await open(browser, { lang, width, scripts: width > 320 });
			for (const path of ['/rechten', '/rechten/huisvuil', '/rechten/vt', '/rechten/regels', `/rechten/regels/${await version()}`,
				'/rechten/wat-is-er-voor-mij']) {
				await page.goto(base + path);
				await good(page);
			}
			await page.context().close();
			const walk = await begun({ lang, width });
			const answers = { statuut: 'igo', ten_laste: '2', geboren: ['1', '2', '1950'], schuldhulp: 'nee', bruto_jaar: '1.250,50' };
			for (let n = 0; await question(walk).count(); n++) {
				assert.ok(n < 6, 'it ends');
				await good(walk);
				await answer(walk, answers[await asked(walk)]);
			}
			await good(walk);
			const [term, value] = await walk.locator('.given div').first().locator('dt, dd').evaluateAll((all) => all.map((it) => it.getBoundingClientRect().top));
			assert.equal(value > term, width === 320, 'on a phone what was answered has the whole width');
			assert.equal(walk.url().replace(/\?taal=..$/, ''), start, 'no answer is in the address');
			await walk.getByRole('heading', { level: 2, name: yes, exact: true }).waitFor();
			await walk.getByRole('heading', { level: 3, name: bags }).waitFor();
			await walk.context().close();
		});

	await t.test('with the keyboard alone', async () => {
		const page = await open(browser);
		await page.goto(`${base}/rechten`);
		await press(page, /^Wat is er voor mij\?$/);
		await page.waitForURL(start);
		await press(page, /^Begin$/);
		await question(page).waitFor();
		assert.equal(await asked(page), 'geboren');
		await press(page, /^Dag$/, '3');
		await page.keyboard.press('Tab');
		await page.keyboard.type('2');
		await page.keyboard.press('Tab');
		await page.keyboard.type('1950');
		await page.keyboard.press('Enter');
		await asks(page, 'statuut');
		await press(page, /^Eén vraag terug$/);
		await page.locator('[name=dag]').waitFor();
		assert.deepEqual(await Promise.all(['dag', 'maand', 'jaar'].map((name) => page.inputValue(`[name=${name}]`))), ['03', '02', '1950']);
		await press(page, /^Ik weet het niet$/);
		await asks(page, 'statuut');
		await press(page, /^Inkomensgarantie voor ouderen$/);
		await asks(page, 'ten_laste');
		assert.deepEqual(await group(page, 'Dit is voor u').allInnerTexts(), ['Gratis huisvuilzakken: van € 63,00 tot € 189,00 per jaar'.replaceAll('€ ', '€\u00a0')]);
		await press(page, /^Stop, en toon/);
		await page.getByRole('heading', { level: 1, name: 'Wat er voor u is' }).waitFor();
		await page.context().close();
	});

	await t.test('a mistake keeps what was typed, and says what to do', async () => {
		const page = await begun();
		await page.fill('[name=dag]', '31');
		await page.fill('[name=maand]', '2');
		await page.fill('[name=jaar]', '1990');
		await button(page, 'Volgende').click();
		await page.getByRole('alert').getByText(/De dag moet bestaan/).waitFor();
		assert.equal(await page.inputValue('[name=maand]'), '2');
		await good(page);
		await page.getByRole('alert').getByRole('link', { name: 'Uw antwoord' }).click();
		assert.equal(await page.evaluate(() => document.activeElement.name), 'dag');
		await page.context().close();
	});

	await t.test('another language on the way loses nothing', async () => {
		const page = await begun();
		await answer(page, ['1', '2', '1950']);
		await button(page, 'English').click();
		assert.equal(await page.getAttribute('html', 'lang'), 'en');
		assert.match(await page.locator('.given').innerText(), /your date of birth\s+1 February 1950/i);
		await answer(page, 'igo');
		assert.equal(await page.getAttribute('html', 'lang'), 'en', 'and it stays');
		await page.context().close();
	});

	await t.test('the second person reads and confirms', async () => {
		const who = signIn({ kind: 'staff', name: 'Bo Kijkt', rights: ['benefits.confirm'] });
		const page = await open(browser, { width: 320 });
		await page.context().addCookies([{ name: '__Host-belfort', value: who.secret, url: 'https://localhost/', secure: true, httpOnly: true, sameSite: 'Lax' }]);
		await page.goto(`${base.replace('127.0.0.1', 'localhost')}/beheer/steunregels`);
		await good(page);
		const file = page.getByRole('heading', { name: 'vt.lua', exact: true });
		await file.waitFor();
		await page.getByRole('button', { name: 'Ik zocht het op: bevestig vt.lua' }).click();
		await page.waitForURL(/steunregels$/);
		assert.match(await file.locator('xpath=following-sibling::p[1]').innerText(), /Bevestigd voor vandaag/);
		await good(page);
		await page.context().close();
	});

	await t.test('changed, and then on paper', async () => {
		const page = await begun();
		await answer(page, ['1', '2', '1990']);
		await answer(page, 'igo');
		await page.getByRole('button', { name: 'Wijzig uw geboortedatum' }).click();
		await answer(page, ['1', '2', '1950']);
		await button(page, 'Stop, en toon wat er nu is').click();
		await page.emulateMedia({ media: 'print' });
		assert.ok(await page.locator('.given').getByText('1 februari 1950').isVisible(), 'what was answered is on the sheet');
		for (const name of ['Wijzig uw geboortedatum', 'English']) assert.equal(await page.getByRole('button', { name }).isVisible(), false, name);
		const text = await page.locator('main').innerText();
		for (const part of ['1 februari 1950', 'Toeslag voor wie 65 is', '€\u00a025,00 per maand', 'versie']) assert.ok(text.includes(part), part);
		await page.context().close();
	});
});
