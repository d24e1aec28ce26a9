/* Tells in TAP which share of the branches of the core was taken, of the whole
 * and of each file that reads what others wrote.
 *	node tests/coverage/report.mjs [FILE...]
 * FILE, as core/csv.c: show the lines of which a branch was never taken.
 */
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';

const build = process.env.BELFORT_BUILD, tree = process.env.BELFORT_TREE;
const objects = 'core/.libs';
const marks = {core: 90, parser: 95};
const parsers = `body csv csv_rows described escape form i18n import_rows
	import_shape negotiate pairs plural request rules_read rules_words
	settings tmpl_parse tmpl_tag tmpl_text`.split(/\s+/).map((name) => `core/${name}.c`);

/* FILE | PART OF THE LINE | BRANCHES | REASON */
const leftOut = fs.readFileSync(`${tree}/tests/coverage/left-out`, 'utf8').split('\n')
	.filter((line) => line && !line.startsWith('#'))
	.map((line) => line.split(' | '))
	.map(([file, text, most]) => ({file, text, most: Number(most), used: 0}));

/* One document of gcov for each object: the lines of its files. */
function counted() {
	const data = fs.readdirSync(`${build}/${objects}`).filter((name) => name.endsWith('.gcda'));
	const gcov = spawnSync('gcov', ['--json-format', '--stdout', '--branch-probabilities',
		...data.map((name) => `${objects}/${name}`)], {cwd: build, maxBuffer: 1 << 28, encoding: 'utf8'});
	if (gcov.status !== 0) {
		console.log(`Bail out! gcov: ${gcov.stderr.trim()}`);
		process.exit(1);
	}
	return gcov.stdout.trim().split('\n').flatMap((line) => JSON.parse(line).files);
}

/* How many of the branches of a line, never taken, no run could take. */
function unreachable(file, text, missed) {
	const rule = leftOut.find((each) => (each.file === '*' || each.file === file)
		&& text.includes(each.text));
	if (!rule || missed === 0)
		return 0;
	rule.used++;
	return Math.min(missed, rule.most);
}

function measure({file: path, lines}) {
	const file = path.slice(path.lastIndexOf('core/'));
	const text = fs.readFileSync(`${tree}/${file}`, 'utf8').split('\n');
	const sum = {file, taken: 0, there: 0, missed: []};
	for (const {line_number: number, branches} of lines) {
		const taken = branches.filter((branch) => branch.count > 0).length;
		const missed = branches.length - taken;
		const never = unreachable(file, text[number - 1], missed);
		sum.taken += taken;
		sum.there += branches.length - never;
		if (missed > never)
			sum.missed.push(`${number}: ${missed - never} of ${branches.length}: ${text[number - 1].trim()}`);
	}
	return sum;
}

const percent = ({taken, there}) => there ? 100 * taken / there : 100;
const shown = (sum) => `${percent(sum).toFixed(1)} %, ${sum.taken} of ${sum.there}`;
const add = (sums) => ({
	taken: sums.reduce((n, sum) => n + sum.taken, 0),
	there: sums.reduce((n, sum) => n + sum.there, 0),
});

let told = 0;
const tell = (good, what) => console.log(`${good ? '' : 'not '}ok ${++told} - ${what}`);

function judge(name, sum, mark) {
	tell(percent(sum) >= mark, `${name}: at least ${mark} % of its branches are taken (${shown(sum)})`);
}

const files = counted().filter(({file}) => /(^|\/)core\/\w+\.c$/.test(file)).map(measure)
	.sort((a, b) => a.file < b.file ? -1 : 1);
if (process.argv.length > 2) {
	for (const {file, missed} of files)
		if (process.argv.includes(file))
			console.log([file, ...missed].join('\n\t'));
} else {
	for (const sum of files)
		console.log(`# ${sum.file}: ${shown(sum)}`);
	for (const name of parsers)
		judge(name, files.find(({file}) => file === name), marks.parser);
	judge('core', add(files), marks.core);
	tell(leftOut.every(({used}) => used), 'all that is left out is there');
	console.log(`1..${told}`);
}
