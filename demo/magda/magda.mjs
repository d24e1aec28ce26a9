/* A service of another government in the demo city, that does not exist: for one
 * national number and one question it answers "ja", "nee" or "onbekend", over
 * TLS, to who shows a certificate of its own.
 *
 *	node demo/magda/magda.mjs PORT FOLDER
 *
 * FOLDER holds ca.pem, server.pem and server.key, as demo/magda/keys makes them.
 */
import fs from 'node:fs';
import https from 'node:https';
import {pathToFileURL} from 'node:url';

const most = 4096;

/* What it says of somebody follows from the number, so that it is the same each
 * time: one in four has a status, of one in twenty nothing is known. */
export function said(number) {
	const base = Math.floor(Number(number) / 100);
	if (base % 20 === 7)
		return 'onbekend';
	return base % 4 === 1 ? 'ja' : 'nee';
}

export function tls(folder) {
	const file = (name) => fs.readFileSync(`${folder}/${name}`);
	return {ca: file('ca.pem'), cert: file('server.pem'), key: file('server.key'),
		requestCert: true, rejectUnauthorized: true, minVersion: 'TLSv1.2'};
}

/* The question as it came, or undefined: it is none. */
export async function question(request) {
	let text = '';
	for await (const part of request)
		if ((text += part).length > most)
			return undefined;
	try {
		const {nummer, vraag, doel, kenmerk} = JSON.parse(text);
		return /^\d{11}$/.test(nummer) && vraag && doel && kenmerk ? {nummer, vraag, doel, kenmerk} : undefined;
	} catch {
		return undefined;
	}
}

export function reply(response, status, document, headers = {}) {
	response.writeHead(status, {'Content-Type': 'application/json', ...headers});
	response.end(JSON.stringify(document));
}

async function answer(request, response) {
	const asked = request.method === 'POST' ? await question(request) : undefined;
	if (asked === undefined)
		return reply(response, 400, {fout: 'Vraag met POST: nummer, vraag, doel en kenmerk.'});
	return reply(response, 200, {kenmerk: asked.kenmerk, antwoord: said(asked.nummer)});
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
	const [port, folder] = process.argv.slice(2);
	https.createServer(tls(folder), answer).listen(Number(port), '127.0.0.1');
}
