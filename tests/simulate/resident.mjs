/* Residents at their own pages: each has one account, and a session a day. */
import assert from 'node:assert/strict';
import {ask, sql} from '../http/lib.mjs';
import {form} from '../http/payments.mjs';
import {signIn} from '../http/signed.mjs';

const rights = '/mijn/rechten', accounts = new Map();

export function enter(resident) {
	const signed = signIn({kind: 'resident', level: 'substantial', name: 'van vroeger'}), had = accounts.get(resident);
	if (had)
		sql(`update people.session set account = '${had}' where account = '${signed.account}';
			delete from people.account where id = '${signed.account}'`);
	else
		sql(`update people.account set resident = '${resident}' where id = '${signed.account}'`);
	accounts.set(resident, had ?? signed.account);
	return signed;
}
export const forgetAll = () => accounts.clear();

/* --- what somebody does with what they were granted ---------------------------- */

/* The status of what came back. */
const act = (what, fields) => async ({whom, id, number}) => {
	const path = `${rights}/${id}/${what}`;
	return (await form(enter(whom), path, {number, ...fields}, path)).status;
};
export const acts = {
	decline: act('weigeren', {zeker: 'ja'}),
	object: act('bezwaar', {text: 'Ik ben het er niet mee eens.'}),
	askReview: act('nakijken', {text: 'Laat iemand dit nakijken.'}),
};

/* The page of somebody, as a document: {number: cents} of what they get or got. */
export async function shown(resident) {
	const said = await ask(`${rights}.json`, {headers: enter(resident).headers});
	assert.equal(said.status, 200, said.text);
	const {granted, ended} = said.json;
	return Object.fromEntries([granted, ended].flatMap((list) => list?.rows ?? []).map((row) => [row.number, row.cents ?? 0]));
}
