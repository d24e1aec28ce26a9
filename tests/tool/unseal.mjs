// Opens what is sealed, by the description in core/seal.h alone:
// node unseal.mjs FILE-OF-PRIVATE-KEY SEALED-IN-HEX
import crypto from 'node:crypto';
import fs from 'node:fs';

const [file, hex] = process.argv.slice(2);
const sealed = Buffer.from(hex, 'hex');
const pkcs8 = Buffer.from('302e020100300506032b656e04220420', 'hex');
const spki = Buffer.from('302a300506032b656e032100', 'hex');
const privateKey = crypto.createPrivateKey({
	key: Buffer.concat([pkcs8, Buffer.from(fs.readFileSync(file, 'utf8').trim(), 'hex')]), format: 'der', type: 'pkcs8'});
const run = sealed.subarray(1, 33);
const own = crypto.createPublicKey(privateKey).export({format: 'der', type: 'spki'}).subarray(spki.length);
const shared = crypto.diffieHellman({privateKey,
	publicKey: crypto.createPublicKey({key: Buffer.concat([spki, run]), format: 'der', type: 'spki'})});
const key = Buffer.from(crypto.hkdfSync('sha256', shared, Buffer.concat([run, own]), 'belfort seal 1', 32));
const open = crypto.createDecipheriv('chacha20-poly1305', key, sealed.subarray(33, 45), {authTagLength: 16});
open.setAAD(sealed.subarray(0, 33), {plaintextLength: sealed.length - 61});
open.setAuthTag(sealed.subarray(-16));
console.log(Buffer.concat([open.update(sealed.subarray(45, -16)), open.final()]).toString());
