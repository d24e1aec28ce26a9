/* Who audits: unusual looks of each kind, a list of whom others may be curious
 * about, counts that tell of nobody, and no resident's name anywhere.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import {ask, sql, submit, unharmed} from './lib.mjs';
import {resident, signedResident} from './residents.mjs';
import {signIn, token} from './signed.mjs';

unharmed(test);

const staff = (name, more = {}) => signIn({kind: 'staff', name, ...more});
const auditor = staff('An Kijkster', {rights: ['access.audit']});
/* Looks of STAFF one by one, as so many pages. */
const look = (who, people, {what = 'people.letter', at = 'clock_timestamp()'} = {}) => people.forEach((id) => sql(`insert into access.entry
	(look, kind, actor, subject, at) select max(id), 'staff', '${who.account}', '${id}', ${at} from belfort.look where name = '${what}'`));
const audit = async (end = '') => ask(`/beheer/inzage${end}`, {headers: auditor.headers});
const found = async (list, name) => (await audit('.json')).json[list].filter((row) => row.staff === name);
const form = async (path, fields) => submit(path, {...fields, csrf: await token('/beheer', auditor.headers)}, auditor.headers);
const months = sql(`select to_char(m, 'YYYY_MM') || ' ' || m::date || ' ' || (m + interval '1 month')::date
	from generate_series(date_trunc('month', now()) - interval '1 month', now(), interval '1 month') m`).split('\n').map((line) => line.split(' '));

/* The month before, where tests write of what was. */
for (const table of ['entry', 'seal'])
	sql(`select belfort.owner_run('belfort_access_keeper', 'access', 'create table if not exists access.${table}_${months[0][0]}
		partition of access.${table} for values from (''${months[0][1]}'') to (''${months[0][2]}'')')`);

test('themselves, their household, their address, their name', async () => {
	const home = {street: 'Familiestraat', house: '1'};
	const self = signedResident({given: 'Fien', family: 'Verwant', ...home}, {email: 'fien@stad.example'});
	const partner = resident({given: 'Piet', family: 'Anders', street: 'Elders'}), flat = resident({given: 'Buur', family: 'Vreemd', ...home});
	const cousin = resident({given: 'Neef', family: 'Verwant', street: 'Verweg'}), nobody = resident({given: 'Geen', family: 'Kennis', street: 'Nergens'});
	sql(`insert into people.household_member (resident, household, role, from_day) values
		('${self.resident}', 'g1', 'referentiepersoon', '2000-01-01'), ('${partner}', 'g1', 'partner', '2000-01-01')`);
	const clerk = staff('Fien Verwant');
	sql(`update people.account set email = 'Fien@stad.example' where id = '${clerk.account}'`);
	look(clerk, [self.resident, partner, flat, cousin, nobody]);
	const kinds = (await found('kin', 'Fien Verwant')).map((row) => Object.keys(row).find((key) => row[key] === true)).sort();
	assert.deepEqual(kinds, ['is_address', 'is_household', 'is_name', 'is_self']);
	const helper = staff('Flor Verwant'), helped = (page) => sql(`insert into access.entry (look, kind, actor, subject, on_behalf, page)
		select max(l.id), 'staff', '${helper.account}', '${cousin}', '${cousin}', (${page}) from belfort.look l where l.name like 'people.help%'`);
	helped('select max(id) from belfort.page');
	assert.deepEqual(await found('kin', 'Flor Verwant'), [], 'a page on which somebody is helped is none more');
	helped('null');
	assert.deepEqual((await found('kin', 'Flor Verwant')).map(({looks}) => looks), [1], 'but to begin to help them is one');
	const stranger = staff('Ver Wantrouw');
	look(stranger, [self.resident, cousin]);
	assert.deepEqual(await found('kin', 'Ver Wantrouw'), [], 'a part of a name is no name');
});

test('twenty residents within an hour, one by one', async () => {
	const people = Array.from({length: 20}, (_, n) => resident({given: `Nr ${n}`, family: 'Vlug'}));
	const quick = staff('Vic Vlug'), calm = staff('Cas Kalm');
	look(quick, people);
	look(calm, people.slice(0, 19));
	assert.deepEqual((await found('many', 'Vic Vlug')).map(({residents}) => residents), [20]);
	assert.deepEqual(await found('many', 'Cas Kalm'), []);
	sql(`insert into access.entry (look, kind, actor, subject) select l.id, 'staff', '${calm.account}', r::uuid
		from (select max(id) as id from belfort.look) l, unnest(array[${people.map((id) => `'${id}'`)}]) r`);
	assert.deepEqual(await found('many', 'Cas Kalm'), [], 'a list is no such look');
});

test('whom others may be curious about', async () => {
	const famous = signedResident({given: 'Bea', family: 'Beroemd', born: '1970-01-01', street: 'Rustlaan'});
	const house = resident({given: 'Op', family: 'Schuilplaats', street: 'Stille Weg', house: '7'});
	assert.equal((await form('/beheer/inzage/lijst', {reden: 'x'})).status, 422, 'a person or an address');
	assert.match((await form('/beheer/inzage/lijst', {naam: 'Nie Mand', geboren: '1970-01-01', reden: 'x'})).text, /We vinden niemand/);
	assert.equal((await form('/beheer/inzage/lijst', {naam: 'Bea Beroemd', geboren: '1970-01-01', reden: 'burgemeester'})).status, 303);
	assert.equal((await form('/beheer/inzage/lijst', {straat: 'Stille weg', huisnummer: '7', reden: 'opvanghuis'})).status, 303);
	const list = (await ask('/beheer/inzage/lijst', {headers: auditor.headers})).text;
	assert.match(list, /burgemeester[^]*opvanghuis/);
	assert.doesNotMatch(list, /Beroemd|Stille/);
	assert.match((await ask('/mijn/inzage', {headers: famous.headers})).text, /Zette u op een lijst[^]*burgemeester/, 'they see it');
	const curious = staff('Nel Nieuws');
	look(curious, [famous.resident, house]);
	assert.deepEqual((await found('watched', 'Nel Nieuws')).map(({reason}) => reason).sort(), ['burgemeester', 'opvanghuis']);
	const id = sql('select max(id) from access.watch where ended is null');
	assert.equal((await form(`/beheer/inzage/lijst/${id}/einde`, {})).status, 303);
	assert.equal((await form(`/beheer/inzage/lijst/${id}/einde`, {})).status, 404);
	assert.deepEqual((await found('watched', 'Nel Nieuws')).map(({reason}) => reason), ['burgemeester']);
	assert.equal(sql(`select count(*) from access.entry e join belfort.look l on l.id = e.look
		where l.name = 'access.watch' and e.subject = '${house}'`), '2', 'on the list and off it are looks');
});

test('looked, and did nothing', async () => {
	const idle = staff('Ine Ijdel'), busy = staff('Wim Werk'), people = Array.from({length: 3}, () => resident({family: 'Bekeken'}));
	for (const who of [idle, busy])
		look(who, people, {at: "now() - interval '2 days'"});
	assert.equal((await found('idle', 'Wim Werk')).length, 1, 'before anything was done for them');
	sql(`insert into people.letter (code, resident, made_by, made)
		select md5(r) || md5(r), r::uuid, '${busy.account}', now() - interval '2 days' from unnest(array[${people.map((id) => `'${id}'`)}]) r`);
	assert.deepEqual((await found('idle', 'Ine Ijdel')).map(({looks}) => looks), [3]);
	assert.deepEqual(await found('idle', 'Wim Werk'), []);
});

test('counts tell of ten or more, in tens, of a month that is over', async () => {
	const of = (counted) => Object.fromEntries(counted.hours.map(({hour, count}) => [hour, count]));
	const many = (n, hour) => sql(`insert into access.entry (look, kind, actor, subject, at)
		select max(l.id), 'staff', '${auditor.account}', gen_random_uuid(), '${months[0][1]}'::timestamptz + interval '${hour} hours'
		from belfort.look l, generate_series(1, ${n}) n group by n`);
	const before = of((await audit('.json')).json.counted);
	assert.deepEqual(Object.keys(before).length, 24, 'also of hours without any');
	many(9, 3);
	assert.equal(of((await audit('.json')).json.counted)[3], null);
	many(8, 3);
	const {counted} = (await audit('.json')).json;
	assert.equal(of(counted)[3], 10, 'of seventeen');
	assert.ok([...counted.hours, ...counted.looks].every(({count}) => count === null || (count >= 10 && count % 10 === 0)));
	assert.equal(counted.month, months[0][1], 'the month that is going on is not told, so nobody sees it grow by one');
	assert.match((await audit()).text, /minder dan tien/);
});

test('no resident has a name on the page', async () => {
	const {text} = await audit();
	for (const name of sql(`select distinct n.family from people.person_name n join access.entry e on e.subject = n.resident
		where not exists (select from people.account a where a.kind = 'staff' and a.name like '%' || n.family)`).split('\n'))
		assert.ok(!text.includes(name), name);
});
