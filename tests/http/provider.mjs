/* Providers of identities for tests: a real one, that of the demo; and one of
 * our own that lies as it is told.
 */
import crypto from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import {start} from '../../demo/provider/provider.mjs';
import {parts, reload} from '../hostile/deploy.mjs';
import {base} from './lib.mjs';

export const city = `http://localhost:${base.port}`;
const dir = `${process.env.BELFORT_DIR}/run`;
const file = `${parts}/provider.ini`;
export const secret = 'a secret: of tests & %41';

/* A file that the house can read. */
export function kept(name, text) {
	const path = `${dir}/provider-${name}`;
	fs.writeFileSync(path, text);
	fs.chmodSync(path, 0o644);
	return path;
}

const always = {
	provider_client: 'belfort', provider_least: 'low',
	provider_acr: 'urn:demo:low=low urn:demo:itsme=substantial urn:demo:eid=high',
};

/* Restarts the workers, so that they know nothing of a provider of before. */
export async function configure(settings) {
	const lines = Object.entries({...always, ...settings}).map(([key, value]) => `${key} = ${value}\n`);
	fs.mkdirSync(parts, {recursive: true});
	fs.writeFileSync(file, `[plugin people]\n${lines.join('')}`);
	await reload();
}

export async function unconfigure() {
	fs.rmSync(file, {force: true});
	await reload();
}

export async function real(more) {
	const provider = await start(0, city, more);
	provider.close = () => {
		provider.server.closeAllConnections();
		provider.server.close();
	};
	return provider;
}

const b64 = (data) => Buffer.from(typeof data === 'string' ? data : JSON.stringify(data)).toString('base64url');

/* Signs as RS256 or ES256 say, whatever the header says. */
export function signed(header, claims, key, encoding = 'ieee-p1363') {
	const text = `${b64(header)}.${b64(claims)}`;
	const by = typeof key === 'function' ? key(text)
		: crypto.sign('sha256', Buffer.from(text), {key, dsaEncoding: encoding});
	return `${text}.${by.toString('base64url')}`;
}

export const halfHash = (text) => crypto.createHash('sha256').update(text).digest().subarray(0, 16).toString('base64url');

/* What it says is in members that a test changes. */
export class Liar {
	rsa = crypto.generateKeyPairSync('rsa', {modulusLength: 2048});
	ec = crypto.generateKeyPairSync('ec', {namedCurve: 'P-256'});
	p384 = crypto.generateKeyPairSync('ec', {namedCurve: 'P-384'});
	asked = {about: 0, keys: 0, token: 0, userinfo: 0};
	codes = new Set();

	async listen(tls = undefined) {
		const answer = (req, res) => this.answer(req, res);
		this.server = tls ? https.createServer(tls, answer) : http.createServer(answer);
		await new Promise((resolve) => this.server.listen(0, '127.0.0.1', resolve));
		const {port} = this.server.address();
		this.issuer = tls ? `https://localhost:${port}` : `http://127.0.0.1:${port}`;
		this.truth();
		return this;
	}

	/* Nothing but the truth, until the next change. */
	truth() {
		delete this.token;
		this.about = {
			issuer: this.issuer, authorization_endpoint: `${this.issuer}/auth`,
			token_endpoint: `${this.issuer}/token`, jwks_uri: `${this.issuer}/keys`,
			userinfo_endpoint: `${this.issuer}/userinfo`, end_session_endpoint: `${this.issuer}/end`,
			authorization_response_iss_parameter_supported: true,
		};
		this.keys = [
			{...this.rsa.publicKey.export({format: 'jwk'}), kid: 'rsa', use: 'sig'},
			{...this.ec.publicKey.export({format: 'jwk'}), kid: 'ec', use: 'sig'},
			{...this.p384.publicKey.export({format: 'jwk'}), kid: 'p384', use: 'sig'},
		];
		this.access = 'an access token';
		this.header = {alg: 'RS256', kid: 'rsa'};
		this.key = this.rsa.privateKey;
		this.change = (claims) => claims;
		this.make = () => signed(this.header, this.change(this.claims()), this.key);
		this.status = 200;
		this.subject = `liar-${crypto.randomUUID()}`;
		this.userinfo = {};
	}

	claims() {
		const now = Math.floor(Date.now() / 1000);
		return {
			iss: this.issuer, sub: this.subject, aud: 'belfort', exp: now + 300, iat: now, nonce: this.nonce,
			acr: 'urn:demo:itsme', given_name: 'Lies', family_name: 'Leugen', at_hash: halfHash(this.access),
		};
	}

	token(form) {
		this.form = form;
		const code = form.get('code');
		if (this.status !== 200 || !this.codes.delete(code))
			return [this.status === 200 ? 400 : this.status, {error: 'invalid_grant'}];
		return [200, {token_type: 'Bearer', access_token: this.access, id_token: this.make()}];
	}

	async answer(req, res) {
		const what = new URL(req.url, this.issuer).pathname.slice(1);
		let text = '';
		for await (const part of req)
			text += part;
		const answers = {
			'.well-known/openid-configuration': () => { this.asked.about++; return [200, this.about]; },
			keys: () => { this.asked.keys++; return [200, {keys: this.keys}]; },
			token: () => { this.asked.token++; this.authorization = req.headers.authorization; return this.token(new URLSearchParams(text)); },
			userinfo: () => { this.asked.userinfo++; return [200, {sub: this.subject, ...this.userinfo}]; },
		};
		const [status, body] = answers[what]?.() ?? [404, {}];
		res.writeHead(status, {'Content-Type': 'application/json'});
		res.end(typeof body === 'string' ? body : JSON.stringify(body));
	}

	close() {
		this.server.closeAllConnections();
		this.server.close();
	}
}
