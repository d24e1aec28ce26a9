/* What rules cost: deciding, and changing them while people read. */
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import {ask, sql, until, unseen} from '../tests/http/lib.mjs';

const LINES = 90088;
const VERSIONS = 20;
const row = (name, figure, limit) => console.log(`${name.padEnd(34)} ${figure.padEnd(40)} ${limit}`);

/* The database reads as many lines as the rules decide on. */
function scan() {
	const times = sql(`create temp table l as select r.* from budget.rule_lines() r,
		generate_series(1, 1000) limit ${LINES}; analyze l;
		${"explain (analyze, timing off) select count(*) from l where name ilike '%school%' or name ilike '%park%';".repeat(5)}`);
	const found = [...times.matchAll(/Execution Time: ([\d.]+)/g)].map((m) => Number(m[1])).sort((a, b) => a - b);
	return found[2];
}

function decide() {
	const said = execFileSync('belfort', ['rules', 'bench', 'budget', String(LINES)], {encoding: 'utf8'});
	const ms = Number(/ms_median=([\d.]+)/.exec(said)[1]), beside = scan();
	row('rules.decide', `${ms.toFixed(1)} ms for ${LINES} lines`, '100 ms');
	row('rules.decide / two ilike in SQL', (ms / beside).toFixed(2), `(${beside.toFixed(1)} ms)`);
}

async function change() {
	const file = `${process.env.BELFORT_DIR}/rules/budget/categorieen.lua`, good = fs.readFileSync(file, 'utf8');
	const tally = {requests: 0, failed: 0, mixed: 0};
	let asking = true;
	const visitors = Array.from({length: 8}, async () => {
		while (asking) {
			const answer = await ask(`/begroting.json?q=${unseen()}`);
			tally.requests++;
			tally.failed += answer.status !== 200;
			const names = answer.status === 200 ? answer.json.categories.rows.map((r) => /^[GW]\w+ (\d+)$/.exec(r.name ?? '')?.[1])
				.filter(Boolean) : [];
			tally.mixed += new Set(names).size > 1;
		}
	});
	const took = [];
	for (let n = 1; n <= VERSIONS; n++) {
		const begin = performance.now();
		fs.writeFileSync(`${file}.new`, good.replace('"Groen, natuur en klimaat"', `"Groen ${n}"`).replace('"Wonen en buurten"', `"Wonen ${n}"`));
		fs.renameSync(`${file}.new`, file);
		await until(async () => (await ask(`/begroting/categorieen/doelen.json?q=${unseen()}`)).json.rows
			.some((r) => r.name === `Groen ${n}`), 'the page follows');
		took.push(performance.now() - begin);
	}
	asking = false;
	await Promise.all(visitors);
	fs.writeFileSync(file, good);
	took.sort((a, b) => a - b);
	row('rules.change, save to page', `median ${took[VERSIONS / 2].toFixed(0)} ms, most ${took.at(-1).toFixed(0)} ms`, '2000 ms');
	row('rules.change, under load', `${tally.requests} requests, ${tally.failed} failed, ${tally.mixed} mixed`, '0 failed, 0 mixed');
}

decide();
await change();
