/* Rules that fail on real facts stop, wait for people, and say so; no older law
 * takes their place by itself.
 */
import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import fs from 'node:fs';
import test from 'node:test';
import {ask, log, sql, unharmed, until, unseen} from './lib.mjs';
import {confirm, save, settled, state} from './benefits.mjs';
import {decided, member, sane} from './grants.mjs';
import {signIn} from './signed.mjs';

unharmed(test);

const folder = `${process.env.BELFORT_DIR}/rules/benefits`, name = 'proefpech.lua';
const checker = signIn({kind: 'staff', name: 'Bo Kijkt', rights: ['benefits.confirm']});
const lifter = signIn({kind: 'staff', name: 'Lou Laat'});
const rule = (day) => `-- ${unseen()}
regel {
  code = "proefpech", titel = { nl = "Recht met pech", en = "Right out of luck", fr = "Droit en panne" },
  bron = { "Verzonnen voor de test" }, bevoegd = "stad",
  per = "persoon", periode = "geen", toekenning = "automatisch", feiten = { "geboortedatum" },
  bedragen = { ["2020-01-01"] = { dagen = 1, bevestigd_tot = "2099-12-31" } },
  recht = is(feit.geboortedatum, datum("${day}")),
}
`;
let count = 0, late;
const alone = (born) => member('Pech', `PECH${process.pid}-${++count}`, 'referentiepersoon', born);
const granted = (who) => sql(`select count(*) from grants.granted where subject = '${who}' and rule = 'proefpech' and state = 'granted'`) === '1';
const stopped = () => sql("select benefits.in_force() ->> 'stopped'");
const page = async (lang) => (await ask(`/rechten/proefpech?taal=${lang}&q=${unseen()}`)).text;
const halts = () => Number(sql('select count(*) from benefits.halt'));
const open = () => Number(sql('select count(*) from benefits.stop where lifted is null and stopped_by is null'));
const lift = (code) => sql(`select benefits.stop_lift('${crypto.createHash('sha256').update(lifter.secret).digest('hex')}', '${code}', 'Hersteld')`);
const liftAll = () => sql('select code from benefits.stop where lifted is null and stopped_by is null').split('\n').filter(Boolean).forEach(lift);
async function published(day) {
	save(name, rule(day));
	await settled();
	confirm(checker, [name]);
}
/* What a version can meet: a number that fits nowhere, ONLY where something holds. */
const fails = (table, only = 'true') => sql(`create function grants.proof() returns trigger language plpgsql security definer as $$
		begin if ${only} then raise numeric_value_out_of_range; end if; return new; end $$;
	create trigger proof before insert on ${table} for each row execute function grants.proof()`);
const mended = () => sql('drop function if exists grants.proof() cascade');

test.after(async () => {
	mended();
	liftAll();
	fs.rmSync(`${folder}/${name}`);
	await settled();
	await decided();
	sane();
});

test('a version that fails over the city stops, and nobody loses what they had', async () => {
	const before = alone('1912-03-04');
	await decided();
	await published('1912-03-04');
	await until(() => granted(before), 'somebody has it');
	const from = log.where('belfort');
	fails('grants.outcome');
	await published('1912-03-05');
	await until(() => open() > 1, 'the rules are stopped');
	const {version} = await state();
	assert.match(log.since('belfort', from), /event=job_failed job=grants\.city .*22003/);
	assert.match(await page('nl'), /Beslissen met deze regels mislukte, en mensen van de stad kijken ernaar/);
	assert.match(await page('en'), /Deciding by the rules failed/);
	assert.match(await page('fr'), /Décider selon ces règles a échoué/);
	assert.equal(sql("select benefits.stops() -> 'rows' -> 0 ->> 'failed'"), 'true');
	late = alone('1912-03-05');
	const tried = halts();
	await until(() => sql('select count(*) from facts.pending') !== '0', 'somebody waits');
	assert.equal((await state()).version, version, 'no version of before comes back');
	assert.ok(granted(before));
	assert.ok(!granted(late));
	assert.equal(halts(), tried, 'and it is not tried over and over');
});

test('who lets it go on before it is mended sees it stop again', async () => {
	const tried = halts();
	lift('proefpech');
	await until(() => halts() === tried + 1, 'it failed once more');
	assert.match(await page('nl'), /Beslissen met deze regels mislukte/);
});

test('mended, and let go on by people, it decides on who waited', async () => {
	mended();
	liftAll();
	assert.equal(open(), 0);
	await decided();
	await until(() => granted(late), 'who waited has it');
	assert.doesNotMatch(await page('nl'), /mislukte/);
});

test('where it is what a version changed that fails, only that stops', async () => {
	const tried = halts();
	fails('grants.outcome', "not exists (select from benefits.stop where code = 'proefpech' and lifted is null)");
	await published('1912-03-06');
	await until(() => sql(`select in_force = benefits.in_force()::jsonb from grants.run
		where ended is not null order by id desc limit 1`) === 't' && stopped() !== '[]', 'the others are decided on without it');
	assert.deepEqual([stopped(), halts()], ['["proefpech"]', tried]);
	const next = alone('1912-03-06');
	await decided();
	assert.ok(!granted(next));
	mended();
	liftAll();
	await until(() => granted(next), 'let go on, it decides');
});

test('a version by which nobody can be decided on stops as well', async () => {
	fails('grants.looked');
	const tried = halts();
	const twelve = Array.from({length: 12}, () => alone('1912-03-06'));
	sql(`select facts.pending_put(array(select household from people.household_member
		where resident in (${twelve.map((one) => `'${one}'`)})), current_date)`);
	await until(() => halts() > tried, 'it failed');
	assert.ok(open() > 0);
	mended();
	liftAll();
	sql("select facts.pending_put(array(select household from grants.stuck), current_date)");
	await decided();
	await until(() => twelve.every(granted), 'all have it');
});
