/* One unbroken chain, in the order in which transactions end, whoever writes at
 * once, stays open, or is killed.
 *
 * BELFORT_FULL=1: as often as docs/reliability.md tells; else a few times.
 */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import test from 'node:test';
import {ask, sql, until} from './lib.mjs';
import {master} from '../hostile/deploy.mjs';
import {conversation, hangUp} from './psql.mjs';
import {signIn} from './signed.mjs';

const dir = process.env.BELFORT_DIR, kills = process.env.BELFORT_FULL ? 200 : 12;
test.after(hangUp);

const staff = signIn({kind: 'staff', name: 'Ketting Proef', rights: ['access.audit']});
const session = sql(`select id from people.session where account = '${staff.account}'`);
/* What is written is of this run. */
const of = (reason) => `${process.pid} ${reason}`;
const write = (reason) => `select access.note('${session}', 'access.audit', gen_random_uuid(), '${of(reason)}')`;
const patient = async (text) => {
	let got;
	await until(() => {
		try {
			got = sql(text);
			return true;
		} catch {
			return false;
		}
	}, 'the database answers');
	return got;
};
const position = (reason) => `select s.position from access.seal s join access.entry e on e.id = s.entry and e.at = s.at where e.reason = '${of(reason)}'`;
const sealed = (reason) => until(() => sql(position(reason)) !== '', `${reason} is sealed`);
const all = () => until(async () => await patient(`select count(*) from access.entry e
	where not exists (select from access.seal s where s.entry = e.id)`) === '0', 'all is sealed');
const tool = (...words) => spawnSync('belfort', ['access', ...words], {encoding: 'utf8', maxBuffer: 1 << 28});

async function whole() {
	/* Background work writes on. */
	await until(() => sql(`select count(*) filter (where links <> 1) from (select count(s.entry) as links
		from access.entry e left join access.seal s on s.entry = e.id and s.at = e.at group by e.id) n`) === '0', 'each record has one link');
	assert.equal(sql('select count(*) = max(position) - min(position) + 1 and count(*) = count(distinct position) from access.seal'), 't');
	fs.writeFileSync(`${dir}/chain.txt`, tool('export').stdout);
	const {status, stdout, stderr} = tool('verify', `${dir}/chain.txt`);
	assert.equal(status, 0, stdout + stderr);
}

test('whoever ends later comes later, also when they began first', async () => {
	const slow = conversation();
	await slow.say(`begin; ${write('slow')}`);
	sql(write('quick'));
	await sealed('quick');
	sql(write('quick too'));
	await sealed('quick too');
	assert.equal(sql(position('slow')), '', 'what is not written yet is not sealed');
	await slow.say('commit');
	await sealed('slow');
	assert.ok(Number(sql(position('slow'))) > Number(sql(position('quick too'))));
	await slow.close();
	await all();
	await whole();
});

test('within one share the order is that of their ends, too', async () => {
	const keeper = conversation(), [one, two, three] = [conversation(), conversation(), conversation()];
	await keeper.say('begin; select from access.chain for update');
	await one.say(`begin; ${write('first begun')}`);
	await two.say(`begin; ${write('second begun')}`);
	await three.say(`begin; ${write('third begun')}`);
	await three.say('commit');
	await one.say('commit');
	await two.say('commit');
	await keeper.say('commit');
	await Promise.all(['first begun', 'second begun', 'third begun'].map(sealed));
	assert.deepEqual(sql(`select e.reason from access.seal s join access.entry e on e.id = s.entry and e.at = s.at
		where e.reason like '${process.pid} %begun' order by s.position`).split('\n'), ['third begun', 'first begun', 'second begun'].map(of));
	await Promise.all([keeper, one, two, three].map((each) => each.close()));
});

test('a record that was not kept has no link, and leaves no hole', async () => {
	const one = conversation();
	await one.say(`begin; ${write('never')}; savepoint s; ${write('half')}; rollback to s; ${write('never either')}; rollback`);
	await one.say(`begin; ${write('kept')}; savepoint s; ${write('undone')}; rollback to s; commit`);
	await one.close();
	await sealed('kept');
	assert.equal(sql("select count(*) from access.entry where reason in (" + ['never', 'half', 'never either', 'undone'].map((word) => `'${of(word)}'`) + ')'), '0');
	await all();
	await whole();
});

/* What happens at the end of each transaction of this civil servant that wrote a record, when all else of its page was given. */
function atTheEnd(t, act) {
	t.after(() => sql('drop function public.late() cascade; drop sequence if exists public.ends'));
	sql(`create function public.late() returns trigger language plpgsql security definer as $$begin ${act}; return null; end$$;
		create constraint trigger late after insert on access.entry deferrable initially deferred for each row
			when (new.actor = '${staff.account}') execute function public.late()`);
}
const looks = () => Number(sql(`select count(*) from access.entry where actor = '${staff.account}' and subject is null`));

test('a page whose record cannot be kept is not shown', async (t) => {
	atTheEnd(t, "raise exception 'not today'");
	const answer = await ask('/beheer/inzage', {headers: staff.headers});
	assert.ok(answer.status >= 500, String(answer.status));
	assert.doesNotMatch(answer.text, /Ongewone inzages/);
});

test('a page is given when its record is kept, and not before', async (t) => {
	const keeper = conversation();
	await keeper.say('select pg_advisory_lock(4711)');
	atTheEnd(t, 'perform pg_advisory_xact_lock(4711)');
	let given = false;
	const page = ask('/beheer/inzage', {headers: staff.headers}).finally(() => given = true);
	await until(() => sql("select count(*) from pg_locks where locktype = 'advisory' and not granted") === '1', 'its transaction ends');
	for (let n = 0; n < 20; n++)
		await ask('/begroting', {headers: {Cookie: 'taal=nl'}});
	assert.equal(given, false, 'others are, meanwhile');
	await keeper.close();
	assert.equal((await page).status, 200);
});

test('a page whose record has to be written once more is made once more', async (t) => {
	sql('create sequence public.ends');
	atTheEnd(t, "if nextval('public.ends') = 1 then raise exception 'once more' using errcode = '40001'; end if");
	const before = looks(), answer = await ask('/beheer/inzage', {headers: staff.headers});
	assert.equal(answer.status, 200);
	assert.match(answer.text, /Ongewone inzages/);
	assert.equal(sql('select last_value from public.ends'), '2');
	assert.equal(looks(), before + 1, 'with one record');
});

const kin = () => fs.readFileSync(`/proc/${master()}/task/${master()}/children`, 'utf8').trim().split(' ').map(Number);
const named = (word) => kin().filter((pid) => {
	try {
		return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`--worker\0${word}\0`);
	} catch {
		return false;
	}
});
const any = (list) => list[Math.floor(Math.random() * list.length)];
/* Who writes, who seals, a page's worker, a page's connection. */
const victims = {
	backend: async () => Number(await patient("select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() order by random() limit 1")),
	seal: async () => {
		let pid;
		await until(async () => {
			pid = await patient("select min(pid) from pg_stat_activity where query ~ 'seal_some' and usename = 'belfort_jobs'");
			return pid !== '';
		}, 'it seals');
		return Number(pid);
	},
	jobs: () => any(named('jobs')),
	worker: () => any(named('city')),
};

function kill(pid) {
	try {
		return Boolean(pid) && process.kill(pid, 'SIGKILL');
	} catch {
		return false; /* it went by itself */
	}
}

test('writers, pages, the sealing and the database are killed again and again', async (t) => {
	const acknowledged = [], undone = [], counts = {}, pages = {shown: 0};
	let going = true;
	async function writer(name) {
		let talk = conversation();
		for (let n = 0; going; n++) {
			const reason = `${name} ${n}`, back = n % 5 === 4;
			try {
				await talk.say(`begin; ${write(reason)}; ${back ? 'rollback' : 'commit'}`);
				(back ? undone : acknowledged).push(reason);
			} catch {
				await talk.close();
				await patient('select 1');
				talk = conversation();
			}
		}
		await talk.close();
	}
	async function reader() {
		while (going)
			if ((await ask('/beheer/inzage.json', {headers: staff.headers}).catch(() => ({}))).status === 200)
				pages.shown++;
	}
	const before = looks();
	const busy = [...['a', 'b', 'c', 'd'].map(writer), reader(), reader()];
	for (let n = 0; n < kills; n++) {
		const kind = Object.keys(victims)[n % 4], before = acknowledged.length;
		counts[kind] = (counts[kind] ?? 0) + kill(await victims[kind]());
		await until(() => acknowledged.length > before + 4, 'writers go on');
	}
	going = false;
	await Promise.all(busy);
	await all();
	const there = new Map(sql(`select substr(reason, ${String(process.pid).length + 2}) || '|' || count(*) || '|' || min(s.position) from access.entry e
		join access.seal s on s.entry = e.id and s.at = e.at where reason ~ '^${process.pid} [abcd] \\d+$' group by reason`).split('\n')
		.map((line) => line.split('|')).map(([reason, count, at]) => [reason, {count, at: Number(at)}]));
	assert.deepEqual(acknowledged.filter((reason) => there.get(reason)?.count !== '1'), [], 'each that was acknowledged is sealed once');
	assert.deepEqual(undone.filter((reason) => there.has(reason)), [], 'none that was undone is there');
	for (const name of 'abcd') {
		const own = [...there].filter(([reason]) => reason[0] === name).sort((a, b) => a[0].slice(2) - b[0].slice(2)).map(([, {at}]) => at);
		assert.deepEqual(own, [...own].sort((a, b) => a - b), 'what one writes is in the order in which it was written');
	}
	const kept = looks() - before;
	assert.ok(kept >= pages.shown, `no page was shown without its record: ${pages.shown} pages, ${kept} records`);
	await whole();
	t.diagnostic(`killed: ${JSON.stringify(counts)}; ${acknowledged.length} records acknowledged, ${pages.shown} pages shown`);
	await until(async () => (await ask('/begroting')).status === 200, 'all serves');
});
