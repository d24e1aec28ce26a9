/* The guide for policy staff does as it says: each example is applied to the
 * rules of the checkout, and the tool answers what stands there.
 */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import test from 'node:test';

const tree = process.env.BELFORT_TREE;
const guide = fs.readFileSync(`${tree}/docs/rules.md`, 'utf8');
const examples = guide.split(/^### (?=\d+\. )/m).slice(1).map((text) => ({
	name: text.slice(0, text.indexOf('\n')),
	patches: [...text.matchAll(/^```diff\n(.*?)^```/gms)].map((found) => found[1]),
	answer: /^```text\n(.*?)^```/ms.exec(text)[1],
}));

const work = fs.mkdtempSync(`${os.tmpdir()}/bf-guide-`);
const folder = `${work}/budget`;
const belfort = (...words) => spawnSync('belfort', ['rules', ...words, '--folder', work], {encoding: 'utf8'});

test.beforeEach(() => {
	fs.rmSync(folder, {recursive: true, force: true});
	fs.cpSync(`${tree}/lua-rules/budget`, folder, {recursive: true});
});
test.after(() => fs.rmSync(work, {recursive: true}));

test('there are ten examples', () => assert.equal(examples.length, 10));

for (const {name, patches, answer} of examples) {
	test(name, () => {
		assert.ok(patches.length > 0);
		for (const patch of patches) {
			const done = spawnSync('patch', ['-p0', '--fuzz=0', '-s'], {cwd: folder, input: patch, encoding: 'utf8'});
			assert.equal(done.status, 0, done.stdout + done.stderr);
		}
		const checked = belfort('check', 'budget');
		assert.equal(checked.status, 0, checked.stderr);
		assert.equal(belfort('diff', 'budget').stdout.replaceAll('\u00a0', ' '), answer);
	});
}

test('the first five minutes', () => {
	const [, from, to] = /Zoek `("[^`]+")` en maak ervan `("[^`]+")`/.exec(guide);
	const text = fs.readFileSync(`${folder}/categorieen.lua`, 'utf8');
	assert.ok(text.includes(from));
	fs.writeFileSync(`${folder}/categorieen.lua`, text.replace(from, to));
	assert.equal(belfort('check', 'budget').status, 0);
});

test('the file that is shown, is one', () => {
	fs.writeFileSync(`${folder}/doelen.lua`, /^```lua\n(.*?)^```/ms.exec(guide)[1]);
	const checked = belfort('check', 'budget');
	assert.equal(checked.status, 0, checked.stderr);
});

/* Each message of the table is made by the mistake that it is about. */
const mistakes = [
	['woord(feit.naam, "sogent")', 'woordt(feit.naam, "sogent")'],
	['woord(feit.naam, "sogent")', 'woord(feit.naam, park)'],
	['woord(feit.naam, "sogent")', 'woord(feit.nam, "sogent")'],
	['woord(feit.naam, "sogent")', 'meer_dan(feit.bedrag, 5)'],
	['{ "wonen",\n      woord(feit.naam, "sogent")', '{ "zwemmen",\n      woord(feit.naam, "sogent")'],
	['woord(feit.naam, "sogent"),\n', 'woord(feit.naam, "sogent")\n'],
	['    { "een crèche hoort bij kinderopvang",\n      { naam = "KDV Dampoort", hoofdgroepcode = "SD20007" }, "scholen" },',
		'    { "een crèche hoort bij kinderopvang",\n      { naam = "KDV Dampoort", hoofdgroepcode = "SD20007" }, "groen" },'],
];
const messages = [...guide.matchAll(/^\| ([^|]+?) \| [^|]+ \|$/gm)].map((found) => found[1].trim())
	.filter((text) => /[.?]$|\.\.\.$/.test(text));

test('each mistake has its message in the guide', () => {
	const good = fs.readFileSync(`${folder}/doelen.lua`, 'utf8');
	for (const [from, to] of mistakes) {
		assert.ok(good.includes(from), from);
		fs.writeFileSync(`${folder}/doelen.lua`, good.replace(from, to));
		const said = belfort('check', 'budget').stderr;
		assert.ok(messages.some((text) => like(text, said)), said);
	}
});

/* Whether a message of the guide is what was SAID; names differ. */
function like(text, said) {
	const bare = (words) => words.replace(/‘[^’]*’/g, '‘’').replace(/feit\.\w+/g, 'feit');
	return bare(text).split('...').every((part) => bare(said).includes(part.trim()));
}
