/* A civil servant finds a resident and acts for them on their own pages: with a
 * reason, for one resident at a time, written down page by page, until it ends.
 */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import test from 'node:test';
import {ask, base, sql, unharmed, until} from './lib.mjs';
import {forget, resident, signedResident, tell} from './residents.mjs';
import {signIn} from './signed.mjs';
import {Visitor} from './visitor.mjs';

unharmed(test);

const family = 'Loketproef';
test.after(() => {
	sql(`delete from access.question where asker in (select resident from people.person_name where family = '${family}')`);
	forget(family);
});

const csrf = ({text}) => /name="csrf" value="([^"]+)"/.exec(text)?.[1];

/* Somebody with a browser, whose windows share one cookie. */
class Person extends Visitor {
	constructor(signed) {
		super();
		Object.assign(this, signed);
		this.jar(base.host).set('__Host-belfort', signed.secret);
	}

	/* A form of FROM, as it was loaded before or is loaded now. */
	async send(from, path, fields = {}) {
		return this.go(path, {csrf: csrf(typeof from === 'string' ? await this.go(from) : from), ...fields});
	}

	find(fields) { return this.send('/beheer/helpen', '/beheer/helpen', fields); }

	begin(whom, reden = 'Vraag aan het loket', more = {}) {
		return this.send('/beheer/helpen', `/beheer/helpen/${whom}`, {reden, ...more});
	}

	get hash() { return sql(`select encode(sha256('${this.session}'), 'hex')`); }
}

const clerk = (name = 'Bas Loket') => new Person(signIn({kind: 'staff', name, rights: ['people.help']}));
const born = '1980-02-03';
const prefs = {post: 'mail', taal: 'nl'};

/* What was written about WHOM, the oldest first: look, page, who acted for whom. */
const written = (whom) => sql(`select concat_ws(' ', l.name, p.name) from access.entry e
	join belfort.look l on l.id = e.look left join belfort.page p on p.id = e.page
	where e.subject = '${whom}' and l.name like 'people.help%' order by e.id`).split('\n').filter(Boolean);

test('who has the right finds by name and birth date, and each one found is a look', async () => {
	const one = resident({family, given: 'Zoekje'}), other = resident({family, given: 'Zoekje', house: '99'});
	const gone = resident({family, given: 'Zoekje', house: '77'});
	sql(`update people.resident set until = current_date, ended = 'vertrokken' where id = '${gone}'`);
	const bas = clerk();
	const found = await bas.find({naam: `zoekje ${family}`, geboren: born});
	assert.equal(found.status, 200);
	assert.match(found.text, /Er is meer dan één/);
	for (const [id, house] of [[one, 12], [other, 99]]) {
		assert.match(found.text, new RegExp(`${house}, 9000[^]*helpen/${id}"|helpen/${id}"`));
		assert.deepEqual(written(id), ['people.help_find']);
	}
	assert.doesNotMatch(found.text, new RegExp(gone));
	assert.deepEqual(written(gone), []);
	assert.match((await bas.find({naam: 'Niemand', geboren: born})).text, /We vinden niemand/);
	const half = await bas.find({naam: 'Zoekje'});
	assert.equal(half.status, 422);
	assert.match(half.text, /Geboortedatum[^]*Vul beide in/);
});

test('without the right, the reason or the resident nothing begins', async () => {
	const roos = resident({family, given: 'Geenreden'});
	const none = new Person(signIn({kind: 'staff', name: 'Zonder Recht'}));
	assert.equal((await none.go('/beheer/helpen')).status, 403);
	assert.equal((await none.send('/beheer', `/beheer/helpen/${roos}`, {reden: 'Zomaar'})).status, 403);
	const self = new Person(signedResident({family, given: 'Zelf'}));
	assert.equal((await self.send('/mijn', `/beheer/helpen/${roos}`, {reden: 'Zomaar'})).status, 403);
	const bas = clerk();
	for (const reden of ['', '  ', 'x']) {
		const answer = await bas.begin(roos, reden);
		assert.equal(answer.status, 422, JSON.stringify(reden));
		assert.match(answer.text, /Geenreden Loketproef[^]*name="reden"/, 'the form again, with who it is');
	}
	assert.equal((await bas.begin('00000000-0000-0000-0000-00000000ffff')).status, 404);
	assert.equal((await bas.begin('x')).status, 400);
	assert.equal((await bas.go('/mijn')).status, 403, 'nobody is helped');
	assert.equal(sql(`select count(*) from people.helping where helper = '${bas.account}'`), '0');
	assert.deepEqual([...new Set(written(roos))], ['people.help_find'], 'but who was seen can know it');
});

test('the pages are those of the resident, with a banner, and each is written down', async () => {
	const roos = signedResident({family, given: 'Banier'});
	tell(roos.account, 'password_changed');
	const bas = clerk('Bas Banier');
	sql(`update people.right_given set service = 'Burgerzaken' where account = '${bas.account}'`);
	const begun = await bas.begin(roos.resident, 'Hulp met post');
	assert.equal(begun.status, 303);
	assert.equal(new URL(begun.next).pathname, '/mijn');
	const mine = await bas.go('/mijn');
	assert.match(mine.text, /U helpt Banier Loketproef\.[^]*Reden: Hulp met post/);
	assert.match(mine.text, /<h1>[^<]*Banier Loketproef<\/h1>/);
	assert.doesNotMatch(mine.text, /U bent aangemeld als|\/mijn\/toegang|\/mijn\/sessies/);
	assert.equal(mine.headers.get('refresh'), '600; url=/beheer/helpen?einde=rust');
	assert.equal(mine.headers.get('cache-control'), 'no-store');
	for (const [who, path] of [[bas, '/mijn.json'], [clerk(), '/beheer'], [new Person(roos), '/mijn']])
		assert.equal((await who.go(path)).headers.get('refresh'), null, path);
	const nr = sql(`select id from people.message where account = '${roos.account}'`);
	assert.equal((await bas.go(`/mijn/berichten/${nr}`)).status, 200);
	assert.equal(sql(`select seen is null from people.message where id = ${nr}`), 't', 'it stays unread for who has not read it');
	assert.equal((await bas.send('/mijn/voorkeuren', '/mijn/voorkeuren', {...prefs, telefoon: '09 123 45 67', taal: 'fr'})).status, 303);
	assert.equal(bas.jar(base.host).get('taal'), undefined, 'the language is the resident\'s, not that of this browser');
	assert.equal((await bas.send('/mijn/gegevens', '/mijn/gegevens', {fout: 'Mijn huisnummer', juist: '14'})).status, 303);
	assert.equal((await bas.send('/mijn/voorkeuren', '/mijn/voorkeuren', {...prefs, telefoon: 'geen'})).status, 422);
	const at = (look, page) => `people.help_${look} ${page}`;
	assert.deepEqual(written(roos.resident), ['people.help_start', at('see', 'GET /mijn'), at('see', 'GET /mijn'),
		at('see', 'GET /mijn/berichten/{nr:int}'), at('see', 'GET /mijn/voorkeuren'), at('do', 'POST /mijn/voorkeuren'),
		at('see', 'GET /mijn/gegevens'), at('do', 'POST /mijn/gegevens'), at('see', 'GET /mijn/voorkeuren'),
		at('see', 'POST /mijn/voorkeuren')], 'what was refused changed nothing');
	assert.equal(sql(`select count(*) from access.entry where subject = '${roos.resident}' and look in
		(select id from belfort.look where name ~ 'people.help_(start|see|do)')
		and (actor, on_behalf, reason, service) is distinct from ('${bas.account}', subject, 'Hulp met post', 'Burgerzaken')`), '0');
	const event = (table) => sql(`select actor || ' ' || account from people.${table} where account = '${roos.account}'`);
	for (const table of ['preference', 'correction'])
		assert.equal(event(table), `${bas.account} ${roos.account}`, `${table}: who did it, and for whom`);

	/* The visit is over; the resident reads it at home. */
	const home = await new Person(roos).go('/mijn/inzage');
	assert.match(home.text, /Veranderde iets voor u[^]*voor de dienst Burgerzaken[^]*Kies hoe de stad u schrijft[^]*Hulp met post[^]*U vroeg het zelf aan het loket/);
	assert.doesNotMatch(home.text, /Bas Banier/);
	assert.equal((await new Person(roos).send('/mijn/voorkeuren', '/mijn/voorkeuren', prefs)).status, 303);
	assert.equal(event('preference'), `${roos.account} ${roos.account}`);
});

test('who comes from a form on paper begins on that form', async () => {
	const roos = signedResident({family, given: 'Papieren'}), bas = clerk(), way = '/beheer/helpen?terug=%2Fmijn%2Fgegevens';
	const carried = '<input type="hidden" name="terug" value="/mijn/gegevens">';
	assert.equal((await bas.go(way)).text.split(carried).length, 3, 'both ways to find carry it');
	const found = await bas.send(way, '/beheer/helpen', {naam: `papieren ${family}`, geboren: born, terug: '/mijn/gegevens'});
	assert.equal(found.text.split(carried).length, 4, 'and so does the reason');
	const begun = await bas.begin(roos.resident, 'Formulier van papier', {terug: '/mijn/gegevens'});
	assert.equal(new URL(begun.next).pathname, '/mijn/gegevens');
	assert.equal((await clerk().begin(roos.resident, 'Formulier', {terug: '//elders.example'})).status, 422);
});

test('an appointment says for whom it is, before and after it is made', async () => {
	const roos = signedResident({family, given: 'Afspraak'}), bas = clerk(), place = 'ledeberg';
	const shift = sql(`insert into counter.shift (staff, place, services, langs, during) values ('${bas.account}', '${place}', '{adres}', '{nl}',
		tstzrange((current_date + 6)::timestamptz, (current_date + 7)::timestamptz)) returning id`);
	const way = `/afspraak/adres/${place}/${sql('select current_date + 6')}T10:00`;
	assert.doesNotMatch((await bas.go(way)).text, /U helpt/);
	await bas.begin(roos.resident, 'Wil verhuizen');
	const form = (await bas.go(way)).text;
	assert.match(form, /U helpt Afspraak Loketproef\./);
	const made = await bas.go(way, {naam: '', spreek: 'nl', voor: /name="voor" value="([^"]+)"/.exec(form)[1]});
	assert.match(made.text, /U helpt Afspraak Loketproef\.[^]*Bewaar deze code/);
	sql(`delete from counter.appointment where staff = '${bas.account}'; delete from counter.shift where id = ${shift}`);
});

test('a form of before, and a window of another resident, write nothing', async () => {
	const [een, twee] = ['Een', 'Twee'].map((given) => signedResident({family, given}));
	const bas = clerk('Bas Vensters');
	const phone = (who) => sql(`select phone from people.preference where account = '${who.account}'`);
	const staff = await bas.go('/beheer/helpen');
	await bas.begin(een.resident);
	const first = await bas.go('/mijn/voorkeuren');
	assert.match(first.text, /U helpt Een/);

	/* Another window of before goes on to another resident: not while one is helped. */
	const late = await bas.send(staff, `/beheer/helpen/${twee.resident}`, {reden: 'Volgende'});
	assert.equal(late.status, 403);
	assert.match(late.text, /U helpt nu een inwoner[^]*Stop/);
	assert.match(late.text, /U helpt Een Loketproef/, 'with the banner, and its way to stop');

	await bas.send('/mijn', '/beheer/helpen/stoppen');
	await bas.begin(twee.resident);
	const wrong = await bas.send(first, '/mijn/voorkeuren', {...prefs, telefoon: '09 111 11 11'});
	assert.equal(wrong.status, 403);
	assert.match(wrong.text, /van voor u deze inwoner begon te helpen\.[^]*Er is niets bewaard/);
	assert.deepEqual([phone(een), phone(twee)], ['', '']);
	assert.ok(!written(twee.resident).includes('people.help_do POST /mijn/voorkeuren'), 'nor is it told as done');

	/* Loaded again the window is that of who is helped now, and says so. */
	const again = await bas.go('/mijn/voorkeuren');
	assert.match(again.text, /U helpt Twee/);
	assert.equal((await bas.send(again, '/mijn/voorkeuren', {...prefs, telefoon: '09 222 22 22'})).status, 303);
	assert.deepEqual([phone(een), phone(twee)], ['', '09 222 22 22']);
	await bas.send('/mijn', '/beheer/helpen/stoppen');
	assert.equal(written(twee.resident).at(-1), 'people.help_end', 'it is told when it stopped, and not as a change');
	const over = await bas.send(again, '/mijn/voorkeuren', {...prefs, telefoon: '09 333 33 33'});
	assert.equal(over.status, 403);
	assert.match(over.text, /u helpt nu niemand[^]*href="\/beheer\/helpen"/i);
	assert.equal(phone(twee), '09 222 22 22');
});

test('two windows that begin at once help one resident', async () => {
	const [een, twee] = ['Tegelijk', 'Samen'].map((given) => signedResident({family, given}));
	const bas = clerk('Bas Dubbel');
	const page = await bas.go('/beheer/helpen');
	const both = await Promise.all([een, twee].map((who) => bas.send(page, `/beheer/helpen/${who.resident}`, {reden: 'Tegelijk'})));
	assert.deepEqual(both.map(({status}) => status).sort(), [303, 401]);
	assert.equal(sql(`select count(*) from people.helping where helper = '${bas.account}'`), '1');
	const shown = (await bas.go('/mijn')).text;
	const [helped] = sql(`select resident from people.helping where helper = '${bas.account}'`).split('\n');
	assert.match(shown, helped === een.resident ? /U helpt Tegelijk/ : /U helpt Samen/);
});

test('the address names no resident, so changing it shows nobody else', async () => {
	const een = signedResident({family, given: 'Adres'}), twee = signedResident({family, given: 'Buur'});
	tell(twee.account, 'password_changed');
	const nr = sql(`select id from people.message where account = '${twee.account}'`);
	const bas = clerk('Bas Adres');
	await bas.begin(een.resident);
	assert.equal((await bas.go(`/mijn/berichten/${nr}`)).status, 404);
	assert.deepEqual(written(twee.resident), []);
	/* Whom the form names is whom the log names. */
	await bas.send('/mijn', '/beheer/helpen/stoppen');
	await bas.find({naam: `Adres ${family}`, geboren: born});
	await bas.begin(twee.resident, 'Adres veranderd in de balk');
	assert.match((await bas.go('/mijn')).text, /U helpt Buur/);
	assert.deepEqual(written(twee.resident), ['people.help_start', 'people.help_see GET /mijn']);
});

test('what is the resident\'s alone, and what is the civil servant\'s own, waits', async () => {
	const roos = signedResident({family, given: 'Alleen'}, {email: 'alleen@loket.example'});
	const bas = new Person(signIn({kind: 'staff', name: 'Bas Alleen', rights: ['people.help', 'people.grant', 'people.letter', 'people.post']}));
	await bas.begin(roos.resident);
	for (const path of ['/mijn/toegang', '/mijn/wachtwoord', '/mijn/adres', '/mijn/brief', '/mijn/sessies', '/mijn/sluiten']) {
		const answer = await bas.go(path);
		assert.equal(answer.status, 403, path);
		assert.match(answer.text, /Alleen de inwoner kan dit doen[^]*/, path);
		assert.match(answer.text, /U helpt Alleen/, 'the banner is there too');
	}
	const mine = await bas.go('/mijn');
	for (const [path, fields] of [['/mijn/sluiten', {zeker: 'ja'}], ['/mijn/adres', {email: 'bas@stad.example'}],
		['/mijn/wachtwoord', {nieuw: 'een lang wachtwoord'}], ['/mijn/sessies/alle', {}]])
		assert.equal((await bas.send(mine, path, fields)).status, 403, path);
	assert.equal(sql(`select closed is null and email = 'alleen@loket.example' from people.account where id = '${roos.account}'`), 't');
	for (const path of ['/beheer', '/beheer/helpen', '/beheer/rechten', `/beheer/brieven/${roos.resident}`, '/beheer/post', '/beheer/inzage']) {
		const answer = await bas.go(path);
		assert.equal(answer.status, 403, path);
		assert.match(answer.text, /U helpt nu een inwoner[^]*/, path);
		assert.match(answer.text, /helpen\/stoppen/, path);
	}
	assert.deepEqual(written(roos.resident).slice(1), ['people.help_see GET /mijn'], 'what was refused was not seen');
	assert.equal((await bas.send(mine, '/beheer/helpen/stoppen')).status, 303);
	assert.equal((await bas.go('/beheer')).status, 200);
});

test('it ends after ten quiet minutes, and not before', async () => {
	const roos = signedResident({family, given: 'Rust'});
	const bas = clerk('Bas Rust');
	await bas.begin(roos.resident);
	const page = await bas.go('/mijn/voorkeuren');
	const quiet = (time) => sql(`update people.helping set seen = now() - interval '${time}' where helper = '${bas.account}'`);
	quiet('9 minutes 50 seconds');
	assert.equal((await bas.go('/mijn')).status, 200);
	quiet('9 minutes 50 seconds');
	assert.equal((await bas.go('/mijn/toegang')).status, 403);
	assert.equal(sql(`select seen < now() - interval '9 minutes' from people.helping where helper = '${bas.account}'`), 't', 'what is refused keeps nothing open');
	quiet('10 minutes');
	const over = await bas.go('/mijn');
	assert.equal(over.status, 403);
	assert.doesNotMatch(over.text, /Rust Loketproef/);
	assert.match(over.text, /u helpt nu niemand/i);
	assert.equal((await bas.send(page, '/mijn/voorkeuren', {...prefs, telefoon: '09 999 99 99'})).status, 403);
	assert.equal(sql(`select count(*) from people.preference where account = '${roos.account}'`), '0');
	const told = await bas.go('/beheer/helpen?einde=rust');
	assert.equal(told.status, 200, 'their own session goes on');
	assert.match(told.text, /tien minuten lang is niets gevraagd/);
	assert.equal((await bas.begin(roos.resident)).status, 303, 'and they can begin again');
});

for (const [what, end] of Object.entries({
	'the right is taken': (bas) => `update people.right_given set taken = now(), taken_reason = 'proef' where account = '${bas.account}'`,
	'the right is over': (bas) => `update people.right_given set from_day = current_date - 2, to_day = current_date - 1 where account = '${bas.account}'`,
	'the resident left': (bas, roos) => `update people.resident set until = current_date, ended = 'vertrokken' where id = '${roos.resident}'`,
	'the resident died': (bas, roos) => `update people.resident set until = current_date, ended = 'overleden' where id = '${roos.resident}'`,
	'the account of the civil servant is closed': (bas) => `update people.account set closed = now() where id = '${bas.account}'`,
	'their sessions end': (bas) => `delete from people.session where account = '${bas.account}'`,
	'the resident is gone from the register': (bas, roos) => `delete from people.account where id = '${roos.account}'; delete from people.resident where id = '${roos.resident}'`,
}))
	test(`it ends at once when ${what}`, async () => {
		const roos = signedResident({family, given: 'Meteen'}), bas = clerk('Bas Meteen');
		await bas.begin(roos.resident);
		const page = await bas.go('/mijn/voorkeuren');
		assert.equal(page.status, 200);
		sql(end(bas, roos));
		const after = await bas.send(page, '/mijn/voorkeuren', {...prefs, telefoon: '09 999 99 99'});
		assert.ok([401, 403].includes(after.status), `${after.status}`);
		assert.doesNotMatch(after.text, /Meteen Loketproef/);
		const get = await bas.go('/mijn/gegevens');
		assert.ok([303, 403].includes(get.status), `${get.status}`);
		assert.doesNotMatch(get.text, /Meteen Loketproef/);
	});

test('a right for a neighbourhood is one for who lives there, and a service is chosen', async () => {
	const near = resident({family, given: 'Dichtbij'}), far = resident({family, given: 'Verweg'});
	sql(`update people.address set neighbourhood = (select min(number) from people.neighbourhood) where resident = '${near}';
		update people.address set neighbourhood = (select max(number) from people.neighbourhood) where resident = '${far}'`);
	const bas = clerk('Bas Wijk');
	sql(`update people.right_given set neighbourhood = (select min(number) from people.neighbourhood) where account = '${bas.account}'`);
	assert.match((await bas.find({naam: `Dichtbij ${family}`, geboren: born})).text, new RegExp(near));
	assert.doesNotMatch((await bas.find({naam: `Verweg ${family}`, geboren: born})).text, new RegExp(far));
	assert.deepEqual(written(far), []);
	assert.equal((await bas.begin(far)).status, 404);
	const more = (service) => sql(`insert into people.right_given (account, name, service, reason)
		values ('${bas.account}', 'people.help', '${service}', 'proef') returning id`);
	const [one, two] = [more('Sociale dienst'), more('Wonen')];
	const found = await bas.find({naam: `Dichtbij ${family}`, geboren: born});
	assert.match(found.text, new RegExp(`value="${one}"[^]*Sociale dienst[^]*value="${two}"[^]*Wonen`));
	const none = await bas.begin(near, 'Een vraag');
	assert.equal(none.status, 422);
	assert.match(none.text, /Kies voor welke dienst u helpt/);
	const foreign = sql(`select min(id) from people.right_given where account <> '${bas.account}'`);
	assert.equal((await bas.begin(near, 'Een vraag', {dienst: foreign})).status, 422);
	assert.equal((await bas.begin(near, 'Een vraag', {dienst: two})).status, 303);
	assert.equal(sql(`select service from access.entry where subject = '${near}' order by id desc limit 1`), 'Wonen');
});

test('who has no account gets one, and finds it when they sign in', async () => {
	const roos = resident({family, given: 'Nieuw'});
	const bas = clerk('Bas Nieuw');
	await bas.begin(roos);
	assert.equal((await bas.send('/mijn/voorkeuren', '/mijn/voorkeuren', {...prefs, post: 'brief', telefoon: '09 444 44 44'})).status, 303);
	await bas.send('/mijn', '/beheer/helpen/stoppen');
	await bas.begin(roos);
	const account = sql(`select id from people.account where resident = '${roos}'`);
	assert.equal(account.split('\n').length, 1);
	assert.equal(sql(`set search_path = people, ext; select people.provider_account('https://een.example', 'nieuw-${roos}', '${roos}', 'Nieuw', 'nl')`), account);
});

test('a mandate of who is helped works, and both who are seen can know it', async () => {
	const roos = signedResident({family, given: 'Dochter'}), mother = resident({family, given: 'Moeder', born: '1940-04-04'});
	const nr = sql(`insert into people.mandate (actor, on_behalf, kind, proof) values ('${roos.resident}', '${mother}', 'mandate', 'volmacht') returning id`);
	const bas = clerk('Bas Volmacht');
	await bas.begin(roos.resident);
	assert.equal((await bas.send('/mijn/namens', '/mijn/namens', {wie: nr})).status, 303);
	const page = await bas.go('/mijn');
	assert.match(page.text, /U helpt Dochter[^]*U handelt voor Moeder/);
	assert.equal(written(mother).at(-1), 'people.help_see GET /mijn');
	assert.equal(sql(`select on_behalf || ' ' || actor from access.entry where subject = '${mother}' order by id desc limit 1`), `${roos.resident} ${bas.account}`);
	assert.equal(sql(`set role belfort_people; set search_path = people; select actor || ' ' || on_behalf_of from acting_as('${bas.hash}')`), `${bas.account} ${mother}`);
	await bas.send(page, '/beheer/helpen/stoppen');
	await bas.begin(roos.resident);
	assert.doesNotMatch((await bas.go('/mijn')).text, /U handelt voor/, 'it is not taken up again by itself');
});

test('a resident asks why through the counter, and somebody else answers', async () => {
	const roos = signedResident({family, given: 'Waarom'});
	const bas = new Person(signIn({kind: 'staff', name: 'Bas Waarom', rights: ['people.help', 'access.answer']}));
	await bas.begin(roos.resident);
	const list = await bas.go('/mijn/inzage');
	const entry = /name="entry" value="(\d+)"/.exec(list.text)[1];
	assert.equal((await bas.send(list, '/mijn/inzage/vraag', {entry, question: 'Wie keek?'})).status, 303);
	assert.equal(sql(`select actor || ' ' || asker from access.question where entry = ${entry}`), `${bas.account} ${roos.resident}`);
});

test('the code on a letter finds who it is to, however it is typed', async () => {
	const roos = signedResident({family, given: 'Brief'});
	tell(roos.account, 'unreachable');
	const reference = sql(`select reference from people.paper where resident = '${roos.resident}'`);
	assert.match(reference, /^[0-9A-HJKMNP-TV-Z]{10}$/);
	const bas = clerk('Bas Brief');
	const typed = `${reference.slice(0, 5)}-${reference.slice(5)}`;
	for (const code of [typed, ` ${reference.toLowerCase()} `, typed.replaceAll('0', 'o').replaceAll('1', 'l')])
		assert.match((await bas.find({code})).text, new RegExp(roos.resident), code);
	assert.match((await bas.find({code: '00000-00000'})).text, /We vinden niemand/);
	assert.equal(written(roos.resident).length, 3);
	const post = new Person(signIn({kind: 'staff', name: 'Pia Post', rights: ['people.post']}));
	assert.equal((await post.send('/beheer/post', '/beheer/helpen', {code: typed})).status, 403);
	const nr = sql(`select id from people.paper where resident = '${roos.resident}'`);
	const pdf = await ask(`/beheer/post/${nr}/pdf`, {headers: post.headers});
	const run = (program, words, input) => spawnSync(program, words, {input}).stdout;
	assert.match(run('pdftotext', ['-', '-'], pdf.body).toString(), new RegExp(`Code van deze brief, voor het loket: ${typed}`));
	const picture = run('pdftoppm', ['-r', '150', '-png', '-'], pdf.body);
	assert.equal(run('zbarimg', ['-q', '--raw', '-Sbinary', 'png:-'], picture).toString().trim(), typed, 'what a scanner types');
});

test('records with a page hold in the chain, and those without keep their text', async () => {
	const plain = sql(`select access.said(e) from access.entry e where num_nonnulls(page, service, rule) = 0 limit 1`);
	assert.equal(JSON.parse(plain).length, 10);
	const full = JSON.parse(sql(`select access.said(e) from access.entry e where page is not null and service is null limit 1`));
	assert.deepEqual(Object.keys(full[10]), ['page'], 'of what is not there nothing is said');
	await until(() => sql(`select count(*) from access.entry e
		where not exists (select from access.seal s where s.entry = e.id)`) === '0', 'all is sealed');
	const tool = (...words) => spawnSync('belfort', ['access', ...words], {encoding: 'utf8', maxBuffer: 1 << 28});
	const file = `${process.env.BELFORT_DIR}/helping-export.txt`, text = tool('export').stdout;
	fs.writeFileSync(file, text);
	assert.match(tool('verify', file).stdout, /records, each link fits/);
	const page = `"page":${full[10].page}}]`;
	assert.ok(text.includes(page));
	fs.writeFileSync(file, text.replace(page, `"page":${full[10].page + 1}}]`));
	assert.match(tool('verify', file).stderr, /does not fit/);
});
