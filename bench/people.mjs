/* What the register costs: 265,000 people read at once, read again, and found. */
import {execFileSync, execSync} from 'node:child_process';
import fs from 'node:fs';
import {sql} from '../tests/http/lib.mjs';

const COUNT = 265000;
const make = `${process.env.BELFORT_TREE}/demo/people/make`;
const folder = fs.mkdtempSync(`${process.env.BELFORT_DIR}/run/people-`);
const row = (name, figure, limit) => console.log(`${name.padEnd(34)} ${figure.padEnd(40)} ${limit}`);

/* The file that WORDS make, as the file of that NUMBER. */
function file(words, number) {
	const path = `${folder}/${number}.csv`;
	execSync(`${make} ${words} | sed 's/^[0-9]*,/${number},/' >${path}`);
	return path;
}

/* Seconds that the import takes; PART is what it has to say. */
function take(path, part) {
	const begin = performance.now();
	const said = execFileSync('belfort', ['import', 'residents', path], {encoding: 'utf8'});
	if (!said.includes(part))
		throw new Error(said);
	return ((performance.now() - begin) / 1000).toFixed(1);
}

/* The middle of so many times that the database takes for QUERY. */
function asked(query) {
	const said = sql(`set search_path = people, ext; ${`explain (analyze, timing off) ${query};`.repeat(9)}`);
	return [...said.matchAll(/Execution Time: ([\d.]+)/g)].map((m) => Number(m[1])).sort((a, b) => a - b)[4].toFixed(1);
}

sql('set client_min_messages = warning; truncate people.resident, people.register_file cascade');
const whole = file(`residents ${COUNT}`, 1), again = file(`residents ${COUNT}`, 2), changes = file(`changes ${COUNT}`, 3);
row('people.import, all new', `${take(whole, `new ${COUNT}`)} s for ${COUNT} people`, '60 s');
row('people.import, the same file', `${take(whole, 'nothing changed')} s`, '');
row('people.import, none changed', `${take(again, 'new 0')} s`, '60 s');
row('people.import, a day of changes', `${take(changes, 'renamed 342')} s for ${sql("select rows from people.register_file where serial = 3")} rows`, '');
const someone = sql(`select quote_literal(family) || ', ' || quote_literal(born) from people.resident r
	join people.person_name p on p.resident = r.id where r.until is null and p.until is null offset 1000 limit 1`);
row('people.find, by name and birth date', `${asked(`select * from residents_find(${someone})`)} ms`, '');
const mac = sql("select encode(mac, 'hex') from people.resident where until is null offset 1000 limit 1");
row('people.find, by number', `${asked(`select resident_by_number('${mac}')`)} ms`, '');
fs.rmSync(folder, {recursive: true});
