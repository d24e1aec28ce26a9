/* A child is born in the register, and a right of the city is granted without
 * anybody asking: once, whatever happens to who decides it.
 *
 * BELFORT_FULL=1: as often as docs/reliability.md tells; else a few times.
 */
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import test from 'node:test';
import {setTimeout as pause} from 'node:timers/promises';
import {log, sql, unharmed, until} from './lib.mjs';
import {another, birth, decided, gift, halt, household, kill, member, remake, sane, today} from './grants.mjs';
import {save, settled, version} from './benefits.mjs';
import {conversation, hangUp} from './psql.mjs';
import {during, hits} from '../simulate/kills.mjs';
import {signIn} from './signed.mjs';

unharmed(test);

const dir = process.env.BELFORT_DIR, full = Boolean(process.env.BELFORT_FULL);
const family = 'Toekenning', folder = `${dir}/rules/benefits`;
const rule = (name) => fs.readFileSync(`${folder}/${name}`, 'utf8');
let before;

test.before(async () => {
	before = {...Object.fromEntries(['delijn.lua', 'geboortegeschenk.lua'].map((name) => [name, rule(name)]))};
	await decided();
});
test.after(hangUp);
test.afterEach(sane);
test.after(async () => {
	halt();
	Object.entries(before).forEach(([name, text]) => rule(name) === text || save(name, text));
	await settled();
});

/* As the register writes them: nobody has such a number. */
function number(n) {
	const base = `${today().slice(2, 4)}71${today().slice(8)}${String(n % 1000).padStart(3, '0')}`;
	const digits = base + String(97 - Number(BigInt(`2${base}`) % 97n)).padStart(2, '0');
	return digits.replace(/^(..)(..)(..)(...)(..)$/, '$1.$2.$3-$4.$5');
}

test('a child is born in the register file: a decision, a notice and a payment line, once', async () => {
	const file = `${fs.mkdtempSync(`${os.tmpdir()}/bf-birth-`)}/geboorte.csv`;
	const serial = Number(sql("select max(serial) from people.register_file where shape like 'residents%'")) + 1;
	const [home, parent] = sql(`select m.household, m.resident from people.household_member m
		where m.until is null and m.role = 'referentiepersoon' limit 1`).split('|');
	const known = `(select count(*) from grants.granted where rule = 'geboortegeschenk')`, was = Number(sql(`select ${known}`));
	fs.writeFileSync(file, 'volgnummer,soort,datum,rijksregisternummer,vorig_nummer,naam,voornamen,geboortedatum,straat,huisnummer,bus,'
		+ 'postcode,referentieadres,gezin,gezinsrol,rekening,einde_reden\n'
		+ `${serial},nieuw,${today()},${number(process.pid)},,${family},Nora,${today()},Ketelmistreusdreef,1,,9000,,${home},kind,,\n`);
	execFileSync('belfort', ['import', 'people', file]);
	await until(() => Number(sql(`select ${known}`)) === was + 1, 'the gift is granted');
	await decided();
	const child = sql(`select resident from people.person_name where family = '${family}' order by from_day desc limit 1`);
	assert.deepEqual(gift(child), {granted: [{state: 'granted', cents: 10000, addressee: parent}], decisions: 1,
		owed: [{cents: 10000, kind: 'transfer', to: parent}], told: 1});
	const [said] = JSON.parse(sql(`select json_agg(d) from grants.decision d where subject = '${child}'`));
	assert.match(said.number, /^B-\d{4}-\d{7}$/);
	assert.match(said.motivation.nl, /Geboortegeschenk.*€\u00a0100, één keer, want de leeftijd \(0\) is lager dan 1/);
	assert.match(said.motivation.en, /You are entitled/);
	assert.match(said.motivation.fr, /Vous avez droit/);
	assert.deepEqual(said.facts.map(({fact, low, high, source}) => [fact, low, high, source]),
		[['geboortedatum', Date.parse(today()) / 86400000, Date.parse(today()) / 86400000, 'register']]);
	assert.equal(said.version, await version());
	const letter = sql(`select data from people.paper where kind = 'granted' and data ->> 'number' = '${said.number}'`);
	const {body, days, contact, path} = JSON.parse(letter);
	assert.ok(/Beroepscollege/.test(body) && days === 60 && contact && path === '/mijn/rechten', 'how to object, and where to appeal');
	assert.equal(sql(`select count(*) from access.entry where subject = '${child}' and rule = 'geboortegeschenk'`), '1', 'and that a rule read it');
});

test('twins are two; who moves with a child gets nothing twice', async () => {
	const home = household(family), twins = [birth(family, home), birth(family, home)];
	await until(() => twins.every((child) => gift(child).granted), 'both are granted');
	const other = household(family, '1970-01-01');
	sql(`update people.household_member set until = current_date where resident = '${twins[0]}' and until is null;
		insert into people.household_member (resident, household, role, from_day) values ('${twins[0]}', '${other}', 'kind', current_date)`);
	await decided();
	for (const child of twins)
		assert.deepEqual([gift(child).decisions, gift(child).owed.length, gift(child).told], [1, 1, 1]);
});

test('nobody is written about who died', async () => {
	const home = household(family), late = member(family, home, 'kind', today(-3));
	sql(`update people.resident set until = current_date, ended = 'overleden' where id = '${late}'`);
	sql(`update people.household_member set until = current_date where resident = '${late}' and until is null`);
	await decided();
	const {granted, told} = gift(late);
	assert.ok(granted === null || told === 1, 'only what was decided before');
	assert.equal(sql(`select count(*) from people.paper where resident = '${late}'`), '0');
});

test('a rule of which a second person confirms another condition is run for the whole city', async () => {
	const home = household(family), child = member(family, home, 'kind', today(-500));
	await decided();
	assert.equal(gift(child).granted, null, 'too old for it');
	const runs = Number(sql('select max(id) from grants.run'));
	save('geboortegeschenk.lua', before['geboortegeschenk.lua'].replace('leeftijd(feit.geboortedatum), bedrag.jonger_dan)', 'leeftijd(feit.geboortedatum), 2)')
		.replace(/op = "2025-06-01", \{ geboortedatum = "2024-06-01" \}, \{ recht = nee \}/, 'op = "2026-06-01", { geboortedatum = "2024-06-01" }, { recht = nee }'));
	await settled();
	await until(() => Number(sql('select max(id) from grants.run where compared is not null')) > runs, 'there was a run');
	await decided();
	assert.equal(gift(child).granted, null, 'one person alone changes nothing');
	const checker = signIn({kind: 'staff', name: 'Bo Kijkt', rights: ['benefits.confirm'], signed: 'now()'});
	sql(`select benefits.confirm_parts('${checker.account}', array['geboortegeschenk.lua'], current_date + 30)`);
	await until(() => gift(child).granted, 'with two it does');
	await decided();
	const [rows, states] = sql(`select (select count(*) from grants.outcome where run = n.id), (select count(*)
		from facts.known_person k cross join lateral grants.outcomes_of(k.household, k.resident) o where k.resident = '${child}' and o.rule = 'geboortegeschenk' and o.state = 'yes')
		from (select max(id) as id from grants.run where ended is not null) n`).split('|').map(Number);
	assert.ok(rows > 0);
	assert.equal(states, 1, 'what came out of the run can be read for one person');
	save('geboortegeschenk.lua', before['geboortegeschenk.lua']);
	await settled();
	await until(() => sql("select count(*) from grants.run r where r.in_force ->> 'version' = (benefits.in_force() ->> 'version') and r.compared is not null") !== '0', 'the run after it');
	await decided();
	assert.equal(gift(child).granted.length, 1, 'what came once stays');
});

test('each decision comes out again from its facts and its version', () => {
	const told = remake();
	assert.match(told, /^decisions=\d+ different=0$/);
	assert.ok(Number(/=(\d+)/.exec(told)[1]) > 0);
	const [one] = JSON.parse(sql("select json_agg(r) from (select grants.remake() as r limit 1) x"));
	for (const wrong of [{...one, cents: one.cents + 1}, {...one, state: 'no'}, {...one, motivation: {...one.motivation, fr: 'autre'}}, {...one, facts: []}])
		assert.throws(() => remake(JSON.stringify(wrong)), /do not come out again/);
});

test('a change that comes while a household is decided on is decided on too', async () => {
	const home = household(family);
	await decided();
	const holder = conversation(), follower = conversation();
	await holder.say('begin; lock table grants.decision in exclusive mode');
	const first = birth(family, home);
	await until(() => sql("select count(*) from pg_stat_activity where usename = 'belfort_jobs' and wait_event_type = 'Lock' and query like '%grants.settle%'") !== '0',
		'it is being decided on');
	const second = birth(family, home), followed = follower.say('select facts.follow()');
	await until(() => sql(`select (select count(*) from people.change where household = '${home}') = 0
		or exists (select from pg_stat_activity where query like 'select facts.follow()%' and wait_event_type = 'Lock')`) === 't', 'the change came');
	await holder.say('commit');
	await followed;
	await until(() => gift(second).granted, 'the second one is not lost');
	assert.equal(gift(first).decisions, 1);
});

test('as long as somebody decides by a version, no other one comes in force', async () => {
	await settled();
	await decided();
	const first = await version(), decides = conversation();
	await decides.say(`begin; select benefits.in_force_kept(${first})`);
	save('delijn.lua', `-- bewaard\n${before['delijn.lua']}`);
	await until(() => sql(`select count(*) from pg_locks where locktype = 'advisory' and not granted and mode = 'ExclusiveLock'
		and database = (select oid from pg_database where datname = current_database())`) !== '0', 'another version waits');
	assert.equal(await version(), first);
	await decides.say('commit');
	await until(async () => await version() !== first, 'it comes in force');
	assert.throws(() => sql(`select benefits.in_force_kept(${first})`), /other rules/, 'and nobody decides by the old one any more');
	save('delijn.lua', before['delijn.lua']);
	await settled();
});

test('processes are killed while facts change and rules are replaced: nothing is lost, nothing is twice', async (t) => {
	const wanted = full ? 1000 : 25, children = [], from = log.where('belfort'), fell = log.where('postgresql');
	const homes = Array.from({length: wanted / 4}, () => household(family));
	let kills = 0, versions = 0;
	another();
	another();
	const first = await version();
	while (kills < wanted) {
		kills += kill();
		children.push(birth(family, homes[children.length % homes.length]));
		if (kills % 8 === 4) {
			save('delijn.lua', `-- ${++versions}\n${before['delijn.lua']}`);
			children.push(birth(family, household(family)));
		}
		await pause(Math.random() * 120);
		/* Else most are killed while they begin. */
		if (kills % 2)
			await during('grants');
	}
	halt();
	await sane();
	await settled();
	await decided();
	const became = children.map((child) => ({child, ...gift(child)}));
	const lost = became.filter(({granted}) => granted === null);
	const twice = became.filter(({decisions, owed, told}) => decisions !== 1 || owed?.length !== 1 || told !== 1);
	assert.deepEqual({lost, twice}, {lost: [], twice: []});
	assert.equal(sql('select count(*) from grants.stuck'), '0');
	assert.match(remake(), /different=0$/, 'and no decision mixes versions');
	t.diagnostic(`${kills} kills, ${hits(fell)} in a transaction, ${children.length} births, versions ${first} to ${await version()}, by ${sql(`select count(distinct version) from grants.decision`)} versions`);
	assert.doesNotMatch(log.since('belfort', from), /event=job_failed job=grants\.\w+ detail="[^"]*(23|42)\w{3}:/);
});
