/* What it costs to renew what is known of everybody, 125,000 households with
 * what three databases say of them, and what somebody waits for who changed
 * meanwhile: on a new day, and when a database is heard of again.
 */
import fs from 'node:fs';
import {setTimeout as pause} from 'node:timers/promises';
import {sql} from '../tests/http/lib.mjs';
import {birth, gift, household} from '../tests/http/grants.mjs';
import {conversation} from '../tests/http/psql.mjs';

const COUNT = Number(process.env.COUNT ?? 125000), SHARE = 1000;
const row = (name, figure, limit) => console.log(`${name.padEnd(34)} ${figure.padEnd(40)} ${limit}`);
const middle = (list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)];
const load = () => fs.readFileSync('/proc/loadavg', 'utf8').split(' ')[0];
/* Until CONDITION, however long that takes. */
async function long(condition) {
	while (!condition())
		await pause(100);
}
const whole = () => sql('select facts.whole()') === 't';

/* COUNT households of one to four, each with what the databases of the demo say. */
function city() {
	sql(`set session_replication_role = replica; select setseed(0.5);
		create temp table home as select 'BENCH' || n as household, 1 + floor(random() * random() * 2.9)::integer as size from generate_series(1, ${COUNT}) n;
		create temp table who as select gen_random_uuid() as id, household, n from home cross join generate_series(1, size) n;
		insert into people.resident (id, born, since) select id, current_date - 365 * (case when n > 2 then 5 else 40 end) - floor(random() * 300)::integer, '2020-01-01' from who;
		insert into people.household_member (resident, household, role, from_day)
		select id, household, ('{referentiepersoon,partner,kind,kind}'::text[])[n], '2020-01-01' from who;
		insert into facts.value (fact, source, resident, low, high, valid)
		select f.number, s.id, w.id, v.at, v.at, '[2026-01-01,)' from who w
		cross join lateral (values ('belastingen', 'belastbaar_jaar', case when w.n < 3 then (random() * 4000000)::integer else 0 end),
			('sociale_dienst', 'statuut', case when w.n = 1 and random() < 0.1 then 0 end),
			('gezinsbijslag', 'kinderen', case when w.n = 3 then 2 end)) v(source, fact, at)
		join facts.source s on s.name = v.source join facts.fact f on f.name = v.fact where v.at is not null`);
	sql('vacuum analyze people.resident, people.household_member, facts.value');
	sql('update facts.refreshed set mark = null');
}

/* Seconds from a birth to what is decided about it. */
async function born(n) {
	const home = household('Bench');
	await long(() => sql(`select (select count(*) from people.change where household = '${home}')
		+ (select count(*) from facts.pending where household = '${home}')`) === '0');
	const from = Date.now(), child = birth(`Bench${n}`, home);
	await long(() => gift(child).decisions === 1);
	return (Date.now() - from) / 1e3;
}

/* Births while all is renewed, and for TIMES more; the longest wait. */
async function meanwhile(name, limit, over) {
	const from = Date.now(), waits = [];
	for (let n = 0; n < 3 || !over(); n++)
		waits.push(await born(n));
	row(`facts: ${name}`, `${((Date.now() - from) / 1e3).toFixed(0)} s, load ${load()}`, '');
	row('facts: a birth meanwhile', `median ${middle(waits).toFixed(1)} s, most ${Math.max(...waits).toFixed(1)} s of ${waits.length}`, limit);
}

await long(() => sql('select (select count(*) from people.change) + (select count(*) from facts.pending)') === '0');
city();
await long(whole);
sql('truncate facts.pending');
sql('vacuum analyze facts.packed, facts.packed_person');

sql('update facts.refreshed set mark = null');
await meanwhile('a new day', '5 s', whole);

const talk = conversation(), shares = [];
sql('update facts.refreshed set mark = null');
for (let more = true; more;) {
	const from = Date.now();
	more = JSON.parse(await talk.say(`select facts.refresh_next(${SHARE})`)).more;
	shares.push((Date.now() - from) / 1e3);
}
await talk.close();
row('facts: a share of 1,000', `median ${middle(shares).toFixed(2)} s, most ${Math.max(...shares).toFixed(2)} s of ${shares.length}`, '');

sql("update facts.source set good = now() - interval '401 days' where name = 'sociale_dienst'");
await long(whole);
sql("select facts.source_alive('sociale_dienst', now())");
await meanwhile('a database comes back', '5 s', whole);
row('facts: who waits then', sql('select count(*) from facts.pending'), '');
await meanwhile('five more', '5 s', () => true);
