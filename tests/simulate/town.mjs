/* A small town in a copy of the house, where the two rights are the city's own and
 * confirmed; and waiting until all that happened was decided upon.
 */
import fs from 'node:fs';
import {sql, until} from '../http/lib.mjs';
import {setTimeout as pause} from 'node:timers/promises';
import {begin, plus, rest, serve, today, toolAs, years} from './clock.mjs';
import {chance} from './chance.mjs';
import {City, FOLDERS, place} from './city.mjs';
import {CREDIT, Model} from './model.mjs';

const rules = `${process.env.BELFORT_DIR}/rules/benefits`;

/* What stands in these is gone: nobody of before is there, nothing was owed or decided. */
const TABLES = {
	people: 'mandate resident person_name address household_member change paper message mail',
	facts: 'value packed packed_person pending delivery staging incoming dispute',
	grants: 'granted decision open_right invitation objection review looked stuck outcome run',
	payments: 'answer payment file claim account',
};
function empty() {
	const gone = Object.entries(TABLES).flatMap(([schema, names]) => names.split(' ').map((name) => `delete from ${schema}.${name};`));
	sql(`set session_replication_role = replica; ${gone.join(' ')}
		delete from people.account where kind = 'resident';
		update facts.source set good = null, first_day = null, fault = null, rows = null, columns = null, next = now();
		update facts.refreshed set mark = null;
		update grants.appeal set since = current_date`);
}

/* --- rules -------------------------------------------------------------------- */

/* AMOUNTS: [[from day, euros], ...]. */
export function giftPublish(amounts, until_day) {
	const file = `${rules}/geboortegeschenk.lua`, text = fs.readFileSync(file, 'utf8');
	const lines = amounts.map(([from, euros]) => `    ["${from}"] = { geschenk = ${euros}, jonger_dan = 1, bevestigd_tot = "${until_day}" },\n`);
	save(file, text.replace(/bedragen = \{[^]*?\n {2}\},/, `bedragen = {\n${lines.join('')}  },`)
		.replace(/ {2}tests = \{[^]*?\n {2}\},\n/, ''));
}
/* MORE: euros on top of what it is in truth. */
export function creditPublish(until_day, more = 0) {
	const file = `${rules}/huisvuil.lua`, text = fs.readFileSync(file, 'utf8');
	const amounts = CREDIT.map((cents) => (cents / 100 + more).toFixed(2)).join(', ');
	save(file, text.replace(/(\["2023-01-01"\] = \{ krediet = \{)[^}]*(\}, bevestigd_tot = )"[^"]*"/, `$1 ${amounts} $2"${until_day}"`)
		.replace(/ {2}tests = \{[^]*?\n {2}\},\n/, ''));
}
function save(file, text) {
	fs.writeFileSync(`${file}.new`, text);
	fs.renameSync(`${file}.new`, file);
}

const inForce = () => JSON.parse(sql('select benefits.in_force()'));
export const version = () => inForce().version;

/* Another civil servant than who saved them stands by these files. */
export async function confirm(before, until_day) {
	await until(() => version() !== before, 'the files are in force');
	toolAs('bas', 'rules', 'confirm', 'benefits', until_day, 'feiten.lua', 'geboortegeschenk.lua', 'huisvuil.lua', 'vt.lua');
}

/* --- waiting ------------------------------------------------------------------- */

/* Whoever has background work is called, so that nobody waits for its turn. */
const call = "select pg_notify('belfort_jobs', name) from unnest(array['facts', 'grants']) name";
const idle = `select not exists (select from people.change) and not exists (select from facts.pending)
	and facts.whole()
	and exists (select from grants.run r where r.compared is not null and r.in_force = benefits.in_force()::jsonb
		and r.id = (select max(id) from grants.run))`;
const taken = (bad) => Object.keys(FOLDERS).every((source) => source === bad || !fs.existsSync(place(source)));

const done = (bad) => taken(bad) && sql(`${call}; ${idle}`).endsWith('t');
const waiting = () => sql('select count(*) from facts.pending');

/* All that was told is read, and decided upon; it may take long, as long as it goes
 * on.  BAD: the source whose file stays. */
export async function quiet(bad = null) {
	for (let over = false; !over;) {
		const before = waiting();
		await until(async () => {
			await pause(50);
			over = done(bad);
			return over || waiting() !== before;
		}, 'all is decided upon');
	}
}

/* --- the town -------------------------------------------------------------------- */

export async function found({day, size, seed, fresh = {social: 3, taxes: 400, family: 400}}) {
	begin(day);
	empty();
	// Nobody else tells of a status here: who is not on the list has none.
	for (const [name, days] of Object.entries(fresh)) {
		const file = `${process.env.BELFORT_DIR}/sources/${FOLDERS[name]}.ini`;
		save(file, fs.readFileSync(file, 'utf8').replace(/freshness = \d+/, `freshness = ${days}`).replace('igo..geen', 'geen'));
	}
	const before = version(), far = years(plus(day, 60), 1);
	const model = new Model({since: day, fresh, gifts: [['2020-01-01', 10000]]});
	giftPublish([['2020-01-01', 100]], far);
	creditPublish(far);
	serve();
	await confirm(before, far);
	const serial = Number(sql('select coalesce(max(serial), 0) + 1 from people.register_file'));
	const city = new City({random: chance(seed), model, serial});
	city.begin(size, day);
	await quiet();
	for (const source of Object.keys(FOLDERS)) {
		city.deliver(source, day);
		await quiet();
	}
	model.settle(today());
	return {model, city, far};
}
export {rest};
