/* A city to measure with: the ten rules of bench/rights, and households at
 * random.
 */
import fs from 'node:fs';
import {sql, until} from '../../tests/http/lib.mjs';
import {save, settled} from '../../tests/http/benefits.mjs';

const dir = process.env.BELFORT_DIR, tree = process.env.BELFORT_TREE, folder = `${dir}/rules/benefits`;
export const row = (name, figure, limit) => console.log(`${name.padEnd(34)} ${figure.padEnd(40)} ${limit}`);
export const middle = (list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)];
export const load = () => fs.readFileSync('/proc/loadavg', 'utf8').split(' ')[0];

/* In the place of the city's own. */
export async function rules() {
	fs.readdirSync(folder).forEach((name) => fs.rmSync(`${folder}/${name}`));
	fs.readdirSync(`${tree}/bench/rights`).forEach((name) => save(name, fs.readFileSync(`${tree}/bench/rights/${name}`)));
	await settled();
	await until(() => sql("select facts.whole()") === 't', 'the facts are declared');
}

/* Of three in ten, a fact in four is not known. */
export function households(count) {
	sql(`truncate facts.packed, facts.packed_person, facts.pending restart identity;
		select setseed(0.5);
		insert into facts.packed (household, bytes, serial)
		select 'BENCH' || h.n, string_agg(int2send(f.number) || int4send(v.at) || int4send(v.at), '' order by f.number), h.n
		from (select n, random() < 0.3 as hides from generate_series(1, ${count}) n) h
		cross join facts.fact f
		cross join lateral (select f.low + floor(random() * (f.high::bigint - f.low + 1))::integer as at, h.n, random() as r) v
		where f.declared and f.known and not (h.hides and v.r < 0.25) group by h.n`);
	sql('vacuum analyze facts.packed');
}
