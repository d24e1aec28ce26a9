// Money on its way: a resident says on which account, one civil servant prepares,
// another one releases, the bank answers; who has no account fetches it.
import fs from 'node:fs';
import test from 'node:test';
import assert from 'node:assert/strict';
import {enter, good, launch, press, reach} from './lib.mjs';
import {sql} from '../http/lib.mjs';
import {answer, clear, desk, owe, own, payee, preparer, prepare, release, releaser, stateOf} from '../http/payments.mjs';
import {signedResident} from '../http/residents.mjs';
import {signIn} from '../http/signed.mjs';
import {site as base} from './keys.mjs';

const family = 'Geldreis', shots = process.env.BELFORT_SHOTS;
let browser;
test.before(async () => { browser = await launch(); });
test.beforeEach(() => clear(family));
test.after(async () => {
	await browser.close();
	clear(family);
});

// Good, and kept as a picture for who wants to look.
async function seen(page, name) {
	await good(page);
	if (shots)
		await page.screenshot({path: `${shots}/${name}.png`, fullPage: true});
}
const words = {
	nl: {keep: /Mijn keuze bewaren/, kept: /Uw keuze is bewaard/, another: /Op een andere rekening/, short: /te kort of te lang|geen rekeningnummer/,
		cash: /Ik heb geen rekening/, prepare: /Bestand voorbereiden/, release: /Dit bestand vrijgeven/, first: /Kijk naar de gemerkte/, marked: /Ik heb de gemerkte/,
		read: /Antwoord inlezen/, closed: /De rekening is gesloten/, up: /Opzoeken/, given: /Het geld is gegeven/, noted: /Genoteerd/},
	en: {keep: /Keep my choice/, kept: /Your choice is kept/, another: /On another account/, short: /too short or too long|not an account number/,
		cash: /I have no account/, prepare: /Prepare a file/, release: /Release this file/, first: /Look at the payments/, marked: /I looked at the payments/,
		read: /Read the answer/, closed: /The account is closed/, up: /Look up/, given: /They have the money/, noted: /Noted/},
};

for (const [lang, width] of [['nl', 320], ['en', 1280], ['nl', 1280], ['en', 320]]) {
	const w = words[lang], name = (what) => `${what}-${lang}-${width}`;
	const pages = (who) => enter(browser, who, {lang, width});

	test(`a resident gives an account, by keyboard: ${lang}, ${width} px`, async () => {
		const who = signedResident({family, given: 'Roos'}, {lang}), page = await pages(who);
		owe('GR-1', who.resident, {cents: 12345});
		await page.goto(`${base}${own}`);
		await seen(page, name('account-empty'));
		await reach(page, page.locator('[value="register"], [value="ander"]').first());
		await page.keyboard.press('Space');
		await page.keyboard.press('Tab');
		await page.keyboard.type('BE68 5390 0754 703');
		await press(page, w.keep);
		await page.getByText(w.short).first().waitFor();
		assert.equal(await page.locator('#veld-rekening').inputValue(), 'BE68 5390 0754 703', 'what was typed stays for who typed it');
		assert.ok(await page.locator('[value="ander"]').isChecked());
		await seen(page, name('account-wrong'));
		await page.locator('#veld-rekening').fill('be68 5390 0754 7034');
		await press(page, w.keep);
		await page.getByText(w.kept).waitFor();
		assert.match(await page.textContent('main'), /BE68\u00a0••••\u00a07034/);
		await seen(page, name('account-kept'));
		assert.equal(stateOf('GR-1'), 'ready');
		await page.getByLabel(w.cash).check();
		await press(page, w.keep);
		await page.getByText(w.kept).waitFor();
		assert.equal(stateOf('GR-1'), 'cash');
		assert.match(await page.textContent('main'), /[0-9A-Z]{5}-[0-9A-Z]{5}/);
		await seen(page, name('account-cash'));
		await page.context().close();
	});

	test(`one prepares, another releases, the bank answers: ${lang}, ${width} px`, async () => {
		const who = signedResident({family, given: 'Roos'}, {lang});
		sql(`insert into payments.account (resident, iban, source, actor) values ('${who.resident}', 'BE68539007547034', 'given', '${who.account}')`);
		owe('GR-1', who.resident, {cents: 12345});
		owe('GR-2', payee({family, given: 'Jan'}), {cents: 100000});
		owe('GR-3', payee({family, given: 'An'}, null), {kind: 'order', cents: 2500});
		owe('GR-4', payee({family, given: 'Wacht'}, null), {cents: 5});
		const one = await pages(preparer()), two = await pages(releaser());
		await one.goto(`${base}${desk}`);
		await seen(one, name('desk'));
		await one.getByRole('button', {name: w.prepare}).first().click();
		await one.waitForURL(/bestand\/\d+$/);
		await seen(one, name('file-mine'));
		assert.equal(await one.getByRole('button', {name: w.release}).count(), 0);
		await two.goto(`${base}${desk}`);
		assert.equal(await two.getByRole('button', {name: w.prepare}).count(), 0, 'who may not prepare sees no button');
		await two.goto(one.url());
		await press(two, w.release);
		await two.getByText(w.first).waitFor();
		await seen(two, name('file-look'));
		await two.getByLabel(w.marked).check();
		await two.getByRole('button', {name: w.release}).click();
		await two.getByText(/SHA-256/).waitFor();
		assert.equal(await two.locator('a[download]').count(), 0, 'who may not take it sees no way to');
		await one.goto(two.url());
		await seen(one, name('file-released'));
		const [download] = await Promise.all([one.waitForEvent('download'), one.locator('a[download]').click()]);
		const message = /^(PAY-.*)\.xml$/.exec(download.suggestedFilename())[1];
		assert.match(fs.readFileSync(await download.path(), 'utf8'), new RegExp(`<MsgId>${message}</MsgId>`));
		await one.goto(`${base}${desk}`);
		await one.locator('#veld-antwoord').fill(answer(message, {payments: {'GR-1': ['RJCT', 'AC04'], 'GR-2': ['ACSC']}}));
		await one.getByRole('button', {name: w.read}).click();
		await one.getByText(w.closed).waitFor();
		await seen(one, name('file-answered'));
		await one.goto(`${base}${desk}`);
		await seen(one, name('desk-after'));
		const home = await pages(who);
		await home.goto(`${base}${own}`);
		await seen(home, name('account-refused'));
		for (const page of [one, two, home])
			await page.context().close();
	});

	test(`money is handed out at the counter: ${lang}, ${width} px`, async () => {
		const who = payee({family, given: 'Kas'}, null), page = await pages(signIn({kind: 'staff', name: 'Kas Proef', rights: ['payments.cash']}));
		sql(`insert into payments.account (resident, source, actor) values ('${who}', 'none', '${who}')`);
		owe('GR-1', who, {cents: 7550});
		await page.goto(`${base}${desk}/contant`);
		await seen(page, name('cash'));
		await page.locator('#veld-code').fill(sql("select code from payments.payment where claim = 'GR-1'"));
		await press(page, w.up);
		await page.getByText(`Kas ${family}`).waitFor();
		await seen(page, name('cash-found'));
		await page.getByRole('button', {name: w.given}).click();
		await page.getByText(w.noted).waitFor();
		await seen(page, name('cash-done'));
		assert.equal(stateOf('GR-1'), 'paid');
		await page.context().close();
	});
}

test('a file prints with all of its lines and without its buttons', async () => {
	owe('GR-1', payee({family, given: 'Jan'}), {cents: 100000});
	const one = preparer(), id = await prepare(one), page = await enter(browser, one, {});
	await release(releaser(), id);
	await page.goto(`${base}${desk}/bestand/${id}`);
	await page.emulateMedia({media: 'print'});
	assert.ok(await page.getByRole('table').isVisible());
	assert.equal(await page.locator('a.button').first().isVisible(), false);
	if (shots)
		await page.screenshot({path: `${shots}/print.png`, fullPage: true});
	await page.context().close();
});
