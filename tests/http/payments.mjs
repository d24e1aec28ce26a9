/* Payments, as tests need them: claims, civil servants, files of a bank. */
import assert from 'node:assert/strict';
import {ask, sql, submit} from './lib.mjs';
import {forget, resident} from './residents.mjs';
import {signIn, token} from './signed.mjs';

export const desk = '/beheer/betalingen', own = '/mijn/rekening';
const quoted = (text) => text === null ? 'null' : `'${String(text).replaceAll("'", "''")}'`;

/* What another feature would say, as its owner would. */
export const call = (text) => sql(`set role belfort_payments; select payments.${text}`);
export const owe = (number, whom, {cents = 1000, kind = 'transfer', due = 'current_date', nl = 'Energiepremie'} = {}) =>
	call(`owe(${quoted(number)}, ${quoted(whom)}, ${cents}, ${quoted(kind)}, ${quoted(nl)}, 'Energy grant', 'Prime énergie', ${due})`);
export const stateOf = (number) => call(`state_of(${quoted(number)})`);
export const books = () => JSON.parse(call('books()'));
export const balanced = () => assert.equal(books().difference, 0, 'the books balance');

/* Somebody who wants to be paid on IBAN since long; null: they did not say. */
export function payee(who, iban = 'BE68539007547034') {
	const id = resident(who);
	if (iban)
		sql(`insert into payments.account (resident, iban, source, since, actor) values ('${id}', '${iban}', 'given', '2020-01-01', '${id}')`);
	return id;
}

export function clear(family) {
	sql(`delete from payments.file; delete from payments.payment; delete from payments.claim; delete from payments.account;
		delete from people.paper where resident in (select resident from people.person_name where family like '${family}%')`);
	forget(family);
}

/* Civil servants: one prepares, one releases. */
export const preparer = (name = 'Pia Proef') => signIn({kind: 'staff', name, rights: ['payments.see', 'payments.prepare']});
export const releaser = (name = 'Rik Proef') => signIn({kind: 'staff', name, rights: ['payments.see', 'payments.release']});
export const both = () => signIn({kind: 'staff', name: 'Bo Proef', rights: ['payments.see', 'payments.prepare', 'payments.release']});

export async function form(who, path, fields, on = desk) {
	return submit(path, {csrf: await token(on, who.headers), ...fields}, who.headers);
}
/* The number of the file that was prepared. */
export async function prepare(who, fields = {}) {
	const answer = await form(who, `${desk}/bestand`, {wat: 'geld', tot: sql('select current_date'), ...fields});
	assert.equal(answer.status, 303, answer.text);
	return Number(/\/bestand\/(\d+)$/.exec(answer.headers.location)[1]);
}
export const release = (who, id, fields = {}) => form(who, `${desk}/bestand/${id}/vrijgeven`, fields, `${desk}/bestand/${id}`);
export const take = (who, id) => ask(`${desk}/bestand/${id}/inhoud`, {headers: who.headers});

/* --- XML, read by a reader of our own -------------------------------------- */

const entities = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"};
const plain = (text) => text.replace(/&(\w+);/g, (_, name) => entities[name]);

/* [name, {attributes}, text or children] of the whole document. */
export function read(xml) {
	const tokens = xml.replace(/^<\?xml version="1.0" encoding="UTF-8"\?>\n/, '').trim().match(/<[^>]+>|[^<]+/g);
	const top = ['', {}, []], open = [top];
	for (const each of tokens) {
		const now = open.at(-1);
		if (each.startsWith('</')) {
			assert.equal(each, `</${now[0]}>`);
			open.pop();
		} else if (each.startsWith('<')) {
			const [, name, words] = /^<([A-Za-z0-9]+)((?: \w+="[^"]*")*)>$/.exec(each);
			const one = [name, Object.fromEntries([...words.matchAll(/(\w+)="([^"]*)"/g)].map(([, key, value]) => [key, plain(value)])), []];
			now[2].push(one);
			open.push(one);
		} else {
			now[2] = plain(each);
		}
	}
	assert.deepEqual(open, [top]);
	return top[2][0];
}

/* The same without attributes that are empty: {name: text or object}; what
 * stands more than once is a list. */
export function tree([, , inner]) {
	if (typeof inner === 'string')
		return inner;
	const out = {};
	for (const child of inner) {
		const value = Object.keys(child[1]).length ? {...child[1], value: tree(child)} : tree(child);
		out[child[0]] = child[0] in out ? [out[child[0]], value].flat() : value;
	}
	return out;
}

/* What a bank answers: STATUS of all, of the payment information, of payments
 * {reference: [status, code]}. */
let said = 0;
export function answer(message, {version = '03', status, code, group, groupCode, payments = {}, name = `BANK-${process.pid}-${++said}`} = {}) {
	const reason = (word) => word ? `<StsRsnInf><Rsn><Cd>${word}</Cd></Rsn></StsRsnInf>` : '';
	const lines = Object.entries(payments).map(([reference, [how, why]]) =>
		`<TxInfAndSts><OrgnlEndToEndId>${reference}</OrgnlEndToEndId><TxSts>${how}</TxSts>${reason(why)}</TxInfAndSts>`).join('');
	return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.${version}">
<CstmrPmtStsRpt><GrpHdr><MsgId>${name}</MsgId><CreDtTm>2026-11-27T06:00:00</CreDtTm></GrpHdr>
<OrgnlGrpInfAndSts><OrgnlMsgId>${message}</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>${status ? `<GrpSts>${status}</GrpSts>` : ''}${reason(code)}</OrgnlGrpInfAndSts>
${group || lines ? `<OrgnlPmtInfAndSts><OrgnlPmtInfId>${message}</OrgnlPmtInfId>${group ? `<PmtInfSts>${group}</PmtInfSts>` : ''}${reason(groupCode)}${lines}</OrgnlPmtInfAndSts>` : ''}
</CstmrPmtStsRpt></Document>
`;
}
