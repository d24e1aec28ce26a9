/* Mail leaves: to a real server, once, whatever happens on the way. */
import assert from 'node:assert/strict';
import {execFile, spawnSync} from 'node:child_process';
import fs from 'node:fs';
import test from 'node:test';
import {promisify} from 'node:util';
import {reload} from '../hostile/deploy.mjs';
import {log, sql, unharmed, until} from './lib.mjs';
import {signIn} from './signed.mjs';
import {Smtp, wire} from './smtp.mjs';

unharmed(test);

const ini = process.env.BELFORT_CONFIG;
const before = fs.readFileSync(ini, 'utf8');
const smtp = new Smtp();
const from = 'stad@gent.example';

async function configure(lines) {
	fs.writeFileSync(ini, `${before}\n[mail]\n${lines.join('\n')}\n`);
	await reload();
}
const plain = (port) => configure([`server = 127.0.0.1:${port}`, `from = ${from}`, 'tls = no']);

test.before(async () => {
	sql('delete from people.mail');
	await smtp.start();
	await plain(smtp.port);
});
test.beforeEach(() => ['later', 'never', 'closed'].forEach((mood) => smtp.set(mood, false)));
test.after(async () => {
	fs.writeFileSync(ini, before);
	await reload();
	await smtp.stop();
	sql(`delete from people.mail; delete from people.address_dead; delete from people.account where kind = 'resident' and email is not null`);
});

let count = 0;
/* Puts a mail in the outbox; its id there. */
function put(to, {template = 'account_confirm', data = {path: '/mijn/x', lang: 'nl'}, account = null} = {}) {
	count++;
	sql(`set role belfort_people; set search_path = people;
		select message_put(${account ? `'${account}'` : 'null'}, ${to === null ? 'null' : `'${to}'`}, '${template}',
			'${JSON.stringify(data)}')`);
	return Number(sql('select max(id) from people.mail'));
}
const row = (id) => {
	const [state, tries, unsure, status, data] = sql(`select state, tries, unsure, coalesce(status, ''), data
		from people.mail where id = ${id}`).split('|');
	return {state, tries: Number(tries), unsure: Number(unsure), status, data};
};
const becomes = async (id, state) => {
	await until(() => row(id).state === state, `mail ${id} is ${state}, not ${JSON.stringify(row(id))}`);
	return row(id);
};
const due = `update people.mail set next = made where ended is null and next > now() + interval '1 second'; notify belfort_jobs, 'people'`;
const again = () => sql(due);
const waits = (id, tries) => until(() => {
	const now = row(id); // once: it may be taken between two looks
	return now.state === 'waiting' && now.tries >= tries;
}, 'it waits');

test('a mail leaves by itself, and reads well', async () => {
	const id = put('roos@example.be', {data: {path: '/mijn/bevestig?code=geheim', lang: 'nl'}});
	const {data} = await becomes(id, 'sent');
	assert.equal(data, '{}', 'no secret stays');
	const [mail] = await smtp.arrived(1);
	assert.equal(mail.headers.to, '<roos@example.be>');
	assert.equal(mail.headers.from, `Gent <${from}>`);
	assert.equal(mail.headers.subject, 'Bevestig uw e-mailadres');
	assert.equal(mail.headers['auto-submitted'], 'auto-generated');
	assert.match(mail.headers['message-id'], /^<[0-9a-f-]{36}@gent\.example>$/);
	assert.match(mail.text, /^http:\/\/localhost:\d+\/mijn\/bevestig\?code=geheim$/m);
	assert.match(mail.text, /^Dag,$/m);
	assert.doesNotMatch(mail.text, /\{\{|&amp;|&#/);
});

test('in the language of who gets it', async () => {
	const who = signIn({kind: 'resident', level: 'low', name: 'Léa Essai'});
	sql(`update people.account set lang = 'fr', email = 'lea@example.be' where id = '${who.account}'`);
	await becomes(put(null, {template: 'new_sign_in', account: who.account, data: {device: 'Firefox, Linux'}}), 'sent');
	const {headers, text} = smtp.inbox().find((mail) => mail.headers.to === '<lea@example.be>');
	assert.equal(headers['content-language'], 'fr');
	assert.match(text, /Bonjour/);
	assert.match(text, /Firefox, Linux/);
});

test('one that is to come again, comes again later', async () => {
	smtp.set('later');
	const id = put('later@example.be');
	await waits(id, 1);
	assert.match(row(id).status, /^451/);
	const delay = sql(`select round(extract(epoch from next - made)) from people.mail where id = ${id}`);
	assert.ok(Number(delay) >= 59, delay);
	again();
	await waits(id, 2);
	assert.ok(Number(sql(`select next > now() + interval '110 seconds' from people.mail where id = ${id}`) === 't'),
		'each time it waits longer');
	smtp.set('later', false);
	again();
	await becomes(id, 'sent');
	assert.equal(row(id).unsure, 0);
});

test('nobody there: the address is marked, and it is told in the message box', async () => {
	const who = signIn({kind: 'resident', level: 'low', name: 'Weg Proef'});
	sql(`update people.account set email = 'nobody@example.be' where id = '${who.account}'`);
	const told = log.where('belfort');
	const id = put(null, {template: 'email_changed', account: who.account, data: {}});
	assert.equal((await becomes(id, 'refused')).status, '550 5.1.1');
	assert.equal(sql(`select status from people.address_dead where email = 'nobody@example.be'`), '550 5.1.1');
	assert.equal(sql(`select string_agg(kind, ',' order by id) from people.message where account = '${who.account}'`),
		'email_changed,unreachable');
	assert.equal(sql(`set role belfort_people; set search_path = people; select coalesce(email_usable('${who.account}'), 'none')`),
		'none');
	assert.doesNotMatch(log.since('belfort', told), /nobody@/);
});

test('a text that the server does not want says nothing of the address', async () => {
	smtp.set('never');
	assert.match((await becomes(put('wel@example.be'), 'refused')).status, /^550/);
	smtp.set('never', false);
	assert.equal(sql(`select count(*) from people.address_dead where email = 'wel@example.be'`), '0');
});

test('what is no address never reaches the server', async () => {
	for (const to of ['a@b>\r\nRCPT TO:<c@d', 'a b@c.example', 'é@example.be'])
		assert.equal((await becomes(put(to), 'refused')).status, 'address', to);
});

test('a server that is away costs no try', async () => {
	await smtp.down();
	const id = put('straks@example.be');
	await until(() => row(id).status !== '', 'it was tried');
	assert.equal(row(id).tries, 0);
	assert.equal(row(id).unsure, 0);
	await smtp.up();
	again();
	await becomes(id, 'sent');
});

test('after four days it is given up', async () => {
	smtp.set('later');
	const id = put('nooit@example.be');
	await waits(id, 1);
	sql(`update people.mail set made = now() - interval '5 days' where id = ${id}`);
	again();
	assert.equal((await becomes(id, 'given_up')).data, '{}');
	smtp.set('later', false);
});

test('STARTTLS by a known authority, and a name and password', async () => {
	smtp.set('closed');
	const word = `${smtp.dir}/password`;
	fs.writeFileSync(word, 'geheim\n');
	await configure([`server = localhost:${smtp.port}`, `from = ${from}`, 'user = belfort',
		`password_file = ${word}`, `ca = ${smtp.dir}/ca.pem`]);
	const id = put('tls@example.be');
	await becomes(id, 'sent');
	assert.match(fs.readFileSync(`${smtp.dir}/log-main`, 'utf8'), /<= stad@gent\.example .* P=esmtpsa X=TLS.* A=plain:belfort/);
});

test('a certificate of somebody unknown gets no mail', async () => {
	await configure([`server = localhost:${smtp.port}`, `from = ${from}`]);
	const id = put('vreemd@example.be');
	await until(() => row(id).status !== '', 'it was tried');
	assert.match(row(id).status, /certificate/);
	assert.equal(row(id).state, 'waiting');
	smtp.set('closed', false);
	await plain(smtp.port);
	again();
	await becomes(id, 'sent');
});

test('a server without TLS gets no mail, unless it is on this machine', async () => {
	fs.writeFileSync(ini, `${before}\n[mail]\nserver = mail.example:25\nfrom = ${from}\ntls = no\n`);
	const {status, stderr} = spawnSync('belfortd', ['--check'], {encoding: 'utf8'});
	assert.notEqual(status, 0);
	assert.match(stderr, /\[mail\] has tls = no, which is for a server on this machine/);
});

test('the answer to the text is lost: it goes again, under the same id, and is marked', async () => {
	let cuts = 1;
	const line = await wire(smtp.port, (said, end, cut) => {
		if (end === 'server' && /^250 OK id=/.test(said) && cuts-- > 0)
			cut();
	});
	await plain(line.address().port);
	const id = put('twee@example.be');
	await waits(id, 1);
	assert.equal(row(id).unsure, 1);
	again();
	await becomes(id, 'sent');
	await until(() => smtp.inbox().filter((mail) => mail.headers.to === '<twee@example.be>').length === 2, 'both arrive');
	const ids = smtp.inbox().filter((mail) => mail.headers.to === '<twee@example.be>')
		.map((mail) => mail.headers['message-id']);
	assert.equal(new Set(ids).size, 1);
	line.close();
});

test('killed at any word: no mail is lost, and a repeat has the id of the first', {timeout: 300000}, async () => {
	const words = [/^220 /, /^EHLO/, /^MAIL/, /^RCPT/, /^DATA/, /^354/, /^Subject/, /^\.$/, /^250 OK id=/];
	const pid = () => Number(spawnSync('pgrep', ['-f', '--', '--worker jobs'], {encoding: 'utf8'}).stdout.split('\n')[0]);
	/* None is there between a fall and the next one's start. */
	const fell = (victim) => {
		try {
			return victim > 0 && process.kill(victim, 'SIGKILL');
		} catch {
			return false;
		}
	};
	const kills = [];
	let turn = 0;
	const line = await wire(smtp.port, (said) => {
		const word = words[turn % words.length];
		if (turn < 3 * words.length && word.test(said)) {
			if (!fell(pid()))
				return;
			turn++;
			kills.push(String(word));
		}
	});
	await plain(line.address().port);
	const taken = smtp.taken().length;
	const ids = [];
	for (let n = 0; n < 40; n++)
		ids.push(put(`kill${n}@example.be`));
	/* Beside this program, which passes on what is said. */
	const left = async () => Number((await promisify(execFile)(`${process.env.BELFORT_TREE}/demo/house`,
		['inside', process.env.BELFORT_DIR, 'call_as', 'belfort-pg', 'psql', '-qXAt', '-h',
			`${process.env.BELFORT_DIR}/run`, '-U', 'postgres', '-d', 'belfort', '-c', due,
			'-c', 'select count(*) from people.mail where ended is null'])).stdout);
	await until(async () => await left() === 0, 'all are sent');
	const keys = sql(`select key || '@gent.example' from people.mail where id >= ${ids[0]}`).split('\n');
	const got = smtp.taken().slice(taken);
	assert.equal(kills.length, 3 * words.length, 'it was killed as often as was meant');
	assert.deepEqual([...new Set(got)].sort(), keys.sort(), 'each arrived, and nothing else');
	const repeats = got.length - keys.length;
	const unsure = Number(sql(`select sum(unsure) from people.mail where id >= ${ids[0]}`));
	assert.ok(repeats >= 1 && repeats <= kills.length, `${repeats} repeats`);
	assert.ok(unsure >= repeats, `${unsure} marks, ${repeats} came twice`);
	console.log(`# ${kills.length} kills, ${keys.length} mails, ${repeats} repeats, ${unsure} marks`);
	line.close();
	await plain(smtp.port);
});

/* What a server elsewhere sends back when it could not deliver. */
const notice = (id, {action = 'failed', status = '5.2.2', to = 'vol@example.be'} = {}) => `From: MAILER-DAEMON@example.be
To: ${from}
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
	boundary="b1"

--b1
Content-Type: text/plain

It did not arrive.
--b1
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.be

Final-Recipient: rfc822; ${to}
Action: ${action}
Status: ${status}

--b1
Content-Type: text/rfc822-headers

To: <${to}>
Message-ID: <${id}@gent.example>

--b1--
`;
const bounced = (text) => spawnSync('belfort', ['mail', 'bounced'], {input: text, encoding: 'utf8'});

test('a mail that comes back later is noticed', async () => {
	const who = signIn({kind: 'resident', level: 'low', name: 'Vol Proef'});
	sql(`update people.account set email = 'vol@example.be' where id = '${who.account}'`);
	const id = put(null, {template: 'email_changed', account: who.account, data: {}});
	await becomes(id, 'sent');
	const key = sql(`select key from people.mail where id = ${id}`);
	for (const [text, says] of [[notice(key, {action: 'delayed', status: '4.4.1'}), /not of a mail that failed/],
		[notice('00000000-0000-0000-0000-000000000000'), /no such mail/],
		[`Subject: hello\n\n${key}\n`, /no delivery status/], ['', /no delivery status/]]) {
		const {status, stdout, stderr} = bounced(text);
		assert.equal(status, 0, stderr);
		assert.match(stdout, says);
		assert.equal(row(id).state, 'sent');
	}
	const {status, stdout, stderr} = bounced(notice(key).replaceAll('\n', '\r\n'));
	assert.equal(status, 0, stderr);
	assert.match(stdout, /marked/);
	assert.doesNotMatch(stdout, /vol@/);
	assert.equal(row(id).state, 'refused');
	assert.equal(sql(`select status from people.address_dead where email = 'vol@example.be'`), '5.2.2');
	assert.equal(sql(`select count(*) from people.message where account = '${who.account}' and kind = 'unreachable'`), '1');
	assert.match(bounced(notice(key)).stdout, /known already/, 'once is enough');
});
