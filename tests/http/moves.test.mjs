/* What a draft of the budget would move, in euros: as belfort rules diff says it,
 * and nothing of it is in force.
 */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import test from 'node:test';
import {ask, unharmed, unseen} from './lib.mjs';
import {begin, clear, doc, file, page, save, writer} from './policy.mjs';

unharmed(test);
test.before(clear);
test.after(clear);

const name = 'doelen.lua', folder = `${process.env.BELFORT_DIR}/rules/budget`;
const who = writer('Wim Begroot');
/* The second of the ten examples in docs/rules.md. */
const moved = (text) => text.replace('"klasunit", "dbfm", "jeugd", "jeugd*"', '"klasunit", "dbfm"')
	.replace('"kerken", "buurthuis"', '"kerken", "buurthuis", "jeugd", "jeugd*"');
let id;

test('a draft that moves lines', async () => {
	id = await begin(who, {bestand: `budget/${name}`, titel: 'Jeugd naar vrije tijd'});
	const {text} = await file(who, id, name);
	assert.notEqual(moved(text), text);
	await save(who, id, moved(text), {name});
	const said = await doc(who, `/${id}/euro`);
	const view = said.views.find((one) => one.view === 'doelen');
	assert.equal(view.count, 3);
	assert.deepEqual(view.lines.map((line) => [line.from, line.to]), Array(3).fill(['Scholen en kinderopvang', 'Sport, cultuur en vrije tijd']));
	const rows = Object.fromEntries(view.rows.map((row) => [row.code, row]));
	assert.equal(rows.scholen.difference, -view.cents);
	assert.equal(rows['vrije-tijd'].difference, view.cents);
	for (const row of view.rows) {
		assert.equal(row.after - row.before, row.difference);
		assert.equal(row.years.reduce((sum, year) => sum + year.difference, 0), row.difference, row.code);
	}
	assert.equal(view.rows.reduce((sum, row) => sum + row.before, 0), (await ask(`/begroting/doelen.json?q=${unseen()}`)).json.cents);
	for (const other of said.views.filter((one) => one !== view))
		assert.equal(other.has_moved, false);
});

test('is told as the tool tells it', async () => {
	const work = fs.mkdtempSync(`${os.tmpdir()}/bf-moves-`);
	try {
		fs.cpSync(folder, `${work}/budget`, {recursive: true});
		fs.writeFileSync(`${work}/budget/${name}`, moved(fs.readFileSync(`${folder}/${name}`, 'utf8')));
		const tool = spawnSync('belfort', ['rules', 'diff', 'budget', '--folder', work], {encoding: 'utf8'}).stdout;
		const together = /Lijnen: 3, samen (€.[\d.]+)/.exec(tool)[1];
		const {text} = await page(who, `/${id}/euro?taal=nl`);
		assert.ok(text.includes(`3 lijnen verschuiven, samen ${together}`), together);
	} finally {
		fs.rmSync(work, {recursive: true});
	}
});

test('is in force nowhere, and for staff only', async () => {
	const school = (await ask(`/begroting/categorieen/doelen/scholen.json?q=${unseen()}`)).json;
	assert.ok(school.rows.some((row) => /jeugd/i.test(row.name)));
	assert.notEqual((await ask(`/beheer/beleid/${id}/euro.json`)).status, 200);
});

test('what is wrong with its files is told in the place of it', async () => {
	await save(who, id, moved((await file(who, id, name)).text).replace('woord(', 'woordt('), {name});
	const {fault} = await doc(who, `/${id}/euro`);
	assert.equal(fault.file, name);
	assert.match(fault.text, /woordt/);
	assert.match((await page(who, `/${id}/euro?taal=nl`)).text, /Er klopt nog iets niet/);
});

test('a draft about rights has none', async () => {
	assert.equal((await page(who, `/${await begin(who)}/euro`)).status, 404);
});
