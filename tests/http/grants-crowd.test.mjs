/* Fifty workers change facts while three hosts decide, the whole city is decided on
 * and the rules are replaced: no change is lost, nothing is granted twice, and no
 * decision mixes versions.  And how long it takes from a birth to its payment line.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import {chance} from '../simulate/chance.mjs';
import {end, next} from '../simulate/clock.mjs';
import {declare, host, lost, mixed, replace, worker} from '../simulate/crowd.mjs';
import {broken} from '../simulate/ledger.mjs';
import {found, quiet, version} from '../simulate/town.mjs';
import {sql, until} from './lib.mjs';
import {hangUp} from './psql.mjs';

const full = Boolean(process.env.BELFORT_FULL);
const seed = Number(process.env.BELFORT_SEED ?? 1);
const WORKERS = 50, TIMES = full ? 40 : 4, VERSIONS = full ? 12 : 3, BIRTHS = full ? 30 : 3;
const day = next('12-28');
let town;

test.before(async () => { town = await found({day, size: full ? 1500 : 200, seed}); });
test.after(end);
test.afterEach(hangUp);

test('from a birth to its payment line', async (t) => {
	const {city, model} = town, took = [];
	for (let n = 0; n < BIRTHS; n++) {
		const claims = () => sql("select count(*) from payments.claim where kind = 'transfer'"), before = claims();
		const start = performance.now();
		city.birth(day);
		await until(() => claims() !== before, 'the gift is owed');
		took.push(Math.round(performance.now() - start));
	}
	took.sort((a, b) => a - b);
	t.diagnostic(`from the file of a birth to the payment line: ${took[took.length >> 1]} ms, at worst ${took.at(-1)} ms, of ${BIRTHS}`);
	await quiet();
	model.settle(day);
});

/* Households of which the social service says nothing: whether they get it hangs on
 * what the workers say. */
function homes(model) {
	return [...model.homes.keys()].filter((home) => {
		const members = model.members(home, day);
		return members.length && members.every(({number}) =>
			!model.said('social', number, 'statuut', day) && !model.said('social', number, 'schuldhulp', day))
			&& new Set(members.map(({number}) => model.said('family', number, 'ten_laste', day)).filter((n) => n !== null)).size < 2;
	});
}

test(`${WORKERS} workers, three hosts, ${VERSIONS} versions`, async (t) => {
	const {model, far} = town, last = new Map(), amounts = new Map([[version(), 0]]);
	await declare(WORKERS);
	town.city.deliver('social', day);
	await quiet();
	const who = new Map(sql(`select m.household, string_agg(m.resident::text, ' ') from people.household_member m
		where m.until is null group by 1`).split('\n').map((line) => line.split('|')));
	const all = homes(model).map((home) => ({home, people: who.get(home).split(' ')}));
	const others = [await host(2), await host(3)];
	t.after(() => Promise.all(others.map((stop) => stop())));
	const share = Math.max(1, Math.floor(all.length / WORKERS));
	await Promise.all([
		replace({times: VERSIONS, far, amounts}),
		...Array.from({length: WORKERS}, (_, at) => worker({n: at + 1, times: TIMES, random: chance(seed + at), day, last,
			homes: all.slice(at * share, (at + 1) * share)})),
	]);
	await quiet();
	assert.deepEqual(lost(last), [], 'what was said last is what was decided last');
	assert.deepEqual(mixed(amounts), [], 'each decision follows from its facts and its version');
	assert.deepEqual(broken(), []);
	t.diagnostic(`${WORKERS * TIMES} changes of ${last.size} households, ${sql('select count(*) from grants.decision')} decisions; seed ${seed}`);
});
