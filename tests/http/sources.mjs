/* Sources that are asked, as tests need them: declared in the database, with a
 * view at the housing company and a service that can be in any mood.
 */
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import https from 'node:https';
import {once} from 'node:events';
import {question, reply, said, tls} from '../../demo/magda/magda.mjs';
import {house, sql, until} from './lib.mjs';

const dir = process.env.BELFORT_DIR, tree = process.env.BELFORT_TREE;
export const keys = `${dir}/etc/magda`;
const quoted = (value) => `'${(typeof value === 'string' ? value : JSON.stringify(value)).replaceAll("'", "''")}'`;

const texts = (key) => ['nl', 'en', 'fr'].map((lang) => `${key}.${lang} = Proef ${lang}`);
const lines = (keys) => Object.entries(keys).map(([key, value]) => `${key} = ${value}`);
const file = (name) => `${dir}/sources/${name}.ini`;

/* Declares NAME by its file, as a city does; KEYS are of the source, FACTS those
 * of each fact.  What the demo declares of that kind is not there meanwhile. */
export async function declare(name, kind, keys, facts) {
	for (const [demo] of demos(kind, 'ini'))
		fs.renameSync(file(demo), `${file(demo)}.away`);
	fs.writeFileSync(file(name), [`[source ${name}]`, `kind = ${kind}`, ...['title', 'purpose', 'basis'].flatMap(texts),
		...lines({freshness: 7, retention: 100, ...keys}),
		...Object.entries(facts).flatMap(([fact, of]) => [`[fact ${fact}]`, ...lines(of)])].join('\n'));
	await until(() => sql(`select count(*) from facts.source where ended is null and kind = '${kind}'`) === '1'
		&& sql(`select count(*) from facts.source where ended is null and name = '${name}'`) === '1', `${name} is declared`);
	sql(`update facts.fact set declared = true where name in (${Object.keys(facts).map(quoted).join()})`);
}

const demos = (kind, end) => Object.entries({woonmaatschappij: 'postgres', magda: 'http'})
	.filter(([name, its]) => its === kind && fs.existsSync(`${file(name)}${end === 'ini' ? '' : '.away'}`));

export async function forget(name, kind) {
	fs.rmSync(file(name), {force: true});
	for (const [demo] of demos(kind, 'away'))
		fs.renameSync(`${file(demo)}.away`, file(demo));
	await until(() => sql(`select count(*) from facts.source where ended is null and name = '${name}'`) === '0', `${name} is gone`);
	const which = `(select id from facts.source where name = '${name}')`;
	sql(['question', 'value', 'delivery', 'offer'].map((table) => `delete from facts.${table} where source in ${which};`).join('\n')
		+ `delete from facts.source where id in ${which}`);
	fs.rmSync(`${dir}/etc/connections/${name}`, {force: true});
}

/* It and its questions may be asked now, whatever pause they had.  The source is
 * locked first, as by who asks. */
export const wake = (name) => sql(`update facts.source set next = now() where name = ${quoted(name)};
	update facts.question set next = now() where answered is null
		and source = (select id from facts.source where name = ${quoted(name)});
	notify belfort_jobs, 'facts'`);
export const rest = (name) => sql(`update facts.source set next = 'infinity' where name = ${quoted(name)}`);
export function state(name) {
	return JSON.parse(sql(`select to_jsonb(s) from facts.source s where name = ${quoted(name)}`));
}
export const values = (name) => sql(`select coalesce(json_agg(json_build_array(f.name, v.low, v.high, v.valid) order by v.resident, f.number), '[]')
	from facts.value v join facts.fact f on f.number = v.fact join facts.source s on s.id = v.source
	where s.name = ${quoted(name)} and v.replaced is null`);

export const connect = (name, text) => house('connection_make', name, text);
export const housing = (text) => house('housing_psql', '-d', 'housing', '-c', text).trim();

/* --- the service ----------------------------------------------------------- */

async function drip(response) {
	response.writeHead(200, {'Content-Type': 'application/json'});
	response.write('{');
	await once(response, 'close');
}

/* More than anybody wants to read. */
function flood(response) {
	const part = Buffer.alloc(1 << 20, ' ');
	response.writeHead(200, {'Content-Type': 'application/json', 'Content-Length': 1 << 30});
	const more = () => { while (!response.destroyed && response.write(part)); };
	response.on('drain', more);
	more();
}

function lie(response, document, by) {
	const text = JSON.stringify(document);
	response.socket.end(`HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${text.length + by}\r\n\r\n${text}`);
}

const text = (response, status, type, words) => response.writeHead(status, {'Content-Type': type}).end(words);

/* What it does with a question in each mood. */
const moods = {
	good: (response, document) => reply(response, 200, document),
	hangs: () => {},
	drips: drip,
	'says more than it sends': (response, document) => lie(response, document, 100),
	'says less than it sends': (response, document) => lie(response, document, -20),
	garbage: (response) => text(response, 200, 'application/json', '\u0000\u0001{"antwoord'),
	list: (response) => reply(response, 200, ['ja']),
	html: (response) => text(response, 200, 'text/html', '<h1>Onderhoud</h1>'),
	flood,
	redirect: (response, document) => reply(response, 302, document, {Location: 'https://localhost:1/'}),
	error: (response, document) => reply(response, 500, document),
	refuses: (response) => reply(response, 403, {}),
	busy: (response) => reply(response, 429, {}, {'Retry-After': '7200'}),
	'another member': (response, document) => reply(response, 200, {...document, reden: 'nieuw'}),
	'no member': (response, {kenmerk}) => reply(response, 200, {kenmerk}),
	'another type': (response, document) => reply(response, 200, {...document, antwoord: true}),
	'another word': (response, document) => reply(response, 200, {...document, antwoord: 'misschien'}),
	'another question': (response, document) => reply(response, 200, {...document, kenmerk: 'iets anders'}),
	'hangs up': (response) => response.socket.destroy(),
};

/* SERVER listens on this machine; gives the port that it got. */
export async function listens(server) {
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return server.address().port;
}

/* Certificates of somebody else, and of another name. */
export function otherKeys(folder) {
	execFileSync(`${tree}/demo/magda/keys`, [folder], {stdio: 'ignore'});
	return folder;
}

/* A server that keeps each question that it was asked. */
export class Service {
	mood = 'good';
	asked = [];
	open = 0;

	/* Gives its port. */
	async start(options = tls(keys)) {
		this.server = https.createServer(options, (request, response) => this.take(request, response));
		this.server.on('tlsClientError', () => {});
		return listens(this.server);
	}

	async take(request, response) {
		const asked = await question(request);
		this.open++;
		response.on('close', () => { this.open--; });
		this.asked.push({...asked, method: request.method, url: request.url, headers: request.headers});
		await this.before?.(asked);
		moods[this.mood](response, {kenmerk: asked?.kenmerk, antwoord: this.word ?? said(asked?.nummer)});
	}

	async stop() {
		this.server.closeAllConnections();
		this.server.close();
		await once(this.server, 'close');
	}
}

export const moodNames = Object.keys(moods);
