/* What is written down: enough to find a mistake, nothing about a person. */
import assert from 'node:assert/strict';
import test from 'node:test';
import {ask, log, submit, unharmed, until, unseen} from './lib.mjs';

unharmed(test);

const logs = ['belfort', 'nginx', 'nginx-error', 'postgresql'];

/* What the logs got while something was done. */
async function written(act) {
	const from = Object.fromEntries(logs.map((name) => [name, log.where(name)]));
	const answer = await act();
	await until(() => log.since('belfort', from.belfort).includes(answer.headers['x-request-id']),
		'the request is in the log');
	return Object.fromEntries(logs.map((name) => [name, log.since(name, from[name])]));
}

test('nothing of what a visitor says or is', async () => {
	const secret = unseen();
	const headers = {
		Cookie: `taal=nl; wie=${secret}`, 'User-Agent': secret, Referer: `http://x/${secret}`,
		'X-Forwarded-For': '203.0.113.7', Authorization: `Basic ${secret}`, Accept: `x/${secret}`,
	};
	const lines = [
		await written(() => ask(`/begroting/zoeken?q=${secret}`, {headers})),
		await written(() => ask(`/begroting/${secret}`, {headers})),
		await written(() => ask(`/${secret}`, {headers})),
		await written(() => ask(`/begroting/doelen?jaar=${secret}`, {headers})),
		await written(() => ask(`/%ff${secret}`, {headers})),
		await written(() => submit('/taal', {taal: secret, terug: `/${secret}`}, headers)),
	];
	for (const each of lines)
		for (const name of logs) {
			assert.ok(!each[name].includes(secret), `${name}: ${each[name]}`);
			assert.doesNotMatch(each[name], /127\.0\.0\.1|203\.0\.113\.7/, name);
		}
});

test('one line a request, that the two servers both know', async () => {
	let id;
	const lines = await written(async () => {
		const answer = await ask(`/begroting?q=${unseen()}`);
		id = answer.headers['x-request-id'];
		return answer;
	});
	const own = lines.belfort.split('\n').filter((line) => line.includes(id));
	assert.equal(own.length, 1);
	assert.match(own[0], /^ts=\S+Z level=info pool=city pid=\d+ id=\w+ method=GET plugin=budget route=\S+ status=200 bytes=\d+ us=\d+ db_us=\d+ lang=nl$/);
	await until(() => log.since('nginx', 0).includes(`id=${id} `), 'nginx knows it');
});

test('a refusal says why', async () => {
	const lines = await written(() => ask('/begroting/doelen?jaar=abc'));
	assert.match(lines.belfort, / status=422 .* error=\w+ detail=/);
});

test('counters hold no addresses, and end as they should', async () => {
	const answer = await ask('/metrics', {headers: {'X-Forwarded-For': '203.0.113.7'}});
	assert.match(answer.headers['content-type'], /^application\/openmetrics-text; version=1\.0\.0/);
	assert.ok(answer.text.endsWith('# EOF\n'));
	assert.doesNotMatch(answer.text, /\d+\.\d+\.\d+\.\d+/);
	for (const line of answer.text.trimEnd().split('\n'))
		assert.match(line, /^(# (TYPE|UNIT|HELP|EOF)|[a-z_]+(\{[^}]*\})? -?[0-9.e+]+$)/, line);
});

test('a request is counted for its plugin', async () => {
	const count = async () => Number(/^belfort_requests_total\{pool="city",plugin="budget",status="2xx"\} (\d+)/m
		.exec((await ask('/metrics')).text)?.[1] ?? 0);
	const before = await count();
	await ask(`/begroting?q=${unseen()}`);
	await until(async () => await count() > before, 'it is counted');
});
