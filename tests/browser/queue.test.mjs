// The desk and the pages around an appointment, as people use them.
import test from 'node:test';
import assert from 'node:assert/strict';
import { enter, good, launch, open } from './lib.mjs';
import { base as house, sql, submit } from '../http/lib.mjs';
import { forget, signedResident } from '../http/residents.mjs';
import { signIn } from '../http/signed.mjs';

// The cookie needs a name that browsers take for safe.
const base = `http://localhost:${house.port}`;
const family = 'Rijproef', place = 'binnenstad', tireless = '00000000-0000-0000-0000-0000000000e2';
const clear = () => sql(`delete from counter.ticket; delete from counter.roll; delete from counter.desk; delete from people.attempt;
	delete from counter.appointment where place = '${place}'; delete from counter.shift where staff = '${tireless}'`);
let browser;
test.before(async () => { browser = await launch(); clear(); });
test.after(async () => {
	await browser.close();
	clear();
	forget(family);
});

const words = {
	nl: { start: 'Beginnen', next: /Roep de volgende/, on: /Klaar: roep/, send: 'Doorsturen', absent: 'Kwam niet', back: 'Terug in de rij', stop: 'Stoppen aan dit loket',
		cancel: 'Annuleer deze afspraak', gone: /geannuleerd/ },
	en: { start: 'Start', next: /Call the next one/, on: /Done: call/, send: 'Send on', absent: 'Did not come', back: 'Put back in the queue', stop: 'Stop at this desk',
		cancel: 'Cancel this appointment', gone: /cancelled/ },
	fr: { start: 'Commencer', next: /Appeler le suivant/, on: /Terminé : appeler/, send: 'Envoyer', absent: 'N\'est pas venu', back: 'Remettre dans la file',
		stop: 'Arrêter à ce guichet', cancel: 'Annuler ce rendez-vous', gone: /annulé/ },
};

for (const [lang, width] of [['nl', 320], ['en', 1280], ['fr', 320]])
	test(`a morning at a desk, in ${lang} at ${width} px`, async () => {
		clear();
		const w = words[lang];
		const page = await enter(browser, signIn({ kind: 'staff', name: 'Scherm Balie', rights: ['counter.desk'] }), { lang, width, scripts: width !== 320 });
		await page.goto(`${base}/beheer/balie`);
		await good(page);
		await page.locator('a[href$="/loket"]').first().click();
		await good(page);
		await page.locator('#veld-plaats').selectOption(place);
		await page.locator('#veld-loket').fill('loket');
		await page.locator('#veld-loket').evaluate((it) => { it.removeAttribute('maxlength'); it.value = 'te lang'; });
		await page.getByRole('button', { name: w.start }).click();
		assert.equal(await page.locator('[role=alert] a').getAttribute('href'), '#veld-loket');
		await good(page);
		await page.locator('#veld-plaats').selectOption(place);
		await page.locator('#veld-loket').fill('3');
		await page.getByRole('button', { name: w.start }).click();
		await good(page);
		for (const dienst of ['wonen', 'adres'])
			await submit(`/afspraak/nummer/${place}`, { dienst, spreek: 'tr', lezen: 'ja' });
		await page.getByRole('button', { name: w.next }).click();
		assert.equal(await page.locator('.now').innerText(), 'B 1');
		await good(page);
		await page.getByRole('button', { name: w.absent, exact: true }).click();
		await page.getByRole('button', { name: w.back }).click();
		await page.getByRole('button', { name: w.next }).click();
		assert.equal(await page.locator('.now').innerText(), 'B 1');
		await page.locator('#veld-dienst').selectOption('steun');
		await page.getByRole('button', { name: w.send, exact: true }).click();
		assert.equal(await page.locator('.results li').count(), 2);
		await good(page);
		await page.getByRole('button', { name: w.stop }).click();
		assert.equal(await page.locator('#veld-loket').count(), 1);
		await page.context().close();
	});

for (const [lang, width] of [['nl', 320], ['en', 1280], ['fr', 1280]])
	test(`an appointment with a reminder, and on one's own page, in ${lang} at ${width} px`, async () => {
		clear();
		sql(`insert into counter.shift (staff, place, services, langs, during) values ('${tireless}', '${place}', '{adres}', '{nl}',
			tstzrange((current_date + 3)::timestamptz, (current_date + 4)::timestamptz))`);
		const way = `${base}/afspraak/adres/${place}/${sql('select current_date + 3')}T`;
		const page = await open(browser, { lang, width });
		await page.goto(`${way}10:00`);
		await good(page);
		await page.locator('#veld-email').evaluate((it) => { it.type = 'text'; it.value = 'geen adres'; });
		await page.locator('.ask button.main').click();
		assert.equal(await page.locator('[role=alert] a').getAttribute('href'), '#veld-email');
		await good(page);
		await page.locator('#veld-email').fill('roos@example.be');
		await page.locator('.ask button.main').click();
		await page.locator('.code-to-keep').waitFor();
		await good(page);
		await page.goto(`${base}/afspraak/afzeggen/niets`);
		await good(page);
		await page.context().close();
		const mine = await enter(browser, signedResident({ family, given: 'Roos' }, { lang }), { lang, width });
		await mine.goto(`${base}/afspraak/mijn`);
		await good(mine);
		await mine.goto(`${way}11:00`);
		assert.equal(await mine.locator('#veld-email').count(), 0);
		await good(mine);
		await mine.locator('.ask button.main').click();
		await mine.goto(`${base}/afspraak/mijn`);
		await good(mine);
		await mine.getByRole('button', { name: words[lang].cancel }).click();
		assert.match(await mine.locator('.results').innerText(), words[lang].gone);
		await mine.context().close();
	});
