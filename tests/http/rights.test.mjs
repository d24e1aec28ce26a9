/* Who may do what: every address as everybody, against what is declared, and
 * what is declared against a list that people read.
 */
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import test from 'node:test';
import {ask, sql, submit, unharmed, unseen} from './lib.mjs';
import {forget, signedResident} from './residents.mjs';
import {signIn, token} from './signed.mjs';

unharmed(test);

const json = {Accept: 'application/json'};
const levels = ['resident', 'low', 'substantial', 'high'];
const staffOnly = ['staff'];
const denials = ['sign_in', 'fresh', 'level', 'forbidden', 'second_key', 'self', 'helping', 'not_helping'];

/* What the plugins of the city declare, as an address each. */
const features = JSON.parse(execFileSync('belfort', ['describe'], {encoding: 'utf8'}))
	.filter((pool) => !pool.shut_in).flatMap((pool) => pool.features);
const routes = features.flatMap((feature) => feature.routes.map(({method, path, mount, rights}) =>
	({method, rights, pattern: (feature.mounts[mount] === '/' ? '' : feature.mounts[mount]) + path || '/'})));
const rights = features.flatMap((feature) => feature.rights.map(({name}) => name));
const address = (pattern) => pattern.replace(/\{\w+:int\}/g, '1').replace(/\{[^}]+\}/g, 'x');

/* The guard's own rules, written a second time. */
function lacks(role, words) {
	if (!role.kind)
		return 'sign_in';
	for (const word of words) {
		if (word === 'self') {
			if (role.helps)
				return 'self';
		} else if (word === 'fresh') {
			if (!role.fresh)
				return 'fresh';
		} else if (levels.includes(word)) {
			if (role.kind !== 'resident')
				return role.rights.includes('people.help') ? 'not_helping' : 'forbidden';
			if (levels.indexOf(role.level) < levels.indexOf(word))
				return 'level';
		} else if (word !== 'signed') {
			if (role.helps)
				return 'helping';
			if (role.kind !== 'staff' || (!staffOnly.includes(word) && !role.rights.includes(word)))
				return 'forbidden';
		}
	}
	if (words.includes('fresh') && words.some((word) => word.includes('.')) && role.keys < 2)
		return 'second_key';
	return null;
}

const stale = "now() - interval '11 minutes'";
const roles = [
	{name: 'nobody'},
	...['low', 'substantial', 'high'].map((level) => ({name: `a resident, ${level}`, kind: 'resident', level, fresh: true})),
	{name: 'a resident who signed in before', kind: 'resident', level: 'high', signed: stale},
	{name: 'a civil servant', kind: 'staff', rights: [], fresh: true},
	...rights.map((right) => ({name: `one who has ${right}`, kind: 'staff', rights: [right], fresh: true})),
	{name: 'one who has all rights', kind: 'staff', rights, fresh: true},
	{name: 'one who signed in before', kind: 'staff', rights, signed: stale},
	{name: 'one who helps a resident', kind: 'resident', level: 'high', helps: true, rights, fresh: true},
	{name: 'one with a single key', kind: 'staff', rights, fresh: true, keys: 1},
];

/* What a page finds out by itself: who has no password chooses one only when
 * they signed in just now. */
const besides = (role, {method, pattern}) => role.kind === 'resident' && !role.fresh
	&& method === 'GET' && pattern === '/mijn/wachtwoord' ? 'fresh' : null;

/* The kind of error that an address gives; null: it lets in. */
async function met({method, pattern}, headers) {
	const answer = method === 'GET' ? await ask(address(pattern), {headers: {...json, ...headers}})
		: await submit(address(pattern), {}, {...json, ...headers});
	const kind = answer.status >= 400 ? answer.json.kind : null;
	assert.ok(answer.status < 500 || pattern === '/health', `${method} ${pattern}: ${answer.status} ${kind}`);
	/* A write is let in up to the token of its form, which is not there. */
	return denials.includes(kind) ? kind : ['stale_form', 'other_form'].includes(kind) ? 'its form' : null;
}

/* A civil servant with every right, who helps somebody now. */
function helping() {
	const clerk = signIn({kind: 'staff', name: 'Rol Proef', rights}), roos = signedResident({family: 'Rolproef'});
	sql(`insert into people.helping (session, account, resident, helper, given, reason)
		select s.id, '${roos.account}', '${roos.resident}', '${clerk.account}', g.id, 'Voor de proef'
		from people.session s join people.right_given g using (account)
		where account = '${clerk.account}' and g.name = 'people.help'`);
	return clerk;
}
test.after(() => forget('Rolproef'));

for (const role of roles)
	test(`every address as ${role.name}`, async () => {
		const {headers} = role.helps ? helping() : role.kind ? signIn({...role, name: 'Rol Proef'}) : {headers: {}};
		for (const route of routes) {
			const wanted = route.rights && route.rights !== 'machine' ? lacks({keys: 2, ...role}, route.rights.split(' ')) ?? besides(role, route)
				?? (route.method === 'POST' ? 'its form' : null) : null;
			assert.equal(await met(route, headers), wanted, `${route.method} ${route.pattern} (${route.rights ?? 'public'})`);
		}
	});

test('a write from elsewhere is refused at each address', async () => {
	for (const {pattern} of routes.filter(({method, rights: words}) => method === 'POST' && words !== 'machine')) {
		const {status, json: said} = await submit(address(pattern), {}, {...json, Origin: 'https://evil.example'});
		/* Where people sign in the web server may have seen too many already. */
		assert.ok(said.kind === 'forbidden' || status === 429, `${pattern}: ${status}`);
	}
});

test('what is declared is what people agreed to', () => {
	const mounts = features.find(({name}) => name === 'people').mounts;
	const own = ({pattern}) => mounts.some((mount) => pattern === mount || pattern.startsWith(`${mount}/`));
	const declared = routes.filter((route) => route.rights || route.method === 'POST' || own(route))
		.map(({method, pattern, rights: words}) => `${method} ${pattern}: ${words ?? 'everybody'}`).sort();
	const agreed = fs.readFileSync(new URL('rights.txt', import.meta.url), 'utf8').trim().split('\n').sort();
	assert.deepEqual(declared, agreed, 'a new address belongs in tests/http/rights.txt');
});

/* --- giving and taking ----------------------------------------------------- */

const day = (n) => sql(`select current_date + ${n}`);
async function form(who, path, fields) {
	return submit(path, {csrf: await token('/beheer', who.headers), ...fields}, who.headers);
}
const give = (who, fields) => form(who, '/beheer/rechten/geven', {recht: 'budget.import', reden: 'Voor de proef', ...fields});
const grants = (account) => sql(`select count(*) from people.right_given where account = '${account}'`);
const last = (account) => sql(`select max(id) from people.right_given where account = '${account}'`);

test('a right is given, shown, used, taken back, and stays to be seen', async () => {
	const boss = signIn({kind: 'staff', name: 'Baas Proef', rights: ['people.grant']});
	const clerk = signIn({kind: 'staff', name: 'Klerk Proef'});
	assert.match((await ask(`/beheer/rechten/geven?collega=${clerk.account}&recht=people.grant`, {headers: boss.headers})).text,
		new RegExp(`value="${clerk.account}" selected`));
	const given = await give(boss, {collega: clerk.account, recht: 'people.grant', wijk: '7', dienst: 'Burgerzaken', tot: day(30)});
	assert.equal(given.status, 303);
	assert.equal((await ask('/beheer/rechten', {headers: clerk.headers})).status, 200);
	for (const per of ['', '?per=recht']) {
		const {text} = await ask(`/beheer/rechten${per}`, {headers: boss.headers});
		assert.match(text, /Klerk Proef[^]*Gegeven door Baas Proef[^]*Reden: Voor de proef/);
		assert.match(text, /Alleen voor de dienst Burgerzaken[^]*Alleen voor wijk 7/);
	}
	const path = `/beheer/rechten/${last(clerk.account)}`;
	assert.match((await ask(path, {headers: boss.headers})).text, /Het recht van Klerk Proef/);
	assert.equal((await form(boss, path, {reden: 'x'})).status, 422, 'a reason is more than a letter');
	assert.equal((await form(boss, path, {reden: 'De proef is over'})).status, 303);
	assert.equal((await ask('/beheer/rechten', {headers: clerk.headers})).status, 403);
	assert.match((await form(boss, path, {reden: 'Nog eens'})).text, /al teruggenomen/);
	const all = (await ask('/beheer/rechten?ook=alles', {headers: boss.headers})).text;
	assert.match(all, /Is teruggenomen[^]*Teruggenomen door Baas Proef[^]*De proef is over/);
});

test('nobody gives a right to themselves, or to somebody who is none', async () => {
	const boss = signIn({kind: 'staff', name: 'Zelf Proef', rights: ['people.grant']});
	const roos = signIn({kind: 'resident', level: 'high', name: 'Roos Proef'});
	const gone = signIn({kind: 'staff', name: 'Weg Proef'}), clerk = signIn({kind: 'staff', name: 'Klerk Proef'});
	sql(`update people.account set closed = now() where id = '${gone.account}'`);
	const cases = [
		[{collega: boss.account}, /Niemand geeft zichzelf een recht/],
		[{collega: roos.account}, /geen collega/],
		[{collega: gone.account}, /geen collega/],
		[{collega: 'x'}, /geen collega/],
		[{collega: clerk.account, recht: 'people.nope'}, /bestaat niet/],
		[{collega: clerk.account, van: day(-1)}, /voorbij/],
		[{collega: clerk.account, tot: day(-1)}, /komt voor de eerste/],
		[{collega: clerk.account, van: day(5), tot: day(4)}, /komt voor de eerste/],
		[{collega: clerk.account, reden: ''}, /Dit is nodig/],
	];
	for (const [fields, says] of cases) {
		const answer = await give(boss, fields);
		assert.equal(answer.status, 422, JSON.stringify(fields));
		assert.match(answer.text, says);
	}
	for (const one of [roos, gone, clerk])
		assert.equal(grants(one.account), '0');
	assert.equal(grants(boss.account), '1');
});

test('a right of another day shows so, and does not count', async () => {
	const boss = signIn({kind: 'staff', name: 'Dag Proef', rights: ['people.grant']});
	const clerk = signIn({kind: 'staff', name: 'Morgen Proef'});
	await give(boss, {collega: clerk.account, recht: 'people.grant', van: day(1), tot: day(2)});
	assert.equal((await ask('/beheer/rechten', {headers: clerk.headers})).status, 403);
	assert.match((await ask('/beheer/rechten', {headers: boss.headers})).text, /Morgen Proef[^]*Geldt later/);
	sql(`update people.right_given set from_day = current_date - 2, to_day = current_date - 1 where account = '${clerk.account}'`);
	assert.equal((await ask('/beheer/rechten', {headers: clerk.headers})).status, 403);
	assert.doesNotMatch((await ask('/beheer/rechten', {headers: boss.headers})).text, /Morgen Proef/);
	assert.match((await ask('/beheer/rechten?ook=alles', {headers: boss.headers})).text, /Morgen Proef[^]*Is voorbij/);
});

test('somebody must go on giving rights, also when two take at once', async () => {
	const one = signIn({kind: 'staff', name: 'Een Proef', rights: ['people.grant']});
	const two = signIn({kind: 'staff', name: 'Twee Proef', rights: ['people.grant']});
	sql(`create table public.held as select id from people.right_given where name = 'people.grant' and taken is null
		and account not in ('${one.account}', '${two.account}');
		update people.right_given set taken = now(), taken_reason = 'test' where id in (select id from public.held)`);
	try {
		const both = await Promise.all([[one, two], [two, one]].map(([who, from]) =>
			form(who, `/beheer/rechten/${last(from.account)}`, {reden: 'Weg ermee'})));
		/* The later one is the last who has it, or has it no more. */
		const late = both.find(({status}) => status !== 303);
		assert.equal(both.filter(({status}) => status === 303).length, 1);
		assert.match(late.text, late.status === 403 ? /Dit kunt u hier niet doen/ : /niemand nog rechten/);
	} finally {
		sql(`update people.right_given set taken = null, taken_reason = null where id in (select id from public.held);
			drop table public.held`);
	}
});

test('a colleague is invited, once, by who may', async () => {
	const chief = signIn({kind: 'staff', name: 'Chef Proef', rights: ['people.invite']});
	const other = signIn({kind: 'staff', name: 'Tweede Chef', rights: ['people.invite']});
	const email = `nieuw${unseen()}@gent.example`;
	const ring = (who, fields) => form(who, '/beheer/collegas', {naam: 'Nieuw Proef', email, ...fields});
	const link = ({text}) => /uitnodiging\/([0-9a-f]{64})/.exec(text)?.[1];
	const first = link(await ring(chief));
	assert.match((await ask(`/beheer/uitnodiging/${first}`)).text, /Welkom, Nieuw Proef/);
	assert.match((await ring(other)).text, /heeft dit e-mailadres al/, 'another did not invite them');
	const second = link(await ring(chief));
	assert.match((await ask(`/beheer/uitnodiging/${first}`)).text, /werkt niet meer/, 'the first link is over');
	assert.match((await ask(`/beheer/uitnodiging/${second}`)).text, /Welkom/);
	const page = await ask('/beheer/collegas', {headers: chief.headers});
	assert.match(page.text, /Nieuw Proef[^]*Uitgenodigd door Chef Proef/);
	assert.equal(link(page), undefined, 'a link is shown once');
	sql(`insert into people.right_given (account, name, reason) select id, 'people.grant', 'test' from people.account where email = '${email}'`);
	assert.match((await ring(chief)).text, /heeft dit e-mailadres al/, 'who holds a right is not for the inviter');
	assert.match((await ring(chief, {email: 'geen adres'})).text, /Schrijf een e-mailadres/);
});
