/* Reminders of appointments: once, in time, and the address is forgotten. */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import test from 'node:test';
import {reload} from '../hostile/deploy.mjs';
import {ask, sql, submit, unharmed, until} from './lib.mjs';
import {forget, signedResident} from './residents.mjs';
import {signIn, token} from './signed.mjs';
import {Smtp} from './smtp.mjs';

unharmed(test);

const family = 'Herinnerproef', place = 'brugse-poort';
const clerk = '00000000-0000-0000-0000-0000000000e1';
const here = `from counter.appointment where place = '${place}'`;
const empty = () => sql(`delete from counter.appointment where place = '${place}'; delete from counter.shift where place = '${place}';
	delete from people.mail; delete from people.paper; delete from people.address_dead; delete from people.attempt`);
test.beforeEach(() => {
	empty();
	/* Each quarter of an hour of ten days, by somebody who never tires. */
	sql(`insert into counter.shift (staff, place, services, langs, during) values ('${clerk}', '${place}', '{adres,steun}', '{nl}',
		tstzrange(current_date::timestamptz, (current_date + 10)::timestamptz))`);
});
test.after(() => { empty(); forget(family); });

/* A free time of the service, DAYS from today. */
const at = (days, time = '10:00') => `/afspraak/adres/${place}/${sql(`select current_date + ${days}`)}T${time}`;
async function book(path, fields = {}, headers = {}) {
	const answer = await submit(path, fields, headers);
	assert.equal(answer.status, 200, answer.text);
	return /code-to-keep"><strong>([A-Z0-9-]{14})</.exec(answer.text)[1];
}
/* Its time comes: in HOURS from now. */
const soon = (hours) => sql(`update counter.appointment set during = tstzrange(now() + interval '${hours} hours',
	now() + interval '${hours} hours 15 minutes') where place = '${place}'`);
const wake = () => sql("notify belfort_jobs, 'counter'");
const reminded = async () => {
	wake();
	await until(() => sql(`select count(*) ${here} and reminded is null`) === '0', 'all are reminded');
};
const mails = () => sql(`select coalesce(json_agg(json_build_object('email', email, 'lang', lang, 'kind', kind, 'data', data) order by id), '[]') from people.mail`);
/* The reminder as the database makes it, when nothing is to be sent. */
const none = () => sql(`set role belfort_counter; select counter.remind('${'0'.repeat(64)}', '/x', '/y')`);

test('the day before, in the language of the page, with a link to cancel', async () => {
	await book(at(5), {email: ' Roos@Example.be ', naam: 'Roos'}, {Cookie: 'taal=fr'});
	assert.equal(sql(`select email, page_lang ${here} and email is not null`), 'roos@example.be|fr');
	assert.equal(none(), '{}', 'not five days before');
	soon(23);
	await reminded();
	assert.equal(sql(`select count(email) ${here}`), '0', 'the address is forgotten');
	const [mail, ...more] = JSON.parse(mails());
	assert.equal(more.length, 0);
	assert.deepEqual([mail.email, mail.lang, mail.kind], ['roos@example.be', 'fr', 'appointment']);
	assert.doesNotMatch(JSON.stringify(mail), /Roos"|adres\b|[Dd]éménager/, 'nor for what, nor the name');
	const shown = await ask('/beheer/postvak');
	assert.match(shown.text, /Vous avez un rendez-vous avec la ville de Gent le/);
	assert.match(shown.text, /Voorbeeldhuis Brugse Poort, Fictieve Bevrijdingslaan 2/);
	const {path} = mail.data;
	assert.match(path, /^\/afspraak\/afzeggen\/[\w-]{43}$/);
	assert.equal(sql(`select count(*) ${here} and link = '${path.split('/').pop()}'`), '0', 'only its hash is kept');
	const page = await ask(path);
	assert.match(page.text, /Verhuizen en adres/);
	assert.match(page.text, new RegExp(`action="${path}"`));
	assert.match((await submit(path, {})).text, /geannuleerd/);
	assert.equal(sql(`select count(cancelled) ${here}`), '1');
	assert.match((await ask('/afspraak/afzeggen/iets')).text, /geen afspraak bij deze link/);
});

test('who cancels, or whose time is over, is not reminded, and the address goes', async () => {
	const code = await book(at(3), {email: 'weg@example.be'});
	await submit('/afspraak/afzeggen', {code});
	assert.equal(sql(`select count(email) ${here}`), '0');
	await book(at(4), {email: 'voorbij@example.be'});
	sql(`update counter.appointment set during = tstzrange(now() - interval '1 hour', now() - interval '45 minutes') where place = '${place}' and cancelled is null`);
	wake();
	await until(() => sql(`select count(email) ${here}`) === '0', 'what is over is forgotten');
	assert.equal(sql(`select count(reminded) ${here}`), '0');
	assert.equal(mails(), '[]');
	assert.throws(() => sql(`update counter.appointment set email = 'x@example.be' where place = '${place}'`), /forgotten_in_time/);
});

test('without an address there is none; what is no address is told', async () => {
	await book(at(3));
	soon(20);
	assert.equal(none(), '{}');
	for (const email of ['roos', 'roos@', '@x.be', 'a b@x.be', 'a@b@c.be', 'roos@localhost']) {
		const {status, text} = await submit(at(4), {email, naam: 'Roos'});
		assert.equal(status, 422, email);
		assert.match(text, /naam@voorbeeld\.be/);
		assert.match(text, /value="Roos"/, 'what was typed is still there');
	}
});

test('a resident who is signed in hears of it in their own way, and finds it on their page', async () => {
	const mine = signedResident({family}, {email: 'mijn@example.be', lang: 'en'});
	const paper = signedResident({family, given: 'Brief'});
	const other = signedResident({family, given: 'Ander'});
	const form = await ask(at(4), {headers: mine.headers});
	assert.doesNotMatch(form.text, /veld-email/, 'no address is asked');
	assert.match((await ask(at(4))).text, /veld-email/);
	await book(at(4), {email: 'truc@example.be'}, mine.headers);
	await book(at(5), {}, paper.headers);
	assert.equal(sql(`select count(email) || ' ' || count(account) || ' ' || count(resident) ${here}`), '0 2 2');
	await until(() => { wake(); return sql(`select count(*) from people.paper where kind = 'appointment'`) === '1'; }, 'a letter is made days before');
	assert.equal(mails(), '[]', 'a mail is not');
	sql(`update counter.appointment set during = tstzrange(now() + interval '23 hours', now() + interval '24 hours') where account = '${mine.account}'`);
	await reminded();
	const [mail] = JSON.parse(mails());
	assert.deepEqual([mail.email, mail.lang, mail.data.path], ['mijn@example.be', 'en', '/afspraak/mijn']);
	assert.equal(sql(`select count(link) ${here}`), '0', 'a message box holds no secret');
	assert.equal((await ask('/mijn/berichten.json', {headers: mine.headers})).json.messages[0].kind, 'appointment');
	const {rows} = (await ask('/afspraak/mijn.json', {headers: mine.headers})).json;
	assert.equal(rows.length, 1);
	assert.deepEqual((await ask('/afspraak/mijn.json', {headers: other.headers})).json.rows, []);
	const way = `/afspraak/mijn/${rows[0].id}/afzeggen`;
	const cancel = async (who) => (await submit(way, {csrf: await token('/mijn', who.headers)}, who.headers)).status;
	assert.equal(await cancel(other), 404, 'nobody cancels for another');
	assert.equal(await cancel(mine), 303);
	assert.equal(await cancel(mine), 404, 'once');
	const kept = (await ask('/mijn/gegevens.json', {headers: mine.headers})).json.parts.flatMap(({tables}) => tables);
	assert.ok(JSON.stringify(kept).includes('counter.appointment'), 'it stands in what is kept about them');
});

test('one that a civil servant makes while they help is the resident\'s, and stands in their list of looks', async () => {
	const mine = signedResident({family, given: 'Geholpen'}), staff = signIn({kind: 'staff', name: 'Bas Proef', rights: ['people.help']});
	const begun = await submit(`/beheer/helpen/${mine.resident}`, {csrf: await token('/beheer', staff.headers), reden: 'Wil langskomen'}, staff.headers);
	const headers = {Cookie: /__Host-belfort=[^;]*/.exec(begun.headers['set-cookie'].join(' '))[0]};
	const voor = /name="voor" value="([^"]+)"/.exec((await ask(at(5), {headers})).text)[1];
	assert.equal((await submit(at(5), {}, headers)).status, 409, 'a form of before they helped');
	assert.equal((await submit(at(5), {voor}, staff.headers)).status, 409, 'one of while they helped, when that is over');
	assert.equal(sql(`select count(*) ${here}`), '0');
	await book(at(5), {voor}, headers);
	assert.equal(sql(`select account || ' ' || actor || ' ' || resident ${here}`), `${mine.account} ${staff.account} ${mine.resident}`);
	assert.equal(sql(`select e.actor || ' ' || e.on_behalf || ' ' || e.reason from access.entry e join belfort.look l on l.id = e.look
		where l.name = 'counter.book' and e.subject = '${mine.resident}'`), `${staff.account} ${mine.resident} Wil langskomen`);
	assert.match((await ask('/mijn/inzage', {headers: mine.headers})).text, /Maakte een afspraak voor u/);
	await book(at(4), {}, mine.headers);
	assert.equal(sql(`select count(*) from access.entry e join belfort.look l on l.id = e.look where l.name = 'counter.book'
		and e.subject = '${mine.resident}'`), '1', 'one of their own is no look');
});

test('who opens the list of the day has looked at the residents in it, and they see that', async () => {
	const mine = signedResident({family, given: 'Bekeken'});
	await book(at(2), {naam: 'Bekeken'}, mine.headers);
	await book(at(2, '11:00'), {naam: 'Zonder account'});
	const staff = signIn({kind: 'staff', name: 'Lijst Proef', rights: ['counter.desk']});
	const looks = () => sql(`select count(*) from access.entry e join belfort.look l on l.id = e.look
		where l.name = 'counter.today' and e.actor = '${staff.account}'`);
	const day = sql('select current_date + 2');
	assert.match((await ask(`/beheer/balie?plaats=${place}&dag=${day}`, {headers: staff.headers})).text, /Bekeken[^]*Zonder account/);
	assert.equal(looks(), '1');
	await ask(`/beheer/balie?plaats=ledeberg&dag=${day}`, {headers: staff.headers});
	assert.equal(looks(), '1', 'of those in the list only');
	assert.equal(sql(`select count(*) from access.entry where subject = '${mine.resident}'`), '1');
	assert.match((await ask('/mijn/inzage', {headers: mine.headers})).text, /Zag wie naar een balie komt/);
});

test('many appointments from one network are slowed down, those of staff are not', async () => {
	const times = Array.from({length: 40}, (_, n) => `${String(8 + Math.floor(n / 4)).padStart(2, '0')}:${String(15 * (n % 4)).padStart(2, '0')}`);
	let made = 0, last;
	for (const time of times) {
		last = await submit(at(3, time), {naam: 'Veel'});
		if (last.status === 429)
			break;
		made++;
	}
	assert.equal(last.status, 429);
	assert.match(last.text, /te vaak geprobeerd/);
	assert.ok(made >= 20 && made <= 22, `${made} made`);
	assert.equal((await submit(at(3, '08:00'), {naam: 'Veel'})).status, 429, 'before it is looked up');
	const staff = signIn({kind: 'staff', name: 'Balie Proef', rights: ['counter.desk']});
	assert.equal((await submit(at(3, '19:00'), {naam: 'Aan de telefoon'}, staff.headers)).status, 200);
	assert.match(sql('select string_agg(who, \' \') from people.attempt'), /^[0-9a-f]{64}$/);
});

test('nobody gets many reminders that they did not ask for', async () => {
	const answers = [];
	for (const hour of [10, 11, 12, 13, 14, 15, 16, 17])
		answers.push((await submit(at(3, `${hour}:00`), {email: hour % 2 ? 'Vreemd@example.be' : 'vreemd@example.be'})).status);
	assert.equal(answers.at(-1), 429);
	assert.ok(Number(sql(`select count(*) ${here} and email = 'vreemd@example.be'`)) < 8);
	assert.equal((await submit(at(3, '18:00'), {email: 'ander@example.be'})).status, 200);
});

/* --- real mail, and a job that is killed ----------------------------------- */

const ini = process.env.BELFORT_CONFIG;

async function mailServer(t) {
	const before = fs.readFileSync(ini, 'utf8');
	const smtp = await new Smtp().start();
	t.after(async () => {
		fs.writeFileSync(ini, before);
		await reload();
		await smtp.stop();
	});
	fs.writeFileSync(ini, `${before}\n[mail]\nserver = 127.0.0.1:${smtp.port}\nfrom = stad@gent.example\ntls = no\n`);
	await reload();
	return smtp;
}

test('killed at any moment: each is reminded once, and nothing of the address stays', {timeout: 300000}, async (t) => {
	const smtp = await mailServer(t);
	const count = 120;
	sql(`insert into counter.appointment (code, service, place, staff, during, lang, email)
		select encode(sha256(n::text::bytea), 'hex'), 'adres', '${place}', '${clerk}',
			tstzrange(now() + n * interval '10 minutes', now() + (n + 1) * interval '10 minutes'), 'nl', 'w' || n || '@example.be'
		from generate_series(1, ${count}) n`);
	const pids = () => spawnSync('pgrep', ['-f', '--', '--worker jobs'], {encoding: 'utf8'}).stdout.trim().split('\n').filter(Boolean);
	const waits = () => Number(sql(`select count(*) ${here} and reminded is null`));
	/* Each time that it is seen at work. */
	let kills = 0, left = count;
	wake();
	await until(() => {
		const now = waits();
		if (now > 0 && now < left && kills < 3)
			for (const pid of pids()) {
				process.kill(Number(pid), 'SIGKILL');
				kills++;
			}
		left = now;
		return now === 0;
	}, 'all are reminded');
	await until(() => {
		sql(`update people.mail set next = made where ended is null and next > now(); notify belfort_jobs, 'people'`);
		return sql('select count(*) from people.mail') === '0';
	}, 'all are sent and forgotten');
	const taken = smtp.taken(), [first] = await smtp.arrived(1);
	assert.equal(new Set(taken).size, count, `${taken.length} mails: one for each, a repeat under the same id`);
	assert.ok(kills >= 1, `${kills} kills`);
	assert.match(first.text, /^http:\/\/localhost:\d+\/afspraak\/afzeggen\/[\w-]{43}$/m);
	assert.match(first.text, /We zijn het nu vergeten/);
	console.log(`# ${kills} kills, ${taken.length} mails`);
});

test('an address where nobody is: the mail is forgotten too', async (t) => {
	await mailServer(t);
	await book(at(5), {email: 'nobody@example.be'});
	soon(20);
	await reminded();
	await until(() => sql('select count(*) from people.mail') === '0', 'nothing is kept');
	assert.equal(sql('select count(*) from people.address_dead'), '0', 'nor that it was wrong');
});
