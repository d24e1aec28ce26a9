// Every address that can be reached from the home page, each once.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { base } from './lib.mjs';

const AT_ONCE = 8;
const seen = new Map([['/', 'start']]);
const queue = ['/'];
const wrong = [];
const count = { html: 0, json: 0, csv: 0, other: 0 };

function links(html) {
	return [...html.matchAll(/href="([^"#]+)(?:#[^"]*)?"/g)].map((m) => m[1].replaceAll('&amp;', '&'))
		.filter((href) => href.startsWith('/'));
}

async function visit(path) {
	const answer = await fetch(base + path);
	const type = answer.headers.get('content-type') ?? '';
	const body = await answer.text();
	if (answer.status !== 200) wrong.push(`${path} (from ${seen.get(path)}): ${answer.status}`);
	if (type.startsWith('application/json')) {
		count.json++;
		JSON.parse(body);
	} else if (type.startsWith('text/csv')) {
		count.csv++;
	} else if (type.startsWith('text/html')) {
		count.html++;
		if (body.match(/<h1/g)?.length !== 1) wrong.push(`${path}: not one h1`);
		if (/\{\{|undefined|NaN/.test(body)) wrong.push(`${path}: a template shows through`);
		for (const href of links(body)) {
			if (seen.has(href)) continue;
			seen.set(href, path);
			queue.push(href);
		}
	} else count.other++;
}

async function worker() {
	for (let path = queue.shift(); path; path = queue.shift()) await visit(path);
}

test('every address reached from / answers', async (t) => {
	while (queue.length > 0) await Promise.all(Array.from({ length: AT_ONCE }, worker));
	t.diagnostic(`visited ${seen.size}: ${JSON.stringify(count)}`);
	assert.deepEqual(wrong, []);
	assert.ok(count.html > 500, 'the crawl reached the actions and accounts');
});
