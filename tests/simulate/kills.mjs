/* kill -9 of who decides, and of the database under it, while they are at work. */
import fs from 'node:fs';
import {setTimeout as pause} from 'node:timers/promises';
import {log, sql, until} from '../http/lib.mjs';
import {conversation} from '../http/psql.mjs';
import {master} from '../hostile/deploy.mjs';

const children = () => fs.readFileSync(`/proc/${master()}/task/${master()}/children`, 'utf8').trim().split(' ').map(Number);
const command = (pid) => {
	try {
		return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8');
	} catch {
		return '';
	}
};
const jobs = () => children().find((pid) => command(pid).includes('--worker\0jobs\0'));
/* 0: there is none now. */
const backend = () => Number(sql(`select pid from pg_stat_activity where usename = 'belfort_jobs'
	order by xact_start is null, random() limit 1`));

/* --- moments ---------------------------------------------------------------- */

let watch = null;

/* Background work is in a transaction in which it asks something of FEATURE. */
export async function during(feature) {
	watch ??= conversation();
	await until(async () => {
		await pause(1);
		return await watch.say(`select exists (select from pg_stat_activity where usename = 'belfort_jobs'
			and xact_start is not null and position('${feature}.' in query) > 0)`) === 't';
	}, `${feature} is at work`);
}

/* How many processes were killed in a transaction since FROM, as the database tells. */
export const hits = (from) => log.since('postgresql', from).match(/with an open transaction|connection to client lost/g)?.length ?? 0;

/* One that starts anew with all others, when one of them is killed. */
const checkpointer = () => sql("select pid from pg_stat_activity where backend_type = 'checkpointer'");

export class Kills {
	/* EACH time so many; one of so many kills hits the DATABASE. */
	constructor({random, each, database}) {
		Object.assign(this, {random, each, database});
		this.counts = {jobs: 0, database: 0};
	}
	get all() { return this.counts.jobs + this.counts.database; }

	/* Whether it was there; to kill 0 would be to kill oneself. */
	kill(pid) {
		if (!pid)
			return false;
		try {
			process.kill(pid, 'SIGKILL');
		} catch {
			return false; /* it went by itself */
		}
		return true;
	}
	/* Until the database has recovered.  One that was leaving already brings nobody
	 * down: then it goes on as it was. */
	async strikeDatabase() {
		const before = checkpointer(), pid = backend();
		let now;
		if (!this.kill(pid))
			return;
		watch = null;
		await until(() => !fs.existsSync(`/proc/${pid}`), 'it is gone');
		await until(async () => {
			try {
				now = checkpointer();
			} catch {
				await pause(50);
			}
			return now;
		}, 'the database has recovered');
		this.counts.database += now === before ? 0 : 1;
	}
	/* Chance says when: at any moment, or in the middle of what is decided. */
	async moment() {
		await pause(this.random.below(250));
		if (this.random.once(0.5))
			return;
		await during(this.random.of(['facts', 'grants']));
		await pause(this.random.below(30));
	}
	async strike() {
		for (let n = 0; n < this.each; n++) {
			await this.moment();
			if (this.all % this.database === this.database - 1)
				await this.strikeDatabase();
			else
				this.counts.jobs += this.kill(jobs()) ? 1 : 0;
		}
	}
}
