/* A city for previews: households that a test knows by heart, in the place of
 * what the background work copied.
 */
import {sql, until} from './lib.mjs';
import {begin, files, save, settled, version} from './benefits.mjs';

/* Waste bags for who earns little: of facts that mean nothing else in another set of rules. */
export const bags = files['huisvuil.lua'].replace(/recht  = .*/, 'recht  = hoogstens(feit.bruto_jaar, 20000),')
	.replace('"schuldhulp", "statuut", ', '"bruto_jaar", ');

const number = (name) => Number(sql(`select number from facts.fact where name = '${name}' and declared`));
const hex = (n, bytes) => BigInt.asUintN(bytes * 8, BigInt(n)).toString(16).padStart(bytes * 2, '0');
const packed = (facts) => Object.entries(facts).map(([name, at]) => [number.of[name], at]).sort(([a], [b]) => a - b)
	.map(([nr, at]) => hex(nr, 2) + hex(at, 4) + hex(at, 4)).join('');

/* HOMES: [{kind, quarter, facts: {name: number}}]; KEYS: what stands for each, the same
 * for one that is the same.  QUARTERS: names of neighbourhoods. */
export function city(homes, quarters, keys = homes.map((home, n) => n + 1)) {
	number.of = {};
	for (const name of homes.flatMap(({facts}) => Object.keys(facts)))
		number.of[name] ??= number(name);
	const named = JSON.stringify(quarters.map((name, n) => ({number: n + 1, name})));
	sql(`begin; delete from preview.snapshot;
		insert into preview.snapshot (version, named, homes, quarters)
		values (benefits.version_now(), preview.named_now(), ${homes.length}, '${named}'); commit`);
	for (let n = 0; n < homes.length; n += 500)
		sql(`insert into preview.home (snapshot, key, kind, quarter, packed)
			select s.id, h.key, h.kind, h.quarter::integer, h.packed from preview.snapshot s,
			(values ${homes.slice(n, n + 500).map(({kind, quarter = null, facts}, k) =>
		`('\\x${hex(keys[n + k], 8)}'::bytea, ${kind}, ${quarter}, '\\x${packed(facts)}'::bytea)`).join()}) h (key, kind, quarter, packed)`);
}

/* The rules in force declared what they read. */
export const declared = () => until(() => sql("select count(*) from facts.fact where declared and known and name in ('ten_laste', 'bruto_jaar')") === '2',
	'the facts are declared');

/* What the background work makes again. */
export function restore() {
	sql('delete from preview.snapshot; select preview.snapshot_make()');
}

/* Three versions of the rules: one that asks other facts, one, and that with bags of five euros more: their numbers. */
export async function versions() {
	await begin();
	const other = await version();
	save('huisvuil.lua', bags);
	await settled();
	const before = await version();
	save('huisvuil.lua', bags.replace('63, 94.50', '68, 99.50'));
	await settled();
	const dearer = await version();
	await declared();
	return {other, before, dearer};
}
