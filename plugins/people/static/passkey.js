/* Passkeys: hands what the page asks for to the browser's authenticator, and
 * what that says to the form.  Without this the form stays hidden, and the page
 * shows the other way to sign in.
 */
'use strict';

const bytes = (text) => new TextEncoder().encode(text);
const decoded = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
const encoded = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
	.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/* One that knows who it is for, and asks who holds it; of the two kinds of
 * signature that the server reads (RFC 9053, 2: EdDSA and ES256). */
const create = (form) => navigator.credentials.create({publicKey: {
	challenge: bytes(form.dataset.challenge),
	rp: {name: form.dataset.city},
	user: {id: bytes(form.dataset.handle), name: form.dataset.email, displayName: form.dataset.name},
	pubKeyCredParams: [{type: 'public-key', alg: -8}, {type: 'public-key', alg: -7}],
	excludeCredentials: form.dataset.keys.split(' ').filter(Boolean)
		.map((id) => ({type: 'public-key', id: decoded(id)})),
	authenticatorSelection: {residentKey: 'required', requireResidentKey: true, userVerification: 'required'},
	attestation: 'none',
}});

const get = (form) => navigator.credentials.get({publicKey: {
	challenge: bytes(form.dataset.challenge),
	userVerification: 'required',
}});

function fill(form, {rawId, response}) {
	const found = {
		id: rawId,
		client: response.clientDataJSON,
		data: response.attestationObject ?? response.authenticatorData,
		signature: response.signature,
		handle: response.userHandle,
	};
	for (const [name, value] of Object.entries(found))
		if (value && form.elements[name])
			form.elements[name].value = encoded(value);
}

/* The sentence for what went wrong; the last of them is for all else. */
function tell(form, name) {
	const all = [...form.querySelectorAll('[data-when]')];
	const said = all.find((part) => part.dataset.when === name) ?? all.at(-1);
	for (const part of all)
		part.hidden = part !== said;
}

async function go(event) {
	const form = event.currentTarget;
	if (form.dataset.done)
		return;
	event.preventDefault();
	try {
		fill(form, await (form.dataset.passkey === 'create' ? create : get)(form));
		form.dataset.done = 'yes';
		form.submit();
	} catch (error) {
		tell(form, error.name);
	}
}

if (window.PublicKeyCredential)
	for (const form of document.querySelectorAll('[data-passkey]')) {
		form.addEventListener('submit', go);
		form.hidden = false;
		for (const part of document.querySelectorAll('[data-without]'))
			part.hidden = true;
	}
