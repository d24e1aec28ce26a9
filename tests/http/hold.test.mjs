/* A look that a resident sees later: two civil servants decide by a law, and
 * until the day nothing shows it.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import {ask, sql, submit, unharmed} from './lib.mjs';
import {signedResident} from './residents.mjs';
import {signIn, token} from './signed.mjs';

unharmed(test);

const hash = (who) => sql(`select id from people.session where account = '${who.account}'`);
const today = sql('select current_date'), later = sql('select current_date + 20'), far = sql('select current_date + 300');
const holder = (name) => signIn({kind: 'staff', name, rights: ['access.hold']});
const form = async (who, path, fields) => submit(path, {...fields, csrf: await token('/beheer', who.headers)}, who.headers);
const page = async (who, query = '') => (await ask(`/beheer/inzage/later${query}`, {headers: who.headers})).text;
const mine = async (who) => {
	const answers = await Promise.all(['', '.json', '.csv'].map((end) => ask(`/mijn/inzage${end}`, {headers: who.headers})));
	const kept = await ask('/mijn/gegevens', {headers: who.headers});
	assert.ok([...answers, kept].every(({status}) => status === 200));
	return {all: [...answers, kept].map(({text}) => text).join(), rows: answers[1].json.rows.filter(({everybody}) => !everybody)};
};
/* A look of STAFF at WHO, and the number it has. */
const look = (who, staff, reason) => {
	sql(`select access.note('${hash(staff)}', 'access.audit', '${who.resident}', '${reason}')`);
	return sql(`select max(id) from access.entry where subject = '${who.resident}'`);
};

test('who asks, who decides, and what the resident sees of it', async () => {
	const who = signedResident({given: 'Roos', family: 'Later'});
	const looked = signIn({kind: 'staff', name: 'Lot Later'}), asks = holder('Ans Later'), decides = holder('Dea Later');
	look(who, looked, 'gewone vraag');
	const before = await mine(who), entry = look(who, looked, 'PV 77/2026');
	assert.equal((await ask('/beheer/inzage/later', {headers: looked.headers})).status, 403);

	const offered = await page(asks, `?dag=${today}&zaak=PV+77`);
	assert.match(offered, new RegExp(`value="${entry}"`));
	assert.doesNotMatch(offered, /Roos|gewone vraag/);
	assert.match(await page(asks, `?dag=${today}&zaak=nergens`), /geen inzage van die dag/);
	const fields = {entry, until: later, ground: 'crime', why: 'Sv 28septies', dag: today, zaak: 'PV 77'};
	const wrong = await form(asks, '/beheer/inzage/later', {...fields, until: far});
	assert.equal(wrong.status, 422);
	assert.match(wrong.text, /binnen zes maanden[^]*Sv 28septies/);
	assert.equal((await form(asks, '/beheer/inzage/later', {...fields, ground: 'zomaar'})).status, 422);
	assert.equal((await form(asks, '/beheer/inzage/later', fields)).status, 303);
	assert.match((await form(decides, '/beheer/inzage/later', fields)).text, /kan niet meer later getoond/);

	const id = /later\/(\d+)"/.exec(await page(decides))[1];
	assert.match(await page(asks), /dus beslist een collega/);
	assert.equal((await form(asks, `/beheer/inzage/later/${id}`, {besluit: 'ja'})).status, 409, 'nobody decides alone');
	assert.equal((await mine(who)).rows.length, before.rows.length + 1, 'what is only asked is seen');
	assert.equal((await form(decides, `/beheer/inzage/later/${id}`, {besluit: 'ja'})).status, 303);
	assert.match(await page(decides), /Nu achtergehouden[^]*Sv 28septies[^]*Dea Later/);

	const hidden = await mine(who);
	assert.deepEqual(hidden.rows, before.rows, 'the list is as if nothing was');
	assert.doesNotMatch(hidden.all, /PV 77|achtergehouden|Besliste/);
	const asked = await submit('/mijn/inzage/vraag', {entry, csrf: await token('/mijn/inzage', who.headers)}, who.headers);
	assert.equal(asked.status, 404);
	assert.deepEqual((await ask(`/mijn/inzage.json?voor=${entry}`, {headers: who.headers})).json,
		(await ask('/mijn/inzage.json', {headers: who.headers})).json, 'its number tells nothing');

	/* The day comes: as if it had been held back until today.  The record of the decision is in the chain, so there is another. */
	sql(`set session_replication_role = replica;
		update access.hold set until = current_date where entry = ${entry};
		insert into access.entry (look, kind, actor, subject, held_until, held_ground)
		select max(id), 'staff', '${decides.account}', '${who.resident}', current_date, 'crime' from belfort.look where name = 'access.hold'`);
	const shown = await mine(who);
	assert.deepEqual(shown.rows.map(({reason, held}) => held ? 'held' : reason), ['held', 'held', ...before.rows.map(({reason}) => reason)]);
	assert.deepEqual(shown.rows[1].held, {until: today, is_crime: true});
	assert.match(shown.all, /Besliste dat u een inzage later ziet/);
	assert.match(shown.all, /PV 77[^]*Ze werd achtergehouden tot [^]*onderzoek naar misdrijven \(AVG, artikel 23, lid 1, d\)/);
	assert.doesNotMatch(shown.all, /Sv 28septies|Ans Later|Dea Later/, 'the file and the colleagues stay untold');
});

test('it may be longer, once, and no longer than twice six months', async () => {
	const who = signedResident({given: 'Rik', family: 'Later'});
	const looked = signIn({kind: 'staff', name: 'Leo Later'}), asks = holder('Arn Later'), decides = holder('Dik Later');
	const entry = look(who, looked, 'PV 78');
	await form(asks, '/beheer/inzage/later', {entry, until: later, ground: 'inspection', why: 'x'});
	const id = sql(`select id from access.hold_request where entry = ${entry}`);
	await form(decides, `/beheer/inzage/later/${id}`, {besluit: 'ja'});
	const longest = sql('select (current_date + interval \'6 months\')::date');
	assert.match((await form(asks, `/beheer/inzage/later/${id}/langer`, {until: far, why: 'nog bezig'})).text, /binnen zes maanden/);
	assert.equal((await form(asks, `/beheer/inzage/later/${id}/langer`, {until: longest, why: 'nog bezig'})).status, 303);
	const more = sql(`select id from access.hold_request where prolongs = ${id}`);
	assert.match(await page(decides), /langer dan eerder beslist[^]*nog bezig/);
	assert.equal((await form(decides, `/beheer/inzage/later/${more}`, {besluit: 'ja'})).status, 303);
	assert.equal((await form(asks, `/beheer/inzage/later/${more}/langer`, {until: longest, why: 'nog'})).status, 409);
	assert.deepEqual((await mine(who)).rows.filter(({everybody}) => !everybody), []);
});

test('what nobody wants held back is seen on', async () => {
	const who = signedResident({given: 'Nee', family: 'Later'});
	const looked = holder('Lex Later'), asks = holder('Aad Later'), other = holder('Ole Later');
	const entry = look(who, looked, 'PV 79');
	await form(asks, '/beheer/inzage/later', {entry, until: later, ground: 'security', why: 'x'});
	const id = sql(`select id from access.hold_request where entry = ${entry}`);
	assert.equal((await form(looked, `/beheer/inzage/later/${id}`, {besluit: 'ja'})).status, 409, 'who looked does not decide');
	assert.equal((await form(other, `/beheer/inzage/later/${id}`, {besluit: 'nee'})).status, 303);
	assert.match((await mine(who)).all, /PV 79/);
});
