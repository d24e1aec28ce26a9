/* Orders: what two people want from a day comes in force on it, once, on top of
 * what is in force then; or people are told why not.
 */
import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import fs from 'node:fs';
import test from 'node:test';
import {begin, end, files, save, settled, state, version} from './benefits.mjs';
import {ask, log, sql, unharmed, until, unseen} from './lib.mjs';
import {conversation, hangUp} from './psql.mjs';
import {signIn} from './signed.mjs';

unharmed(test);
test.before(begin);
test.after(end);
test.afterEach(hangUp);

const writer = signIn({kind: 'staff', name: 'An Schrijft'});
const second = signIn({kind: 'staff', name: 'Bo Kijkt'});
const hash = (text) => crypto.createHash('sha256').update(text).digest('hex');
const folder = `${process.env.BELFORT_DIR}/rules`;
const budget = async () => (await ask(`/begroting/regels.json?q=${unseen()}`)).json;

/* CHANGED: name -> text, or null.  REPLACED: name -> the text that it was written
 * for, where that is not the one on disk. */
function order(feature, changed, {due = 0, until = 30, replaced = {}} = {}) {
	const doc = {asked_by: writer.account, asked_name: 'An Schrijft', second_by: second.account, second_name: 'Bo Kijkt',
		reason: 'Een proef', files: Object.entries(changed).map(([name, text]) => {
			const old = name in replaced ? replaced[name] : fs.existsSync(`${folder}/${feature}/${name}`)
				? fs.readFileSync(`${folder}/${feature}/${name}`, 'utf8') : null;
			return {name, text, replaces: old === null ? null : hash(old)};
		})};
	return Number(sql(`select ${feature}.order_put((jsonb_build_object('due', current_date + ${due},
		'until', current_date + ${due + until}) || $doc$${JSON.stringify(doc)}$doc$)::json)`));
}
const row = (feature, id) => JSON.parse(sql(`select o from json_array_elements(${feature}.orders()) o where (o ->> 'id')::int = ${id}`));
async function ended(feature, id) {
	await until(() => row(feature, id).state !== 'waiting', 'the order is over');
	return row(feature, id);
}
const text = (rules, name) => rules.files.find((file) => file.name === name)?.lines.map((line) => line.text).join('\n');
const jobs = () => Number(/pool=jobs pid=(\d+)/.exec(log.since('belfort', 0).split('\n').reverse()
	.find((line) => line.includes('pool=jobs')))[1]);
const dearer = (n) => files['huisvuil.lua'].replace('krediet = { 63,', `krediet = { ${n},`);
/* What the tests ordered is what is on disk too, so that the next one begins there. */
async function same(name, content) {
	save(name, content);
	await settled();
}

test('an amount that two people ordered grants, and the page says who', async () => {
	const id = order('benefits', {'huisvuil.lua': dearer(64)});
	const {state: is, version: made} = await ended('benefits', id);
	assert.equal(is, 'done');
	const rules = await state();
	assert.equal(rules.version, made);
	assert.match(text(rules, 'huisvuil.lua'), /krediet = \{ 64,/);
	assert.equal(rules.by, 'Bo Kijkt');
	assert.equal(rules.reason, 'Een proef');
	const stands = rules.stands.find((file) => file.name === 'huisvuil.lua');
	assert.ok(stands.holds);
	assert.equal(stands.by, 'Bo Kijkt');
	assert.equal(text(rules, 'vt.lua'), files['vt.lua'].trimEnd(), 'other files stay');
});

test('what came from elsewhere stays when a file is saved on disk', async () => {
	save('vt.lua', `-- ${unseen()}\n${files['vt.lua']}`);
	const saved = fs.readFileSync(`${folder}/benefits/vt.lua`, 'utf8').trimEnd();
	await until(async () => text(await state(), 'vt.lua') === saved, 'the file is in force');
	assert.match(text(await state(), 'huisvuil.lua'), /krediet = \{ 64,/);
	await same('huisvuil.lua', dearer(64));
});

test('what was written for another text comes in force nowhere', async () => {
	const before = await version();
	const is = await ended('benefits', order('benefits', {'huisvuil.lua': dearer(65), 'nieuw.lua': 'x'},
		{replaced: {'huisvuil.lua': files['huisvuil.lua']}}));
	assert.equal(is.state, 'conflict');
	assert.equal(is.fault.file, 'huisvuil.lua');
	assert.match(is.fault.text.nl, /Iemand anders/);
	assert.match(is.fault.text.fr, /Quelqu’un d’autre/);
	assert.equal(await version(), before);
});

test('what is wrong is told in three languages, with its line', async () => {
	const before = await version(), from = log.where('belfort');
	const is = await ended('benefits', order('benefits', {'huisvuil.lua': dearer(64).replace('uit_tabel', 'uit_tafel')}));
	assert.equal(is.state, 'failed');
	assert.equal(is.fault.line, dearer(64).split('\n').findIndex((line) => line.includes('uit_tabel')) + 1);
	for (const lang of ['nl', 'en', 'fr'])
		assert.match(is.fault.text[lang], /uit_tafel/);
	assert.notEqual(is.fault.text.nl, is.fault.text.en);
	assert.equal(await version(), before);
	assert.match(log.since('belfort', from), /event=rules_refused feature=benefits file=huisvuil\.lua/);
});

test('a file comes and goes', async () => {
	const rule = files['toeslag65.lua'].replace('"toeslag65"', '"toeslag66"');
	assert.equal((await ended('benefits', order('benefits', {'toeslag66.lua': rule}))).state, 'done');
	assert.ok(text(await state(), 'toeslag66.lua'));
	assert.equal((await ended('benefits', order('benefits', {'toeslag66.lua': null}, {replaced: {'toeslag66.lua': rule}}))).state, 'done');
	assert.equal(text(await state(), 'toeslag66.lua'), undefined);
});

test('the day comes', async () => {
	const id = order('benefits', {'huisvuil.lua': dearer(66)}, {due: 3});
	const gone = order('benefits', {'huisvuil.lua': dearer(67)}, {due: 3});
	assert.equal(row('benefits', id).state, 'waiting');
	sql(`select benefits.order_withdraw(${gone})`);
	sql(`update belfort.rule_order set due = current_date where id = any (array[${id}, ${gone}])`);
	assert.equal((await ended('benefits', id)).state, 'done');
	assert.equal(row('benefits', gone).state, 'withdrawn');
	assert.match(text(await state(), 'huisvuil.lua'), /krediet = \{ 66,/);
	await same('huisvuil.lua', dearer(66));
});

test('the budget decides on every line in the same moment', async () => {
	const name = 'categorieen.lua', old = fs.readFileSync(`${folder}/budget/${name}`, 'utf8');
	const id = order('budget', {[name]: old.replace('Groen, natuur en klimaat', 'Bomen en bossen')}, {until: 0});
	assert.equal((await ended('budget', id)).state, 'done');
	const page = (await ask(`/begroting/categorieen/doelen.json?q=${unseen()}`)).json;
	assert.equal(page.rows.find((one) => one.code === 'groen').name, 'Bomen en bossen');
	assert.equal(page.rows.reduce((sum, one) => sum + one.cents, 0), page.cents);
	const back = order('budget', {[name]: old}, {replaced: {[name]: old.replace('Groen, natuur en klimaat', 'Bomen en bossen')}});
	assert.equal((await ended('budget', back)).state, 'done');
	assert.equal(text(await budget(), name), old.trimEnd());
});

test('a version that fails on real lines stays out, and says so', async () => {
	const name = 'categorieen.lua', old = fs.readFileSync(`${folder}/budget/${name}`, 'utf8');
	const before = (await budget()).version;
	sql(`create function budget.proof() returns trigger language plpgsql as $$ begin raise numeric_value_out_of_range; end $$;
		create trigger proof before insert on budget.share for each row execute function budget.proof()`);
	try {
		const is = await ended('budget', order('budget', {[name]: old.replace('Groen, natuur', 'Gras, natuur')}));
		assert.equal(is.state, 'failed');
		assert.match(is.fault.text.nl, /22003/);
		assert.equal((await budget()).version, before);
	} finally {
		sql('drop function budget.proof() cascade');
	}
});

/* Where the transaction of an order stands when a table is held. */
for (const [n, table] of ['belfort.rule_version', 'benefits.text', 'belfort.rule_force', 'benefits.confirmation'].entries())
	test(`who carries it out is killed before ${table}: another does it, once`, async () => {
		const forces = () => Number(sql("select count(*) from belfort.rule_force where feature = 'benefits'"));
		const [before, victim, holds] = [forces(), jobs(), conversation()];
		const now = text(await state(), 'huisvuil.lua') + '\n', next = `-- ${unseen()}\n${dearer(70 + n)}`;
		await holds.say(`begin; lock table ${table} in share row exclusive mode`);
		const id = order('benefits', {'huisvuil.lua': next}, {replaced: {'huisvuil.lua': now}});
		await until(() => sql(`select count(*) from pg_locks where not granted and relation = '${table}'::regclass`) !== '0', 'it is under way');
		process.kill(victim, 'SIGKILL');
		await holds.say('rollback');
		await holds.close();
		assert.equal((await ended('benefits', id)).state, 'done');
		assert.equal(forces(), before + 1);
		assert.notEqual(jobs(), victim);
		assert.equal(sql(`select count(*) from benefits.confirmation where sha256 = '${hash(next)}'`), '1');
		await same('huisvuil.lua', next);
	});

test('who takes it back while it is carried out comes too late, or in time', async () => {
	const [before, holds] = [await version(), conversation()];
	const now = text(await state(), 'huisvuil.lua') + '\n';
	await holds.say('begin; lock table benefits.text in share row exclusive mode');
	const id = order('benefits', {'huisvuil.lua': dearer(80)}, {replaced: {'huisvuil.lua': now}});
	await until(() => sql("select count(*) from pg_locks where not granted and relation = 'benefits.text'::regclass") !== '0', 'it is under way');
	sql(`select benefits.order_withdraw(${id})`);
	await holds.say('rollback');
	await holds.close();
	assert.equal((await ended('benefits', id)).state, 'withdrawn');
	assert.equal((await ended('benefits', order('benefits', {'huisvuil.lua': dearer(81)}, {replaced: {'huisvuil.lua': now}}))).state, 'done');
	assert.equal(await version() > before, true);
	assert.doesNotMatch(text(await state(), 'huisvuil.lua'), /krediet = \{ 80,/);
	await same('huisvuil.lua', dearer(81));
});

test('another version that comes in force meanwhile is not undone', async () => {
	const [holds, now] = [conversation(), text(await state(), 'huisvuil.lua') + '\n'];
	await holds.say("begin; select pg_advisory_xact_lock(hashtextextended('belfort rules benefits', 0))");
	const id = order('benefits', {'huisvuil.lua': dearer(82)}, {replaced: {'huisvuil.lua': now}});
	await until(() => sql("select count(*) from pg_locks where not granted and locktype = 'advisory'") !== '0', 'it waits');
	const other = `-- ${unseen()}\n${files['vt.lua']}`;
	await holds.say(`select benefits.rules_publish(jsonb_set(jsonb_set(d, '{sha256}', to_jsonb('${hash(other)}'::text)), '{files}',
		(select jsonb_agg(case f ->> 'name' when 'vt.lua' then jsonb_set(f, '{text}', to_jsonb($t$${other}$t$::text)) else f end || '{"diff": []}')
			from jsonb_array_elements(d -> 'files') f))::json)
		from (select belfort.rules_kept('benefits')::jsonb || '{"force": true, "by": "Cas", "rights": []}' as d) x`);
	await holds.say('commit');
	await holds.close();
	assert.equal((await ended('benefits', id)).state, 'done');
	const rules = await state();
	assert.match(text(rules, 'huisvuil.lua'), /krediet = \{ 82,/);
	assert.equal(text(rules, 'vt.lua'), other.trimEnd());
	save('vt.lua', other);
	await same('huisvuil.lua', dearer(82));
});
