/* The same service online, at a counter, by phone and on paper: each route of
 * each plugin says how, or why not, in three languages; and what a machine can
 * know of it is true.
 */
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import test from 'node:test';
import {ask, sql, submit, unharmed} from './lib.mjs';
import {signIn} from './signed.mjs';

unharmed(test);

const belfort = (...words) => execFileSync('belfort', words, {encoding: 'utf8'});
const ways = ['counter', 'phone', 'paper'];
const langs = ['nl', 'en', 'fr'];
const pools = JSON.parse(belfort('describe')).filter((pool) => !pool.shut_in);
/* Each once: the core is in every pool. */
const features = [...new Map(pools.flatMap((pool) => pool.features).map((feature) => [feature.name, feature])).values()];
const services = features.flatMap(({name: feature, channels, mounts, routes}) => channels.map((row) => ({
	...row, feature,
	routes: routes.filter(({service}) => service === row.name)
		.map((route) => ({...route, address: (mounts[route.mount] === '/' ? '' : mounts[route.mount]) + route.path || '/'})),
})));
const service = (name) => services.find((one) => one.name === name);

/* "GET /mijn: people.mine", as the tool tells it. */
const told = belfort('routes').trim().split('\n').slice(1).map((line) => line.split(/ {2,}/))
	.map(([method, address, feature, , , , , of]) => ({method, address, feature, of}));

test('each route is of one service, which tells of each channel', () => {
	assert.ok(told.length > 100);
	for (const {method, address, feature, of} of told) {
		const row = service(of);
		assert.ok(row, `${method} ${address} is in no row of plugins/${feature}/channels.c`);
		assert.ok(row.routes.some((route) => route.method === method && route.address === address));
		for (const way of ways)
			assert.equal(Boolean(row[way].how) + Boolean(row[way].without), 1,
				`${of} (${address}), ${way}: how it is done there, or a reason`);
	}
});

test('each sentence is in three languages', () => {
	for (const {name, title, ...row} of services)
		for (const text of [title, ...ways.map((way) => row[way].how ?? row[way].without)]) {
			assert.deepEqual(Object.keys(text).sort(), [...langs].sort());
			assert.equal(new Set(Object.values(text)).size, 3, `${name}: ${text.en}`);
			for (const lang of langs)
				assert.match(text[lang], /\S/);
		}
});

/* What each shared way promises, of the service that says it. */
const isOpen = ({rights}) => rights === null;
const isPage = ({method, view}) => method === 'GET' && view !== null;
const isForm = ({method}) => method === 'POST';
const asks = (word) => ({rights}) => (rights ?? '').split(' ').includes(word);
const isStaff = ({rights, address}) => address.startsWith('/beheer') || /\bstaff\b|\./.test(rights ?? '');
const promises = {
	same_pages: ({routes}) => routes.every(isOpen) && routes.some(isPage),
	told: ({routes}) => routes.every(isOpen) && routes.some(isPage) && !routes.some(isForm),
	filled_in: ({routes}) => routes.every(isOpen) && routes.some(isForm),
	printed: ({routes}) => routes.some((route) => isPage(route) && isOpen(route)),
	/* Not what is theirs alone: their own sign-in is asked for. */
	helped: ({routes}) => routes.every((route) => asks('resident')(route) && !asks('fresh')(route) && !asks('self')(route)),
	printed_there: ({routes}) => routes.some((route) => isPage(route) && asks('resident')(route)),
	beside: ({routes}) => !routes.some(isStaff),
	no_proof: ({routes, name}) => name === 'people.sign_in' || routes.some((route) => !isOpen(route)),
	secret: ({routes}) => routes.some(({fields}) => fields.some(({name}) => /wachtwoord|nieuw|cijfers|code/.test(name))),
	letter_code: ({feature}) => feature === 'people' && service('people.sign_in').routes
		.some(({address}) => address.endsWith('/aanmelden/brief')),
	write_to_us: ({routes}) => routes.some((route) => isForm(route) && asks('resident')(route)),
	paper_form: ({routes}) => routes.some(({paper}) => paper),
	for_staff: ({routes}) => routes.every(isStaff),
	for_machines: ({routes}) => routes.every(({view}) => view === null),
};

test('what is said is true where a machine can tell', () => {
	for (const row of services)
		for (const way of ways) {
			const {name} = row[way];
			if (name === null)
				continue;
			assert.ok(Object.hasOwn(promises, name), `${name} promises something that no test knows`);
			assert.ok(promises[name](row), `${row.name} says ${name} of ${way}: “${(row[way].how ?? row[way].without).en}”`);
		}
});

test('what residents do, they can do at a counter', () => {
	for (const row of services.filter(({routes}) => !routes.every((route) => isStaff(route) || route.view === null)))
		assert.ok(row.counter.how, row.name);
});

test('answers and decisions come by letter, for who wants that', () => {
	assert.match(service('people.messages').paper.how.en, /answers and decisions come by post/);
	assert.equal(sql(`select count(*) > 0, count(*) filter (where letter is null)
		from people.message_kind where mail = 'notice'`), 't|0');
});

test('all of it is published, in three languages', async () => {
	for (const lang of langs) {
		const {text} = await ask(`/toegankelijk?taal=${lang}`);
		for (const {name, title} of services) {
			assert.equal(text.split(`id="${name}"`).length, 2, `${name} stands there once`);
			assert.ok(text.replaceAll('&#39;', "'").includes(title[lang]), title[lang]);
		}
	}
});

test('what is work of colleagues stands apart from what residents do', async () => {
	const said = (await ask('/toegankelijk.json')).json;
	const of = (list) => list.flatMap((block) => block.services.map(({name}) => service(name))).filter(Boolean);
	assert.ok(of(said.only_here).every(({routes}) => routes.every((route) => isStaff(route) || route.view === null)));
	assert.ok(of(said.elsewhere).every(({routes}) => !routes.every(isStaff)));
	assert.equal(of(said.only_here).length + of(said.elsewhere).length, services.length);
});

/* Without what another test deploys as if the city had written it. */
const cityRows = async () => (await ask('/toegankelijk.json')).json.rows.filter(({guest, name}) => !guest && !/^wild[.]/.test(name));

test('as JSON and as CSV too', async () => {
	const rows = await cityRows();
	assert.deepEqual(rows.map(({name}) => name).sort(), services.map(({name}) => name).sort());
	const lines = (await ask('/toegankelijk.csv')).text.trim().split('\n');
	assert.match(lines[0], /name;part;service;address;counter;counter_not;phone;phone_not;paper;paper_not/);
	assert.equal(lines.slice(1).map((line) => line.split(';')[0]).filter(service).length, services.length);
});

test('where a service begins is a page of it', async () => {
	const rows = await cityRows();
	for (const {name, address} of rows.filter((row) => row.address))
		assert.ok(service(name).routes.some((route) => isPage(route) && route.address === address), `${name}: ${address}`);
	assert.equal(rows.find(({name}) => name === 'counter.appointment').address, '/afspraak');
	assert.equal(rows.find(({name}) => name === 'site.home').address, '/');
});

const leads = (text) => /<p class="stuck[^]*?href="([^"]+)"/.exec(text)?.[1];

test('each page leads to its own place there, with whom to ask', async () => {
	const page = await ask('/afspraak');
	assert.equal(leads(page.text), '/toegankelijk#counter.appointment');
	assert.match(page.text, /Bel 09 000 00 00\.[^]*Kom naar Fictieve Markt 1\./);
	const resident = signIn({kind: 'resident', level: 'high', name: 'Kanaal Proef'});
	assert.equal(leads((await ask('/mijn/berichten', {headers: resident.headers})).text), '/toegankelijk#people.messages');
});

test('so does a form that was not right, and no page for colleagues', async () => {
	const again = await submit('/afspraak/bekijken', {code: 'x'});
	assert.equal(again.status, 422);
	assert.equal(leads(again.text), '/toegankelijk#counter.seen');
	const clerk = signIn({kind: 'staff', name: 'Kanaal Klerk'});
	assert.equal(leads((await ask('/beheer', {headers: clerk.headers})).text), undefined);
	assert.equal(leads((await ask('/bestaat-niet')).text), undefined);
});

test('the first page leads to what people come for', async () => {
	const {text} = await ask('/');
	for (const way of ['/mijn', '/afspraak', '/rechten', '/begroting', '/papier'])
		assert.ok(text.includes(`<li><a href="${way}"><h3>`), way);
});
