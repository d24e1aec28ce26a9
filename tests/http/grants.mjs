/* Households that something happens to, and background work to count on: more
 * of it than one process, and none that lives for long.
 */
import {execFileSync, spawn} from 'node:child_process';
import fs from 'node:fs';
import {sql, until} from './lib.mjs';

const dir = process.env.BELFORT_DIR;

/* A household of one adult, or of none; its number. */
let count = 0;
export function household(family, born = '1985-02-03') {
	const number = `PROEF${process.pid}-${++count}`;
	member(family, number, 'referentiepersoon', born);
	return number;
}

/* Somebody who comes to live there on a day; their id. */
export function member(family, number, role, born, since = born) {
	return sql(`with r as (insert into people.resident (born, since) values ('${born}', '${since}') returning id),
		n as (insert into people.person_name (resident, given, family, from_day) select id, 'Nora', '${family}', '${since}' from r),
		m as (insert into people.household_member (resident, household, role, from_day) select id, '${number}', '${role}', '${since}' from r)
		select id from r`);
}

export const birth = (family, number) => member(family, number, 'kind', today());
export const today = (days = 0) => new Date(Date.now() + days * 86400000).toISOString().slice(0, 10);

const waiting = () => sql(`select (select count(*) from people.change) + (select count(*) from facts.pending)
	+ (select count(*) from grants.run where ended is not null and compared is null)`);

/* Nothing waits to be decided on; it may take long, as long as it goes on. */
export async function decided() {
	for (let left, before; left !== '0'; before = left)
		await until(() => (left = waiting()) !== before, 'all is decided on');
}

/* What became of the gift for one child: decisions, what is owed, letters. */
export const gift = (child) => JSON.parse(sql(`select json_build_object(
	'granted', (select json_agg(json_build_object('state', state, 'cents', cents, 'addressee', addressee)) from grants.granted
		where subject = '${child}' and rule = 'geboortegeschenk'),
	'decisions', (select count(*) from grants.decision where subject = '${child}'),
	'owed', (select json_agg(json_build_object('cents', c.cents, 'kind', c.kind, 'to', c.resident)) from payments.claim c
		join grants.decision d on d.number = c.number where d.subject = '${child}'),
	'told', (select count(*) from people.paper p join grants.decision d on d.number = p.data ->> 'number'
		where d.subject = '${child}' and p.kind = 'granted'))`));

/* Each decision that the rules made, made again. */
export function remake(lines) {
	const rows = lines ?? sql('select grants.remake()');
	return execFileSync('belfort', ['rules', 'remake', 'benefits'], {input: `${rows}\n`, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe']}).trim();
}

/* --- background work ------------------------------------------------------- */

const config = process.env.BELFORT_CONFIG;
const apart = fs.readFileSync(`${dir}/kind`, 'utf8').trim() !== 'none';
const others = new Set();

/* One more process, beside that of the host; it is started again when it is
 * killed, until halt(). */
export function another() {
	const as = apart ? ['setpriv', ['--reuid', 'belfort-jobs', '--regid', 'belfort-jobs', '--clear-groups', 'belfortd']] : ['belfortd', []];
	const child = spawn(as[0], [...as[1], '-c', config, '--worker', 'jobs'], {stdio: 'ignore', cwd: '/'});
	others.add(child);
	child.on('exit', () => {
		if (others.delete(child))
			another();
	});
}

export function halt() {
	const list = [...others];
	others.clear();
	list.forEach((child) => child.kill('SIGKILL'));
}

const master = () => Number(fs.readFileSync(`${dir}/run/master.pid`, 'utf8'));
const line = (pid) => {
	try {
		return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8');
	} catch {
		return '';
	}
};
const own = () => fs.readFileSync(`/proc/${master()}/task/${master()}/children`, 'utf8').trim().split(' ').map(Number)
	.filter((pid) => line(pid).includes('--worker\0jobs\0'));

/* One of them, whatever it is doing; whether there was one. */
export function kill() {
	const list = [...own(), ...[...others].map(({pid}) => pid)].filter(Boolean);
	const pid = list[Math.floor(Math.random() * list.length)];
	try {
		process.kill(pid, 'SIGKILL');
		return true;
	} catch {
		return false;
	}
}

export const sane = () => until(() => own().length === 1, 'there is background work');
