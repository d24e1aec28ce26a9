/* People who are signed in, as tests need them: made in the database, by its
 * owner.
 */
import crypto from 'node:crypto';
import {ask, sql} from './lib.mjs';

const quoted = (text) => text === null || text === undefined ? 'null' : `'${String(text).replaceAll("'", "''")}'`;

/* An account and a session of it: {account, secret, headers}.  A civil servant
 * has as many KEYS as is asked for. */
export function signIn({kind, level = null, name, rights = [], signed = 'now()', keys = kind === 'staff' ? 2 : 0}) {
	const secret = crypto.randomBytes(32).toString('base64url');
	const hash = crypto.createHash('sha256').update(secret).digest('hex');
	const account = sql(`with a as (
			insert into people.account (kind, name) values (${quoted(kind)}, ${quoted(name)}) returning id),
		s as (insert into people.session (id, account, level, method, ends, signed)
			select '${hash}', id, ${quoted(level)}, 'test', now() + interval '8 hours', ${signed} from a),
		k as (insert into people.passkey (id, account, public_key, counter, can_sync, synced, name)
			select '${hash}' || n, id, 'x', 0, false, false, 'test' from a, generate_series(1, ${keys}) n),
		r as (insert into people.right_given (account, name, reason)
			select id, unnest(array[${rights.map(quoted).join()}]::text[]), 'test' from a)
		select id from a`);
	return {account, secret, headers: {Cookie: `__Host-belfort=${secret}`}};
}

/* What the forms of PATH carry. */
export async function token(path, headers) {
	const {text} = await ask(path, {headers});
	return /name="csrf" value="([^"]+)"/.exec(text)?.[1];
}
