/* The message box, letters on paper, what is kept about somebody, and who acts
 * for whom.
 */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import test from 'node:test';
import {decided} from './grants.mjs';
import {ask, house, sql, submit, unharmed} from './lib.mjs';
import {forget, resident, signedResident, tell} from './residents.mjs';
import {signIn, token} from './signed.mjs';

unharmed(test);

const family = 'Berichtproef';
/* No letter of a decision comes between. */
test.before(async () => {
	await decided();
	sql('delete from people.mail; delete from people.paper');
});
test.after(() => { forget(family); sql('delete from people.mail; delete from people.paper'); });

const get = (path, who) => ask(path, {headers: who.headers});
const page = (path, who, lang = 'nl') => ask(path, {headers: {...who.headers, 'Accept-Language': lang}});
async function post(path, form, fields, who) {
	return submit(path, {csrf: await token(form, who.headers), ...fields}, who.headers);
}

test('a message stands in the box of who it is for, and of nobody else', async () => {
	const mine = signedResident({family}), other = signedResident({family, given: 'Ander'});
	tell(mine.account, 'unreachable', {email: 'weg@example.be'});
	tell(mine.account, 'password_changed');
	const {messages} = (await get('/mijn/berichten.json', mine)).json;
	assert.deepEqual(messages.map(({kind, unread}) => [kind, unread]), [['password_changed', true], ['unreachable', true]]);
	assert.match((await get('/mijn', mine)).text, /Mijn berichten \(2 nieuw\)/);
	const at = `/mijn/berichten/${messages[1].nr}`;
	assert.match((await page(at, mine)).text, /<p>Wat we naar weg@example\.be sturen, komt niet aan\./);
	assert.match((await page(at, mine, 'fr')).text, /Ce que nous envoyons à weg@example\.be n’arrive pas/);
	assert.deepEqual((await get('/mijn/berichten.json', mine)).json.messages.map(({unread}) => unread), [true, false]);
	assert.equal((await get(at, other)).status, 404);
	assert.equal((await post(`${at}/weg`, '/mijn', {}, other)).status, 404);
	assert.equal((await post(`${at}/weg`, at, {}, mine)).status, 303);
	assert.equal((await get(at, mine)).status, 404);
	assert.equal((await get('/mijn/berichten.json', other)).json.messages, null);
});

test('what a resident wrote is text in a page, and nothing else', async () => {
	const mine = signedResident({family});
	tell(mine.account, 'correction', {answer: '<script>alert(1)</script> & {{name}}'});
	const {messages} = (await get('/mijn/berichten.json', mine)).json;
	const {text} = await get(`/mijn/berichten/${messages[0].nr}`, mine);
	assert.match(text, /<p>&lt;script&gt;alert\(1\)&lt;\/script&gt; &amp; \{\{name\}\}<\/p>/);
});

test('who asks for letters gets letters', async () => {
	const mine = signedResident({family}, {email: 'brief@example.be'});
	tell(mine.account, 'correction', {answer: 'Het is verbeterd.'});
	assert.equal(sql(`select kind || ' ' || data from people.mail where account = '${mine.account}'`), 'notice {}',
		'a mail does not hold the answer');
	const wrong = await post('/mijn/voorkeuren', '/mijn/voorkeuren', {post: 'brief', taal: 'fr', telefoon: 'geen'}, mine);
	assert.equal(wrong.status, 422);
	assert.match(wrong.text, /Dit is geen telefoonnummer[^]*value="geen"/);
	const kept = await post('/mijn/voorkeuren', '/mijn/voorkeuren', {post: 'brief', taal: 'fr', telefoon: '09 210 10 10', naam: 'Iemand'}, mine);
	assert.equal(kept.headers.location, '/mijn/voorkeuren?bewaard=ja');
	const {by_letter: byLetter, phone, name, is_fr: french} = (await get('/mijn/voorkeuren.json', mine)).json;
	assert.deepEqual([byLetter, phone, name, french], [true, '09 210 10 10', `Roos ${family}`, true],
		'the register decides on a name');
	tell(mine.account, 'correction', {answer: 'Nog eens.'});
	assert.equal(sql(`select lang from people.paper where account = '${mine.account}'`), 'fr');
	assert.equal(sql(`select count(*) from people.mail where account = '${mine.account}'`), '1');
});

/* What pdftotext reads, and where each word stands, in points from the top left. */
function read(pdf) {
	const run = (...words) => spawnSync('pdftotext', [...words, '-', '-'], {input: pdf, encoding: 'utf8'}).stdout;
	const words = [...run('-bbox').matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)<\/word>/g)]
		.map(([, x, y, word]) => ({x: Number(x), y: Number(y), word}));
	return {text: run('-layout'), words, pages: run().split('\f').length - 1,
		info: spawnSync('pdfinfo', ['-'], {input: pdf, encoding: 'utf8'}).stdout};
}
const mm = 72 / 25.4;

/* How often a look of that name at RESIDENT was written. */
const looks = (name, resident) => Number(sql(`select count(*) from access.entry e join belfort.look l on l.id = e.look
	where l.name = '${name}' and e.subject = '${resident}'`));

test('letters are printed, all or one, and marked', async () => {
	sql('delete from people.paper');
	const staff = signIn({kind: 'staff', name: 'Post Proef', rights: ['people.post']});
	const nobody = signIn({kind: 'staff', name: 'Zonder Recht'});
	const home = resident({family, given: 'Zoë', street: 'Sint-Pietersnieuwstraat', house: '23A'});
	const reference = resident({family, given: 'Thuisloos', street: 'Onderbergen', house: '86', reference: true});
	const nowhere = resident({family, given: 'Nergens', street: null});
	for (const one of [home, reference, nowhere])
		tell(null, 'letter_code', {resident: one, name: 'x', code: 'ABCD-1234', lang: 'nl'});
	assert.equal((await get('/beheer/post', nobody)).status, 403);
	assert.equal((await get('/beheer/post/pdf', nobody)).status, 403);
	const {text} = await page('/beheer/post', staff);
	for (const words of [/Zoë Berichtproef/, /Sint-Pietersnieuwstraat 23A, 9000/, /Onderbergen 86, 9000/,
		/Geen adres: hou hem aan het loket/])
		assert.match(text, words);
	assert.doesNotMatch(text, /ABCD-1234/, 'a code is on paper only');
	assert.equal(looks('people.post', home), 1, 'to see whom a letter is to is a look');
	const all = await get('/beheer/post/pdf', staff);
	assert.equal(looks('people.post', home), 2, 'to get it is another');
	assert.equal(all.headers['content-type'], 'application/pdf');
	assert.equal(all.headers['cache-control'], 'no-store');
	const {words, pages, info} = read(all.body);
	assert.equal(pages, 3);
	assert.match(info, /Title: +Brieven van de stad/);
	assert.match(info, /Tagged: +yes/);
	assert.match(info, /A4/);
	assert.ok(all.body.includes('/Lang (nl)'), 'who has it read aloud hears Dutch');
	const name = words.find(({word}) => word === 'Zoë');
	assert.ok(Math.abs(name.x - 115 * mm) < 1 && name.y >= 50 * mm && name.y < 55 * mm, `the address stands at ${JSON.stringify(name)}`);
	const nr = Number(/post\/(\d+)\/pdf">Zoë/.exec(text)[1]);
	const one = read((await get(`/beheer/post/${nr}/pdf`, staff)).body);
	assert.equal(one.pages, 1);
	assert.deepEqual([looks('people.post', home), looks('people.post', nowhere)], [3, 2], 'of who it is to only');
	for (const part of [/Zoë Berichtproef\s+Sint-Pietersnieuwstraat 23A\s+9000 Gent/, /Stad Gent/, /Gent, \d+ \w+ 20\d\d/,
		/Uw code om u aan te melden/, /ABCD-1234/, /1\s*\/\s*1/])
		assert.match(one.text.replace(/^ +/gm, ''), part);
	const last = (await get('/beheer/post.json', staff)).json.last;
	assert.equal((await post('/beheer/post/gedrukt', '/beheer/post', {tot: last}, staff)).status, 303);
	assert.equal((await get('/beheer/post/pdf', staff)).status, 404, 'nothing is left');
	assert.equal((await get(`/beheer/post/${nr}/pdf`, staff)).status, 200, 'one can be printed again');
	assert.match((await page('/beheer/post', staff)).text, /afgedrukt op/);
});

test('a long letter has numbered pages, in its own language', async () => {
	sql('delete from people.paper');
	const staff = signIn({kind: 'staff', name: 'Lang Proef', rights: ['people.post']});
	const mine = signedResident({family, given: 'Lien'}, {lang: 'fr'});
	tell(mine.account, 'correction', {answer: Array.from({length: 90}, (_, n) => `Regel ${n} met é en €.`).join('\n')});
	const {pages, text} = read((await get('/beheer/post/pdf', staff)).body);
	assert.ok(pages >= 2, `${pages} pages`);
	assert.match(text, /Nous avons examiné l’erreur/);
	assert.match(text, new RegExp(`1\\s*/\\s*${pages}[^]*Regel 89 met é en €[^]*${pages}\\s*/\\s*${pages}`));
});

test('the outbox of the demonstration can be read, with its links', async () => {
	sql(`set role belfort_people; set search_path = people;
		select message_put(null, 'demo@example.be', 'account_confirm', '{"path": "/mijn/bevestig?x=1", "lang": "nl"}')`);
	const {status, text} = await ask('/beheer/postvak');
	assert.equal(status, 200);
	assert.match(text, /demo@example\.be/);
	assert.match(text, /href="\/mijn\/bevestig\?x=1"/);
	sql('update people.mail set tries = 1');
	assert.doesNotMatch((await ask('/beheer/postvak')).text, /demo@/, 'where mail is sent nobody else reads it');
});

test('all that is kept about somebody, and nothing of another', async () => {
	const mine = signedResident({family, given: 'Alles', street: 'Datastraat'}, {email: 'alles@example.be'});
	const other = signedResident({family, given: 'Vreemde', street: 'Elders'}, {email: 'elders@example.be'});
	tell(mine.account, 'password_changed');
	const {json} = await get('/mijn/gegevens.json', mine);
	const tables = json.parts.flatMap((part) => part.tables);
	for (const name of ['account', 'session', 'person_name', 'address', 'message', 'mail'])
		assert.ok(tables.some(({table}) => table === `people.${name}`), `${name} is there`);
	for (const table of tables)
		assert.ok(table.purpose && table.basis, `${table.table} says why and by which law`);
	const text = JSON.stringify(json);
	assert.match(text, /Datastraat/);
	assert.match(text, /alles@example\.be/);
	assert.doesNotMatch(text, /Elders|elders@|Vreemde/);
	assert.doesNotMatch(text, new RegExp(`${mine.secret}|argon2|[0-9a-f]{64}`), 'no secret leaves');
	for (const lang of ['nl', 'en', 'fr']) {
		const shown = (await page('/mijn/gegevens', mine, lang)).text;
		assert.match(shown, /<dd>Datastraat<\/dd>/);
		assert.doesNotMatch(shown, /<dt>[a-z_]+<\/dt>/, `each column has a word in ${lang}`);
	}
	assert.match((await page('/mijn/gegevens', mine)).text, /<dt>Straat<\/dt><dd>Datastraat<\/dd>/);
	assert.ok(other.resident);
});

test('a name of before is only in what is kept', async () => {
	const mine = signedResident({family: `${family}-Oud`});
	sql(`update people.person_name set until = '2020-01-01' where resident = '${mine.resident}';
		insert into people.person_name (resident, given, family, from_day) values ('${mine.resident}', 'Roos', '${family}-Nieuw', '2020-01-01')`);
	const {text} = await page('/mijn', mine);
	assert.match(text, /Dag Roos Berichtproef-Nieuw/);
	assert.doesNotMatch(text, /-Oud/);
	assert.match((await page('/mijn/gegevens', mine)).text, /Berichtproef-Oud/);
});

test('a mistake is told, seen by who may, and answered', async () => {
	const mine = signedResident({family, given: 'Fout'}, {email: 'fout@example.be'});
	const empty = await post('/mijn/gegevens', '/mijn/gegevens', {fout: 'Mijn straat', juist: ''}, mine);
	assert.equal(empty.status, 422);
	assert.match(empty.text, /Mijn straat<\/textarea>/, 'what was typed is still there');
	const told = await post('/mijn/gegevens', '/mijn/gegevens', {fout: 'Mijn straat', juist: 'De andere'}, mine);
	assert.equal(told.headers.location, '/mijn/gegevens?gemeld=ja');
	const staff = signIn({kind: 'staff', name: 'Verbeter Proef', rights: ['people.correct']});
	assert.equal((await get('/beheer/verbeteringen', signIn({kind: 'staff', name: 'Geen'}))).status, 403);
	const {text} = await page('/beheer/verbeteringen', staff);
	assert.match(text, /Fout Berichtproef[^]*Mijn straat[^]*De andere/);
	assert.equal(looks('people.correct', mine.resident), 1, 'and it is written who saw it');
	assert.match((await page('/mijn/inzage', mine)).text, /Keek welke fouten bewoners meldden/);
	const nr = (await get('/beheer/verbeteringen.json', staff)).json.corrections.find(({name}) => name === `Fout ${family}`).nr;
	assert.equal((await post(`/beheer/verbeteringen/${nr}`, '/beheer/verbeteringen', {antwoord: 'We pasten het aan.'}, staff)).status, 303);
	assert.equal((await post(`/beheer/verbeteringen/${nr}`, '/beheer', {antwoord: 'Nog eens.'}, staff)).status, 404, 'once');
	const {messages} = (await get('/mijn/berichten.json', mine)).json;
	assert.match((await page(`/mijn/berichten/${messages[0].nr}`, mine)).text, /We pasten het aan\./);
});

test('an account is closed: what hangs on it goes, who it was stays', async () => {
	const mine = signedResident({family, given: 'Sluit'}, {email: 'sluit@example.be'});
	tell(mine.account, 'password_changed');
	sql('delete from people.mail');
	assert.equal((await post('/mijn/sluiten', '/mijn/sluiten', {}, mine)).status, 422, 'not without being sure');
	const gone = await post('/mijn/sluiten', '/mijn/sluiten', {zeker: 'ja'}, mine);
	assert.equal(gone.headers.location, '/mijn/gesloten');
	assert.match(gone.headers['set-cookie'][0], /Max-Age=0/);
	assert.equal((await get('/mijn', mine)).status, 303);
	assert.equal(sql(`select closed is not null, email is null, name from people.account where id = '${mine.account}'`),
		't|t|van vroeger');
	for (const table of ['session', 'message', 'preference'])
		assert.equal(sql(`select count(*) from people.${table} where account = '${mine.account}'`), '0', table);
	assert.equal(sql('select email, kind from people.mail'), 'sluit@example.be|closed', 'a last mail says so');
});

test('two with one name and birth date are never taken for each other', async () => {
	const staff = signIn({kind: 'staff', name: 'Loket Proef', rights: ['people.mandate']});
	const guardian = signedResident({family, given: 'Voogd', born: '1970-01-01'});
	const one = resident({family, given: 'Tweeling', born: '1990-09-09', street: 'Lindelei'});
	const two = resident({family, given: 'Tweeling', born: '1990-09-09', street: 'Coupure'});
	const fields = {wie: `Voogd ${family}`, wie_geboren: '1970-01-01', voor: `Tweeling ${family}`, voor_geboren: '1990-09-09',
		soort: 'guardian', bewijs: 'vonnis 12'};
	const put = (more) => post('/beheer/machtigingen', '/beheer/machtigingen', {...fields, ...more}, staff);
	const asked = await put({});
	assert.equal(asked.status, 422);
	assert.match(asked.text, /Er is meer dan één persoon[^]*id="veld-voor_straat"[^>]*aria-invalid/);
	for (const [more, says] of [[{voor: 'Niemand Zo'}, /We vinden niemand/],
		[{voor: fields.wie, voor_geboren: '1970-01-01'}, /Dit is dezelfde persoon/],
		[{voor_straat: 'coupure', vanaf: '2026-05-05', tot: '2026-05-04'}, /De laatste dag ligt voor de eerste/]]) {
		const {status, text} = await put(more);
		assert.equal(status, 422);
		assert.match(text, says);
	}
	assert.equal((await put({voor_straat: 'coupure'})).status, 303);
	assert.equal(sql(`select on_behalf from people.mandate where actor = '${guardian.resident}'`), two);
	assert.match((await put({voor_straat: 'coupure'})).text, /mag in die dagen al/);
	const before = looks('people.mandate', two);
	await get('/beheer/machtigingen', staff);
	assert.deepEqual([looks('people.mandate', two) - before, looks('people.mandate', one)], [1, 0], 'to see it is a look at who it is of');
	assert.equal(sql(`select kind || resident from people.paper where resident in ('${one}', '${two}')`), `mandate${two}`,
		'who has no mail is told by letter');
});

test('somebody acts for another, sees it, and no longer when it ends', async () => {
	const staff = signIn({kind: 'staff', name: 'Einde Proef', rights: ['people.mandate']});
	const actor = signedResident({family, given: 'Doener'}), stranger = signedResident({family, given: 'Vreemd'});
	const whom = resident({family, given: 'Moeder', born: '1940-04-04'});
	const nr = sql(`insert into people.mandate (actor, on_behalf, kind, proof) values ('${actor.resident}', '${whom}', 'mandate', 'volmacht') returning id`);
	const acting = () => sql(`set role belfort_people; set search_path = people;
		select on_behalf_of || ' ' || actor from acting_as(encode(sha256('${actor.secret}'), 'hex'))`);
	assert.equal(acting(), `${actor.resident} ${actor.account}`, 'for themselves, until they choose');
	assert.equal((await post('/mijn/namens', '/mijn', {wie: nr}, stranger)).status, 404, 'only who was let');
	assert.equal((await post('/mijn/namens', '/mijn', {wie: nr}, actor)).status, 303);
	assert.equal(acting(), `${whom} ${actor.account}`);
	assert.match((await page('/mijn', actor)).text, /U handelt voor Moeder Berichtproef\./);
	assert.match((await page('/mijn', actor, 'en')).text, /You act for Moeder Berichtproef\./);
	assert.equal((await post('/mijn/namens', '/mijn', {}, actor)).status, 303);
	assert.equal(acting(), `${actor.resident} ${actor.account}`, 'and for themselves again');
	await post('/mijn/namens', '/mijn', {wie: nr}, actor);
	sql(`update people.mandate set from_day = current_date - 9, to_day = current_date - 1 where id = ${nr}`);
	assert.equal(acting(), `${actor.resident} ${actor.account}`, 'not after the last day');
	sql(`update people.mandate set to_day = null where id = ${nr};
		update people.resident set until = current_date, ended = 'overleden' where id = '${whom}'`);
	assert.equal(acting(), `${actor.resident} ${actor.account}`, 'nor for who died');
	sql(`update people.resident set until = null, ended = null where id = '${whom}'`);
	assert.equal(acting(), `${whom} ${actor.account}`);
	assert.equal((await post(`/beheer/machtigingen/${nr}/einde`, '/beheer/machtigingen', {}, staff)).status, 303);
	assert.equal(acting(), `${actor.resident} ${actor.account}`, 'nor when it was ended');
	assert.doesNotMatch((await page('/mijn', actor)).text, /U handelt voor/);
});

test('the pool asks nobody what is kept about somebody', () => {
	for (const text of ['select people.about(null, null)', `select * from people.acting_as('x')`, 'select * from people.mail',
		'select people.mail_take()', `select people.message_put(null, null, 'closed', '{}')`])
		assert.throws(() => house('call_as', 'belfort-city', 'psql', '-qXAt', '-h',
			`${process.env.BELFORT_DIR}/run`, '-U', 'belfort_city', '-d', 'belfort', '-c', text),
		/permission denied/, text);
});
