/* The emergency stop of a rule: nothing new is granted by it and nothing ends,
 * not by what rests on it either, whatever happens meanwhile; when another
 * person lets it go on, who waited is decided on.
 */
import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import fs from 'node:fs';
import test from 'node:test';
import {ask, sql, unharmed, until, unseen} from './lib.mjs';
import {confirm, save, settled} from './benefits.mjs';
import {decided, member, sane} from './grants.mjs';
import {as} from './rights-made.mjs';
import {signIn} from './signed.mjs';

unharmed(test);

const folder = `${process.env.BELFORT_DIR}/rules/benefits`, family = 'Noodstop';
const checker = signIn({kind: 'staff', name: 'Bo Kijkt', rights: ['benefits.confirm'], signed: 'now()'});
const stopper = signIn({kind: 'staff', name: 'Stien Stopt'}), lifter = signIn({kind: 'staff', name: 'Lou Laat'});

/* For who was born on one day: nobody else in the city is concerned. */
const rule = (code, title, right) => `regel {
  code = "${code}", titel = { nl = "${title}", en = "${title} in English", fr = "${title} en français" },
  bron = { "Verzonnen voor de test" }, bevoegd = "stad",
  per = "persoon", periode = "geen", toekenning = "automatisch", feiten = { "geboortedatum" },
  bedragen = { ["2020-01-01"] = { dagen = 1, bevestigd_tot = "2099-12-31" } },
  recht = ${right},
}
`;
const born = (day) => `is(feit.geboortedatum, datum("${day}"))`;

const session = ({secret}) => crypto.createHash('sha256').update(secret).digest('hex');
/* Somebody who lives alone. */
let count = 0;
const alone = (born) => member(family, `STOP${process.pid}-${++count}`, 'referentiepersoon', born);
const put = (who, code, why) => sql(`select benefits.stop_put('${session(who)}', '${code}', '${why}')`);
const lift = (who, code, why) => sql(`select benefits.stop_lift('${session(who)}', '${code}', '${why}')`);
const states = (who, code) => sql(`select coalesce(string_agg(state, ' ' order by id), '') from grants.granted where subject = '${who}' and rule = '${code}'`);
/* Not counting questions about other rights. */
const letters = (who) => Number(sql(`select count(*) from people.paper where resident = '${who}'
	and (kind <> 'rights_ask' or data::text ~ 'noodstop|erop rust')`));

/* The rules in force now, and who stands by them, were run over the city. */
const ran = () => until(() => sql(`select (select in_force from grants.run where compared is not null order by id desc limit 1)
	= benefits.in_force()::jsonb`) === 't', 'the city was decided on');
async function published(name, text) {
	save(name, text);
	await settled();
	confirm(checker, [name]);
	await ran();
	await decided();
}

let early, late;
test.before(async () => {
	early = alone('1911-02-03');
	await decided();
	await published('proefstop.lua', rule('proefstop', 'Recht met een noodstop', born('1911-02-03')));
	await published('proefrust.lua', rule('proefrust', 'Recht dat erop rust', 'recht.proefstop'));
});
test.afterEach(sane);
test.after(async () => {
	sql(`select benefits.stop_lift('${session(lifter)}', x ->> 'code', 'Na de test.') from json_array_elements(benefits.stops() -> 'rows') x
		where (x ->> 'open')::boolean`);
	['proefstop.lua', 'proefrust.lua'].forEach((name) => fs.rmSync(`${folder}/${name}`, {force: true}));
	await settled();
	await decided();
});

test('a rule that is stopped grants nothing new, nor does what rests on it', async () => {
	await until(() => states(early, 'proefstop') === 'granted' && states(early, 'proefrust') === 'granted', 'both are granted before');
	put(stopper, 'proefstop', 'De datum in de regel klopt niet.');
	late = alone('1911-02-03');
	await decided();
	await ran();
	await decided();
	assert.deepEqual([states(late, 'proefstop'), states(late, 'proefrust')], ['', '']);
	assert.deepEqual([states(early, 'proefstop'), states(early, 'proefrust')], ['granted', 'granted'], 'who has it keeps it');
	assert.equal(letters(late), 0, 'and nobody is written');
	assert.equal(sql(`select count(*) from grants.held h join people.household_member m on m.household = h.household
		where m.resident = '${late}' and h.from_day <= current_date`), '1', 'they wait');
});

test('everybody reads that it is stopped, since when and why', async () => {
	for (const [lang, words] of [['nl', 'Nu even gestopt'], ['en', 'Stopped for now'], ['fr', 'Arrêté pour le moment']]) {
		const one = (await ask(`/rechten/proefstop?taal=${lang}&q=${unseen()}`)).text;
		assert.ok(one.includes(words) && one.includes('De datum in de regel klopt niet.'), lang);
		assert.doesNotMatch(one, /Stien|Niet bevestigd voor vandaag|niemand heeft bevestigd/, 'not who, and not that nobody looked at it');
		assert.ok((await ask(`/rechten?taal=${lang}&q=${unseen()}`)).text.includes(words), lang);
	}
	const {stop, stopped} = (await ask(`/rechten/proefstop.json?q=${unseen()}`)).json;
	assert.deepEqual([stopped, stop.reason, stop.since.slice(0, 10)], [true, 'De datum in de regel klopt niet.', sql('select current_date')]);
	assert.equal((await ask(`/rechten/proefrust.json?q=${unseen()}`)).json.stopped, false, 'what rests on it has no stop of its own');
	const mine = (await ask('/mijn/rechten?taal=nl', {headers: as(late).headers})).text;
	assert.match(mine, /Wat wacht.*Recht dat erop rust.*Recht met een noodstop/s);
	assert.match((await ask('/mijn/rechten?taal=nl', {headers: as(early).headers})).text, /Wat u krijgt.*Recht met een noodstop/s);
});

test('when another person lets it go on, who waited is decided on', async () => {
	assert.throws(() => lift(stopper, 'proefstop', 'Toch goed.'), /your_own_stop/);
	lift(lifter, 'proefstop', 'De datum klopt toch.');
	await until(() => states(late, 'proefstop') === 'granted' && states(late, 'proefrust') === 'granted', 'they are granted');
	await until(() => sql('select count(*) from grants.held') === '0', 'nobody waits any more');
	await decided();
	assert.doesNotMatch((await ask(`/rechten/proefstop?taal=nl&q=${unseen()}`)).text, /gestopt/);
});

test('nothing ends while it is stopped, not by another version either', async () => {
	const told = [early, late].map(letters);
	put(stopper, 'proefstop', 'Weer iets mis.');
	await published('proefstop.lua', rule('proefstop', 'Recht met een noodstop', born('1911-02-04')));
	sql(`insert into people.person_name (resident, given, family, from_day) select '${early}', 'Anders', '${family}', current_date
		on conflict do nothing`);
	const next = alone('1911-02-04');
	await decided();
	assert.deepEqual([states(early, 'proefstop'), states(late, 'proefrust'), states(next, 'proefstop')], ['granted', 'granted', '']);
	assert.deepEqual([early, late].map(letters), told, 'and nobody is written');
	lift(lifter, 'proefstop', 'De nieuwe versie is goed.');
	await until(() => [early, late].every((who) => states(who, 'proefstop') === 'ending' && states(who, 'proefrust') === 'ending')
		&& states(next, 'proefstop') === 'granted', 'then the new version decides');
});

test('a stop that is lifted at once loses nobody', async () => {
	put(stopper, 'proefstop', 'Per ongeluk.');
	const people = Array.from({length: 4}, () => alone('1911-02-04'));
	lift(lifter, 'proefstop', 'Het was per ongeluk.');
	await until(() => people.every((who) => states(who, 'proefstop') === 'granted'), 'all are granted');
	assert.equal(sql('select count(*) from grants.stuck'), '0');
});
