/* A city of people who do not exist, and what happens to them from day to day:
 * told to the register and to the sources as files, and to the model at once.
 */
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {plus, tool} from './clock.mjs';

const dir = process.env.BELFORT_DIR, tree = process.env.BELFORT_TREE;
const COLUMNS = ['volgnummer', 'soort', 'datum', 'rijksregisternummer', 'vorig_nummer', 'naam', 'voornamen', 'geboortedatum',
	'straat', 'huisnummer', 'bus', 'postcode', 'referentieadres', 'gezin', 'gezinsrol', 'rekening', 'einde_reden'];
const PLACE = {straat: 'Nergensstraat', huisnummer: 1, postcode: 9000};
export const FOLDERS = {social: 'sociale-dienst', taxes: 'belastingen', family: 'gezinsbijslag'};
const HELP = {budget: 'ocmw', regeling: 'attest'};

/* Like demo/people/make: it proves itself, and its month is nobody's. */
export function nationalNumber(born, n) {
	const base = born.slice(2, 4) + (Number(born.slice(5, 7)) + 60) + born.slice(8) + String(n).padStart(3, '0');
	const check = 97 - Number((born >= '2000' ? '2' : '') + base) % 97;
	return `${base.slice(0, 2)}.${base.slice(2, 4)}.${base.slice(4, 6)}-${base.slice(6)}.${String(check).padStart(2, '0')}`;
}

/* Where a source drops its file. */
export const place = (source) => `${dir}/drop/${FOLDERS[source]}/${FOLDERS[source]}.csv`;

/* A file is moved to its place when it is whole. */
export function drop(source, text) {
	const file = place(source), folder = path.dirname(file);
	fs.mkdirSync(folder, {recursive: true});
	fs.writeFileSync(`${folder}/.half`, text);
	execFileSync('chown', ['-R', '--reference', `${dir}/drop`, folder]);
	fs.renameSync(`${folder}/.half`, file);
}

export class City {
	constructor({random, model, serial}) {
		Object.assign(this, {random, model, serial});
		this.named = new Map();   /* number: the name that finds them in the database */
		this.rows = {social: {}, taxes: {}, family: {}};
		this.used = 500;
		this.homesMade = 0;
	}

	/* --- the first day: the register as a whole ---------------------------------- */

	begin(size, day) {
		const [head, ...lines] = execFileSync(`${tree}/demo/people/make`, ['residents', String(size)], {encoding: 'utf8'})
			.trim().split('\n').map((line) => line.split(','));
		for (const line of lines) {
			const row = Object.fromEntries(head.map((name, at) => [name, line[at]]));
			line[head.indexOf('volgnummer')] = this.serial;
			line[head.indexOf('naam')] = this.name(row.rijksregisternummer);
			if (!row.einde)
				this.model.arrive(row.rijksregisternummer, row.geboortedatum, row.gezin, row.gezinsrol, row.inwoner_sinds);
		}
		this.import([head, ...lines]);
		for (const {number, born} of this.model.people.values())
			this.rowsOf(number, born, `${day.slice(0, 4)}-01-01`);
	}
	name(number) {
		const name = `Gesimuleerd${this.named.size + 1}`;
		this.named.set(number, name);
		return name;
	}
	numberOf(name) { return [...this.named].find(([, each]) => each === name)[0]; }
	import(rows) {
		const file = `${dir}/cache/register.csv`;
		fs.writeFileSync(file, `${rows.map((row) => row.join(',')).join('\n')}\n`);
		tool('import', 'people', file);
		this.serial++;
	}
	rowsOf(number, born, from) {
		const {random} = this;
		if (born > plus(from, -19 * 365))
			return;
		this.rows.taxes[number] = [from, 900000 + random.below(4200000)];
		if (random.once(0.15))
			this.rows.social[number] = {statuut: random.of(['vt', 'leefloon', 'igo', '']), schuldhulp: random.of(['', 'nee', 'budget']), from};
		const stay = this.model.members(this.homeOf(number), from).length;
		if (this.leads(number) && stay > 1)
			this.rows.family[number] = {kinderen: 0, ten_laste: Math.min(stay - 1, 12), from};
	}
	homeOf(number) { return this.model.people.get(number).stays.at(-1)[2].home; }
	leads(number) { return this.model.people.get(number).stays.at(-1)[2].role === 'referentiepersoon'; }

	/* --- a day in the register ----------------------------------------------------- */

	present() { return [...this.model.people.values()].filter(({gone}) => !gone); }
	/* Somebody whom nothing happens to today yet. */
	somebody(fits = () => true) {
		const one = this.random.of(this.present().filter((person) => !this.touched.has(person.number) && fits(person)));
		if (one)
			this.touched.add(one.number);
		return one;
	}
	newNumber(born) { return nationalNumber(born, ++this.used % 1000); }

	born(day, late) {
		const parent = this.somebody(({born, number}) => born < '2006' && born > '1970' && this.leads(number));
		const date = plus(day, -late);
		return parent ? [this.comes(this.newNumber(date), date, this.homeOf(parent.number), 'kind', date)] : [];
	}
	comes(number, born, home, role, from) {
		this.touched.add(number);
		this.model.arrive(number, born, home, role, from);
		return {soort: 'nieuw', datum: from, rijksregisternummer: number, naam: this.name(number), voornamen: 'Nieuw',
			geboortedatum: born, ...PLACE, gezin: home, gezinsrol: role};
	}
	familyComes(day) {
		const home = `S${++this.homesMade}`, {random} = this, ages = [25 + random.below(40), 24 + random.below(30)];
		const rows = ages.slice(random.below(2)).map((age, at) => {
			const born = plus(day, -age * 365 - random.below(300));
			return this.comes(this.newNumber(born), born, home, at ? 'partner' : 'referentiepersoon', day);
		});
		if (random.once(0.5)) {
			const born = plus(day, -10 - random.below(400));
			rows.push(this.comes(this.newNumber(born), born, home, 'kind', day));
		}
		return rows;
	}
	goes(day, reason) {
		const one = this.somebody();
		if (!one)
			return [];
		this.model.leave(one.number, day);
		for (const rows of Object.values(this.rows))
			delete rows[one.number];
		return [{soort: 'einde', datum: day, rijksregisternummer: one.number, einde_reden: reason}];
	}
	/* Somebody goes to live elsewhere: alone, or with a household that is there. */
	moves(day, {leader = false, join = false} = {}) {
		const one = this.somebody(({born, number}) => born < plus(day, -19 * 365) && this.leads(number) === leader
			&& this.model.members(this.homeOf(number), day).length > 1);
		if (!one)
			return [];
		const other = join && this.somebody(({number}) => this.homeOf(number) !== this.homeOf(one.number) && this.leads(number));
		const home = other ? this.homeOf(other.number) : `S${++this.homesMade}`, role = other ? 'partner' : 'referentiepersoon';
		this.model.move(one.number, home, role, day);
		return [{soort: 'wijziging', datum: day, rijksregisternummer: one.number, gezin: home, gezinsrol: role, ...PLACE}];
	}

	/* One child, and nothing else. */
	birth(day) {
		this.touched = new Set();
		this.tell(this.born(day, 0));
	}
	tell(rows) {
		this.import([COLUMNS, ...rows.map((row) => COLUMNS.map((name) => ({volgnummer: this.serial, ...row})[name] ?? ''))]);
	}
	/* What one file of the register tells; the days of some things are past. */
	registerDay(day) {
		const {random} = this;
		this.touched = new Set();
		const rows = [
			...this.born(day, 0), ...this.born(day, random.below(6)),
			...random.once(0.5) ? this.familyComes(day) : [],
			...random.once(0.5) ? this.goes(day, random.of(['overleden', 'vertrokken'])) : [],
			...random.once(0.6) ? this.moves(day, {leader: random.once(0.4), join: random.once(0.3)}) : [],
			...random.once(0.3) ? this.moves(plus(day, -random.below(4))) : [],
		];
		if (rows.length)
			this.tell(rows);
	}

	/* --- a day at the sources --------------------------------------------------------- */

	socialDay(day) {
		const {random, rows} = this, adults = this.present().filter(({born}) => born < plus(day, -19 * 365));
		for (let n = random.below(3); n > 0; n--)
			rows.social[random.of(adults).number] = {statuut: random.of(['vt', 'leefloon', 'igo', 'zorgbudget']), schuldhulp: 'nee',
				from: plus(day, -random.below(9))};
		if (random.once(0.5)) {
			const one = random.of(Object.keys(rows.social));
			delete rows.social[one];
		}
		if (random.once(0.4))
			rows.social[random.of(adults).number] = {statuut: '', schuldhulp: random.of(['budget', 'regeling']), from: day};
	}
	/* How many somebody keeps, from today or as it should have been all the year. */
	familyDay(day) {
		const {random, rows} = this;
		for (let n = 1 + random.below(3); n > 0; n--) {
			const one = random.of(this.present().filter(({number}) => this.leads(number)));
			rows.family[one.number] = {kinderen: random.below(4), ten_laste: random.below(7),
				from: random.once(0.5) ? day : `${day.slice(0, 4)}-01-01`};
		}
	}
	text(source) {
		const line = {
			social: ([number, {statuut, schuldhulp, from}]) => [number, statuut, schuldhulp, from],
			taxes: ([number, [from, cents]]) => [number, (cents / 100).toFixed(2), from],
			family: ([number, {kinderen, ten_laste, from}]) => [number, kinderen, ten_laste, from],
		}[source];
		const head = {social: 'rijksregisternummer,statuut,schuldhulp,vanaf', taxes: 'rijksregisternummer,inkomen,vanaf',
			family: 'rijksregisternummer,kinderen,ten_laste,vanaf'}[source];
		return `${head}\n${Object.entries(this.rows[source]).map((row) => line(row).join(',')).join('\n')}\n`;
	}
	/* Delivers a good file; the model is told when somebody sees to it that it is read. */
	deliver(source, day) {
		const said = {
			social: ({statuut, schuldhulp, from}) => ({...statuut && {statuut: [from, statuut]},
				...schuldhulp && {schuldhulp: [from, HELP[schuldhulp] ?? 'geen']}}),
			family: ({ten_laste, from}) => ({ten_laste: [from, ten_laste]}),
			taxes: () => ({}),
		}[source];
		this.model.deliver(source, day, Object.fromEntries(Object.entries(this.rows[source])
			.filter(([number]) => this.model.people.has(number)).map(([number, row]) => [number, said(row)])));
		drop(source, this.text(source));
	}
}
