// A form comes back on paper: the code is typed as a scanner does, and the form
// is filled in, small and large, without scripts.
import test from 'node:test';
import assert from 'node:assert/strict';
import {faults, launch, open} from './lib.mjs';
import {site} from './keys.mjs';
import {sql} from '../http/lib.mjs';
import {signIn} from '../http/signed.mjs';

const clerk = signIn({kind: 'staff', name: 'Lies Papier', rights: ['paper.enter']});
const code = sql("select code from belfort.form where feature = 'counter' and gone is null");
const old = 'ACD-EFG-HJ4';

let browser;
test.before(async () => {
	browser = await launch();
	sql(`insert into counter.shift (staff, place, services, langs, during)
		values ('${clerk.account}', 'ledeberg', '{wonen}', '{nl}', tstzrange(current_date + 10 + time '09:00', current_date + 10 + time '12:00'));
		insert into belfort.form (code, feature, path, definition, seen, gone)
		select '${old}', feature, path, jsonb_set(definition, '{fields}', (definition -> 'fields') - 0), current_date - 9, current_date - 1
		from belfort.form where code = '${code}'`);
});
test.after(async () => {
	await browser.close();
	sql(`delete from counter.appointment where staff = '${clerk.account}'; delete from counter.shift where staff = '${clerk.account}';
		delete from paper.entry where account = '${clerk.account}'; delete from belfort.form where code = '${old}'`);
});

async function good(page) {
	assert.deepEqual(await faults(page), [], page.url());
	const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	assert.ok(wide <= 0, `${page.url()} is ${wide} px too wide`);
}

for (const {lang, width, words} of [
	{lang: 'nl', width: 320, words: {go: 'Ga naar het formulier', stop: 'Stop met invoeren', make: 'Maak de afspraak', home: '/afspraak'}},
	{lang: 'en', width: 1280, words: {go: 'Go to the form', stop: 'Stop entering', make: 'Make the appointment', home: '/afspraak'}},
])
	test(`in ${lang} at ${width} px`, async () => {
		const page = await open(browser, {lang, width, scripts: false});
		await page.context().addCookies([{url: site.replace('http:', 'https:'), name: '__Host-belfort', value: clerk.secret, secure: true, httpOnly: true}]);
		await page.goto(`${site}/beheer/papier`);
		await good(page);
		await page.locator('[name="code"]').focus();
		await page.keyboard.type('ACD-EFG-HJK\n');
		await page.getByRole('alert').waitFor();
		await good(page);
		await page.locator('[name="code"]').fill('');
		await page.locator('[name="code"]').focus();
		await page.keyboard.type(`${old}\n`);
		await page.waitForURL(`**/${old}`);
		await good(page);
		await page.locator('main button').click();
		await page.getByRole('link', {name: words.go}).waitFor();
		await good(page);
		await page.getByRole('button', {name: words.stop}).click();
		await page.waitForURL('**/beheer/papier');
		assert.equal(await page.getByRole('button', {name: words.stop}).count(), 0);
		await page.locator('[name="code"]').focus();
		await page.keyboard.type(`${code}\n`);
		await page.waitForURL(`**/${code}`);
		await page.locator('[name="nummer"]').fill('P-7');
		await page.locator('main button').click();
		await page.getByRole('link', {name: words.go}).click();
		await page.waitForURL(`**${words.home}`);
		await page.goto(`${site}/afspraak/wonen?week=1`);
		await page.locator('.times a').first().click();
		await page.getByText(code).waitFor();
		await good(page);
		await page.locator('[name="naam"]').fill('Roos');
		await page.getByRole('button', {name: words.make}).click();
		await page.locator('.code-to-keep').waitFor();
		assert.equal(await page.getByText(code).count(), 1, 'this answer is the last that says it');
		await page.goto(`${site}/beheer/papier`);
		assert.equal(await page.getByRole('button', {name: words.stop}).count(), 0);
		await page.getByText('P-7').first().waitFor();
		await good(page);
		await page.context().close();
	});
