/* Makes tokens.json anew, with another implementation than the one that is
 * tested: keys, and tokens that are right or wrong in one way each.
 *	node tests/core/tokens.mjs >tests/core/tokens.json
 */
import crypto from 'node:crypto';

const bytes = (data) => typeof data === 'string' || Buffer.isBuffer(data) ? data : JSON.stringify(data);
const b64 = (data) => Buffer.from(bytes(data)).toString('base64url');
const pair = (type, options) => crypto.generateKeyPairSync(type, options);
const rsa = pair('rsa', {modulusLength: 2048});
const weak = pair('rsa', {modulusLength: 1024});
const p256 = pair('ec', {namedCurve: 'P-256'});
const p384 = pair('ec', {namedCurve: 'P-384'});
const other = pair('ec', {namedCurve: 'P-256'});

const jwk = (key, more) => ({...key.export({format: 'jwk'}), ...more});
const off = jwk(p256.publicKey, {kid: 'off'});
off.y = off.x;
const keys = {keys: [
	jwk(rsa.publicKey, {kid: 'rsa', use: 'sig'}),
	jwk(p256.publicKey, {kid: 'ec', use: 'sig', alg: 'ES256'}),
	jwk(weak.publicKey, {kid: 'weak'}),
	jwk(p384.publicKey, {kid: 'p384'}),
	jwk(other.publicKey, {kid: 'twice'}),
	jwk(p256.publicKey, {kid: 'twice'}),
	jwk(other.publicKey, {kid: 'enc', use: 'enc'}),
	off,
	{kty: 'oct', kid: 'oct', k: b64('a secret that all know')},
]};

const claims = {sub: 'right', exp: 4102444800};
const es = (key, encoding = 'ieee-p1363') => (text) =>
	crypto.sign('sha256', Buffer.from(text), {key: key.privateKey, dsaEncoding: encoding});
const rs = (key) => (text) => crypto.sign('sha256', Buffer.from(text), key.privateKey);
const hs = (secret) => (text) => crypto.createHmac('sha256', secret).update(text).digest();
function token(header, sign, body = claims) {
	const text = `${b64(header)}.${b64(body)}`;
	return `${text}.${sign(text).toString('base64url')}`;
}

const rs256 = {alg: 'RS256', kid: 'rsa'}, es256 = {alg: 'ES256', kid: 'ec'};
const good = token(es256, es(p256)), goodRsa = token(rs256, rs(rsa));
const [head, body, tail] = good.split('.');
const signature = Buffer.from(tail, 'base64url');
const pem = rsa.publicKey.export({type: 'spki', format: 'pem'});
const twisted = `${tail.slice(0, -1)}${String.fromCharCode(tail.charCodeAt(tail.length - 1) + 1)}`;

const cases = [
	['RS256', 'good', goodRsa],
	['ES256', 'good', good],
	['without a key id, where one key fits', 'good', token({alg: 'RS256'}, rs(rsa)), {only: 'rsa'}],
	['of type JWT', 'good', token({...es256, typ: 'JWT'}, es(p256))],
	['of the type that is asked for', 'good', token({...es256, typ: 'application/logout+jwt'}, es(p256)), {type: 'logout+jwt'}],
	['of another type', 'bad', token({...es256, typ: 'at+jwt'}, es(p256))],
	['of a type that is no text', 'bad', token({...es256, typ: 1}, es(p256))],
	['alg none, without signature', 'bad', `${b64({alg: 'none'})}.${body}.`],
	['alg none, with one', 'bad', token({alg: 'none', kid: 'ec'}, es(p256))],
	['alg in other letters', 'bad', token({...es256, alg: 'es256'}, es(p256))],
	['no alg', 'bad', token({kid: 'ec'}, es(p256))],
	['HS256 with the public key', 'bad', token({alg: 'HS256', kid: 'rsa'}, hs(pem))],
	['HS256 with a key of the set', 'bad', token({alg: 'HS256', kid: 'oct'}, hs('a secret that all know'))],
	['RS256 said of a signature by HS256', 'bad', token(rs256, hs(pem))],
	['PS256', 'bad', token({alg: 'PS256', kid: 'rsa'}, rs(rsa))],
	['ES256 with the id of an RSA key', 'unknown', token({...es256, kid: 'rsa'}, es(p256))],
	['an id that is not there', 'unknown', token({...es256, kid: 'new'}, es(p256))],
	['an id that is no text', 'bad', token({...es256, kid: 1}, es(p256))],
	['two keys of one id', 'unknown', token({...es256, kid: 'twice'}, es(p256))],
	['no id, where several keys fit', 'unknown', token({alg: 'ES256'}, es(p256))],
	['a key for encryption', 'unknown', token({...es256, kid: 'enc'}, es(other))],
	['a key on another curve', 'unknown', token({...es256, kid: 'p384'}, es(p384))],
	['a key that is not on its curve', 'bad', token({...es256, kid: 'off'}, es(p256))],
	['an RSA key of 1024 bits', 'bad', token({...rs256, kid: 'weak'}, rs(weak))],
	['the key of another', 'bad', token(es256, es(other))],
	['crit', 'bad', token({...es256, crit: ['exp']}, es(p256))],
	['crit with nothing in it', 'bad', token({...es256, crit: []}, es(p256))],
	['b64 false', 'bad', token({...es256, b64: false, crit: ['b64']}, es(p256))],
	['a name twice in the header', 'bad', token(`{"alg":"ES256","kid":"ec","alg":"ES256"}`, es(p256))],
	['a name twice in the claims', 'bad', token(es256, es(p256), '{"sub":"wrong","sub":"right"}')],
	['claims that are a list', 'bad', token(es256, es(p256), '["right"]')],
	['claims with more behind them', 'bad', token(es256, es(p256), '{"sub":"right"} {}')],
	['claims with a NUL', 'bad', token(es256, es(p256), '{"sub":"right\\u0000"}')],
	['claims that are no UTF-8', 'bad', token(es256, es(p256), Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))],
	['other claims', 'bad', `${head}.${b64({...claims, sub: 'wrong'})}.${tail}`],
	['a signature of ES256 in DER', 'bad', token(es256, es(p256, 'der'))],
	['a signature cut short', 'bad', `${head}.${body}.${signature.subarray(0, 63).toString('base64url')}`],
	['a signature with a byte more', 'bad', `${good}AA`],
	['a signature of RS256 cut short', 'bad', goodRsa.slice(0, -4)],
	['a signature of zeros', 'bad', `${head}.${body}.${Buffer.alloc(64).toString('base64url')}`],
	['a signature written in another way', 'bad', `${head}.${body}.${twisted}`],
	['padding', 'bad', `${good}==`],
	['base64 of the other alphabet', 'bad', good.replace(/[-_]/g, (c) => c === '-' ? '+' : '/')],
	['a blank in it', 'bad', `${head}. ${body}.${tail}`],
	['two parts', 'bad', `${head}.${body}`],
	['four parts', 'bad', `${good}.${tail}`],
	['five parts, as an encrypted one has', 'bad', `${head}.${body}.${tail}.${tail}.${tail}`],
	['empty', 'bad', ''],
	['huge', 'bad', token(es256, es(p256), {...claims, more: 'x'.repeat(20000)})],
];

/* Without a sign of the other alphabet that case would be no case. */
if (!/[-_]/.test(good))
	throw new Error('run it again');

process.stdout.write(`${JSON.stringify({
	private: {rsa: jwk(rsa.privateKey, {kid: 'rsa'}), ec: jwk(p256.privateKey, {kid: 'ec'})},
	keys,
	cases: cases.map(([name, result, text, more]) => ({name, result, token: text, ...more})),
}, null, '\t')}\n`);
