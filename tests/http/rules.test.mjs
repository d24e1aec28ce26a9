/* Policy that changes under the eyes of readers: a good file counts at once, a
 * broken one changes nothing, and no page mixes two versions.
 */
import assert from 'node:assert/strict';
import {execFileSync, spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import test from 'node:test';
import {ask, house, log, sql, unharmed, until, unseen} from './lib.mjs';

unharmed(test);

const dir = process.env.BELFORT_DIR;
const folder = `${dir}/rules/budget`;
const work = fs.mkdtempSync(`${os.tmpdir()}/bf-rules-`);
const names = ['categorieen.lua', 'doelen.lua', 'domeinen.lua', 'rekeningen.lua'];
const good = Object.fromEntries(names.map((name) => [name, fs.readFileSync(`${folder}/${name}`, 'utf8')]));

/* As an editor does: a new file, put in the place of the old one. */
function save(name, text) {
	fs.writeFileSync(`${folder}/.${name}.new`, text);
	fs.renameSync(`${folder}/.${name}.new`, `${folder}/${name}`);
}
const restore = () => names.forEach((name) => save(name, good[name]));

const json = async (path) => (await ask(`/begroting/${path}.json?q=${unseen()}`)).json;
const rules = () => json('regels');
const title = async () => (await json('categorieen/doelen')).rows.find((row) => row.code === 'groen').name;
const text = (state, name) => state.files.find((file) => file.name === name).lines.map((line) => line.text).join('\n');
const named = (name) => good['categorieen.lua'].replace('Groen, natuur en klimaat', name);
const stands = (name, wanted) => until(async () => {
	const state = await rules();
	return state.fault === null && text(state, name) === wanted.trimEnd();
}, 'the file is in force');
const fault = (found) => until(async () => found.test(JSON.stringify((await rules()).fault)), `the page says ${found}`);

const belfort = (...words) => spawnSync('belfort', ['rules', ...words], {encoding: 'utf8'});
const jobs = () => Number(/pool=jobs pid=(\d+)/.exec(log.since('belfort', 0).split('\n').reverse()
	.find((line) => line.includes('pool=jobs')))[1]);

test.after(async () => {
	restore();
	await stands('doelen.lua', good['doelen.lua']);
	await stands('categorieen.lua', good['categorieen.lua']);
	fs.rmSync(work, {recursive: true});
});

test('every view adds up to its categories, in every plan and year', async () => {
	for (const view of ['doelen', 'domeinen', 'rekeningen']) {
		for (const {plan} of (await json(`categorieen/${view}`)).plans) {
			const page = (await ask(`/begroting/categorieen/${view}.json?plan=${plan}&q=${unseen()}`)).json;
			const whole = (await ask(`/begroting/${view}.json?plan=${plan}&q=${unseen()}`)).json;
			assert.equal(page.cents, whole.cents);
			assert.equal(page.rows.reduce((sum, row) => sum + row.cents, 0), whole.cents);
			for (const year of whole.years) {
				const sum = page.years.reduce((all, row) => all
					+ row.cells.find((cell) => cell.year === year.year).cents, 0);
				assert.equal(sum, year.cents, `${view} ${plan} ${year.year}`);
			}
		}
	}
});

test('each line of a category stands there by a rule, and the sums tie', async () => {
	const whole = await json('categorieen/doelen');
	let lines = 0;
	for (const row of whole.rows) {
		const page = await json(`categorieen/doelen/${row.code}`);
		assert.equal(page.rows.reduce((sum, line) => sum + line.cents, 0), row.cents);
		assert.equal(page.rows.length, row.lines);
		for (const line of page.rows)
			assert.equal(line.rule === null, row.unmatched);
		assert.equal((page.rules ?? []).reduce((sum, rule) => sum + rule.lines, 0), row.unmatched ? 0 : row.lines);
		lines += row.lines;
	}
	assert.equal(lines, 153);
});

test('the portfolio budget is not allocated, and counted', async () => {
	const page = await json('categorieen/doelen/niet-toegewezen');
	const portfolio = page.rows.filter((row) => /portfolio/.test(row.name));
	assert.equal(portfolio.length, 3);
	assert.equal(portfolio.reduce((sum, row) => sum + row.cents, 0), 22778811800);
});

test('a saved file is in force, and the page follows', async () => {
	save('categorieen.lua', named('Bomen'));
	await until(async () => await title() === 'Bomen', 'the page follows');
	const state = await rules();
	assert.match(text(state, 'categorieen.lua'), /Bomen/);
	const version = await json(`regels/${state.version}`);
	assert.ok(version.now);
	assert.ok(version.changed.find((file) => file.name === 'categorieen.lua').lines
		.some((line) => line.came && /Bomen/.test(line.text)));
	assert.equal(state.by, 'root', 'who saved it');
});

test('a mistake changes nothing, and says where it is', async (t) => {
	const from = log.where('belfort'), before = await rules();
	save('doelen.lua', good['doelen.lua'].replace('woord(feit.naam, "sogent")', 'woordt(feit.naam, "sogent")'));
	const line = good['doelen.lua'].split('\n').findIndex((l) => l.includes('"sogent"')) + 1;
	await t.test('on the page', async () => {
		await fault(/woordt/);
		const state = await rules();
		assert.equal(state.fault.file, 'doelen.lua');
		assert.equal(state.fault.line, line);
		assert.equal(state.fault.text, '‘woordt’ is geen woord van de regeltaal. Bedoelde je ‘woord’?');
		assert.equal(state.version, before.version);
	});
	await t.test('in the log', () => assert.match(log.since('belfort', from),
		new RegExp(`event=rules_refused feature=budget file=doelen.lua line=${line} detail=.*woordt`)));
	await t.test('by the tool', () => {
		const said = belfort('check', 'budget');
		assert.notEqual(said.status, 0);
		assert.match(said.stderr, new RegExp(`doelen.lua:${line}: ‘woordt’`));
	});
	await t.test('nor after a restart', async () => {
		house('host_stop');
		house('host_start');
		assert.equal((await rules()).version, before.version);
		assert.equal(await title(), 'Bomen');
		await fault(/woordt/);
	});
	await t.test('and mended it is gone', async () => {
		save('doelen.lua', good['doelen.lua']);
		await until(async () => (await rules()).fault === null, 'the page is calm');
		assert.equal((await rules()).version, before.version, 'the same files are the same version');
	});
});

test('a test that does not come out is a mistake too', async () => {
	save('doelen.lua', good['doelen.lua'].replace('hoofdgroepcode = "SD20001" }, "straten"', 'hoofdgroepcode = "SD20001" }, "groen"'));
	await fault(/het moet groen zijn, en het is straten/);
	save('doelen.lua', good['doelen.lua']);
	await stands('doelen.lua', good['doelen.lua']);
});

test('files that are no rules', async (t) => {
	const cases = {
		'of 100 MB': [() => fs.writeFileSync(`${folder}/doelen.lua`, Buffer.alloc(100e6, 0x2d)), /256 kB/],
		'that make a text of 100 MB': [() => save('doelen.lua',
			'local s = "x" for i = 1, 27 do s = s .. s end\n'), /geheugen|einde/],
		'that never end': [() => save('doelen.lua', 'while true do end'), /einde/],
		'of bytes': [() => save('doelen.lua', Buffer.from([0x1b, 0x4c, 0x75, 0x61, 0xff])), /./],
		'that are folders': [() => {
			fs.rmSync(`${folder}/doelen.lua`);
			fs.mkdirSync(`${folder}/doelen.lua`);
		}, /doelen/],
		'that nobody may read': [() => {
			save('doelen.lua', 'x');
			fs.chmodSync(`${folder}/doelen.lua`, 0);
		}, /./],
	};
	const before = (await rules()).version;
	for (const [what, [make, said]] of Object.entries(cases)) {
		await t.test(what, async () => {
			make();
			await fault(said);
			assert.equal((await rules()).version, before);
			fs.rmSync(`${folder}/doelen.lua`, {recursive: true});
			save('doelen.lua', good['doelen.lua']);
			await until(async () => (await rules()).fault === null, 'it is mended');
		});
	}
});

test('what an editor leaves beside a file is no rule', async () => {
	const before = (await rules()).version;
	for (const name of ['.doelen.lua.swp', 'doelen.lua~', '#doelen.lua#', '4913'])
		fs.writeFileSync(`${folder}/${name}`, 'rubbish');
	save('categorieen.lua', named('Struiken'));
	await stands('categorieen.lua', named('Struiken'));
	assert.notEqual((await rules()).version, before);
	for (const name of ['.doelen.lua.swp', 'doelen.lua~', '#doelen.lua#', '4913'])
		fs.rmSync(`${folder}/${name}`);
});

test('the disk is full: half a file changes nothing', async (t) => {
	house('host_stop');
	house('mount', '-t', 'tmpfs', '-o', 'size=64k', 'none', folder);
	t.after(() => {
		house('host_stop');
		house('umount', folder);
		house('host_start');
	});
	restore();
	fs.chmodSync(folder, 0o755);
	house('host_start');
	await stands('categorieen.lua', good['categorieen.lua']);
	const before = (await rules()).version;
	const long = good['doelen.lua'].replace('  tests =', `${'  -- uitleg\n'.repeat(6000)}  tests =`);
	assert.throws(() => fs.writeFileSync(`${folder}/doelen.lua`, long), {code: 'ENOSPC'});
	await fault(/te vroeg|ontbreekt/);
	assert.equal((await rules()).version, before);
	fs.writeFileSync(`${folder}/doelen.lua`, good['doelen.lua']);
	await until(async () => (await rules()).fault === null, 'there is room again');
});

test('no page mixes two versions, however fast they come', async () => {
	/* The same number in two titles: a mixed page would show two. */
	const both = (n) => good['categorieen.lua'].replace('"Groen, natuur en klimaat"', `"Groen ${n}"`)
		.replace('"Wonen en buurten"', `"Wonen ${n}"`);
	const mixed = [], failed = [];
	let asking = true, seen = new Set();
	const visitors = Array.from({length: 6}, async () => {
		while (asking) {
			const answer = await ask(`/begroting/categorieen/doelen.json?q=${unseen()}`);
			if (answer.status !== 200) {
				failed.push(answer.status);
				continue;
			}
			const [groen, wonen] = ['groen', 'wonen'].map((code) => answer.json.rows
				.find((row) => row.code === code).name.split(' ')[1]);
			if (groen !== wonen && /^\d+$/.test(groen + wonen))
				mixed.push([groen, wonen]);
			if (answer.json.rows.reduce((sum, row) => sum + row.cents, 0) !== answer.json.cents)
				mixed.push('sum');
			seen.add(groen);
		}
	});
	for (let n = 1; n <= 12; n++) {
		save('categorieen.lua', both(n));
		await stands('categorieen.lua', both(n));
	}
	asking = false;
	await Promise.all(visitors);
	assert.deepEqual([mixed, failed], [[], []]);
	assert.ok(seen.size > 5, `only ${[...seen]} were seen`);
});

test('two editors at once, each in place: the last file is what counts', async () => {
	const writer = (name) => spawn(process.execPath, ['-e', `
		const fs = require('fs'), text = fs.readFileSync(0, 'utf8');
		for (let n = 0; n < 300; n++)
			fs.writeFileSync(process.argv[1], text.replace('Groen, natuur', '${name} ' + n + ', natuur'));
	`, `${folder}/categorieen.lua`], {stdio: ['pipe', 'ignore', 'inherit']});
	const writers = ['Een', 'Twee'].map(writer);
	for (const one of writers)
		one.stdin.end(good['categorieen.lua']);
	await Promise.all(writers.map((one) => once(one, 'exit')));
	const last = fs.readFileSync(`${folder}/categorieen.lua`, 'utf8');
	save('categorieen.lua', last.includes('natuur en klimaat') && last.endsWith('}\n') ? last : named('Samen'));
	await stands('categorieen.lua', fs.readFileSync(`${folder}/categorieen.lua`, 'utf8'));
});

test('who decides is killed: another takes over, and misses nothing', async () => {
	for (let n = 0; n < 3; n++) {
		const victim = jobs();
		save('categorieen.lua', named(`Na ${n}`));
		process.kill(victim, 'SIGKILL');
		await stands('categorieen.lua', named(`Na ${n}`));
		await until(() => jobs() !== victim, 'another does it');
	}
	assert.equal(sql('select count(*) from budget.allocation group by version order by count(*) limit 1'),
		sql('select count(*) from budget.rule_lines()'), 'nothing is half written');
});

test('the database is away while a file is saved', async () => {
	house('pg_stop', 'immediate');
	save('categorieen.lua', named('Later'));
	house('pg_start');
	await until(async () => (await ask(`/begroting/regels.json?q=${unseen()}`)).status === 200, 'it is back');
	await stands('categorieen.lua', named('Later'));
});

test('an import is decided on at once', async () => {
	const figures = `${process.env.BELFORT_TREE}/demo/gent`;
	const take = (file) => execFileSync('belfort', ['import', 'budget', file]);
	const doelen = fs.readFileSync(`${figures}/doelen.csv`, 'utf8');
	const place = () => json('categorieen/doelen/scholen').then((page) => page.rows.map((row) => row.name));
	fs.writeFileSync(`${work}/doelen.csv`, doelen.replaceAll('Koophandelsplein cluster', 'Koophandelsplein school'));
	take(`${work}/doelen.csv`);
	await until(async () => (await place()).includes('Koophandelsplein school'), 'it is a school');
	take(`${figures}/doelen.csv`);
	await until(async () => !(await place()).includes('Koophandelsplein school'), 'it is none');
	const page = await json('categorieen/doelen');
	assert.equal(page.rows.reduce((sum, row) => sum + row.cents, 0), 121276920800);
});

test('the tool', async (t) => {
	restore();
	await stands('categorieen.lua', good['categorieen.lua']);
	const first = (await rules()).version;
	const desk = `${work}/budget`;
	fs.cpSync(folder, desk, {recursive: true});
	fs.writeFileSync(`${desk}/doelen.lua`, `-- ${unseen()}\n${good['doelen.lua'].replace('"kerken", ', '')}`);
	const at = ['--folder', work];

	await t.test('checks and tests', () => {
		const said = belfort('check', 'budget', ...at);
		assert.equal(said.status, 0, said.stderr);
		assert.match(said.stdout, /^budget: alles klopt\. 10 categorieën, \d+ regels, \d+ tests\.$/m);
		assert.match(belfort('test', 'budget', ...at, '--lang', 'en').stdout, /^good   doelen\.lua:\d+: /m);
	});
	await t.test('explains a line', () => {
		const said = belfort('explain', 'budget', 'KDV Dampoort', ...at, '--lang', 'en');
		assert.match(said.stdout, /KDV Dampoort — doelen\n  Category: Schools and childcare\n  Rule: doelen\.lua:\d+/);
		assert.match(said.stdout, /yes +the name has the word “kdv”/);
	});
	await t.test('says what would move', () => {
		const said = belfort('diff', 'budget', ...at);
		assert.equal(said.status, 0, said.stderr);
		assert.match(said.stdout, /tekorten kerken: €.8\.496\.667\n +van Sport, cultuur en vrije tijd naar Gebouwen en werking van de stad\n/);
	});
	await t.test('stages: nothing is in force', async () => {
		const said = belfort('stage', 'budget', ...at);
		assert.equal(said.status, 0, said.stderr);
		assert.equal((await rules()).version, first);
		const version = Number(/\d+/.exec(said.stdout)[0]);
		const page = await json(`regels/${version}`);
		assert.equal(page.has_force, false);
		assert.match(belfort('publish', 'budget', String(version)).stderr, /--reason/);
		assert.equal(belfort('publish', 'budget', String(version), '--reason', 'een proef').status, 0);
		const state = await rules();
		assert.equal(state.version, version);
		assert.equal(state.reason, 'een proef');
	});
	await t.test('lists, and undoes', async () => {
		const list = belfort('list', 'budget').stdout;
		assert.match(list, /^\* .*een proef$/m);
		assert.equal(belfort('publish', 'budget', String(first), '--reason', 'terug').status, 0);
		assert.equal((await rules()).version, first);
		house('host_stop');
		house('host_start');
		assert.equal((await rules()).version, first, 'a restart does not undo the undo');
	});
	await t.test('explains many lines, and none', () => {
		const many = belfort('explain', 'budget', 'in', ...at, '--lang', 'en').stdout;
		assert.equal(many.match(/ — \w+$/mg).length, 5);
		assert.match(many, /^… and \d+ more lines\.$/m);
		assert.match(belfort('explain', 'budget', 'qqqq', ...at).stderr, /no line has “qqqq”/);
		assert.match(belfort('explain', 'budget', ...at).stderr, /say which line/);
	});
	await t.test('measures itself', () => {
		assert.match(belfort('bench', 'budget', '3000', ...at).stdout,
			/^lines=3000 ms_least=[\d.]+ ms_median=[\d.]+ ms_most=[\d.]+\n$/);
		for (const count of ['0', '100000001', 'many'])
			assert.match(belfort('bench', 'budget', count, ...at).stderr, /how many lines\? From 1 to/);
	});
	await t.test('says which test does not come out', () => {
		const wrong = `${work}/wrong/budget`;
		fs.cpSync(folder, wrong, {recursive: true});
		fs.writeFileSync(`${wrong}/doelen.lua`, `indeling { weergave = "doelen", feiten = { "naam" },
regels = { { "groen", bevat(feit.naam, "park"), omdat = "Een park is groen." } },
tests = { { "een park", { naam = "Park" }, niets },
{ "een school", { naam = "School" }, "groen" } } }\n`);
		const said = belfort('test', 'budget', '--folder', `${work}/wrong`, '--lang', 'en');
		assert.equal(said.status, 1);
		assert.match(said.stdout, /^wrong  doelen\.lua:3: een park\. It should be nothing, and it is groen \(doelen\.lua:2\)\.$/m);
		assert.match(said.stdout, /^wrong  doelen\.lua:4: een school\. It should be groen, and it is nothing\.$/m);
		assert.match(said.stderr, /2 tests do not come out/);
		const explained = belfort('explain', 'budget', 'park', '--folder', `${work}/wrong`, '--lang', 'en').stdout;
		assert.match(explained, /  Because: Een park is groen\./);
		assert.match(belfort('explain', 'budget', 'KDV Dampoort', '--folder', `${work}/wrong`, '--lang', 'en').stdout,
			/KDV Dampoort — doelen\n  No rule fits: not allocated\./);
		assert.match(belfort('stage', 'budget', '--folder', `${work}/wrong`).stderr, /een park/);
	});
	await t.test('speaks the language of who reads', () => {
		const said = (LANG) => spawnSync('belfort', ['rules', 'check', 'budget', ...at], {encoding: 'utf8', env: {...process.env, LANG}}).stdout;
		assert.match(said('fr_BE.UTF-8'), /10 catégories/);
		assert.match(said('en_GB.UTF-8'), /10 categories/);
		assert.match(said('C'), /10 categorieën/);
	});
	await t.test('knows who did it', () => {
		const who = (...words) => {
			fs.appendFileSync(`${desk}/doelen.lua`, `-- ${unseen()}\n`);
			const said = spawnSync('belfort', ['rules', 'stage', 'budget', ...at, ...words],
				{encoding: 'utf8', env: {...process.env, SUDO_UID: '65534'}});
			assert.equal(said.status, 0, said.stderr);
			const version = /\d+/.exec(said.stdout)[0];
			return new RegExp(`^ +${version}  .{16}  (.*?) {2,}`, 'm').exec(belfort('list', 'budget').stdout)[1];
		};
		assert.equal(who(), 'nobody');
		assert.equal(who('--by', 'Dienst Groen'), 'Dienst Groen');
	});
	await t.test('puts the files of a folder in force at once', async () => {
		assert.equal(belfort('publish', 'budget', ...at, '--reason', 'in een keer').status, 0);
		assert.equal((await rules()).reason, 'in een keer');
		assert.equal(belfort('publish', 'budget', String(first), '--reason', 'terug').status, 0);
		assert.equal((await rules()).version, first);
	});
	await t.test('knows no such thing', () => {
		assert.match(belfort('chekc').stderr, /there is no chekc/);
		assert.match(belfort('publish', 'budget', '999999', '--reason', 'x').stderr, /no version 999999/);
		assert.match(belfort('check', 'budget', '--folder', `${work}/none`).stderr, /none|nergens|map/);
	});
});

test('a day can be shown again', async () => {
	const day = sql("select (min(at))::date from budget.run");
	const then = (await ask(`/begroting/categorieen/doelen.json?op=${day}&q=${unseen()}`)).json;
	assert.equal(then.rows.reduce((sum, row) => sum + row.cents, 0), 121276920800);
	const early = await ask(`/begroting/categorieen/doelen?op=2020-01-01&q=${unseen()}`);
	assert.equal(early.status, 200);
	assert.match(early.text, /nog geen categorieën/);
});
