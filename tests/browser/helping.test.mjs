// A visit to the counter: a civil servant finds a resident, says why, does what
// they ask on their own pages and stops; the resident reads it at home.
import test from 'node:test';
import assert from 'node:assert/strict';
import {enter, good, launch, open, reach} from './lib.mjs';
import {sql} from '../http/lib.mjs';
import {forget, signedResident, tell} from '../http/residents.mjs';
import {signIn} from '../http/signed.mjs';
import {site as base} from './keys.mjs';

const family = 'Baliebezoek';
let browser;
test.before(async () => { browser = await launch(); });
test.after(async () => {
	await browser.close();
	forget(family);
});

function clerk(service = 'Burgerzaken') {
	const staff = signIn({kind: 'staff', name: 'Bas Balie', rights: ['people.help']});
	sql(`update people.right_given set service = '${service}' where account = '${staff.account}'`);
	return staff;
}

// Begin to help WHO, in Dutch, with the mouse.
async function help(page, who, given) {
	await page.goto(`${base}/beheer/helpen`);
	await page.locator('#veld-naam').fill(`${given} ${family}`);
	await page.locator('#veld-geboren').fill('1980-02-03');
	await page.getByRole('button', {name: 'Zoek', exact: true}).click();
	const form = page.locator(`form[action$="${who.resident}"]`);
	await form.getByLabel(/Waarom helpt u/).fill('Vraag aan het loket');
	await form.getByRole('button', {name: /helpen/}).click();
	await page.waitForURL(/\/mijn$/);
}

async function press(page, wanted) {
	await reach(page, wanted);
	await page.keyboard.press('Enter');
}

async function type(page, wanted, text) {
	await reach(page, wanted);
	await page.keyboard.type(text);
}

// What may differ by language: how a date is typed, and the words.
const words = {
	nl: {find: 'Zoek', help: /Roos Baliebezoek helpen/, banner: /U helpt Roos Baliebezoek\./, keep: 'Mijn keuzes bewaren',
		ended: /U helpt niet meer\. U werkt weer als uzelf\./, nobody: /u helpt nu niemand/i,
		seen: [/Veranderde iets voor u/, /voor de dienst Burgerzaken/, /Kies hoe de stad u schrijft\./, /Wil brieven op papier/, /U vroeg het zelf/]},
	en: {find: 'Find', help: /Help Roos Baliebezoek/, banner: /You help Roos Baliebezoek\./, keep: 'Keep my choices',
		ended: /You helped until now\. You work as yourself again\./, nobody: /you help nobody now/i,
		seen: [/Changed something for you/, /for the service Burgerzaken/, /Choose how the city writes to you\./, /Wil brieven op papier/, /You asked for it/]},
	fr: {find: 'Chercher', help: /Aider Roos Baliebezoek/, banner: /Vous aidez Roos Baliebezoek\./, keep: 'Garder mes choix',
		ended: /Vous n’aidez plus\./, nobody: /vous n’aidez personne/i,
		seen: [/A changé quelque chose pour vous/, /pour le service Burgerzaken/, /Choisissez comment la ville vous écrit\.|la ville vous écrit/, /Wil brieven op papier/, /guichet/]},
};

for (const [lang, width] of [['nl', 320], ['en', 1280], ['fr', 320]])
	test(`a visit to the counter, and at home what was done: ${lang}, ${width} px, by keyboard`, async () => {
		const w = words[lang], roos = signedResident({family, given: 'Roos'}, {lang});
		const page = await enter(browser, clerk(), {lang, width});
		await page.goto(`${base}/beheer`);
		await press(page, page.locator('a[href="/beheer/helpen"]').first());
		await page.waitForURL(/helpen$/);
		await good(page);
		await type(page, page.locator('#veld-naam'), `${family.toLowerCase()} roos`);
		await page.locator('#veld-geboren').fill('1980-02-03');
		await press(page, page.getByRole('button', {name: w.find, exact: true}));
		await page.locator('.results').first().waitFor();
		await good(page);
		const form = page.locator(`form[action$="${roos.resident}"]`);
		await press(page, form.getByRole('button', {name: w.help}));
		// Not without a reason: the browser goes back to that field.
		await form.locator('[name="reden"]:focus').waitFor();
		await type(page, form.locator('[name="reden"]'), 'Wil brieven op papier');
		await press(page, form.getByRole('button', {name: w.help}));
		await page.waitForURL(/\/mijn$/);
		assert.match(await page.locator('.helping').innerText(), w.banner);
		await good(page);
		await press(page, page.locator('a[href="/mijn/voorkeuren"]').first());
		await page.waitForURL(/voorkeuren$/);
		await reach(page, page.locator('[name="post"]:checked'));
		await page.keyboard.press('ArrowDown');
		await press(page, page.getByRole('button', {name: w.keep}));
		await page.waitForURL(/bewaard=ja/);
		assert.match(await page.locator('.helping').innerText(), /Wil brieven op papier/);
		await good(page);
		await page.keyboard.press('Escape');
		await page.waitForURL(/einde=zelf/);
		assert.match(await page.locator('main').innerText(), w.ended);
		await good(page);
		assert.equal(sql(`select by_letter from people.preference where account = '${roos.account}'`), 't');

		// Back shows nothing of the resident.
		await page.goBack();
		await page.getByRole('heading', {name: w.nobody}).waitFor();
		assert.doesNotMatch(await page.locator('body').innerText(), /Roos/);
		await good(page);

		const home = await enter(browser, roos, {lang, width});
		await home.goto(`${base}/mijn/inzage`);
		// The visit is one line, that opens.
		const visit = home.locator('main summary:has(h2)', {hasText: /Wil brieven op papier/});
		assert.equal(await visit.count(), 1);
		await visit.press('Enter');
		const list = await home.locator('main').innerText();
		for (const seen of w.seen)
			assert.match(list, seen);
		assert.doesNotMatch(list, /Bas Balie/);
		await good(home);
		await page.context().close();
		await home.context().close();
	});

test('without scripts the button stops, and who is found by a letter is helped', async () => {
	const roos = signedResident({family, given: 'Roos'}, {lang: 'nl'});
	tell(roos.account, 'unreachable');
	const page = await enter(browser, clerk(), {scripts: false, width: 320});
	await page.goto(`${base}/beheer/helpen`);
	// A scanner types, and ends with Enter.
	await page.locator('#veld-code').focus();
	await page.keyboard.type(sql(`select people.reference_shown(reference) from people.paper where resident = '${roos.resident}'`));
	await page.keyboard.press('Enter');
	await page.getByLabel(/Waarom helpt u/).fill('Vraag over een brief');
	await page.getByRole('button', {name: /Roos Baliebezoek helpen/}).click();
	await good(page);
	await page.keyboard.press('Escape');
	await page.getByRole('button', {name: /Stop met helpen/}).click();
	await page.waitForURL(/einde=zelf/);
	await page.context().close();
});

test('two windows for two residents: the older one says so, and the banner of the newer is right', async () => {
	const [een, twee] = ['Een', 'Twee'].map((given) => signedResident({family, given}, {lang: 'nl'}));
	const page = await enter(browser, clerk());
	await help(page, een, 'Een');
	const other = await page.context().newPage();
	await other.goto(`${base}/mijn/voorkeuren`);
	await other.locator('[name="telefoon"]').fill('09 123 45 67');
	await page.keyboard.press('Escape');
	await page.waitForURL(/einde=zelf/);
	await help(page, twee, 'Twee');
	await other.getByRole('button', {name: 'Mijn keuzes bewaren'}).click();
	assert.match(await other.locator('main').innerText(), /van voor u deze inwoner begon te helpen/);
	assert.match(await other.locator('.helping').innerText(), /U helpt Twee/);
	await good(other);
	assert.equal(sql(`select count(*) from people.preference where account in ('${een.account}', '${twee.account}')`), '0');
	await page.context().close();
});

test('what is refused while helping is a page that helps on, and prints no banner', async () => {
	const roos = signedResident({family, given: 'Roos'}, {lang: 'nl'});
	const page = await enter(browser, clerk(), {width: 320});
	await help(page, roos, 'Roos');
	for (const [path, says] of [['/mijn/toegang', /Alleen de inwoner/], ['/beheer', /U helpt nu een inwoner/]]) {
		await page.goto(base + path);
		assert.match(await page.locator('h1').innerText(), says);
		assert.equal(await page.getByRole('button', {name: /Stop met helpen/}).count(), 1);
		await good(page);
	}
	await page.emulateMedia({media: 'print'});
	assert.equal(await page.locator('.helping').isVisible(), false);
	await page.context().close();
});

test('a page that is left open leaves the screen by itself', async () => {
	const roos = signedResident({family, given: 'Roos'}, {lang: 'nl'}), staff = clerk();
	const page = await enter(browser, staff);
	await help(page, roos, 'Roos');
	// Ten minutes pass in a second, for the browser and for the database.
	await page.route('**/mijn/gegevens', async (route) => {
		const response = await route.fetch(), headers = response.headers();
		assert.match(headers.refresh, /^600; /);
		await route.fulfill({response, headers: {...headers, refresh: headers.refresh.replace(/^600/, '1')}});
		sql(`update people.helping set seen = now() - interval '10 minutes' where helper = '${staff.account}'`);
	});
	await page.goto(`${base}/mijn/gegevens`);
	await page.waitForURL(/einde=rust/);
	assert.match(await page.locator('main').innerText(), /Het helpen is vanzelf gestopt/);
	assert.doesNotMatch(await page.locator('body').innerText(), /Roos/);
	await good(page);
	await page.context().close();
});
