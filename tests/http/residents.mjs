/* People of the register, as tests need them: made in the database. */
import {sql} from './lib.mjs';
import {signIn} from './signed.mjs';

const quoted = (text) => text === null ? 'null' : `'${String(text).replaceAll("'", "''")}'`;

/* Somebody in the register; their id.  STREET null: no address at all. */
export function resident({given = 'Roos', family, born = '1980-02-03', street = 'Nergensstraat', house = '12', reference = false}) {
	return sql(`with r as (insert into people.resident (born) values (${quoted(born)}) returning id),
		n as (insert into people.person_name (resident, given, family, from_day)
			select id, ${quoted(given)}, ${quoted(family)}, '2000-01-01' from r),
		a as (insert into people.address (resident, street, house, postal, reference, from_day)
			select id, ${quoted(street)}, ${quoted(house)}, '9000', ${reference}, '2000-01-01' from r
			where ${quoted(street)} is not null)
		select id from r`);
}

/* The same, signed in: {account, resident, secret, headers}. */
export function signedResident(who, {email = null, lang = 'nl'} = {}) {
	const id = resident(who), signed = signIn({kind: 'resident', level: 'substantial', name: 'van vroeger'});
	sql(`update people.account set resident = '${id}', email = ${quoted(email)}, lang = '${lang}' where id = '${signed.account}'`);
	return {...signed, resident: id};
}

export const tell = (account, kind, data = {}) => sql(`set role belfort_people; set search_path = people;
	select message_put(${account ? quoted(account) : 'null'}, null, ${quoted(kind)}, ${quoted(JSON.stringify(data))})`);

/* Takes them all out again, with what hangs on them. */
export function forget(family) {
	sql(`create temp table gone as select resident as id from people.person_name where family like '${family}%';
		delete from people.mandate where actor in (select id from gone) or on_behalf in (select id from gone);
		delete from people.correction where account in (select id from people.account where resident in (select id from gone));
		delete from people.account where resident in (select id from gone);
		delete from people.resident where id in (select id from gone)`);
}
