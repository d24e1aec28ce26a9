/* Drafts that everybody may read, made in the database as the workshop leaves
 * them.
 */
import {sql} from './lib.mjs';
import {clear, publisher, writer} from './policy.mjs';

const quoted = (text) => `'${text.replaceAll("'", "''")}'`;
const who = {};

/* The text of a file in force. */
export const inForce = (name) => sql(`select f ->> 'text' from json_array_elements(benefits.texts(benefits.version_now()) -> 'files') f
	where f ->> 'name' = ${quoted(name)}`);

/* A draft of Wim that changes file NAME into TEXT; "offered", or "ordered" by
 * Pia from FROM, PUBLISHED ago. Its number. */
export function told({title, why = 'Omdat alles duurder wordt.', name, text, state = 'offered', from = "current_date + 40",
	published = '2 hours', council = null}) {
	who.writer ??= writer();
	who.publisher ??= publisher();
	const id = sql(`insert into policy.draft (feature, title, why, base, council)
		values ('benefits', ${quoted(title)}, ${quoted(why)}, benefits.version_now(), ${council ? quoted(council) : 'null'}) returning id`);
	const replaces = sql(`select policy.hash_of(f ->> 'text') from json_array_elements(benefits.texts(benefits.version_now()) -> 'files') f
		where f ->> 'name' = ${quoted(name)}`);
	const file = [{name, text, replaces: replaces || null}];
	sql(`select policy.edition_put(${id}, '${who.writer.account}', ${quoted(JSON.stringify(file))});
		update policy.draft set state = 'offered', offered = now(), offered_by = '${who.writer.account}' where id = ${id} and '${state}' <> 'draft'`);
	if (state === 'ordered')
		sql(`select policy.hand_put(${id}, '${who.publisher.account}', 'publisher');
			update policy.draft d set state = 'ordered', published = now() - interval '${published}', published_by = x.by, reason = 'Nagekeken.',
				from_day = ${from}, order_id = policy.order_put('benefits', (policy.order_document(d)::jsonb || jsonb_build_object(
					'due', current_date + 40, 'second_by', x.by, 'second_name', 'Pia Proef'))::json)
			from (select '${who.publisher.account}'::uuid as by) x where d.id = ${id}`);
	return Number(id);
}

/* What the workshop does when two people withdraw it. */
export const withdraw = (id) => sql(`select policy.order_withdraw(feature, order_id) from policy.draft where id = ${id} and order_id is not null;
	update policy.draft set state = 'withdrawn', ended = now() where id = ${id}`);

/* Takes them out again, with what was ordered. */
export function forgetTold() {
	for (const id of sql(`select id from policy.draft where title like 'Proef%' and state = 'ordered'`).split('\n').filter(Boolean))
		withdraw(id);
	clear();
}
