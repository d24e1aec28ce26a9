/* What deciding on rights costs, beside the same ten rules written by hand in C: rights.c. */
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const TIMES = process.env.TIMES ?? '101';
const tree = process.env.BELFORT_TREE, build = process.env.BELFORT_BUILD, reference = process.env.BELFORT_REFERENCE;
const work = `${process.env.BELFORT_DIR}/rights`;
const row = (name, figure, limit) => console.log(`${name.padEnd(34)} ${figure.padEnd(40)} ${limit}`);
const run = (program, ...words) => execFileSync(program, words, {encoding: 'utf8', cwd: build});

/* What the reference is built with, and our kernels with it. */
const builds = [
	{name: 'plain', flags: [], known: 0.75, fast: 0.8, hidden: 1.2},
	{name: 'avx2', flags: ['-mavx2'], known: 0.5, fast: 0.5, hidden: 0.75},
];

function population() {
	const file = `${work}/pop.bin`;
	if (!fs.existsSync(file)) execFileSync('/usr/bin/python3', [path.resolve(reference, 'rules/gen_pop.py')], {cwd: work});
	return file;
}

/* Two objects stand before the library: so these kernels are taken, for one kind of processor. */
function compile({name, flags}) {
	const options = ['-std=gnu11', '-D_GNU_SOURCE', '-O2', '-fPIC', '-w', ...flags, `-I${tree}/core`, '-I.', `-I${reference}/rules`,
		...run('pkg-config', '--cflags', 'lua5.4', 'jansson').trim().split(/\s+/).filter(Boolean)];
	run('make', '-s', 'libcore.la');
	run('cc', ...options, '-DBF_RIGHT_CLONES=', '-c', `${tree}/core/rights_kernel.c`, '-o', `${work}/${name}.o`);
	run('./libtool', '--quiet', '--tag=CC', '--mode=link', 'cc', ...options, `${tree}/bench/rights.c`, `${work}/${name}.o`, 'libcore.la',
		'-o', `${work}/${name}`);
	return `${work}/${name}`;
}

function measure(each, pop) {
	const said = run(compile(each), `${tree}/bench/rights`, pop, TIMES);
	const figure = (line, name) => Number(new RegExp(`^${line}.*\\b${name}=([\\d.]+)`, 'm').exec(said)[1]);
	for (const line of ['least', 'median']) {
		const [c, known, hidden] = ['c_ms', 'known_ms', 'hidden_ms'].map((name) => figure(line, name));
		const times = (ms) => `${(ms / c).toFixed(2)} (${ms.toFixed(2)} and ${c.toFixed(2)} ms)`;
		row(`rights.${each.name}, ${line}: all known / C`, times(known), `${each.known} (three-valued: ${each.fast})`);
		row(`rights.${each.name}, ${line}: 30% not / C`, times(hidden), String(each.hidden));
	}
	row(`rights.${each.name}: counts are the same`, figure('least', 'same') ? 'yes' : 'NO', 'yes');
	row(`rights.${each.name}: one, with its reasons`, `${figure('one_known', '_us').toFixed(1)} and ${figure('one_hidden', '_us').toFixed(1)} µs`,
		'5 µs');
	row(`rights.${each.name}: what to ask next`, `${figure('ask_hidden', '_us').toFixed(0)} µs; nothing known: ${figure('ask_none', '_us').toFixed(0)} µs`,
		'1000 µs');
	row(`rights.${each.name}: loading 11 files`, `${figure('load', '_ms').toFixed(1)} ms`, '5 ms for one');
}

if (!reference || !fs.existsSync(`${reference}/rules/rules_c.h`)) {
	row('rights', 'left out: no BELFORT_REFERENCE', '');
} else {
	fs.mkdirSync(work, {recursive: true});
	const pop = population();
	for (const each of builds) measure(each, pop);
}
