// Who looked, as a resident reads it, as a holder of looks decides, and as who
// audits sees it: in three languages, narrow and wide, with the keyboard alone.
import assert from 'node:assert/strict';
import test from 'node:test';
import { faults, launch, open } from './lib.mjs';
import { sql } from '../http/lib.mjs';
import { resident, signedResident } from '../http/residents.mjs';
import { signIn } from '../http/signed.mjs';

const site = process.env.BELFORT_URL.replace('127.0.0.1', 'localhost');
let browser;
test.before(async () => { browser = await launch(); });
test.after(() => browser.close());

async function signed(page, who) {
	await page.setExtraHTTPHeaders({ Cookie: `__Host-belfort=${who.secret}` });
	return page;
}
async function good(page, path) {
	await page.goto(site + path);
	assert.deepEqual(await faults(page), [], path);
	const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	assert.ok(wide <= 0, `${path} is ${wide} px too wide`);
	if (process.env.BELFORT_SHOTS)
		await page.screenshot({ path: `${process.env.BELFORT_SHOTS}/${path.replace(/\W+/g, '-')}-${await page.evaluate(() => `${document.documentElement.lang}-${innerWidth}`)}.png`, fullPage: true });
}

// A look of each unusual kind, one that waits, one that is held back, one that was.
function looks() {
	const who = signedResident({ family: 'Gezien', given: 'Roos' });
	const clerk = signIn({ kind: 'staff', name: 'Kees Gezien' });
	const holder = signIn({ kind: 'staff', name: 'Hilde Houder', rights: ['access.hold', 'access.audit'] });
	const auditor = signIn({ kind: 'staff', name: 'An Toezicht', rights: ['access.hold', 'access.audit'] });
	const look = (reason, more = '', as = 'clock_timestamp()') => sql(`insert into access.entry (look, kind, actor, subject, reason, at ${more && ', held_until, held_ground'})
		select max(id), 'staff', '${clerk.account}', '${who.resident}', '${reason}', ${as} ${more} from belfort.look where name = 'people.letter' returning id`);
	for (let n = 0; n < 5; n++)
		look(`dossier ${n}`, '', "now() - interval '2 days'");
	for (let n = 0; n < 20; n++)
		sql(`insert into access.entry (look, kind, actor, subject) select max(id), 'staff', '${clerk.account}', '${resident({ family: 'Reeks' })}'
			from belfort.look where name = 'people.letter'`);
	look('PV 12', ", current_date, 'crime'");
	look('PV 13');
	sql(`select access.note_many('access.audit', 'rule', 'Premie voor wie weinig verdient', 'budget', 3);
		insert into access.watch (resident, reason, added_by) values ('${who.resident}', 'burgemeester', '${auditor.account}');
		insert into access.hold_request (entry, entry_at, until, ground, why, asked_by, decided, decided_by, granted)
		select id, at, current_date + 20, 'crime', 'Wetboek van strafvordering, artikel 28septies', '${holder.account}', now(), '${auditor.account}', true
		from access.entry where reason = 'dossier 0' and subject = '${who.resident}';
		insert into access.hold_request (entry, entry_at, until, ground, why, asked_by)
		select id, at, current_date + 20, 'protection', 'Kind in gevaar, decreet integrale jeugdhulp', '${holder.account}'
		from access.entry where reason = 'dossier 1' and subject = '${who.resident}'`);
	return { who, auditor };
}

for (const [lang, words] of Object.entries({ nl: /Onderzoek|onderzoek naar misdrijven/, en: /investigation of crimes/, fr: /enquête sur des infractions/ }))
	for (const width of [320, 1280])
		test(`the list and who looks after it: ${lang}, ${width} px`, async () => {
			const { who, auditor } = looks(), today = sql('select current_date');
			const mine = await signed(await open(browser, { lang, width }), who);
			await good(mine, '/mijn/inzage');
			assert.match(await mine.locator('main').innerText(), words, 'why it is told only now');
			const page = await signed(await open(browser, { lang, width }), auditor);
			for (const path of ['/beheer/inzage', '/beheer/inzage/lijst', '/beheer/inzage/later', `/beheer/inzage/later?dag=${today}&zaak=pv+13`])
				await good(page, path);
			assert.match(await page.locator('main').innerText(), /PV 13/);
			await mine.context().close();
			await page.context().close();
		});
