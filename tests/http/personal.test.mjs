/* What is kept about people is declared, told, and removed in time. */
import assert from 'node:assert/strict';
import test from 'node:test';
import {reload} from '../hostile/deploy.mjs';
import {ask, log, sql, unharmed, until, unseen} from './lib.mjs';

unharmed(test);

const privacy = async () => (await ask(`/privacy.json?q=${unseen()}`)).json;
/* As the background work does it; how many rows went from each table. */
const removal = () => {
	sql('update belfort.personal set cleaned = null where days is not null');
	return sql('set role belfort_jobs; select relation, rows from belfort.retention_run(\'budget\')');
};

test('every column of every table is declared, once', async () => {
	const {kept, plain} = await privacy();
	const rows = [...kept, ...plain].flatMap((part) => part.tables);
	const columns = sql(`select table_schema || '.' || table_name || ' ' || column_name
		from information_schema.columns join pg_namespace n on nspname = table_schema
		join pg_class c on c.relnamespace = n.oid and c.relname = table_name and c.relkind in ('r', 'p') and not c.relispartition
		where table_schema = 'belfort' or nspowner::regrole::text ~ ('^belfort_' || table_schema || '(_keeper)?$')`)
		.split('\n').map((line) => line.split(' '));
	assert.ok(columns.length > 50);
	for (const [table, column] of columns) {
		const own = rows.filter((row) => row.table === table).map((row) => row.columns.split(', '));
		const named = own.filter((names) => names.includes(column));
		assert.ok(named.length === 1 || (named.length === 0 && own.some((names) => names.includes('*'))),
			`${table}.${column} is declared ${named.length} times`);
	}
});

test('what a feature declares wrongly is refused, with its name', () => {
	const cases = {
		'create table budget.secret (name text)': /plugin budget: budget\.secret\.name is not declared/,
		'alter table budget.city rename to town': /budget\.town\.\w+ is not declared/,
		"update belfort.personal set columns = '{nis}' where relation = 'budget.city'": /budget\.city\.\w+ is not declared/,
		"update belfort.personal set columns = '{nis,*,nis}' where relation = 'budget.city'": /budget\.city\.nis is declared twice/,
		"update belfort.personal set columns = '{*,shoe}' where relation = 'budget.city'": /budget\.city\.shoe is declared, and is not there/,
		"update belfort.personal set purpose = '{}', basis = '{}', days = 1, since = 'nis' where relation = 'budget.city'":
			/the days of budget\.city count from nis, which is no day or time/,
	};
	for (const [command, says] of Object.entries(cases))
		assert.throws(() => sql(`begin; ${command}; select belfort.personal_check('budget'); rollback`), says, command);
});

test('who wrote a rule is told on the page', async () => {
	const page = await ask(`/privacy?q=${unseen()}`);
	assert.match(page.text, /zolang het document bestaat[^]*belfort\.rule_version/);
});

/* A table of visits, a year of them, and what the plugin would declare. */
const visits = (partitioned, columns) => sql(`set role belfort_budget;
	create table budget.visit (id integer, seen date not null, name text, place text)
		${partitioned ? 'partition by range (seen)' : ''};
	${partitioned ? `create table budget.visit_old partition of budget.visit
		for values from (minvalue) to (current_date - 200);
	create table budget.visit_new partition of budget.visit
		for values from (current_date - 200) to (date_trunc('month', current_date));` : ''}
	insert into budget.visit select n, current_date - n - 40, 'Ann', 'Gent' from generate_series(0, 299) n;
	reset role;
	insert into belfort.personal (feature, nr, relation, columns, purpose, basis, days, since)
	values ('budget', 99, 'budget.visit', '{${columns}}', '{"nl": "bezoek"}', '{"nl": "wet"}', 100, 'seen')`);
const noVisits = () => sql(`drop table budget.visit; delete from belfort.personal where relation = 'budget.visit';
	delete from belfort.removal`);
const left = (what = '*') => Number(sql(`select count(${what}) from budget.visit`));

test('rows go when their days are over', async (t) => {
	t.after(noVisits);
	visits(false, '*');
	assert.equal(removal(), 'budget.visit|240');
	assert.equal(left(), 60);
	assert.equal(removal(), '');
	const page = await ask(`/privacy?q=${unseen()}`);
	assert.match(page.text, /100 dagen[^]*weg sinds[^]*budget\.visit/);
	assert.match(page.text, /<code>budget\.visit<\/code><\/td><td class="number">240</);
});

test('columns that may be empty are emptied, and the rows stay', (t) => {
	t.after(noVisits);
	visits(false, 'name,place');
	assert.equal(removal(), 'budget.visit|240');
	assert.equal(left(), 300);
	assert.equal(left('name'), 60);
	assert.equal(removal(), '');
});

test('where a table grows its old partitions are dropped, and new ones made', (t) => {
	t.after(noVisits);
	visits(true, '*');
	assert.equal(removal(), 'budget.visit|139');
	assert.equal(left(), 161, 'no row goes alone');
	assert.equal(sql(`select string_agg(c.relname, ' ' order by c.relname) from pg_inherits join pg_class c on c.oid = inhrelid
		where inhparent = 'budget.visit'::regclass`),
	`visit_${sql('select to_char(current_date, \'YYYY_MM\')')} visit_${sql(
		'select to_char(current_date + interval \'1 month\', \'YYYY_MM\')')} visit_new`);
	assert.equal(removal(), '');
});

test('the background work does it by itself, a share at a time', async (t) => {
	t.after(noVisits);
	const from = log.where('belfort');
	visits(false, '*');
	sql(`insert into budget.visit select n, current_date - 365, 'Ann', 'Gent' from generate_series(1, 12000) n;
		update belfort.personal set cleaned = null where relation = 'budget.visit'`);
	await reload();
	await until(() => left() === 60, 'all that was too old is gone');
	assert.match(log.since('belfort', from), /pool=jobs .*event=removed table=budget\.visit rows=5000/);
	assert.equal(sql('select sum(rows) from belfort.removal'), '12240');
});

test('nobody else can run it, nor what it runs with', () => {
	for (const role of ['belfort_city', 'belfort_budget', 'belfort_site'])
		for (const call of ['retention_run(\'budget\')', 'retention_due()', 'feature_run(\'budget\', \'select 1\')'])
			assert.throws(() => sql(`set role ${role}; select belfort.${call}`), /permission denied/);
});

test('what the database refuses is not in its log with the row', () => {
	const from = log.where('postgresql');
	assert.throws(() => sql(`insert into people.account (kind, name) select 'visitor', reverse('mieheG rueD')`), /violates check constraint/);
	assert.match(log.since('postgresql', from), /violates check constraint/);
	assert.ok(!log.since('postgresql', from).includes('Deur Geheim'));
});
