/* Signing in without eID or itsme: accounts with a password, letters with a
 * code, and what slows down who guesses.
 */
import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import test from 'node:test';
import {ask, base, house, log, sql, submit, unharmed, unseen, until} from './lib.mjs';
import {resident as newResident} from './residents.mjs';
import {signIn, token} from './signed.mjs';

unharmed(test);
/* What another test counted is not ours. */
test.before(() => sql('delete from people.attempt'));

const dir = process.env.BELFORT_DIR;
const good = 'paard batterij nietje', other = 'lamp wolk trein appel';

/* Each test has networks of its own, so that none slows down another. */
let networks = 0;
const network = () => `127.${1 + Math.floor(networks / 250)}.${1 + networks++ % 250}.1`;
const from = (address) => (path, fields, headers) => submit(path, fields, headers, undefined, address);

const hash = (text) => crypto.createHash('sha256').update(text).digest('hex');
const text = (value) => `'${value.replaceAll("'", "''")}'`;
const mails = (email) => JSON.parse(sql(`select coalesce(json_agg(json_build_object('template', kind, 'data', data) order by id), '[]')
	from people.mail where email = ${text(email)}`));
const mail = (email) => mails(email).at(-1);
const cookieOf = (answer) => answer.headers['set-cookie'].map((line) => line.split(';')[0]).find((line) => line.startsWith('__Host-belfort='));
const signed = (answer) => ({Cookie: cookieOf(answer)});
const person = () => ({naam: 'Roos Proef', email: `${unseen()}@example.org`, nieuw: good});
const sentences = (page) => [...page.matchAll(/<li><a href="#veld-\w+">[^<]*<\/a>: ([^<]*)<\/li>/g)].map(([, said]) => said);
const passwords = async (name = 'passwords') =>
	Number(new RegExp(`^belfort_${name}_total\\{pool="city"\\} (\\d+)`, 'm').exec((await ask('/metrics')).text)[1]);

/* Somebody with an account, made as they would. */
async function account(post = from(network())) {
	const who = person();
	await post('/mijn/registreren', who);
	const made = await post(mail(who.email).data.path, {wachtwoord: good});
	assert.equal(made.status, 303);
	return {...who, headers: signed(made)};
}

const enter = (post, who, wachtwoord = good, more = {}, headers = {}) =>
	post('/mijn/aanmelden/wachtwoord', {email: who.email, wachtwoord, ...more}, headers);

/* --- accounts --------------------------------------------------------------- */

test('somebody makes an account, and signs in with it', async () => {
	const post = from(network()), who = person();
	const asked = await post('/mijn/registreren', who);
	assert.equal(asked.status, 303);
	assert.equal(asked.headers.location, '/mijn/gestuurd');
	const {template, data} = mail(who.email);
	assert.equal(template, 'account_confirm');
	assert.equal((await enter(post, who)).status, 422, 'not before the link was followed');
	const page = await ask(data.path);
	assert.match(page.text, /Roos Proef/);
	assert.equal(page.headers['cache-control'], 'no-store');
	assert.equal((await post(data.path, {wachtwoord: other})).status, 422, 'the link alone is not enough');
	const made = await post(data.path, {wachtwoord: good});
	assert.equal(made.headers.location, '/mijn');
	const mine = await ask('/mijn', {headers: signed(made)});
	assert.match(mine.text, /Roos Proef/);
	const again = await enter(post, {email: ` ${who.email.toUpperCase()} `}, good, {terug: '/begroting/wijken'});
	assert.equal(again.headers.location, '/begroting/wijken');
	assert.equal(sql(`select level || method from people.session where id = '${hash(cookieOf(again).split('=')[1])}'`), 'lowpassword');
});

test('a link to make an account works once, and a day', async () => {
	const post = from(network()), who = person(), late = person();
	await post('/mijn/registreren', who);
	const {path} = mail(who.email).data;
	assert.equal((await post(path, {wachtwoord: good})).status, 303);
	assert.match((await ask(path)).text, /werkt niet meer/);
	assert.equal((await post(path, {wachtwoord: good})).status, 422);
	await post('/mijn/registreren', late);
	sql(`update people.registration set ends = now() where email = ${text(late.email)}`);
	assert.equal((await post(mail(late.email).data.path, {wachtwoord: good})).status, 422);
	assert.equal((await ask('/mijn/bevestigen/x')).status, 200);
	assert.equal(sql(`select count(*) from people.account where email = ${text(late.email)}`), '0');
});

test('two who follow a link at the same time make one account', async () => {
	const post = from(network()), who = person();
	await post('/mijn/registreren', who);
	await post('/mijn/registreren', {...who, naam: 'Nog Eens'});
	const paths = mails(who.email).map(({data}) => data.path);
	for (const path of paths)
		await post(path, {wachtwoord: good});
	assert.equal(sql(`select count(*) from people.account where email = ${text(who.email)}`), '1');
});

test('what is easy to guess is no password', async () => {
	const post = from(network());
	const weak = ['zwak1', 'password1234', 'P@ssw0rd!2026', 'wachtwoord12', 'aaaaaaaaaaaa', 'abababababab', '123456789012',
		'qwertyuiop123', 'azertyuiop12!', 'abcdefghijklm', 'Welkom123456', 'motdepasse2026', 'ilovey0u1234', 'lkjhgfdsapoi', 'Roos Proef12'];
	for (const nieuw of weak) {
		const {status, text: page} = await post('/mijn/registreren', {...person(), nieuw});
		assert.equal(status, 422, nieuw);
		assert.match(sentences(page)[0], /te kort|te raden/, nieuw);
		assert.ok(!page.includes(nieuw), 'and it is not shown');
	}
	for (const nieuw of [good, 'correct horse battery staple', 'été à la mer du nord', 'xK9#mPq2vL!w', '柴犬が好きですから毎日散歩'])
		assert.equal((await from(network())('/mijn/registreren', {...person(), nieuw})).status, 303, nieuw);
});

test('what is no address is told', async () => {
	const post = from(network());
	for (const email of ['x', 'x@', '@x.org', 'x@y', 'a b@c.org', 'a@b@c.org', 'é@example.org', 'a@example.org.', `${'a'.repeat(250)}@b.org`])
		assert.match((await post('/mijn/registreren', {...person(), email})).text, /naam@example.org/, email);
});

/* --- nobody learns who has an account ---------------------------------------- */

const bare = ({status, headers, text: page}, email) => ({status, where: headers.location,
	page: page.replaceAll(email, 'ADDRESS').replace(/<code>[0-9a-f]{32}<\/code>/g, '')});

test('an address with an account and one without get the same page, for the same work', async () => {
	const known = await account(), stranger = person();
	const acts = [
		['/mijn/aanmelden/wachtwoord', (email) => ({email, wachtwoord: other}), 0, 1],
		['/mijn/registreren', (email) => ({naam: 'Roos', email, nieuw: other}), 1, 1],
		['/mijn/wachtwoord-vergeten', (email) => ({email}), 1, 0],
	];
	for (const [path, fields, sent, hashed] of acts) {
		const seen = [];
		for (const {email} of [known, stranger]) {
			const before = [mails(email).length, await passwords(), Number(sql(`select count(*) from people.registration`)),
				Number(sql('select count(*) from people.link'))];
			const answer = await from(network())(path, fields(email));
			const after = [mails(email).length, await passwords(), Number(sql(`select count(*) from people.registration`)),
				Number(sql('select count(*) from people.link'))];
			const work = after.map((n, i) => n - before[i]);
			assert.equal(work[0], sent, path);
			assert.equal(work[1], hashed, path);
			seen.push({...bare(answer, email), work});
		}
		assert.deepEqual(seen[0], seen[1], path);
	}
	assert.deepEqual([known, stranger].map(({email}) => mail(email).template), ['password_link', 'account_none']);
	assert.equal(mails(known.email).at(-2).template, 'account_exists');
	assert.equal(mails(known.email).at(-2).data.path, undefined);
});

test('both slow down alike', async () => {
	const known = await account(), stranger = person(), seen = [];
	for (const who of [known, stranger]) {
		const tries = [];
		for (let n = 0; n < 8; n++) {
			const answer = await enter(from(network()), who, other);
			tries.push([answer.status, answer.status === 429 && answer.headers['retry-after'] > 0]);
			if (answer.status === 429)
				assert.match(answer.text, /Probeer het over \d+ minuten opnieuw/);
			/* However slow this machine is. */
			sql(`update people.attempt set until = until + interval '1 hour' where until > now()`);
		}
		seen.push(tries);
	}
	assert.deepEqual(seen[0], seen[1]);
	assert.deepEqual(seen[0].map(([status]) => status), [422, 422, 422, 422, 422, 422, 429, 429]);
});

/* --- slowing down ------------------------------------------------------------- */

/* A code with a right last sign that nobody was sent. */
function code() {
	const signs = '3479ABCDEFGHJKMNPRTVWXY';
	const values = Array.from({length: 11}, () => crypto.randomInt(23));
	const sum = values.reduce((all, value, i) => all + (i + 1) * value, 0);
	return [...values, sum % 23].map((value) => signs[value]).join('');
}

test('many at once get no more tries', async () => {
	const typed = {code: code(), geboren: '1970-01-01'};
	const answers = await Promise.all(Array.from({length: 40}, () => from(network())('/mijn/aanmelden/brief', typed)));
	const count = (status) => answers.filter((answer) => answer.status === status).length;
	assert.equal(count(422), 6);
	assert.equal(count(429), 34);
});

test('nor do many accounts from one network', async () => {
	const post = from(network());
	const statuses = [];
	for (let n = 0; n < 33; n++)
		statuses.push((await post('/mijn/aanmelden/brief', {code: code(), geboren: '1970-01-01'})).status);
	assert.deepEqual([...new Set(statuses.slice(0, 31))], [422]);
	assert.equal(statuses.at(-1), 429);
	assert.equal((await from(network())('/mijn/aanmelden/brief', {code: code(), geboren: '1970-01-01'})).status, 422);
});

test('the wait is a quarter of an hour at most, for a right password too, and a session goes on', async () => {
	const who = await account(), post = from(network());
	await enter(post, who, other);
	sql(`update people.attempt set tries = 1000, until = now() where tries < 3 and seen > now() - interval '10 seconds'`);
	assert.equal((await enter(from(network()), who, other)).status, 422);
	const refused = await enter(from(network()), who);
	assert.equal(refused.status, 429);
	assert.ok(refused.headers['retry-after'] > 880 && refused.headers['retry-after'] <= 900);
	assert.equal((await ask('/mijn', {headers: who.headers})).status, 200);
	sql(`update people.attempt set until = now() where until > now() + interval '10 minutes'`);
	assert.equal((await enter(from(network()), who)).status, 303);
	assert.equal((await enter(from(network()), who, other)).status, 422, 'and all is forgotten');
	assert.equal((await enter(from(network()), who, other)).status, 422);
});

test('neither an address nor a network is kept', async () => {
	const post = from('127.77.66.55'), who = person();
	await enter(post, who);
	const kept = sql(`select string_agg(who, ' ') from people.attempt`);
	assert.match(kept, /^[0-9a-f ]+$/);
	for (const said of [who.email, '127.77.66', '127.77.66.55'])
		assert.ok(!kept.includes(hash(said)), said);
});

test('the web server stops who tries very often from one address', async () => {
	const post = from('127.200.1.1');
	const answers = await Promise.all(Array.from({length: 120}, () => post('/mijn/aanmelden/wachtwoord', {email: 'x', wachtwoord: 'x'})));
	const stopped = answers.filter(({status}) => status === 429);
	assert.ok(stopped.length > 20 && answers.some(({status}) => status === 422), String(stopped.length));
	assert.match(stopped[0].text, /te vaak geprobeerd/);
	assert.equal(stopped[0].headers['retry-after'], '10');
	assert.equal((await ask('/mijn/aanmelden', {from: '127.200.1.1'})).status, 200);
});

/* --- who computes -------------------------------------------------------------- */

const master = () => Number(fs.readFileSync(`${dir}/run/master.pid`, 'utf8'));
const commandLine = (pid) => {
	try {
		return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8');
	} catch {
		return ''; // gone since it was listed
	}
};
const children = (word) => fs.readFileSync(`/proc/${master()}/task/${master()}/children`, 'utf8').trim().split(' ').map(Number)
	.filter((pid) => commandLine(pid).includes(word));
const computers = () => children('--passwords');
const stat = (pid) => fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');

test('a process of its own computes, when nobody else wants the processor', () => {
	const [pid] = computers();
	const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8');
	assert.match(status, /^CapEff:\t0+$/m);
	assert.match(status, /^NoNewPrivs:\t1$/m);
	assert.equal(stat(pid)[38], '5', 'SCHED_IDLE');
	assert.equal(fs.statSync(`${dir}/run/passwords.sock`).mode & 0o777, 0o660);
});

if (process.env.BELFORT_HOUSE !== 'none')
	for (const user of ['belfort-web', 'belfort-shut', 'belfort-wild', 'nobody'])
		test(`${user} does not reach it`, () => {
			const code_ = `require('net').connect('${dir}/run/passwords.sock')
				.on('connect', () => process.exit(0)).on('error', (e) => { console.log(e.code); process.exit(1); })`;
			const run = spawnSync(`${process.env.BELFORT_TREE}/demo/house`,
				['inside', dir, 'call_as', user, process.execPath, '-e', code_], {encoding: 'utf8'});
			assert.equal(run.status, 1, run.stderr);
			assert.match(run.stdout, /EACCES/);
		});

test('beyond a short queue people are told to come back, and nothing is counted of them', async () => {
	const who = await account(), pids = computers(), refused = await passwords('passwords_refused'), begun = await passwords();
	const waiting = [];
	let busy = null;
	for (const pid of pids)
		process.kill(pid, 'SIGSTOP');
	try {
		while (!busy) {
			const one = enter(from(network()), who);
			one.then((answer) => { busy = answer; });
			waiting.push(one);
			await until(async () => busy || await passwords() === begun + waiting.length, 'it waits, or not');
		}
	} finally {
		for (const pid of pids)
			process.kill(pid, 'SIGCONT');
	}
	assert.equal(busy.status, 429);
	assert.equal(busy.headers['retry-after'], '10');
	assert.match(busy.text, /Veel mensen/);
	assert.equal(await passwords('passwords_refused'), refused + 1);
	assert.ok(waiting.length > 2);
	for (const one of waiting.slice(0, -1))
		assert.equal((await one).status, 303);
});

test('who waits keeps nobody else waiting', async () => {
	const who = await account(), pids = computers(), begun = await passwords();
	for (const pid of pids)
		process.kill(pid, 'SIGSTOP');
	const waiting = [1, 2].map(() => enter(from(network()), who));
	try {
		await until(async () => await passwords() === begun + 2, 'both wait');
		const where = log.where('belfort'), all = children('--worker\0city\0');
		await until(async () => {
			await Promise.all(Array.from({length: 8}, () => ask(`/begroting/zoeken.json?q=${unseen()}`)));
			const served = log.since('belfort', where);
			return all.every((pid) => served.includes(`pid=${pid} `));
		}, 'each worker has served a page');
	} finally {
		for (const pid of pids)
			process.kill(pid, 'SIGCONT');
	}
	for (const one of waiting)
		assert.equal((await one).status, 303);
});

test('when it is killed the one at work is told so, and the next is served', async () => {
	const who = await account(), [pid] = computers();
	const used = () => Number(stat(pid)[11]) + Number(stat(pid)[12]), before = used();
	const one = enter(from(network()), who);
	await until(() => used() > before, 'it computes');
	process.kill(pid, 'SIGKILL');
	const lost = await one;
	assert.equal(lost.status, 503);
	assert.equal(lost.headers['retry-after'], '10');
	await until(() => computers().length > 0 && computers()[0] !== pid, 'there is another');
	assert.equal((await enter(from(network()), who)).status, 303);
});

test('one request from the environment computes by itself', async () => {
	const who = await account();
	const body = new URLSearchParams({email: who.email, wachtwoord: good}).toString();
	const out = execFileSync(`${process.env.BELFORT_TREE}/demo/house`, ['inside', dir, 'call_as', 'belfort-city', 'belfortd'], {
		input: body, encoding: 'utf8', env: {
			...process.env, GATEWAY_INTERFACE: 'CGI/1.1', REQUEST_METHOD: 'POST', PATH_INFO: '/mijn/aanmelden/wachtwoord',
			QUERY_STRING: '', SERVER_PROTOCOL: 'HTTP/1.1', CONTENT_TYPE: 'application/x-www-form-urlencoded',
			CONTENT_LENGTH: String(body.length), HTTP_SEC_FETCH_SITE: 'same-origin',
		},
	});
	assert.match(out, /^Location: \/mijn\r$/m);
});

/* --- another password, another address ----------------------------------------- */

test('a forgotten password: the link works once, ends other sessions, and no wait', async () => {
	const who = await account(), post = from(network());
	await post('/mijn/wachtwoord-vergeten', {email: who.email});
	const {path} = mail(who.email).data;
	assert.match((await ask(path)).text, new RegExp(who.email));
	assert.equal((await post(path, {nieuw: 'kort'})).status, 422);
	const set = await post(path, {nieuw: other});
	assert.equal(set.status, 303);
	assert.equal((await ask('/mijn', {headers: who.headers})).status, 303, 'the session of before has ended');
	assert.equal((await ask('/mijn', {headers: signed(set)})).status, 200);
	assert.equal(mail(who.email).template, 'password_changed');
	assert.equal((await post(path, {nieuw: good})).status, 409);
	assert.match((await ask(path)).text, /werkt niet meer/);
	assert.equal((await enter(post, who)).status, 422);
	assert.equal((await enter(post, who, other)).status, 303);
});

test('such a link works an hour, and not for something else', async () => {
	const who = await account(), post = from(network());
	await post('/mijn/wachtwoord-vergeten', {email: who.email});
	const {path} = mail(who.email).data;
	assert.equal((await submit(path.replace('wachtwoord-nieuw', 'adres-bevestigen'), {})).status, 409);
	sql(`update people.link set ends = now() where email = ${text(who.email)}`);
	assert.equal((await post(path, {nieuw: other})).status, 409);
});

test('another password wants that of now, and ends the other sessions', async () => {
	const who = await account(), post = from(network());
	const elsewhere = signed(await enter(post, who));
	const csrf = await token('/mijn/wachtwoord', who.headers);
	const change = (fields) => post('/mijn/wachtwoord', {csrf, ...fields}, who.headers);
	assert.equal((await change({nieuw: other})).status, 422);
	assert.equal((await change({wachtwoord: 'verkeerd', nieuw: other})).status, 422);
	assert.equal((await post('/mijn/wachtwoord', {wachtwoord: good, nieuw: other}, who.headers)).status, 403);
	assert.equal((await change({wachtwoord: good, nieuw: other})).status, 303);
	assert.equal((await ask('/mijn', {headers: elsewhere})).status, 303);
	assert.equal((await ask('/mijn', {headers: who.headers})).status, 200);
	assert.equal((await enter(post, who, other)).status, 303);
});

test('who has no password chooses one when they signed in just now', async () => {
	const late = signIn({kind: 'resident', level: 'low', name: 'Laat Proef', signed: `now() - interval '1 hour'`});
	assert.match((await ask('/mijn/wachtwoord', {headers: late.headers})).headers.location, /waarom=fresh/);
	const who = signIn({kind: 'resident', level: 'low', name: 'Nu Proef'});
	const csrf = await token('/mijn/wachtwoord', who.headers);
	assert.equal((await from(network())('/mijn/wachtwoord', {csrf, nieuw: other}, who.headers)).status, 303);
	assert.match((await ask('/mijn/toegang', {headers: who.headers})).text, /hebt er een/);
});

test('another address counts when its own mail was read, and the old one is told', async () => {
	const who = await account(), post = from(network()), email = `${unseen()}@example.org`;
	const csrf = await token('/mijn/adres', who.headers);
	assert.equal((await post('/mijn/adres', {csrf, email}, who.headers)).headers.location, '/mijn/gestuurd');
	assert.equal((await enter(post, {email})).status, 422);
	const {template, data: {path}} = mail(email);
	assert.equal(template, 'email_confirm');
	assert.match((await ask(path)).text, new RegExp(email));
	assert.equal((await submit(path, {})).headers.location, '/mijn/bevestigd');
	assert.equal((await submit(path, {})).status, 409);
	assert.equal(mail(who.email).template, 'email_changed');
	assert.equal((await enter(post, {email})).status, 303);
	assert.equal((await enter(post, who)).status, 422);
});

test('an address that somebody else has is not told, and not taken', async () => {
	const who = await account(), taken = await account(), post = from(network());
	const csrf = await token('/mijn/adres', who.headers);
	assert.equal((await post('/mijn/adres', {csrf, email: taken.email}, who.headers)).headers.location, '/mijn/gestuurd');
	assert.equal(mail(taken.email).template, 'email_taken');
	assert.equal(mail(taken.email).data.path, undefined);
	const free = `${unseen()}@example.org`;
	await post('/mijn/adres', {csrf, email: free}, who.headers);
	sql(`update people.account set email = ${text(free)} where email = ${text(taken.email)}`);
	assert.equal((await submit(mail(free).data.path, {})).status, 409);
});

/* --- letters --------------------------------------------------------------------- */

const resident = () => newResident({family: 'Briefproef', given: 'Roos', born: '1970-01-01'});
const staff = () => signIn({kind: 'staff', name: 'Bas Proef', rights: ['people.letter']});
const born = (id) => sql(`select born from people.resident where id = '${id}'`);

async function letter(id, by = staff()) {
	const path = `/beheer/brieven/${id}`;
	const {text: page, status} = await submit(path, {csrf: await token(path, by.headers)}, by.headers);
	assert.equal(status, 200);
	return /([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})<\/strong>/.exec(page)[1];
}

const withCode = (typed, geboren, post = from(network()), headers = {}) => post('/mijn/aanmelden/brief', {code: typed, geboren}, headers);

test('a letter with a code makes an account, once', async () => {
	const id = resident(), typed = await letter(id);
	assert.equal(sql(`select count(*) from people.letter where code like '%${typed}%' or code = '${hash(typed)}'`), '0');
	assert.equal(JSON.parse(sql(`select data from people.paper where kind = 'letter_code' and resident = '${id}'`)).code, typed);
	const entered = await withCode(typed.toLowerCase().replaceAll('-', ' '), born(id));
	assert.equal(entered.status, 303);
	assert.equal(entered.headers.location, '/mijn/toegang');
	const access = await ask('/mijn/toegang', {headers: signed(entered)});
	assert.match(access.text, /We weten wie u bent/);
	assert.match(access.text, /de volgende keer/, 'and it says what to do now');
	assert.equal(sql(`select level || method from people.session where id = '${hash(cookieOf(entered).split('=')[1])}'`), 'lowletter');
	assert.equal((await withCode(typed, born(id))).status, 422);
	const told = () => sql(`select count(*) from people.message m join people.account a on a.id = m.account
		where a.resident = '${id}' and m.kind = 'new_sign_in'`);
	assert.equal(told(), '0');
	const again = await withCode(await letter(id), born(id));
	assert.equal(again.status, 303);
	assert.equal(sql(`select count(*) from people.account where resident = '${id}'`), '1', 'a second one opens the same account');
	assert.equal(told(), '1', 'which tells so: somebody else may hold the letter');
});

test('five tries with another birth date and the code is dead; a slip is no try', async () => {
	const id = resident(), typed = await letter(id);
	const slip = (typed[0] === '3' ? '4' : '3') + typed.slice(1);
	assert.match(sentences((await withCode(slip, born(id))).text)[0], /Kijk nog eens/);
	for (let n = 0; n < 5; n++) {
		assert.equal((await withCode(typed, '2001-02-03')).status, 422);
		sql('delete from people.attempt');
	}
	assert.equal(sql(`select tries from people.letter where resident = '${id}'`), '5');
	assert.equal((await withCode(typed, born(id))).status, 422);
});

test('a code works thirty days, and not when another was made', async () => {
	const id = resident(), first = await letter(id), second = await letter(id);
	assert.equal((await withCode(first, born(id))).status, 422);
	assert.equal(sql(`select ends::date - made::date from people.letter where resident = '${id}'`), '30');
	sql(`update people.letter set ends = now() where resident = '${id}'`);
	assert.equal((await withCode(second, born(id))).status, 422);
});

test('a code that two use at the same time is used once', async () => {
	const id = resident(), typed = await letter(id);
	const answers = await Promise.all([1, 2, 3, 4].map(() => withCode(typed, born(id))));
	assert.equal(answers.filter(({status}) => status === 303).length, 1);
});

test('a letter tells who is signed in who they are', async () => {
	const who = await account(), id = resident(), post = from(network());
	const csrf = await token('/mijn/brief', who.headers);
	const linked = await post('/mijn/brief', {csrf, code: await letter(id), geboren: born(id)}, who.headers);
	assert.equal(linked.status, 303);
	assert.equal(sql(`select email from people.account where resident = '${id}'`), who.email);
	const second = await account();
	const again = await post('/mijn/brief', {csrf: await token('/mijn/brief', second.headers), code: await letter(id), geboren: born(id)}, second.headers);
	assert.equal(again.status, 409, 'that resident has an account');
	assert.match(again.text, /voor iemand anders/);
});

test('only who has the right makes letters, for who is in the register', async () => {
	const path = `/beheer/brieven/${resident()}`, without = signIn({kind: 'staff', name: 'Cas Proef'});
	assert.equal((await ask(path, {headers: without.headers})).status, 403);
	assert.equal((await submit(path, {csrf: await token('/beheer', without.headers)}, without.headers)).status, 403);
	const by = staff();
	for (const id of ['x', crypto.randomUUID()])
		assert.equal((await ask(`/beheer/brieven/${id}`, {headers: by.headers})).status, 404, id);
	const csrf = await token(path, by.headers);
	assert.equal((await submit(`/beheer/brieven/${crypto.randomUUID()}`, {csrf}, by.headers)).status, 404);
});

/* --- what all of them hold --------------------------------------------------------- */

test('nobody goes on with a session of before', async () => {
	const post = from(network()), who = await account(post), planted = `__Host-belfort=${crypto.randomBytes(32).toString('base64url')}`;
	const entered = await enter(post, who, good, {}, {Cookie: planted});
	assert.notEqual(cookieOf(entered), planted);
	assert.equal((await ask('/mijn', {headers: {Cookie: planted}})).status, 303);
	const next = await enter(post, who, good, {}, signed(entered));
	assert.equal((await ask('/mijn', {headers: signed(entered)})).status, 303, 'the one before has ended');
	assert.equal((await ask('/mijn', {headers: signed(next)})).status, 200);
});

test('signing in leads to this site only', async () => {
	const post = from(network()), who = await account(post);
	for (const terug of ['//evil.example', 'https://evil.example', '/\\evil.example', '/a\nb', 'javascript:alert(1)']) {
		const answer = await enter(post, who, good, {terug});
		assert.equal(answer.status, 422, terug);
		assert.equal(answer.headers['set-cookie'], undefined);
	}
});

test('a form on another site signs nobody in', async () => {
	const who = await account();
	const answer = await enter(from(network()), who, good, {}, {Origin: 'https://evil.example'});
	assert.equal(answer.status, 403);
	assert.equal(answer.headers['set-cookie'], undefined);
});

test('neither address, password, code nor link is in a log', async () => {
	const places = ['belfort', 'nginx', 'postgresql'].map((name) => [name, log.where(name)]);
	const who = await account(), id = resident(), typed = await letter(id);
	await withCode(typed, born(id));
	await from(network())('/mijn/wachtwoord-vergeten', {email: who.email});
	const {path} = mail(who.email).data;
	await ask(path);
	await from(network())(path, {nieuw: other});
	const said = places.map(([name, where]) => log.since(name, where)).join('');
	assert.match(said, /route=\/wachtwoord-nieuw\/\{token\}/);
	for (const secret of [who.email, good, other, typed, typed.replaceAll('-', ''), path, path.split('/').at(-1), id])
		assert.ok(!said.includes(secret), secret);
});

test('the pool reads no password and no code', () => {
	for (const name of ['password', 'registration', 'link', 'letter', 'attempt', 'message'])
		assert.throws(() => house('call_as', 'belfort-city', 'psql', '-qXAt', '-h', `${dir}/run`,
			'-U', 'belfort_city', '-d', 'belfort', '-c', `select * from people.${name}`), /permission denied/, name);
	assert.ok(base);
});
