/* What happens in a town from day to day, and that after each part of a day the
 * database holds what the model says.
 */
import assert from 'node:assert/strict';
import {drop} from './city.mjs';
import {plus, turn} from './clock.mjs';
import {held, holds, keyOf} from './ledger.mjs';
import {Office} from './office.mjs';
import {acts, shown} from './resident.mjs';
import {confirm, giftPublish, quiet, version} from './town.mjs';
import {sql} from '../http/lib.mjs';

const GARBAGE = ['rijksregisternummer,status\nx,y\n', '', 'rijksregisternummer,statuut,schuldhulp,vanaf\n"', '\0\x01\x02'];

export class Week {
	/* TOWN as found() gives it; RULE: on which day an amount changes; BROKEN: [from, until]
	 * on which days the social service delivers garbage; KILLS: while all follows, or null. */
	constructor({town, random, start, rule, broken, kills = null}) {
		Object.assign(this, town, {random, start, rule, broken, kills, stays: null, asked: new Set(), office: new Office(random)});
	}

	async follows(what) {
		await this.kills?.strike();
		await quiet(this.stays);
		this.model.settle(this.now);
		this.holds(what);
	}
	holds(what) {
		holds(this.model, this.city.named, this.now, `${this.now}: ${what}`);
	}

	/* --- parts of a day ---------------------------------------------------------- */

	async amountChanges() {
		const before = version();
		giftPublish([['2020-01-01', 100], [this.now, 120]], this.far);
		await confirm(before, this.far);
		this.model.gifts.unshift([this.now, 12000]);
	}
	social(n) {
		const isBroken = n >= this.broken[0] && n < this.broken[1];
		this.stays = isBroken ? 'social' : null;
		if (isBroken)
			return drop('social', this.random.of(GARBAGE));
		this.city.socialDay(this.now);
		this.city.deliver('social', this.now);
	}
	/* Somebody declines, objects, wants a person to look: one thing in a day. */
	async resident() {
		const may = held().filter(({state}) => state === 'granted').sort((a, b) => keyOf(a) < keyOf(b) ? -1 : 1);
		if (!may.length || this.random.once(0.3))
			return;
		const one = this.random.of(may), [name, act] = this.random.of(Object.entries(acts));
		if (sql(`select until from people.resident where id = '${one.whom}'`))
			return; /* who died or left signs in no more */
		const left = one.numbers.some((number) => ['left', 'paid'].includes(this.office.lines.get(number)?.state));
		const again = this.asked.has(`${name} ${one.number}`), status = await act(one);
		assert.equal(status, again || (act === acts.decline && left) ? 409 : 303, `${name} ${one.number}`);
		this.asked.add(`${name} ${one.number}`);
		if (act !== acts.decline || left)
			return;
		this.model.declines(one.rule, one.child ? this.city.numberOf(one.child) : one.home, one.year);
		this.office.forget(one.numbers);
	}

	async day(n) {
		this.now = plus(this.start, n);
		turn(this.now);
		await this.follows('another day');
		if (n === this.rule)
			await this.amountChanges();
		this.city.registerDay(this.now);
		await this.follows('the register');
		this.social(n);
		await this.follows('the social service');
		if (n % 2) {
			this.city.familyDay(this.now);
			this.city.deliver('family', this.now);
			await this.follows('family benefits');
			return;
		}
		await this.resident();
		this.holds('a resident');
		await this.office.day(this.now);
		this.office.balances(this.model.owed());
	}

	/* --- the end -------------------------------------------------------------------- */

	/* How many see on their page what was decided for them, and how much. */
	async pages() {
		const there = new Set(sql('select id from people.resident where until is null').split('\n')), pages = new Map();
		for (const {whom, number, cents} of held()) {
			if (!there.has(whom))
				continue;
			if (!pages.has(whom))
				pages.set(whom, await shown(whom));
			assert.equal(pages.get(whom)[number], cents, `the page of ${whom} shows ${number}`);
		}
		return pages.size;
	}
}
