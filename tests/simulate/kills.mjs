/* kill -9 of who decides, and of the database under it, while they are at work. */
import fs from 'node:fs';
import {setTimeout as pause} from 'node:timers/promises';
import {sql, until} from '../http/lib.mjs';
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
const backend = () => Number(sql("select pid from pg_stat_activity where usename = 'belfort_jobs' order by random() limit 1"));

/* One that starts anew with all others, once the database has recovered. */
const checkpointer = () => sql("select pid from pg_stat_activity where backend_type = 'checkpointer'");
const recovered = (before) => until(async () => {
	try {
		return checkpointer() !== before;
	} catch {
		await pause(50);
		return false;
	}
}, 'the database has recovered');

export class Kills {
	/* EACH time so many; one of so many kills hits the DATABASE. */
	constructor({random, each, database}) {
		Object.assign(this, {random, each, database});
		this.counts = {jobs: 0, database: 0};
	}
	get all() { return this.counts.jobs + this.counts.database; }

	kill(what, pid) {
		try {
			process.kill(pid, 'SIGKILL');
			this.counts[what]++;
		} catch {
			/* it went by itself */
		}
	}
	/* At moments that chance gives. */
	async strike() {
		for (let n = 0; n < this.each; n++) {
			await pause(this.random.below(250));
			if (this.all % this.database === this.database - 1) {
				const before = checkpointer();
				this.kill('database', backend());
				await recovered(before);
			} else {
				this.kill('jobs', jobs());
			}
		}
	}
}
