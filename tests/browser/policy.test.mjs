// Rules changed in pages: one writes, another puts it in force; by keyboard, in
// three languages, on a phone and a desk.
import test from 'node:test';
import assert from 'node:assert/strict';
import {enter, good, launch, press, reach} from './lib.mjs';
import {sql, until} from '../http/lib.mjs';
import {begin, clear, desk, does, doc, file, offer, publish, publisher, save, why, writer} from '../http/policy.mjs';
import {signIn} from '../http/signed.mjs';
import {site as base} from './keys.mjs';

const shots = process.env.BELFORT_SHOTS, name = 'huisvuil.lua';
let browser;
test.before(async () => { browser = await launch(); clear(); });
test.after(async () => {
	await browser.close();
	clear();
});

// Good, and kept as a picture for who wants to look.
async function seen(page, what) {
	await good(page);
	if (shots)
		await page.screenshot({path: `${shots}/${what}.png`, fullPage: true});
}
async function type(page, id, text) {
	await reach(page, page.locator(`#veld-${id}`));
	await page.keyboard.press('Control+A');
	await page.keyboard.type(text);
}

const words = {
	nl: {stands: /U moet zich eerst opnieuw aanmelden/, once: /^Nog eens versturen$/, as: /als Wim Weg/, change: /^Een regel wijzigen$/, begin: /Beginnen/, keep: /De bedragen bewaren/, until: /31 december 2027/, to: /Naar het voorstel/, reason: /Zeggen waarom/, save: /^Bewaren$/,
		offer: /Aanbieden aan/, waits: /Het wacht op een tweede persoon/, look: /Nakijken en in werking zetten/, put: /^In werking zetten$/, done: /heeft dit in werking gezet/,
		check: /Bewaren en nakijken/, wrong: /Bedoelde je ‘een_van’/, undo: /Dit ongedaan maken/, two: /Uw tekst is bewaard/, mine: /Deze tekst bewaren/, say: /Opmerking plaatsen/,
		invent: /Een ander gezin verzinnen/, attempt: /Proberen/, withdraw: /^Intrekken$/, ask: /Vragen om het in te trekken/, agree: /Akkoord: intrekken/, gone: /Dit is ingetrokken/},
	en: {stands: /You have to sign in again first/, once: /^Send it once more$/, as: /as Wim Weg/, change: /^Change a rule$/, begin: /Begin/, keep: /Save the amounts/, until: /31 December 2027/, to: /To the draft/, reason: /Say why/, save: /^Save$/,
		offer: /Offer it to/, waits: /It waits for a second person/, look: /Look at it, and put it in force/, put: /^Put it in force$/, done: /put this in force from/,
		check: /Save and check/, wrong: /Did you mean “one_of”|Did you mean “een_van”/, undo: /Undo this/, two: /Your text is kept/, mine: /Save this text/, say: /Say it/,
		invent: /Invent another household/, attempt: /Try it/, withdraw: /^Withdraw it$/, ask: /Ask to withdraw it/, agree: /Agree: withdraw it/, gone: /This was withdrawn/},
	fr: {stands: /Vous devez d’abord vous reconnecter/, once: /^Renvoyer$/, as: /en tant que Wim Weg/, change: /^Modifier une règle$/, begin: /Commencer/, keep: /Enregistrer les montants/, until: /31 décembre 2027/, to: /Vers le projet/, reason: /Dire pourquoi/, save: /^Enregistrer$/,
		offer: /Proposer à une/, waits: /Cela attend une deuxième personne/, look: /Vérifier et mettre en vigueur/, put: /^Mettre en vigueur$/, done: /a mis ceci en vigueur/,
		check: /Enregistrer et vérifier/, wrong: /een_van/, undo: /Annuler ceci/, two: /Votre texte est gardé/, mine: /Enregistrer ce texte/, say: /Ajouter la remarque/,
		invent: /Inventer un autre ménage/, attempt: /Essayer/, withdraw: /^Retirer$/, ask: /Demander de le retirer/, agree: /D’accord : retirer/, gone: /Ceci a été retiré/},
};

for (const [lang, width] of [['nl', 320], ['en', 1280], ['fr', 320], ['nl', 1280]]) {
	const w = words[lang], shot = (what) => `policy-${what}-${lang}-${width}`;
	const pages = (who) => enter(browser, who, {lang, width});

	test(`an amount is changed, offered and put in force, by keyboard: ${lang}, ${width} px`, async () => {
		const who = writer('Wim Schrijft'), second = publisher('Pia Kijkt'), one = await pages(who), two = await pages(second);
		await one.goto(`${base}${desk}`);
		await press(one, w.change);
		await one.waitForURL(/nieuw$/);
		await type(one, 'titel', 'Proef: indexering');
		await seen(one, shot('new'));
		await one.locator(`[value="benefits/${name}"]`).focus();
		await one.keyboard.press('Space');
		await press(one, w.begin);
		await one.waitForURL(/bedragen/);
		await seen(one, shot('amounts-empty'));
		await one.locator('#veld-vanaf').fill('2027-01-01');
		await type(one, 'w0', '64; veel; 128; 160; 160; 192');
		await one.locator('#veld-bevestigd_tot').fill('2027-12-31');
		await press(one, w.keep);
		await one.locator('#fouten').waitFor();
		assert.equal(await one.locator('#veld-w0').inputValue(), '64; veel; 128; 160; 160; 192', 'what was typed stays');
		await seen(one, shot('amounts-wrong'));
		await type(one, 'w0', '64; 96,50; 128; 160; 160; 192');
		await press(one, w.keep);
		await one.locator('tbody tr').nth(2).waitFor();
		await seen(one, shot('amounts'));
		await press(one, w.to);
		await one.getByText('+     ["2027-01-01"]').waitFor();
		await press(one, w.reason);
		await type(one, 'waarom', 'De index van 2026.');
		await seen(one, shot('why'));
		await press(one, w.save);
		await one.getByText('De index van 2026.', {exact: true}).waitFor();
		await seen(one, shot('draft'));
		await press(one, w.offer);
		await one.getByText(w.waits).waitFor();
		await seen(one, shot('offered'));
		assert.equal(await one.getByRole('link', {name: w.look}).count(), 0, 'who wrote it sees no way to publish');
		await two.goto(`${base}${desk}`);
		await seen(two, shot('desk'));
		await two.goto(one.url());
		await press(two, w.look);
		await two.waitForURL(/publiceren$/);
		await type(two, 'reden', 'Nagerekend.');
		await seen(two, shot('publish'));
		await press(two, w.put);
		await two.waitForURL(/\d+$/);
		const id = Number(/(\d+)$/.exec(two.url())[1]);
		await until(async () => (await doc(who, `/${id}`)).s.done, 'it is in force');
		await two.reload();
		await two.getByText(w.done).waitFor();
		await seen(two, shot('done'));
		await back(who, second, id);
		for (const page of [one, two])
			await page.context().close();
	});

	test(`a mistake stands at its line, and is undone, by keyboard: ${lang}, ${width} px`, async () => {
		const who = writer('Wim Schrijft'), id = await begin(who, {titel: 'Proef: nieuwe voorwaarde'}), {text} = await file(who, id), page = await pages(who);
		await page.goto(`${base}${desk}/${id}/tekst/${name}`);
		await seen(page, shot('text'));
		assert.equal(await page.locator('#veld-tekst').inputValue(), text, 'all of it, to the last sign');
		await page.locator('#veld-tekst').fill(text.replace('= een_van', '= een_vann'));
		await press(page, w.check);
		await page.locator('#regel-32 .wrong').getByText(w.wrong).waitFor();
		await seen(page, shot('text-wrong'));
		await page.locator('#veld-regel').fill('32');
		await type(page, 'opmerking', 'Hier klopt iets niet.');
		await press(page, w.say);
		await page.locator('#regel-32').getByText('Hier klopt iets niet.').waitFor();
		await seen(page, shot('text-said'));
		await page.goto(`${base}${desk}/${id}`);
		await seen(page, shot('draft-wrong'));
		await page.locator(`a[href$="/uitgave/1"]`).click();
		await seen(page, shot('edition'));
		await press(page, w.undo);
		await page.waitForURL(/beleid\/\d+$/);
		assert.equal((await file(who, id)).text, text);
		await page.goto(`${base}${desk}/${id}/tekst/${name}`);
		await press(page, w.invent);
		await page.waitForURL(/gezin/);
		await seen(page, shot('household'));
		await page.locator('select').first().selectOption({index: 1});
		await press(page, w.attempt);
		await page.waitForURL(/tekst\//);
		await seen(page, shot('story'));
		await page.context().close();
	});

	test(`two who write at once see both texts: ${lang}, ${width} px`, async () => {
		const a = writer('An Eerst'), b = writer('Bo Dan'), id = await begin(a, {titel: 'Proef: samen'}), page = await pages(b), {text} = await file(a, id);
		await page.goto(`${base}${desk}/${id}/tekst/${name}`);
		await save(a, id, `${text}-- van An\n`);
		await page.locator('#veld-tekst').fill(`${text}-- van Bo\n`);
		await press(page, w.check);
		await page.getByText(w.two).waitFor();
		await seen(page, shot('aside'));
		assert.equal(await page.locator('#veld-ander').inputValue(), `${text}-- van An\n`);
		assert.equal(await page.locator('#veld-tekst').inputValue(), `${text}-- van Bo\n`);
		await page.locator('#veld-tekst').fill(`${text}-- van An\n-- van Bo\n`);
		await press(page, w.mine);
		await page.waitForURL(/beleid\/\d+\/tekst\//);
		assert.equal((await file(a, id)).text, `${text}-- van An\n-- van Bo\n`);
		await page.context().close();
	});

	test(`who was signed out while they wrote sends it once more, by keyboard: ${lang}, ${width} px`, async () => {
		const who = writer('Wim Weg'), id = await begin(who, {titel: 'Proef: te lang weg'}), {text} = await file(who, id), page = await pages(who);
		await page.goto(`${base}${desk}/${id}/tekst/${name}`);
		await page.locator('#veld-tekst').fill(`${text}-- lang geschreven\n`);
		sql(`update people.session set ends = now() where account = '${who.account}'`);
		await press(page, w.check);
		await page.getByText(w.stands).waitFor();
		await seen(page, shot('signed-out'));
		// Signed in again, in another window: the cookie is another one then.
		const back = signIn({kind: 'staff', name: 'Wim Weg', rights: ['policy.write']});
		await page.context().addCookies([{name: '__Host-belfort', value: back.secret, url: 'https://localhost/', secure: true, httpOnly: true, sameSite: 'Lax'}]);
		await press(page, w.once);
		await page.getByRole('alert').getByText(w.as).waitFor();
		await seen(page, shot('sent-again'));
		await press(page, w.once);
		await page.waitForURL(/gedaan=bewaard/);
		await seen(page, shot('saved'));
		assert.equal((await file(back, id)).text, `${text}-- lang geschreven\n`);
		await page.context().close();
	});

	test(`what waits is withdrawn by two, by keyboard: ${lang}, ${width} px`, async () => {
		const a = writer('Wim Vraagt'), p = publisher('Pia Zegt'), id = await begin(a, {titel: 'Proef: toch niet'}), one = await pages(a), two = await pages(p);
		await save(a, id, `${(await file(a, id)).text}-- proef\n`);
		await why(a, id);
		assert.equal((await offer(a, id)).status, 303);
		assert.equal((await publish(p, id, {vanaf: sql('select current_date + 20')})).status, 303);
		await one.goto(`${base}${desk}/${id}`);
		await seen(one, shot('waiting'));
		await press(one, w.withdraw);
		await one.waitForURL(/intrekken$/);
		await type(one, 'reden', 'Het besluit is uitgesteld.');
		await seen(one, shot('withdraw'));
		await press(one, w.ask);
		await one.waitForURL(/beleid\/\d+$/);
		await two.goto(`${base}${desk}/${id}/intrekken`);
		await seen(two, shot('agree'));
		await press(two, w.agree);
		await two.getByText(w.gone).waitFor();
		await seen(two, shot('withdrawn'));
		for (const page of [one, two])
			await page.context().close();
	});
}

// As it was before, so that other tests find the rules that they know.
async function back(who, second, id) {
	const other = Number((await does(who, `/${id}/omkeren`)).slice(1));
	await why(who, other, 'Het was een proef.');
	assert.equal((await offer(who, other)).status, 303);
	assert.equal((await publish(second, other)).status, 303);
	await until(async () => (await doc(who, `/${other}`)).s.done, 'it is as before');
}
