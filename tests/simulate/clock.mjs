/* A house on another day: a copy of its database, its rules and its sources, in
 * which days pass when a test says so.  PostgreSQL, the host and the tool see
 * the same clock (libfaketime): it runs, and stands so many seconds further.
 * What was there before comes back at the end.
 */
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import {house} from '../http/lib.mjs';

const dir = process.env.BELFORT_DIR, tree = process.env.BELFORT_TREE;
const stamp = `${dir}/cache/clock`, library = '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1';
const kept = ['pg', 'rules', 'sources', 'drop', 'usr/etc/belfort/belfort.ini'];
const DAY = 86400;

/* Who has it in the environment sees the other day.  Waiting is not faked, nor
 * are the times of files. */
const faked = {
	LD_PRELOAD: library, FAKETIME_TIMESTAMP_FILE: stamp, FAKETIME_NO_CACHE: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1', NO_FAKE_STAT: '1',
};
export const env = {...process.env, ...faked};

/* --- days are texts: 2026-12-31 -------------------------------------------- */

export const plus = (day, n) => new Date(Date.parse(day) + n * DAY * 1000).toISOString().slice(0, 10);
export const years = (day, n) => `${Number(day.slice(0, 4)) + n}${day.slice(4)}`;
export const between = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / DAY / 1000);

/* --- the house -------------------------------------------------------------- */

/* PostgreSQL puts the clock on when it is already who it runs as: the library keeps
 * what it shares for the user who began. */
const database = () => house('call_as', 'belfort-pg', 'env', ...Object.entries(faked).map((pair) => pair.join('=')),
	'pg_ctl', '-D', `${dir}/pg`, '-o', '-c max_connections=200', '-w', '-t', '60', '-l', `${dir}/log/postgresql.log`, 'start');
export const serve = () => execFileSync(`${tree}/demo/house`, ['inside', dir, 'host_start'], {env, stdio: 'ignore'});
export const tool = (...words) => execFileSync('belfort', words, {env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe']});
export const toolAs = (user, ...words) => execFileSync('belfort', words,
	{env: {...env, SUDO_USER: user}, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe']});

let now;
export const today = () => now;

/* It is ten in the morning of DAY, in Belgium or near it. */
export function turn(day) {
	const seconds = (Date.parse(`${day}T09:00:00Z`) - Date.now()) / 1000;
	fs.writeFileSync(`${stamp}.new`, `${seconds < 0 ? '' : '+'}${Math.round(seconds)}`);
	fs.renameSync(`${stamp}.new`, stamp);
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
