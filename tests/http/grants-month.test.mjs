/* A week in a small town while who decides is killed, again and again;
 * BELFORT_FULL=1: a month in a larger one, and a month in which a thousand are
 * killed.  Each day something happens to people, to what sources say of them and to
 * the rules, and money leaves; what the city grants, tells and pays is what a model
 * that knows nothing of tables says, once, after each part of a day.
 */
import test from 'node:test';
import {chance} from '../simulate/chance.mjs';
import {end, next} from '../simulate/clock.mjs';
import {hits, Kills} from '../simulate/kills.mjs';
import {found} from '../simulate/town.mjs';
import {Week} from '../simulate/week.mjs';
import {log, sql} from './lib.mjs';
import {hangUp} from './psql.mjs';

const full = Boolean(process.env.BELFORT_FULL);
const seed = Number(process.env.BELFORT_SEED ?? 1);
const month = {days: 31, place: '12-10', rule: 12, broken: [14, 21], patience: 3};
const week = {days: 7, place: '12-28', rule: 2, broken: [3, 5], patience: 1};
const runs = full
	? [{...month, size: 1500}, {...month, size: 300, kills: {each: 9, database: 10}}]
	: [{...week, size: 200, kills: {each: 1, database: 5}}];

for (const run of runs) {
	const start = next(run.place);
	test(`${run.days} days from ${start}${run.kills ? ', while processes are killed' : ''}`, async (t) => {
		t.after(end);
		t.after(hangUp);
		t.diagnostic(`seed ${seed}: BELFORT_SEED=${seed} makes the same days again`);
		const town = await found({day: start, size: run.size, seed, fresh: {social: run.patience, taxes: 400, family: 400}});
		const random = chance(seed + 1), from = log.where('postgresql'), kills = run.kills && new Kills({random, ...run.kills});
		const days = new Week({town, start, rule: run.rule, broken: run.broken, random, kills});
		/* A day rests on the one before. */
		for (let n = 1; n <= run.days; n++)
			await days.day(n);
		t.diagnostic(`${town.model.granted.length} grants, ${sql('select count(*) from grants.decision')} decisions; ${await days.pages()} residents see theirs on their page`);
		t.diagnostic(`${days.office.lines.size} payment lines left; the books, in cents: ${JSON.stringify(days.office.balances(town.model.owed()))}`);
		if (kills)
			t.diagnostic(`killed: ${JSON.stringify(kills.counts)}; ${hits(from)} in a transaction`);
	});
}
