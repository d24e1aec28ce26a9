/* An app with codes, and a civil servant who has one. */
import crypto from 'node:crypto';
import {ask, submit} from './lib.mjs';
import {cookie, invite} from './passkey.mjs';

const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/* The code that an app with SECRET (in base32) shows, LATER half minutes from
 * now (RFC 6238). */
export function code(secret, later = 0) {
	const bits = [...secret.replaceAll(' ', '')].map((sign) => signs.indexOf(sign).toString(2).padStart(5, '0')).join('');
	const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
	const count = Buffer.alloc(8);
	count.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30000) + later));
	const hash = crypto.createHmac('sha1', key).update(count).digest(), at = hash[19] & 15;
	return String((hash.readUInt32BE(at) & 0x7fffffff) % 1000000).padStart(6, '0');
}

export const password = 'vier losse woorden samen';
export const secretOf = (text) => /<code class="code-to-keep">([A-Z2-7 ]+)<\/code>/.exec(text)?.[1];

/* Somebody who came in by a link with an app: {email, secret, paper, headers}. */
export async function appUser(name) {
	const who = invite(name), path = `${who.link}/code`;
	const secret = secretOf((await ask(path)).text);
	const answer = await submit(path, {nieuw: password, cijfers: code(secret, -1)});
	const paper = [...answer.text.matchAll(/<li>([A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4})<\/li>/g)].map(([, text]) => text);
	return {...who, answer, secret, paper, headers: cookie(answer)};
}
