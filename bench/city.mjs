/* What a run over the whole city costs: 125,000 households and ten rules, from
 * what is kept of them to the outcomes that are kept, beside a plain COPY of the
 * same bytes out and in.
 */
import {execFileSync} from 'node:child_process';
import {sql, until} from '../tests/http/lib.mjs';
import {households, load, middle, row, rules} from './lib/town.mjs';

const COUNT = Number(process.env.COUNT ?? 125000), TIMES = 9;
const dir = process.env.BELFORT_DIR, tree = process.env.BELFORT_TREE;

/* One run: seconds until all is stored, but for the end of its transaction. */
async function run() {
	const last = Number(sql('select coalesce(max(id), 0) from grants.run'));
	sql("update grants.run set in_force = '{}'; notify belfort_jobs, 'grants'");
	await until(() => sql(`select count(*) from grants.run where id > ${last} and compared is not null`) === '1', 'there was a run');
	const seconds = Number(sql('select extract(epoch from ended - made) from grants.run order by id desc limit 1'));
	sql('truncate facts.pending');
	return seconds;
}

/* Seconds that PSQL takes for COMMANDS, which it is given at once. */
function psql(text) {
	const said = execFileSync(`${tree}/demo/house`, ['inside', dir, 'call_as', 'belfort-pg', 'psql', '-qXAt', '-h', `${dir}/run`,
		'-U', 'postgres', '-d', 'belfort', '-v', 'ON_ERROR_STOP=1'], {input: text, encoding: 'utf8'});
	return Number(said.trim().split('\n').pop());
}

const file = (name) => `${dir}/run/${name}.bin`;
/* The same bytes, by the server alone: no evaluation, no other process. */
const plain = () => psql(`begin; create temp table t as select clock_timestamp() as at;
	copy (select nr, packed from grants.whole_known) to '${file('known')}' (format binary);
	create temp table o (like grants.outcome including all); alter table o alter column data set storage external;
	copy o from '${file('outcome')}' (format binary);
	select extract(epoch from clock_timestamp() - at) from t; rollback;`);
/* The same outcomes as a row for each household, into a table that is logged. */
const rows = () => psql(`begin; create table grants.as_rows (run integer, nr integer, states bytea, amounts bytea, primary key (run, nr));
	create temp table t as select clock_timestamp() as at;
	copy grants.as_rows from '${file('rows')}' (format binary);
	select extract(epoch from clock_timestamp() - at) from t; rollback;`);
const packed = () => psql(`begin; create table grants.as_blocks (like grants.outcome including all);
	alter table grants.as_blocks alter column data set storage external;
	create temp table t as select clock_timestamp() as at;
	copy grants.as_blocks from '${file('outcome')}' (format binary);
	select extract(epoch from clock_timestamp() - at) from t; rollback;`);

await rules();
households(COUNT);
await run();
const times = [];
for (let n = 0; n < TIMES; n++)
	times.push(await run());
const [size, blocks] = sql(`select sum(length(data)), count(*) from grants.outcome where run = (select max(id) from grants.run)`).split('|').map(Number);
sql(`copy (select run + 1000000, person, block, data from grants.outcome where run = (select max(id) from grants.run)) to '${file('outcome')}' (format binary);
	copy (select 1, k.nr, decode(repeat('01', 10), 'hex'), decode(repeat('00000000', 20), 'hex') from facts.packed k) to '${file('rows')}' (format binary)`);
const each = {plain: [], rows: [], packed: []};
for (let n = 0; n < TIMES; n++) {
	each.plain.push(plain());
	each.rows.push(rows());
	each.packed.push(packed());
}
const s = middle(times), p = middle(each.plain);
row('city: 125,000 households', `${(s * 1e3).toFixed(0)} ms (least ${(Math.min(...times) * 1e3).toFixed(0)}), load ${load()}`, '500 ms');
row('city: beside a plain COPY', `${(s / p).toFixed(2)} (${(p * 1e3).toFixed(0)} ms)`, '');
row('city: outcomes', `${blocks} blocks, ${(size / 1e6).toFixed(1)} MB`, '');
row('city: stored as blocks, as rows', `${(middle(each.packed) * 1e3).toFixed(0)} and ${(middle(each.rows) * 1e3).toFixed(0)} ms`, '');
const read = [...sql(`${"explain (analyze, timing off) select * from grants.outcomes_of('BENCH77777', null);".repeat(9)}`)
	.matchAll(/Execution Time: ([\d.]+)/g)].map((m) => Number(m[1]));
row('city: one household read', `${middle(read).toFixed(1)} ms`, '');
