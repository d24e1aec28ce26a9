/* Households with rights, as tests of the pages need them: made in the
 * database, without the rules.
 */
import {sql} from './lib.mjs';
import {resident} from './residents.mjs';
import {signIn} from './signed.mjs';

let made = 0;

/* A household of MEMBERS, {role, born, since}: each with its id, in that order. */
export function household(family, members) {
	const name = `proef-${process.pid}-${++made}`;
	const ids = members.map(({role, born = '1980-02-03', since = '2020-01-01', given}) => {
		const id = resident({family, given: given ?? role, born});
		sql(`insert into people.household_member (resident, household, role, from_day)
			values ('${id}', '${name}', '${role}', '${since}')`);
		return id;
	});
	return {name, ids};
}

/* Somebody of the register, signed in. */
const known = new Map();
export function as(id) {
	if (!known.has(id))
		known.set(id, enter(id));
	return known.get(id);
}

function enter(id) {
	const signed = signIn({kind: 'resident', level: 'substantial', name: 'van vroeger'});
	sql(`update people.account set resident = '${id}' where id = '${signed.account}'`);
	return {...signed, resident: id};
}

/* What is granted to SUBJECT of HOME (null: to all of it), as granted.id; RULE
 * is none of the city, so that no rule undoes it. */
export function given(home, {addressee, subject = null, rule = 'proef', cents = 6300, facts = [], made_by = null, before = '0 days'}) {
	const quoted = (text) => text === null ? 'null' : `'${text}'`;
	return sql(`with g as (insert into grants.granted (household, subject, addressee, rule, period, cents, decision, made, each)
			select '${home}', ${quoted(subject)}, '${addressee}', '${rule}', daterange(date_trunc('year', now())::date,
				(date_trunc('year', now()) + interval '1 year')::date), ${cents}, nextval('grants.decision_id_seq'),
				now() - interval '${before}', 'year' returning *)
		insert into grants.decision (id, granted, household, subject, addressee, rule, title, version, day, kind, period, cents, motivation, facts, made_by)
		select decision, id, household, subject, addressee, rule, '{"nl": "Proefrecht", "en": "Trial right", "fr": "Droit d’essai"}',
			1, current_date, 'grant', period, cents, '{"nl": "U hebt recht, want de proef.", "en": "You are entitled, because the trial.", "fr": "Vous avez droit."}',
			'${JSON.stringify(facts)}', ${quoted(made_by)} from g returning granted`);
}

export const number = (granted) => sql(`select d.number from grants.decision d join grants.granted g on g.decision = d.id where g.id = ${granted}`);

/* Takes them out again. */
export function forgetGiven() {
	sql(`set session_replication_role = replica;
		delete from grants.objection where decision in (select id from grants.decision where household like 'proef-${process.pid}-%');
		delete from grants.review where decision in (select id from grants.decision where household like 'proef-${process.pid}-%');
		delete from grants.request where household like 'proef-${process.pid}-%';
		delete from grants.decision where household like 'proef-${process.pid}-%';
		delete from grants.granted where household like 'proef-${process.pid}-%'`);
}
