/* Fifty who change facts at once, each in the name of a source of its own, while
 * several hosts decide and the rules are replaced under them.
 */
import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import {spawn} from 'node:child_process';
import fs from 'node:fs';
import {setTimeout as pause} from 'node:timers/promises';
import {sql, until} from '../http/lib.mjs';
import {conversation} from '../http/psql.mjs';
import {env} from './clock.mjs';
import {CREDIT} from './model.mjs';
import {confirm, creditPublish, version} from './town.mjs';

const dir = process.env.BELFORT_DIR, folder = `${dir}/sources`;
const NAMES = ['nl', 'en', 'fr'], HEAD = ['nummer', 'hulp', 'vanaf'];
const name = (n) => `werk${String(n).padStart(2, '0')}`;

/* --- sources -------------------------------------------------------------------- */

const words = (key) => NAMES.map((lang) => `${key}.${lang} = Proef\n`).join('');
const declared = (n) => `[source ${name(n)}]
kind = file
${words('title')}${words('purpose')}${words('basis')}freshness = 400
retention = 400
folder = ${name(n)}
number = nummer
from = vanaf

[fact schuldhulp]
column = hulp
combine = most
word.nee = geen
word.budget = ocmw
`;

/* COUNT sources of help with debts; the social service tells of it no more. */
export function declare(count) {
	const social = `${folder}/sociale-dienst.ini`, text = fs.readFileSync(social, 'utf8');
	fs.writeFileSync(social, text.slice(0, text.indexOf('[fact schuldhulp]')));
	for (let n = 1; n <= count; n++)
		fs.writeFileSync(`${folder}/${name(n)}.ini`, declared(n));
	return until(() => sql(`select count(*) from facts.source where name like 'werk%' and ended is null`) === String(count),
		'the sources are there');
}

/* --- hosts ----------------------------------------------------------------------- */

/* Another host on the same database, with what it needs for itself. */
export async function host(n) {
	const run = `${dir}/run/host${n}`, ini = `${dir}/usr/etc/belfort/host${n}.ini`;
	fs.mkdirSync(run, {recursive: true});
	fs.writeFileSync(ini, fs.readFileSync(`${dir}/usr/etc/belfort/belfort.ini`, 'utf8')
		.replace(/^run = .*$/m, `run = ${run}`).replace('workers = 4', 'workers = 1'));
	const log = fs.openSync(`${dir}/log/host${n}.log`, 'a');
	const child = spawn('belfortd', ['-c', ini], {env: {...env, BELFORT_CONFIG: ini}, stdio: ['ignore', log, log], detached: true});
	const gone = new Promise((resolve) => child.on('exit', resolve));
	await until(() => fs.existsSync(`${run}/master.pid`), 'another host serves');
	return async () => {
		child.kill('SIGTERM');
		await gone;
		fs.rmSync(run, {recursive: true, force: true});
		fs.rmSync(ini);
	};
}

/* --- workers ----------------------------------------------------------------------- */

/* One says of its HOMES [{home, people}], so many TIMES, that they get help or none;
 * LAST keeps what it said last. */
export async function worker({n, homes, times, random, day, last}) {
	const talk = conversation();
	await talk.say('set role belfort_jobs');
	for (let turn = 0; turn < times; turn++) {
		const {home, people} = random.of(homes), word = random.of(['budget', 'nee']);
		const rows = people.map((resident, at) => ({line: at + 2, resident, cells: {hulp: word, vanaf: day}}));
		const begun = JSON.parse(await talk.say(`select facts.delivery_begin('${name(n)}', 'proef.csv', '${crypto.randomBytes(32).toString('hex')}')`));
		await talk.say(`select facts.delivery_rows(${begun.delivery}, '${JSON.stringify(rows)}')`);
		const done = JSON.parse(await talk.say(`select facts.delivery_done(${begun.delivery}, '${JSON.stringify(HEAD)}')`));
		assert.equal(done.result, 'taken', JSON.stringify(done));
		last.set(home, word);
		await pause(random.below(200));
	}
	await talk.close();
}

/* --- rules ---------------------------------------------------------------------------- */

/* Puts so many versions in force, one after the other, each with other amounts: which
 * version gives what, MORE than the first one. */
export async function replace({times, far, amounts}) {
	for (let n = 1; n <= times; n++) {
		const before = version();
		creditPublish(far, n);
		await confirm(before, far);
		amounts.set(version(), n * 100);
		await pause(500);
	}
}

/* --- what must hold ---------------------------------------------------------------------- */

const rows = (text) => JSON.parse(sql(`select coalesce(json_agg(t), '[]') from (${text}) t`));
const of = (facts, wanted) => facts.find(({fact}) => fact === wanted);

/* A decision made again from what it keeps: its facts and its version. */
function again({kind, facts, version: by, cents}, amounts) {
	const help = of(facts, 'schuldhulp'), status = of(facts, 'statuut'), kept = of(facts, 'ten_laste_huisvuil');
	const right = (help?.low ?? 0) > 0 || (status && status.high < 8);
	if (kind === 'end')
		return !right;
	return right && kept.low === kept.high && (kind === 'stay' || cents === CREDIT[Math.min(kept.low, 5)] + amounts.get(by));
}

export const mixed = (amounts) => rows(`select number, kind, facts, version, cents from grants.decision where rule = 'huisvuil'`)
	.filter((decision) => !again(decision, amounts));

/* Of each household what was said last is what was decided last. */
export function lost(last) {
	const state = new Map(rows(`select household, state from grants.granted where rule = 'huisvuil'`)
		.map((row) => [row.household, row.state]));
	return [...last].filter(([home, word]) => word === 'budget'
		? state.get(home) !== 'granted' : ![undefined, 'ending'].includes(state.get(home)));
}
