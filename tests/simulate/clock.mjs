/* A house on another day: a copy of its database, its rules and its sources, in
 * which days pass when a test says so.  PostgreSQL, the host and the tool see
 * the same clock (clock.c): it runs, and stands so many seconds further.
 * What was there before comes back at the end.
 */
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import {house} from '../http/lib.mjs';

const dir = process.env.BELFORT_DIR, tree = process.env.BELFORT_TREE;
const stamp = `${dir}/cache/clock`, library = `${dir}/cache/clock.so`;
const kept = ['pg', 'rules', 'sources', 'drop', 'usr/etc/belfort/belfort.ini'];
const DAY = 86400;

/* Who has it in the environment sees the other day.  Waiting is not other, nor
 * are the times of files. */
const other = {LD_PRELOAD: library, BELFORT_CLOCK: stamp};
export const env = {...process.env, ...other};

/* --- days are texts: 2026-12-31 -------------------------------------------- */

export const plus = (day, n) => new Date(Date.parse(day) + n * DAY * 1000).toISOString().slice(0, 10);
export const years = (day, n) => `${Number(day.slice(0, 4)) + n}${day.slice(4)}`;
export const between = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / DAY / 1000);

/* --- the house -------------------------------------------------------------- */

const database = () => house('call_as', 'belfort-pg', 'env', ...Object.entries(other).map((pair) => pair.join('=')),
	'pg_ctl', '-D', `${dir}/pg`, '-o', '-c max_connections=200', '-w', '-t', '60', '-l', `${dir}/log/postgresql.log`, 'start');
export const serve = () => execFileSync(`${tree}/demo/house`, ['inside', dir, 'host_start'], {env, stdio: 'ignore'});
export const tool = (...words) => execFileSync('belfort', words, {env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe']});
export const toolAs = (user, ...words) => execFileSync('belfort', words,
	{env: {...env, SUDO_USER: user}, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe']});

let now;
export const today = () => now;

/* A clock that stands as the real one does, for who begins from now on. */
export function make() {
	fs.rmSync(stamp, {force: true});
	fs.writeFileSync(stamp, Buffer.alloc(8));
	execFileSync('cc', ['-std=gnu11', '-D_GNU_SOURCE', '-fPIC', '-shared', '-o', library, `${tree}/tests/simulate/clock.c`]);
}

/* The clock of who began stands so many SECONDS further than the real one. */
export function further(seconds) {
	const file = fs.openSync(stamp, 'r+'), bytes = Buffer.alloc(8);
	bytes.writeBigInt64LE(BigInt(Math.round(seconds)));
	fs.writeSync(file, bytes);
	fs.closeSync(file);
}

/* It is ten in the morning of DAY, in Belgium or near it. */
export function turn(day) {
	further((Date.parse(`${day}T09:00:00Z`) - Date.now()) / 1000);
	now = day;
}

/* The first day after the real one that has that place in its year. */
export function next(place) {
	const real = new Date().toISOString().slice(0, 10), here = `${real.slice(0, 4)}-${place}`;
	return here > real ? here : years(here, 1);
}

/* What was put aside takes its place again. */
function back() {
	for (const each of kept) {
		fs.rmSync(`${dir}/${each}`, {recursive: true, force: true});
		fs.renameSync(`${dir}/${each}.kept`, `${dir}/${each}`);
	}
}

/* A run that was broken off left the house as it stood then. */
const asideAll = () => kept.every((each) => fs.existsSync(`${dir}/${each}.kept`));

export function begin(day) {
	house('host_stop');
	house('pg_stop');
	if (asideAll())
		back();
	for (const each of kept.toReversed()) {
		fs.rmSync(`${dir}/${each}.kept`, {recursive: true, force: true});
		execFileSync('cp', ['-a', `${dir}/${each}`, `${dir}/${each}.kept`]);
	}
	make();
	turn(day);
	database();
}

export const rest = () => house('host_stop');

export function end() {
	house('host_stop');
	house('pg_stop', 'immediate');
	back();
	fs.rmSync(stamp, {force: true});
	house('pg_start');
	house('host_start');
}
