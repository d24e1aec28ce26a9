/* What the database holds of two rights, beside what the model says: each grant,
 * with its decisions, notices and payment lines, once.
 */
import assert from 'node:assert/strict';
import {sql} from '../http/lib.mjs';

const rows = (text) => JSON.parse(sql(`select coalesce(json_agg(t), '[]') from (${text}) t`));

/* By the name that a test gave them, because nobody can read a number back. */
const NAMES = `(select resident, max(family) as name from people.person_name where family like 'Gesimuleerd%' group by 1)`;

/* Decisions in an order that chance can be had again with: their numbers, and those
 * of residents, are others each time. */
export const TURNS = `(select d.number, row_number() over (order by d.rule, coalesce(child.name, d.household), d.number) as turn
	from grants.decision d left join ${NAMES} child on child.resident = d.subject)`;

export function held() {
	return rows(`select g.id, g.addressee as whom, g.rule, g.household as home, child.name as child, whom.name as addressee,
			extract(year from lower(g.period))::integer as year, g.cents, g.state,
			(select d.number from grants.decision d where d.id = g.decision) as number,
			(select json_agg(d.number) from grants.decision d where d.granted = g.id) as numbers,
			(select d.day from grants.decision d where d.granted = g.id and d.kind = 'grant') as day,
			(select json_agg(d.kind order by d.id) from grants.decision d where d.granted = g.id) as told,
			(select json_agg(c.cents order by d.id) from grants.decision d
				join payments.claim c on c.number = d.number where d.granted = g.id) as owed,
			(select json_agg(r.cents) from grants.review r join grants.decision d on d.id = r.decision
				where d.granted = g.id and r.cause = 'less' and r.decided is null) as less
		from grants.granted g
		left join ${NAMES} child on child.resident = g.subject
		join ${NAMES} whom on whom.resident = g.addressee
		where g.rule in ('geboortegeschenk', 'huisvuil')`);
}

/* The same of the model, by names. */
export function meant(model, named, today) {
	return model.granted.map((grant) => ({
		rule: grant.rule, home: grant.home, child: grant.child && named.get(grant.child), addressee: named.get(grant.addressee),
		year: grant.year, cents: grant.cents, day: grant.day, told: grant.told, owed: grant.owed, less: grant.less === null ? null : [grant.less],
		state: grant.declined ? 'declined' : grant.state === 'ending' && grant.year < Number(today.slice(0, 4)) ? 'ended' : grant.state,
	}));
}

export const keyOf = (grant) => `${grant.rule} ${grant.child ?? grant.home} ${grant.year ?? ''}`;

/* No two tell of one thing; none lacks, none is too many, and each says the same. */
export function compared(is, should) {
	const left = new Map(should.map((grant) => [keyOf(grant), grant])), wrong = [];
	for (const grant of is) {
		const key = keyOf(grant), want = left.get(key);
		left.delete(key);
		if (!want)
			wrong.push({what: 'granted, and should not be', is: grant});
		else
			for (const part of Object.keys(want))
				if (JSON.stringify(grant[part]) !== JSON.stringify(want[part]))
					wrong.push({what: `${key}: ${part}`, is: grant[part], should: want[part], day: grant.day});
	}
	for (const want of left.values())
		wrong.push({what: 'should be granted, and is not', should: want});
	return wrong;
}

/* What holds of everything that was decided, whatever the rule. */
export const promises = {
	'each decision was told, once': `select d.number, n.times, n.box from grants.decision d
		cross join (select array['granted', 'right_corrected', 'right_ends', 'right_stays'] as kinds) k
		cross join lateral (select (select count(*) from people.paper p where p.kind = any (k.kinds) and p.data ->> 'number' = d.number)
			+ (select count(*) from people.mail m where m.kind = any (k.kinds) and m.data ->> 'number' = d.number) as times,
			(select count(*) from people.message m where m.kind = any (k.kinds) and m.data ->> 'number' = d.number) as box) n
		where n.times > 1 or n.box > 1 or (n.times + n.box = 0 and not exists (
			select from people.resident r where r.id = d.addressee and r.until is not null))`,
	'what is owed is what was decided': `select d.number from grants.decision d
		left join payments.claim c on c.number = d.number
		left join grants.decision b on b.id = d.before
		where d.rule in ('geboortegeschenk', 'huisvuil') and d.made_by is null
		and coalesce(c.cents, 0) <> greatest(d.cents - coalesce(b.cents, 0), 0)`,
	'nothing is owed that nobody decided': `select c.number from payments.claim c
		where not exists (select from grants.decision d where d.number = c.number)`,
	'a correction refers to what it corrects': `select d.number from grants.decision d
		left join grants.decision b on b.id = d.before
		where (d.kind = 'grant') <> (d.before is null) or b.granted <> d.granted or b.id >= d.id`,
	'nothing ends without an announcement': `select g.rule, g.household, g.state from grants.granted g
		where g.state in ('ending', 'ended') and upper(g.period) is not null and not exists (select from grants.decision d
			where d.granted = g.id and d.kind = 'end')`,
	'nobody waits': 'select household from facts.pending',
	'nothing is stuck': 'select household, why from grants.stuck',
	'one invitation at a time': `select household from grants.invitation where ended is null group by 1 having count(*) > 1`,
	'no decision is of a version that was not there': `select d.number from grants.decision d
		where not exists (select from benefits.rules_held(d.version))`,
};

/* All of it in one question, of one moment; a few of each. */
export const broken = () => rows(Object.entries(promises).map(([what, text]) =>
	`(select '${what}' as what, to_jsonb(t) as which from (${text}) t limit 5)`).join(' union all '));

export function holds(model, named, today, when) {
	assert.deepEqual([...compared(held(), meant(model, named, today)), ...broken()], [], when);
}
