/* Drafts of rules, as tests need them: who writes, who publishes, what they do. */
import assert from 'node:assert/strict';
import {ask, sql, submit, until} from './lib.mjs';
import {signIn, token} from './signed.mjs';

export const desk = '/beheer/beleid';
export const writer = (name = 'Wim Proef') => signIn({kind: 'staff', name, rights: ['policy.write']});
export const publisher = (name = 'Pia Proef') => signIn({kind: 'staff', name, rights: ['policy.publish']});
export const both = (name = 'Bo Proef') => signIn({kind: 'staff', name, rights: ['policy.write', 'policy.publish']});

/* A form of WHO; ON is a page with its token. */
export async function form(who, path, fields = {}, on = desk) {
	return submit(`${desk}${path}`, {csrf: await token(on, who.headers), ...fields}, who.headers);
}
/* The same, which must lead on: the path it leads to, below the desk. */
export async function does(who, path, fields = {}) {
	const answer = await form(who, path, fields);
	assert.equal(answer.status, 303, `${path}: ${answer.text}`);
	return answer.headers.location.slice(desk.length);
}
export const page = (who, path) => ask(`${desk}${path}`, {headers: who.headers});
export async function doc(who, path) {
	const answer = await ask(`${desk}${path}`, {headers: {...who.headers, Accept: 'application/json'}});
	assert.equal(answer.status, 200, answer.text);
	return answer.json;
}

/* In which state a draft is, and that it came in force. */
export const state = (who, id) => doc(who, `/${id}`).then(({s}) => Object.keys(s)[0]);
export const done = (who, id) => until(async () => await state(who, id) === 'done', 'it is in force');

/* A new draft of FILE: its number. */
export async function begin(who, {bestand = 'benefits/huisvuil.lua', titel = 'Proefvoorstel'} = {}) {
	return Number((await does(who, '/nieuw', {bestand, titel})).split('/')[1]);
}
/* The text of a file of a draft, and what has to be known to save another. */
export const file = (who, id, name = 'huisvuil.lua') => doc(who, `/${id}/tekst/${name}`);
export async function save(who, id, tekst, {name = 'huisvuil.lua', gezien, ...more} = {}) {
	gezien ??= (await file(who, id, name)).seen;
	return does(who, `/${id}/tekst/${name}`, {tekst, gezien, ...more});
}
export async function why(who, id, waarom = 'Omdat het beter is.') {
	const {title, said} = await doc(who, `/${id}`);
	return does(who, `/${id}/waarom`, {titel: title, waarom, gezien: said});
}
export async function offer(who, id) {
	const {edition} = await doc(who, `/${id}`);
	return form(who, `/${id}/aanbieden`, {uitgave: edition});
}
export async function publish(who, id, {vanaf = today(), ...fields} = {}) {
	const {edition} = await doc(who, `/${id}`);
	return form(who, `/${id}/publiceren`, {uitgave: edition, vanaf, reden: 'Nagekeken.', ...fields});
}
export const today = () => sql('select current_date');

/* Takes drafts of tests out again: those that are called a proof. */
export function clear() {
	sql(`delete from policy.draft where title like 'Proef%'`);
}
