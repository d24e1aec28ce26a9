/* The provider of identities of the demo city, so that sign-in can be tried at
 * once.  Whoever asks may be anybody on its list: never use it for a real city.
 *
 *	node demo/provider/provider.mjs PORT CITY SECRET
 *
 * It listens on this machine only; CITY is the address of Belfort's site,
 * SECRET a file.
 */
import crypto from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import {pathToFileURL} from 'node:url';
import Provider from 'oidc-provider';
import {signIn, signOut, signedOut, spoken, wrong} from './pages.mjs';

export const people = JSON.parse(fs.readFileSync(new URL('people.json', import.meta.url)));
export const acr = {eid: 'urn:demo:eid', itsme: 'urn:demo:itsme'};
const types = {'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store'};

/* Keys to sign with, of both kinds. */
export function keys() {
	const pairs = [crypto.generateKeyPairSync('rsa', {modulusLength: 2048}),
		crypto.generateKeyPairSync('ec', {namedCurve: 'P-256'})];
	return {keys: pairs.map(({privateKey}) => ({
		...privateKey.export({format: 'jwk'}), use: 'sig', kid: crypto.randomUUID(),
	}))};
}

function client(city, more) {
	return {
		client_id: 'belfort', response_types: ['code'], grant_types: ['authorization_code'],
		redirect_uris: [`${city}/mijn/aanmelden/terug`],
		post_logout_redirect_uris: [`${city}/mijn/afgemeld/overal`],
		backchannel_logout_uri: `${city}/mijn/aanmelden/einde`, backchannel_logout_session_required: true,
		...more,
	};
}

/* Who signs in here wants to: nothing more is asked. */
async function agreed(ctx) {
	const {oidc} = ctx;
	const grant = new oidc.provider.Grant({clientId: oidc.client.clientId, accountId: oidc.session.accountId});
	grant.addOIDCScope(oidc.params.scope);
	await grant.save();
	return grant;
}

function account(ctx, id) {
	const person = people.find((each) => each.id === id);
	if (person === undefined)
		return undefined;
	const {given_name: given, family_name: family, rrn} = person;
	return {accountId: id, claims: () => ({
		sub: id, given_name: given, family_name: family, name: `${given} ${family}`, ...rrn && {rrn},
	})};
}

const language = (ctx) => spoken(ctx.oidc?.params?.ui_locales ?? ctx.get('accept-language'));

function configuration(city, more, jwks) {
	return {
		clients: [client(city, more)], jwks,
		acrValues: Object.values(acr),
		scopes: ['openid', 'profile', 'rrn'],
		claims: {openid: ['sub'], profile: ['name', 'given_name', 'family_name'], rrn: ['rrn']},
		cookies: {keys: [crypto.randomBytes(32).toString('hex')]},
		pkce: {required: () => true},
		findAccount: account,
		loadExistingGrant: agreed,
		interactions: {url: (ctx, {uid}) => `/wie/${uid}`},
		renderError(ctx) {
			ctx.type = 'html';
			ctx.body = wrong(language(ctx));
		},
		features: {
			devInteractions: {enabled: false},
			backchannelLogout: {enabled: true},
			rpInitiatedLogout: {
				logoutSource(ctx, form) { ctx.body = signOut(language(ctx), form); },
				postLogoutSuccessSource(ctx) { ctx.body = signedOut(language(ctx)); },
			},
		},
	};
}

async function posted(req) {
	let text = '';
	for await (const part of req)
		text += part;
	return new URLSearchParams(text);
}

/* What somebody chose on our page. */
function chosen(form) {
	if (form.get('with') in acr && people.some(({id}) => id === form.get('who')))
		return {login: {accountId: form.get('who'), acr: acr[form.get('with')], remember: true}};
	return {error: 'access_denied', error_description: 'stopped'};
}

async function interaction(provider, req, res) {
	const {params} = await provider.interactionDetails(req, res);
	if (req.method === 'POST') {
		await provider.interactionFinished(req, res, chosen(await posted(req)), {mergeWithLastSubmission: false});
		return;
	}
	res.writeHead(200, types);
	res.end(signIn(spoken(params.ui_locales), people));
}

function serve(provider) {
	const rest = provider.callback();
	return (req, res) => {
		if (!req.url.startsWith('/wie/'))
			return rest(req, res);
		return interaction(provider, req, res).catch(() => {
			res.writeHead(400, types);
			res.end(wrong(spoken(req.headers['accept-language'])));
		});
	};
}

/* Listens at PORT (0: any) for the site CITY; MORE is what the client of that
 * site is beside its addresses. */
export async function start(port, city, more, jwks = keys()) {
	const server = http.createServer();
	await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
	const issuer = `http://127.0.0.1:${server.address().port}`;
	const provider = new Provider(issuer, configuration(city, more, jwks));
	server.on('request', serve(provider));
	return {issuer, server, provider};
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
	const [port, city, secret] = process.argv.slice(2);
	await start(Number(port), city, {client_secret: fs.readFileSync(secret, 'utf8').trim()});
}
