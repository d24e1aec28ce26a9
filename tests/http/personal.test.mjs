/* What is kept about people is declared: the page is made from it. */
import assert from 'node:assert/strict';
import test from 'node:test';
import {ask, sql, unseen} from './lib.mjs';

test('every column of every table is declared, once', async () => {
	const {features} = (await ask(`/privacy.json?q=${unseen()}`)).json;
	const rows = features.flatMap((feature) => feature.personal);
	const columns = sql(`select table_schema || '.' || table_name || ' ' || column_name
		from information_schema.columns join pg_namespace on nspname = table_schema
		where table_schema = 'belfort' or nspowner::regrole::text = 'belfort_' || table_schema`)
		.split('\n').map((line) => line.split(' '))
		.filter(([table]) => !/\.open_/.test(table));
	assert.ok(columns.length > 50);
	for (const [table, column] of columns) {
		const own = rows.filter((row) => row.table === table);
		const named = own.filter((row) => row.columns.includes(column));
		assert.ok(named.length === 1 || (named.length === 0 && own.some((row) => row.columns.includes('*'))),
			`${table}.${column} is declared ${named.length} times`);
	}
});

test('who wrote a rule is told on the page', async () => {
	const page = await ask(`/privacy?q=${unseen()}`);
	assert.match(page.text, /belfort\.rule_version[^]*zolang het document bestaat/);
});
