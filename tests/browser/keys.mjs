// Passkeys for the tests: the virtual authenticators of Chromium, and the tool
// that invites a civil servant.
import {execFileSync} from 'node:child_process';
import {base} from './lib.mjs';

// A passkey is for the name of a site, so not for a number.
export const site = base.replace('127.0.0.1', 'localhost');

// A device of its own: its keys are there for this page only.
export async function device(page, more = {}) {
	const cdp = await page.context().newCDPSession(page);
	await cdp.send('WebAuthn.enable');
	const {authenticatorId} = await cdp.send('WebAuthn.addVirtualAuthenticator', {options: {
		protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true,
		isUserVerified: true, automaticPresenceSimulation: true, ...more,
	}});
	const change = (what, values) => cdp.send(`WebAuthn.${what}`, {authenticatorId, ...values});
	return {
		keys: async () => (await change('getCredentials')).credentials,
		knows: (yes) => change('setUserVerified', {isUserVerified: yes}),
		put: (credential) => change('addCredential', {credential}),
		gone: () => change('removeVirtualAuthenticator'),
	};
}

export const belfort = (...words) => execFileSync('belfort', words, {encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe']});

let count = 0;
// Somebody new: {name, email, link}.
export function invite(name, ...more) {
	const email = `proef${Date.now()}x${++count}@gent.example`;
	const said = belfort('staff', 'add', '--name', name, '--email', email, ...more);
	return {name, email, link: new URL(/https?:\S+/.exec(said)[0]).pathname};
}
