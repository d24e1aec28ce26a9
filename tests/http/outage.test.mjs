/* When a part of the house is away: what still answers, and that it comes back
 * by itself.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';
import {ask, crashes, house, sql, submit, until, unseen} from './lib.mjs';

const dir = process.env.BELFORT_DIR;
const pid = () => Number(fs.readFileSync(`${dir}/run/master.pid`));
/* Those that serve pages. */
const workers = () => fs.readFileSync(`/proc/${pid()}/task/${pid()}/children`, 'utf8').trim()
	.split(' ').filter(serves).join(' ');
const serves = (id) => {
	try {
		return fs.readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('--worker\0city\0');
	} catch {
		return false;
	}
};
const healthy = async () => (await ask('/health')).status === 200;
const wanted = {headers: {Accept: 'application/json'}};
const place = () => `/begroting?q=${unseen()}`;

test('the database is away, and comes back', async (t) => {
	const kept = place(), who = workers(), before = await crashes();
	const page = await ask(kept);
	t.after(async () => {
		if (!await healthy())
			house('pg_start');
	});
	await t.test('it is up at first', async () => assert.ok(await healthy()));
	house('pg_stop', 'immediate');

	await t.test('a page says that it cannot be shown now, in the language', async () => {
		const answer = await ask(place(), {headers: {Cookie: 'taal=en'}});
		assert.equal(answer.status, 503);
		assert.match(answer.text, /<html lang="en"/);
		assert.ok(Number(answer.headers['retry-after']) > 0);
		assert.equal(answer.headers['cache-control'], 'no-store');
	});
	await t.test('what somebody sent is sent once more when the page is loaded again', async () => {
		const answer = await submit('/rechten/wat-is-er-voor-mij', {antwoorden: 'kinderen=2', vraag: 'kinderen', antwoord: '3'}, {Cookie: 'taal=en'});
		assert.equal(answer.status, 503);
		assert.match(answer.text, /reload it in a minute: your browser then sends once more/);
		assert.doesNotMatch(answer.text, /Go back with your browser|comes back by itself/);
	});
	await t.test('so does its twin', async () => {
		const answer = await ask(place(), wanted);
		assert.equal(answer.status, 503);
		assert.match(answer.headers['content-type'], /^application\/problem\+json/);
		assert.equal(answer.json.kind, 'unavailable');
		assert.doesNotMatch(answer.text, /socket|PGSQL|connection/i, 'and tells nothing of the inside');
	});
	await t.test('so does a file of rows', async () => {
		assert.equal((await ask(`/begroting/open/acties.csv?q=${unseen()}`)).status, 503);
	});
	await t.test('a page that was kept is still shown', async () => {
		const answer = await ask(kept);
		assert.equal(answer.status, 200);
		assert.deepEqual(answer.body, page.body);
		await until(async () => (await ask(kept)).headers['x-cache'] === 'STALE',
			'what was kept is more than a second old');
	});
	await t.test('operators are told', async () => {
		assert.equal((await ask('/health')).status, 503);
		assert.equal((await ask('/metrics')).status, 200);
	});
	await t.test('what needs no database is as ever', async () => {
		assert.equal((await ask(`/?n=${unseen()}`)).status, 200);
	});

	house('pg_start');
	await t.test('it is back without anybody restarting anything', async () => {
		/* A worker that was refused tries again within a second. */
		await until(async () => {
			const answers = await Promise.all(Array.from({length: 20}, () => ask(place())));
			return answers.every((answer) => answer.status === 200);
		}, 'every worker answers');
		assert.ok(await healthy());
		assert.equal(workers(), who);
		assert.equal(await crashes(), before);
	});
});

test('connections that the database ends are made anew, and nobody notices', async () => {
	for (let n = 0; n < 5; n++) {
		sql("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'belfort_city'");
		const answers = await Promise.all(Array.from({length: 8}, () => ask(place())));
		assert.deepEqual([...new Set(answers.map((a) => a.status))], [200]);
	}
});

test('the host is away, and comes back', async (t) => {
	const kept = place();
	await ask(kept);
	t.after(async () => {
		if (!await healthy())
			house('host_start');
	});
	house('host_stop');
	await t.test('the web server says so', async () => {
		const answer = await ask(place());
		assert.equal(answer.status, 503);
		assert.match(answer.text, /Er gaat niets verloren/);
		assert.ok(Number(answer.headers['retry-after']) > 0);
	});
	await t.test('to programs too', async () => {
		const answer = await ask(place(), wanted);
		assert.equal(answer.status, 503);
		assert.match(answer.headers['content-type'], /^application\/problem\+json/);
		assert.equal(answer.json.status, 503);
	});
	await t.test('what was kept and what never changes is shown', async () => {
		const page = await ask(kept);
		assert.equal(page.status, 200);
		assert.equal((await ask(/href="(\/static\/[^"]+css)"/.exec(page.text)[1])).status, 200);
	});
	house('host_start');
	await t.test('it is back', async () => assert.equal((await ask(place())).status, 200));
});

test('the host is killed: its workers go too, and it starts again', async () => {
	const who = workers().split(' ');
	process.kill(pid(), 'SIGKILL');
	await until(() => who.every((worker) => !lives(worker)), 'the workers are gone');
	house('host_start');
	await until(healthy, 'it answers');
});

function lives(id) {
	try {
		return !/^State:\s+Z/m.test(fs.readFileSync(`/proc/${id}/status`, 'utf8'));
	} catch {
		return false;
	}
}

test('a worker is killed: another takes its place', async () => {
	const before = await crashes(), victim = Number(workers().split(' ')[0]);
	process.kill(victim, 'SIGKILL');
	await until(async () => await crashes() === before + 1, 'the crash is counted');
	await until(() => workers().split(' ').length === 4, 'there are four again');
	assert.equal((await ask(place())).status, 200);
});

test('a new generation takes over, and no request is lost', async () => {
	const who = workers(), lost = [];
	let asking = true, count = 0;
	const visitors = Array.from({length: 8}, async () => {
		while (asking) {
			const answer = await ask(place());
			count++;
			if (answer.status !== 200)
				lost.push(answer.status);
		}
	});
	process.kill(pid(), 'SIGHUP');
	await until(() => {
		const now = workers().split(' ');
		return now.length === 4 && now.every((worker) => !who.split(' ').includes(worker));
	}, 'all workers are new');
	asking = false;
	await Promise.all(visitors);
	assert.ok(count > 0);
	assert.deepEqual(lost, []);
});

test('a mistake in the settings leaves the old generation at work', async (t) => {
	const file = `${dir}/usr/etc/belfort/belfort.ini`, good = fs.readFileSync(file, 'utf8');
	t.after(() => fs.writeFileSync(file, good));
	const who = workers(), from = fs.statSync(`${dir}/log/belfort.log`).size;
	fs.writeFileSync(file, good.replace('[pool city]', '[pool city]\nworkerz = 4'));
	process.kill(pid(), 'SIGHUP');
	await until(() => fs.readFileSync(`${dir}/log/belfort.log`).subarray(from).includes('workerz'),
		'the log names the mistake');
	/* The one that looked at them is a child too, for a moment. */
	await until(() => workers() === who, 'the workers are those of before');
	assert.equal((await ask(place())).status, 200);
});
