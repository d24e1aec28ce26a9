/* An authenticator in a few lines, so that tests can say what no browser would. */
import crypto from 'node:crypto';
import {execFileSync} from 'node:child_process';
import {ask, base, submit} from './lib.mjs';

export const origin = base.origin.replace('127.0.0.1', 'localhost');
const url = (data) => Buffer.from(data).toString('base64url');
const sha256 = (data) => crypto.createHash('sha256').update(data).digest();
const u32 = (n) => { const out = Buffer.alloc(4); out.writeUInt32BE(n); return out; };

/* COSE_Key (RFC 9053, 7) of a public key. */
function cose(publicKey) {
	const {x, y} = publicKey.export({format: 'jwk'});
	const head = y ? 'a5010203262001215820' : 'a4010103272006215820';
	return Buffer.concat([Buffer.from(head, 'hex'), Buffer.from(x, 'base64url'),
		...y ? [Buffer.from('225820', 'hex'), Buffer.from(y, 'base64url')] : []]);
}

export function authenticator(kind = 'ES256') {
	const pair = kind === 'ES256' ? crypto.generateKeyPairSync('ec', {namedCurve: 'P-256'})
		: crypto.generateKeyPairSync('ed25519');
	return {id: crypto.randomBytes(32), counter: 0, ...pair, handle: ''};
}

const client = (type, asked, more) => Buffer.from(JSON.stringify({
	type, challenge: url(asked.challenge), origin, crossOrigin: false, ...more.client}));
const data = (flags, counter, more, key = []) => Buffer.concat([sha256(more.host ?? 'localhost'),
	Buffer.from([more.flags ?? flags]), u32(more.counter ?? counter), ...key]);

/* What the page of a form with a passkey asks for. */
export async function asked(path, headers = {}) {
	const {text} = await ask(path, {headers});
	const found = (name) => new RegExp(`data-${name}="([^"]*)"`).exec(text)?.[1];
	return {challenge: found('challenge'), handle: found('handle'),
		csrf: /name="csrf" value="([^"]+)"/.exec(text)?.[1]};
}

/* The fields of a new key. */
export function made(device, question, more = {}) {
	device.handle = question.handle;
	const length = Buffer.alloc(2);
	length.writeUInt16BE(device.id.length);
	const said = data(0x45, device.counter, more, [Buffer.alloc(16), length, device.id, more.key ?? cose(device.publicKey)]);
	const object = Buffer.concat([Buffer.from('a363666d74646e6f6e656761747453746d74a0686175746844617461', 'hex'),
		Buffer.from([0x58, said.length]), said]);
	return {id: url(device.id), client: url(client('webauthn.create', question, more)), data: url(object),
		naam: 'Proef', ...question.csrf ? {csrf: question.csrf} : {}, ...more.fields};
}

/* The fields of a sign-in. */
export function shown(device, question, more = {}) {
	const said = data(0x05, ++device.counter, more), word = client(more.type ?? 'webauthn.get', question, more);
	const whole = Buffer.concat([said, sha256(word)]);
	const signature = crypto.sign(device.publicKey.asymmetricKeyType === 'ec' ? 'sha256' : null, whole, device.privateKey);
	return {id: url(device.id), client: url(word), data: url(said), signature: url(signature),
		handle: url(device.handle), ...more.fields};
}

export const belfort = (...words) => execFileSync('belfort', words, {encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe']});

let count = 0;
/* A civil servant who has not come in yet: {email, link}. */
export function invite(name, ...more) {
	const email = `http${Date.now()}x${++count}@gent.example`;
	const said = belfort('staff', 'add', '--name', name, '--email', email, ...more);
	return {email, link: new URL(/https?:\S+/.exec(said)[0]).pathname};
}

/* The cookie that an answer sets, as a header. */
export const cookie = (answer) => ({Cookie: answer.headers['set-cookie']?.[0].split(';')[0]});

/* One with a key, who is signed in: {device, email, headers}. */
export async function staff(name, kind) {
	const who = invite(name), device = authenticator(kind);
	const answer = await submit(who.link, made(device, await asked(who.link)));
	return {device, ...who, answer, headers: cookie(answer)};
}

export const enter = async (device, more = {}, headers = {}) =>
	submit('/beheer/aanmelden/sleutel', shown(device, more.asked ?? await asked('/beheer/aanmelden'), more), headers);
