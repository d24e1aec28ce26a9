/* Who should get what: a second opinion, of a few lines, that knows nothing of
 * tables.  It follows what the register and the sources said, with the days for
 * which they said it, and what two rules promise:
 *
 * - the made-up birth gift: a child in the register that is not a year old gets
 *   it, once, as much as it was on the first day of that right;
 * - the waste credit: once a calendar year, for a household that has a status
 *   that counts, or help with debts, on a day of that year, by how many it keeps.
 *
 * What was granted stays.  More, when what was said of that day was wrong, is
 * given; less is for a person to look at.  A household of which it is known that
 * it lost the right is told that it ends, and when it has it again that it stays.
 */
import {plus, years} from './clock.mjs';

const ROLES = ['referentiepersoon', 'partner'];
const STATUSES = ['leefloon', 'igo', 'ivt', 'it', 'zorgbudget', 'zorgtoeslag', 'wees', 'vt', 'leefloon_kort', 'geen'];
const COUNT_AS_VT = STATUSES.slice(0, 8);
const HELP = ['geen', 'ocmw', 'attest'];
export const CREDIT = [6300, 9450, 12600, 15750, 15750, 18900];

/* [from, until, value]: said of [from, for ever) from now on. */
function say(spans, from, value) {
	const before = spans.filter((span) => span[0] < from)
		.map(([start, until, was]) => [start, until < from ? until : from, was]);
	return [...before, [from, '9999', value]];
}
const cut = (spans, day) => spans.filter(([from]) => from < day)
	.map(([from, until, value]) => [from, until < day ? until : day, value]);
const on = (spans, day) => (spans ?? []).find(([from, until]) => from <= day && day < until)?.[2];

export class Model {
	/* GIFTS: [[from day, cents], ...], the last one first.  FRESH: days for which what
	 * a source said is known. */
	constructor({since, gifts, fresh}) {
		Object.assign(this, {since, gifts, fresh});
		this.people = new Map();
		this.homes = new Map();   /* each with who ever lived there */
		this.sources = {social: null, family: null};
		this.granted = [];
	}

	/* --- the register ------------------------------------------------------- */

	arrive(number, born, home, role, from) {
		this.people.set(number, {number, born, stays: [], gone: null});
		this.move(number, home, role, from);
	}
	move(number, home, role, from) {
		const person = this.people.get(number);
		person.stays = say(person.stays, from, {home, role});
		this.homes.set(home, (this.homes.get(home) ?? new Set()).add(person));
	}
	leave(number, day) {
		const person = this.people.get(number);
		person.stays = cut(person.stays, day);
		person.gone = day;
	}
	members(home, day) {
		return [...this.homes.get(home) ?? []].flatMap((person) => {
			const stay = on(person.stays, day);
			return stay?.home === home ? [{number: person.number, born: person.born, role: stay.role}] : [];
		});
	}
	/* Who is told and paid: of age before not, who stands first in the household, the eldest. */
	addressee(home) {
		const minor = ({born}) => born > years(this.today, -18);
		const place = ({role}) => (ROLES.indexOf(role) + 1) || 9;
		return this.members(home, this.today).sort((a, b) => minor(a) - minor(b) || place(a) - place(b)
			|| (a.born < b.born ? -1 : 1))[0]?.number ?? null;
	}

	/* --- sources that hold everybody ---------------------------------------- */

	/* A good file: ROWS {number: {fact: [from, value]}}. */
	deliver(name, day, rows) {
		const source = this.sources[name] ??= {first: day, said: new Map()};
		source.good = day;
		const facts = new Set([...source.said.keys(), ...Object.entries(rows).flatMap(([number, row]) =>
			Object.keys(row).map((fact) => `${number} ${fact}`))]);
		for (const key of facts) {
			const [number, fact] = key.split(' '), told = rows[number]?.[fact], spans = source.said.get(key) ?? [];
			source.said.set(key, told ? say(spans, ...told) : cut(spans, day));
		}
	}
	/* What is said of somebody on a day: undefined, nothing can be; null, nothing is. */
	said(name, number, fact, day) {
		const source = this.sources[name];
		if (!source || day < source.first || day > plus(source.good, this.fresh[name]))
			return undefined;
		return on(source.said.get(`${number} ${fact}`), day) ?? null;
	}

	/* --- rules --------------------------------------------------------------- */

	gift(person, day) {
		const child = on(person.stays, day) && person.born <= day && day < years(person.born, 1);
		return child ? this.gifts.find(([from]) => from <= day)[1] : null;
	}

	/* Of a household on a day: cents; 0, no right; null, nobody can know. */
	credit(home, day) {
		const members = this.members(home, day);
		const all = (name, fact, none) => members.map(({number}) => {
			const said = this.said(name, number, fact, day);
			return said === null ? none : said;
		});
		const status = all('social', 'statuut', 'geen'), help = all('social', 'schuldhulp', 'geen');
		if (!members.length || status.includes(undefined))
			return null;
		const first = STATUSES[Math.min(...status.map((word) => STATUSES.indexOf(word)))];
		const most = HELP[Math.max(...help.map((word) => HELP.indexOf(word)))];
		if (!COUNT_AS_VT.includes(first) && most === 'geen')
			return 0;
		const kept = all('family', 'ten_laste', null), told = [...new Set(kept.filter((n) => n !== null))];
		if (kept.includes(undefined) || told.length > 1)
			return null;
		return CREDIT[Math.min(told[0] ?? 0, 5)];
	}

	/* --- what follows --------------------------------------------------------- */

	settle(day) {
		this.today = day;
		for (const person of this.people.values())
			this.giftFor(person);
		for (const home of this.homes.keys()) {
			for (let year = Number(this.since.slice(0, 4)); year <= Number(day.slice(0, 4)); year++)
				this.creditFor(home, year);
			this.goesOn(home, day);
		}
	}
	/* Of whom (a child, a household) somebody wants none in that period. */
	declines(rule, whose, year) {
		const grant = this.granted.find((one) => one.rule === rule && one.year === year && (one.child ?? one.home) === whose);
		grant.declined = true;
		grant.less = null;
	}
	/* All that was ever decided to be owed. */
	owed() {
		return this.granted.flatMap(({owed}) => owed).reduce((sum, n) => sum + n, 0);
	}
	give(grant) {
		this.granted.push({state: 'granted', told: ['grant'], owed: [grant.cents], less: null, declined: false, ...grant});
	}
	giftFor(person) {
		const here = on(person.stays, this.today);
		if (person.gone || !here || this.granted.some((grant) => grant.child === person.number))
			return;
		for (let day = this.since; day <= this.today; day = plus(day, 1)) {
			const cents = this.gift(person, day);
			if (cents) {
				this.give({rule: 'geboortegeschenk', home: here.home, child: person.number, year: null, day, cents,
					addressee: this.addressee(here.home)});
				return;
			}
		}
	}
	ofYear(home, year) {
		const whom = this.addressee(home), those = this.granted.filter((grant) => grant.rule === 'huisvuil' && grant.year === year);
		return those.find((grant) => grant.home === home) ?? those.find((grant) => whom && grant.addressee === whom);
	}
	creditFor(home, year) {
		const has = this.ofYear(home, year);
		if (has?.home === home)
			return this.correct(has);
		if (has || !this.addressee(home))
			return;
		const from = `${year}-01-01` < this.since ? this.since : `${year}-01-01`;
		for (let day = from; day <= this.today && day.startsWith(String(year)); day = plus(day, 1)) {
			const cents = this.credit(home, day);
			if (cents) {
				this.give({rule: 'huisvuil', home, child: null, year, day, cents, addressee: this.addressee(home)});
				return;
			}
		}
	}
	correct(grant) {
		const cents = this.credit(grant.home, grant.day);
		if (cents === null || grant.declined)
			return;
		grant.less = cents < grant.cents ? cents : null;
		if (cents > grant.cents) {
			grant.told.push('correct');
			grant.owed.push(cents - grant.cents);
			grant.cents = cents;
		}
	}
	goesOn(home, day) {
		const year = Number(day.slice(0, 4)), cents = this.credit(home, day);
		const speaks = (one) => one?.home === home || !this.members(one.home, day).length;
		const grant = [year, year - 1].map((of) => this.ofYear(home, of)).find((one) => one && speaks(one));
		if (!grant || grant.declined || cents === null)
			return;
		if (cents === 0 && grant.state === 'granted') {
			grant.state = 'ending';
			grant.told.push('end');
		} else if (cents > 0 && grant.state === 'ending' && grant.year === year) {
			grant.state = 'granted';
			grant.told.push('stay');
		}
	}
}
