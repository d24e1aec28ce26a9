/* Months of the log: made ahead, dropped whole when their days are over, by the
 * operator and nobody else; what is left can still be checked.
 */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import test from 'node:test';
import {ask, sql, unharmed, unseen, until} from './lib.mjs';
import {resident} from './residents.mjs';
import {signIn} from './signed.mjs';

unharmed(test);

const dir = process.env.BELFORT_DIR, file = `${dir}/months.txt`, heads = `${dir}/months.csv`;
const tool = (...words) => {
	const {status, stdout, stderr} = spawnSync('belfort', ['access', ...words], {encoding: 'utf8', maxBuffer: 1 << 28});
	return {status, said: stdout + stderr};
};
const month = (n) => sql(`select (date_trunc('month', now()) - interval '${n} months')::date`);
const [oldest, middle, newest, after] = [5, 4, 3, 2].map(month);
const tables = ['access.entry', 'access.seal', 'access.hold'];
const partitions = () => sql(`select string_agg(name, ' ' order by name) from (select p.name from unnest(array['${tables.join("', '")}']) t,
	belfort.partitions_of(t, 'at') p where p.until <= '${after}') p`);
/* Their days, so that the oldest is over and the next is not. */
const term = (days) => sql(`update belfort.personal set days = ${days} where relation in ('${tables.join("', '")}')`);
const over = Number(sql(`select current_date - '${middle}'::date`));
const person = resident({family: 'Maanden'});
const clerk = signIn({kind: 'staff', name: 'Maan Den'});
const count = () => Number(sql('select count(*) from access.entry'));
const exported = () => {
	fs.writeFileSync(file, tool('export').said);
	return fs.readFileSync(file, 'utf8').trimEnd().split('\n');
};

/* The log begins anew, five months ago, with a hundred looks a month; the days since are sealed one by one. */
test.before(async () => {
	sql(`begin; set local session_replication_role = replica;
		select from access.chain for update;
		truncate access.entry, access.seal, access.hold, access.head, access.hold_request, access.question;
		update access.chain set position = 0, hash = sha256('Belfort'), day = '${oldest}', turn = null, since = '-infinity',
			horizon = pg_current_xact_id();
		select belfort.owner_run(belfort.owner_of(t), 'access', format('create table if not exists %1$s_%2$s partition of %1$s
			for values from (%3$L) to (%4$L)', t, to_char(m, 'YYYY_MM'), m::date, (m + interval '1 month')::date))
		from unnest(array['${tables.join("', '")}']) t,
			generate_series('${oldest}'::timestamp, date_trunc('month', now())::timestamp, interval '1 month') m;
		insert into access.entry (at, look, kind, actor, subject, reason)
		select m + n * interval '7 hours', l.id, 'staff', '${clerk.account}', '${person}', 'nr ' || n
		from (select max(id) as id from belfort.look) l, unnest(array['${oldest}', '${middle}', '${newest}']::timestamptz[]) m,
			generate_series(0, 99) n;
		insert into access.hold (at, entry, subject, until, ground, request)
		select at, id, subject, at::date + 1, 'crime', 1 from access.entry where reason = 'nr 1';
		commit`);
	await until(() => sql('select day = current_date from access.chain') === 't'
		&& sql('select count(*) from access.entry e where not exists (select from access.seal s where s.entry = e.id)') === '0', 'all days are sealed');
});
test.after(() => term(3653));

test('each day has a head, and each month ends at one', () => {
	assert.equal(sql(`select count(*) = current_date - '${oldest}'::date from access.head`), 't');
	for (const [n, first] of [middle, newest, after].entries())
		assert.equal(sql(`select position from access.head where day = '${first}'::date - 1`), String(100 * (n + 1)));
});

test('the months of now and next are there, and background work makes them', () => {
	const next = sql("select to_char(now() + interval '1 month', 'YYYY_MM')");
	sql(`select belfort.owner_run(belfort.owner_of(t), 'access', format('drop table %s_${next}', t)) from unnest(array['${tables.join("', '")}']) t;
		set role belfort_jobs; select * from belfort.retention_run('access')`);
	for (const table of tables)
		assert.equal(sql(`select pg_get_userbyid(relowner) from pg_class where oid = '${table}_${next}'::regclass`), 'belfort_access_keeper');
});

test('no month goes before its days are over', () => {
	term(over + 1);
	assert.match(tool('expire').said, /No month can go/);
	assert.equal(partitions().split(' ').length, 9);
});

test('background work drops nothing of the log, however old', () => {
	term(over);
	sql('update belfort.personal set cleaned = null');
	sql("set role belfort_jobs; select * from belfort.retention_run('access')");
	assert.equal(count() >= 300, true);
	assert.equal(partitions().split(' ').length, 9);
});

test('the operator drops the oldest month whole, and what is left can be checked', async () => {
	term(over);
	assert.match(tool('expire', '--dry-run').said, /access\.entry: 100 records would go/);
	assert.equal(partitions().split(' ').length, 9);
	const before = exported();
	assert.match(tool('verify', file).said, /^3\d\d records, each link fits/);
	const said = tool('expire');
	assert.match(said.said, new RegExp(`Before ${middle}:[^]*entry: 100 records went[^]*seal: 100 records went[^]*hold: 1 records went`));
	assert.equal(partitions().split(' ').length, 6);
	assert.match(tool('expire').said, /No month can go/, 'once');
	assert.equal(sql(`select count(*) from access.head where day < '${middle}'`), sql(`select '${middle}'::date - '${oldest}'::date`), 'its heads stay');
	assert.match((await ask(`/privacy?q=${unseen()}`)).text, /access\.entry<\/code><\/td><td class="number">\d+0</, 'that it went is told');

	fs.writeFileSync(heads, (await ask(`/inzage/koppen.csv?q=${unseen()}`)).text.replace('\ufeff', ''));
	const lines = exported();
	assert.deepEqual(lines.slice(0, before.length - 100), before.slice(100), 'the rest is as it was');
	assert.match(lines[0], /^101\t/);
	assert.match(tool('verify', file).said, /begins at record 101: give the published head of record 100/);
	assert.match(tool('verify', file, heads).said, new RegExp(`^${lines.length} records, each link fits; [1-9]\\d+ published heads met`));
	const changed = (change) => {
		const all = [...lines];
		change(all);
		fs.writeFileSync(file, `${all.join('\n')}\n`);
		return tool('verify', file, heads).said;
	};
	assert.match(changed((all) => { all[0] = all[0].replace('nr ', 'nummer '); }), /record 101 does not fit/);
	assert.match(changed((all) => { all.splice(0, 1); }), /begins at record 102/);
	assert.match(changed((all) => { all.splice(50, 1); }), /record 151 is missing/);
	assert.match(changed((all) => { all[50] = all[50].replace('nr ', 'nummer '); }), /record 151 does not fit/);
});

test('a month whose last records have links after the next one began stays until that can go', async () => {
	sql(`insert into access.entry (at, look, kind, actor, subject, reason)
		select '${newest}'::timestamptz - interval '1 second', max(id), 'staff', '${clerk.account}', '${person}', 'te laat' from belfort.look`);
	await until(() => sql('select count(*) from access.entry e where not exists (select from access.seal s where s.entry = e.id)') === '0', 'it is sealed');
	term(Number(sql(`select current_date - '${newest}'::date`)));
	assert.match(tool('expire').said, /No month can go/);
	assert.equal(partitions().split(' ').length, 6);
});
