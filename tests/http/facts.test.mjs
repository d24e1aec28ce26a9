/* What databases deliver: taken over once, or not at all with what is wrong;
 * declared in files; followed from the register; and disputed by residents.
 */
import assert from 'node:assert/strict';
import {execFileSync, spawn} from 'node:child_process';
import {once} from 'node:events';
import fs from 'node:fs';
import test from 'node:test';
import {isDeepStrictEqual} from 'node:util';
import {ask, log, sql, submit, unharmed, until} from './lib.mjs';
import {conversation, hangUp} from './psql.mjs';
import {forget, signedResident} from './residents.mjs';
import {signIn, token} from './signed.mjs';

unharmed(test);

const dir = process.env.BELFORT_DIR;
const drop = `${dir}/drop/proef`, declared = `${dir}/sources/proef.ini`;
const json = {Accept: 'application/json'};
const staff = signIn({kind: 'staff', name: 'Bea Bron', rights: ['facts.see', 'facts.run', 'facts.dispute']});

/* What became pending since it was emptied: who decides takes it away. */
sql(`create table facts.waited (household text, from_day date);
	create function facts.waits() returns trigger language plpgsql security definer set search_path = facts as
		'begin insert into waited values (new.household, new.from_day); return null; end';
	create trigger waits after insert or update on facts.pending for each row execute function facts.waits();
	alter table facts.waited owner to belfort_facts; alter function facts.waits() owner to belfort_facts`);
test.after(() => sql('drop trigger waits on facts.pending; drop function facts.waits(); drop table facts.waited'));

const ini = `[source proef]
kind = file
${['title', 'purpose', 'basis'].flatMap((key) => ['nl', 'en', 'fr'].map((lang) => `${key}.${lang} = Proef (${lang})`)).join('\n')}
freshness = 30
retention = 100
complete = yes
folder = proef
quiet = 0
number = rrn
from = vanaf

[fact zorgpunten]
column = punten
combine = sum
absent = 0

[fact woonsituatie]
column = huis
combine = same
word.koop = eigenaar
word.huur = sociaal_gas..huurder
`;

/* The numbers of a hundred people of the demo city, each with a household of
 * their own. */
const rows = fs.readFileSync(`${dir}/people/inwoners.csv`, 'utf8').trim().split('\n').slice(1).map((line) => line.split(','));
const people = rows.filter((row) => row[12] === 'referentiepersoon' || row[13] === 'referentiepersoon').map((row) => row[1]).slice(0, 100);

const file = (each, heading = 'rrn,punten,huis,vanaf') => [heading, ...people.map(each)].join('\n') + '\n';
const plain = (number, n) => `${number},${n % 9},koop,2026-01-01`;

let made = 0;
/* As a service does it: written elsewhere, then moved. */
function put(text, name = `levering-${process.pid}-${++made}.csv`) {
	fs.writeFileSync(`${drop}/.half`, text);
	fs.chmodSync(`${drop}/.half`, 0o644);
	fs.renameSync(`${drop}/.half`, `${drop}/${name}`);
	return name;
}
const there = (name) => fs.existsSync(`${drop}/${name}`);
const delivery = (name) => JSON.parse(sql(`select coalesce((select to_json(d) from facts.delivery d where file = '${name}' and state <> 'reading' order by id desc limit 1), 'null')`));
const desk = async (path = '') => (await ask(`/beheer/bronnen${path}`, {headers: {...json, ...staff.headers}})).json;
const state = async () => (await desk()).rows.find((row) => row.name === 'proef');
async function taken(name) {
	await until(() => !there(name), `${name} is taken over`);
	return delivery(name);
}
async function refused(name) {
	await until(() => delivery(name)?.state === 'broken', `${name} is refused`);
	return delivery(name).faults[0];
}
const sum = () => Number(sql("select sum(v.low) from facts.value v join facts.fact f on f.number = v.fact where f.name = 'zorgpunten' and replaced is null and valid @> current_date"));
const expected = people.reduce((n, _, at) => n + at % 9, 0);

test.before(async () => {
	forget('Feitenproef');
	sql("delete from facts.delivery where file ~ '^(traag|zeker|leeg|kop|nul|quote|latijn|zip|twee|lang|sql|html|storm)'");
	fs.mkdirSync(drop, {recursive: true});
	fs.chmodSync(drop, 0o777);
	fs.writeFileSync(declared, ini);
	await until(() => sql("select count(*) from facts.source where name = 'proef' and ended is null") === '1', 'the source is declared');
	sql("select facts.declare(array['zorgpunten', 'woonsituatie', 'gezinsgrootte', 'geboortedatum'])");
});
test.after(async () => {
	hangUp();
	fs.rmSync(declared, {force: true});
	fs.rmSync(drop, {recursive: true, force: true});
	await until(() => sql("select count(*) from facts.source where name = 'proef' and ended is null") === '0', 'it is declared no more');
	sql("delete from facts.dispute; delete from facts.value where source = (select id from facts.source where name = 'proef'); select facts.declare('{}')");
	forget('Feitenproef');
});

test('a file that is good is taken over once, and is gone', async () => {
	const text = `${file(plain)}${numbered('000101', 999)},1,koop,2026-01-01\n`, name = put(text);
	const {state: how, rows: count, nobody} = await taken(name);
	assert.deepEqual({how, count, nobody}, {how: 'taken', count: 101, nobody: 1}, 'who is not in the register is counted');
	assert.equal(sum(), expected);
	put(text, name);
	await until(() => !there(name), 'the same file is gone again');
	assert.equal(sql(`select count(*) from facts.delivery where file = '${name}'`), '1', 'and was taken over once');
	assert.equal((await state()).state, 'good');
});

/* A number that proves itself, with a month that no calendar has. */
function numbered(day, serial) {
	const base = `${day.slice(0, 2)}${Number(day.slice(2, 4)) + 60}${day.slice(4)}${String(serial).padStart(3, '0')}`;
	return base + String(97 - Number(`2${base}`) % 97).padStart(2, '0');
}

test('a file that is being written is not read', async (t) => {
	const quiet = async (seconds) => {
		fs.writeFileSync(declared, ini.replace('quiet = 0', `quiet = ${seconds}`));
		await until(() => sql("select settings ->> 'quiet' from facts.source where name = 'proef'") === String(seconds));
	};
	t.after(() => quiet(0));
	await quiet(3600);
	fs.writeFileSync(`${drop}/traag.csv`, 'rrn,punten');
	fs.writeFileSync(`${drop}/.verborgen.csv`, file(plain));
	// Another one is taken over after them, so the folder was looked at.
	fs.writeFileSync(`${drop}/zeker.csv`, file(plain));
	fs.utimesSync(`${drop}/zeker.csv`, 1, 1);
	await until(() => !there('zeker.csv'), 'one that nobody wrote to for an hour is read');
	assert.ok(there('traag.csv') && there('.verborgen.csv'));
	assert.equal(delivery('traag.csv'), null, 'half a file is none');
	fs.writeFileSync(`${drop}/traag.csv`, file(plain));
	fs.utimesSync(`${drop}/traag.csv`, 1, 1);
	await until(() => !there('traag.csv'), 'when it is quiet it is read');
	fs.rmSync(`${drop}/.verborgen.csv`);
});

test('a file tells of somebody for several days, a row each', async () => {
	const days = ['2025-01-01', '2025-06-01', '2026-01-01'];
	await taken(put(file((number, n) => days.map((day, k) => `${number},${(n + k) % 9},koop,${day}`).join('\n'))));
	assert.equal(sql(`select count(*) || ' ' || count(distinct (v.resident, v.valid)) from facts.value v
		join facts.fact f on f.number = v.fact join facts.source s on s.id = v.source
		where s.name = 'proef' and f.name = 'zorgpunten' and v.replaced is null`), '300 300');
	sql("update facts.source set rows = 100 where name = 'proef'");
	await taken(put(file(plain)));
});

const wrong = {
	'a word that nobody declared': [(number, n) => `${number},1,${n === 4 ? 'kraak' : 'koop'},2026-01-01`, {code: 'value', line: 6, column: 'huis', text: 'kraak'}],
	'a value that is none': [(number, n) => `${number},${n === 7 ? 'veel' : 1},koop,2026-01-01`, {code: 'value', line: 9, column: 'punten', text: null}],
	'a value out of its range': [(number, n) => `${number},${n === 7 ? 99 : 1},koop,2026-01-01`, {code: 'value', line: 9, column: 'punten', text: null}],
	'a day that does not exist': [(number, n) => `${number},1,koop,2026-02-${n === 2 ? 30 : '01'}`, {code: 'day', line: 4, column: 'vanaf', text: null}],
	'a number that is none': [(number, n) => `${n === 3 ? '12345678901' : number},1,koop,2026-01-01`, {code: 'number', line: 5, column: 'rrn', text: null}],
	'somebody twice': [(number, n) => `${n === 9 ? people[0] : number},1,koop,2026-01-01`, {code: 'twice', line: 11, column: 'rrn', text: '2'}],
	'a row with too few cells': [(number, n) => `${number},1,koop${n === 3 ? '' : ',2026-01-01'}`, {code: 'width', line: 5, column: null, text: null}],
};
for (const [what, [each, fault]] of Object.entries(wrong))
	test(`${what} refuses the whole file, with its place`, async () => {
		const before = sum(), name = put(file(each));
		assert.deepEqual(await refused(name), fault);
		assert.ok(there(name), 'it stays where it is');
		assert.equal(sum(), before, 'nothing of it was taken over');
		const row = await state();
		assert.equal(row.state, 'broken');
		assert.equal(row.fault.file, name);
		assert.ok(row.since && row.believed > row.since.slice(0, 10), 'since when, and until when it is believed');
		fs.rmSync(`${drop}/${name}`);
		const good = put(file(plain).replace(/koop,2026-01-01\n$/, `koop,2026-01-${String(++made % 28 + 1).padStart(2, '0')}\n`));
		await taken(good);
		assert.equal((await state()).state, 'good', 'until a good one comes');
	});

test('what a source changes in its columns is named', async () => {
	const lacks = put(file((number) => `${number},koop,2026-01-01`, 'rrn,huis,vanaf'));
	assert.deepEqual(await refused(lacks), {code: 'column_missing', line: null, column: 'punten', text: null});
	fs.rmSync(`${drop}/${lacks}`);
	const more = put(file((number, n) => `${number},${n % 9},koop,2026-01-01,x`, 'rrn,punten,huis,vanaf,opmerking'));
	assert.deepEqual((await taken(more)).drift, [{code: 'column_new', text: 'opmerking'}]);
	assert.match((await ask('/beheer/bronnen', {headers: staff.headers})).text, /deze kolom is nieuw:[^]*opmerking/);
	const less = put(file(plain));
	assert.deepEqual((await taken(less)).drift, [{code: 'column_gone', text: 'opmerking'}]);
});

test('a complete file that is much smaller waits for somebody who says that it is right', async () => {
	const name = put(file(plain).split('\n').slice(0, 51).join('\n') + '\n');
	assert.deepEqual(await refused(name), {code: 'fell', line: null, column: null, text: '100 → 50'});
	assert.equal(sum(), expected, 'nobody lost anything');
	const csrf = await token('/beheer/bronnen/proef', staff.headers);
	const answer = await submit('/beheer/bronnen/proef/toch', {csrf, levering: delivery(name).id}, staff.headers);
	assert.equal(answer.status, 303);
	await taken(name);
	assert.equal(Number(sql("select count(*) from facts.value v join facts.fact f on f.number = v.fact where f.name = 'zorgpunten' and replaced is null and valid @> current_date")), 50);
	assert.equal(sql(`select accepted_by is not null from facts.delivery where file = '${name}' and state = 'taken'`), 't', 'and it is kept who said so');
	await taken(put(file(plain)));
	assert.equal(sum(), expected);
});

test('garbage is refused, and told, and nothing falls over', async () => {
	const bytes = {
		'leeg.csv': '', 'kop.csv': 'rrn,punten,huis,vanaf\n', 'nul.csv': 'rrn,punten,huis,vanaf\n\0\0\0\n',
		'quote.csv': `rrn,punten,huis,vanaf\n"${people[0]},1,koop\n`, 'latijn.csv': Buffer.from([0x72, 0x72, 0x6e, 0x2c, 0xe9, 0x0a]),
		'zip.csv.gz': Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 1, 2, 3]), 'twee.csv': 'rrn,punten,punten,huis,vanaf\n',
		'lang.csv': `rrn,punten,huis,vanaf\n${'x'.repeat(5 << 20)}\n`, 'sql.csv': `rrn,punten,huis,vanaf\n${people[0]},1);drop table facts.value;--,koop,2026-01-01\n`,
		'html.csv': `rrn,punten,huis,vanaf\n${people[0]},1,<script>alert(1)</script>,2026-01-01\n`,
	};
	for (const [name, text] of Object.entries(bytes))
		put(text, name);
	for (const name of Object.keys(bytes))
		assert.ok((await refused(name)).code, name);
	assert.equal(sum(), expected);
	const page = await ask('/beheer/bronnen/proef', {headers: staff.headers});
	assert.equal(page.status, 200);
	assert.doesNotMatch(page.text, /<script>alert/);
	for (const number of people)
		assert.ok(!page.text.includes(number), 'no number of anybody is on the page');
	for (const name of Object.keys(bytes))
		fs.rmSync(`${drop}/${name}`);
	await taken(put(file(plain) + '\n'));
});

test('a file may be called what it likes, and one that leads elsewhere is not read', async (t) => {
	const odd = Buffer.concat([Buffer.from(`${drop}/gezin_`), Buffer.from([0xeb]), Buffer.from('.csv')]);
	t.after(() => fs.rmSync(odd, {force: true}));
	fs.writeFileSync(`${drop}/.half`, file(plain));
	fs.renameSync(`${drop}/.half`, odd);
	await until(() => !fs.existsSync(odd), 'one whose name is not UTF-8 is taken over');
	fs.writeFileSync(`${drop}/.elders`, file((number) => `${number},8,koop,2026-01-01`));
	fs.symlinkSync('.elders', `${drop}/link.csv`);
	await taken(put(file(plain), 'na-link.csv'));
	assert.ok(fs.lstatSync(`${drop}/link.csv`).isSymbolicLink(), 'it stays');
	assert.equal(delivery('link.csv'), null);
	assert.equal(sum(), expected);
	fs.rmSync(`${drop}/link.csv`);
	fs.rmSync(`${drop}/.elders`);
});

test('a file that comes in the place of one that is being taken over is not lost', async () => {
	const held = conversation(), name = put(file((number) => `${number},1,koop,2026-01-01`));
	await held.say('begin; lock table facts.incoming in exclusive mode');
	await until(() => sql("select count(*) from pg_locks where relation = 'facts.incoming'::regclass and not granted") === '1', 'it is being taken over');
	put(file(plain), name);
	await held.say('commit');
	await held.close();
	await until(() => sql(`select count(*) from facts.delivery where file = '${name}' and state = 'taken'`) === '2', 'both are taken over');
	assert.ok(!there(name));
	assert.equal(sum(), expected);
});

test('no number of a person is kept, and none is in the log', () => {
	const digits = people[3].replace(/\D/g, '');
	const log = fs.readFileSync(`${dir}/log/belfort.log`, 'utf8');
	for (const number of [people[3], digits]) {
		assert.equal(sql(`select (select count(*) from facts.value v where strpos(v::text, '${number}') > 0)
			+ (select count(*) from facts.delivery d where strpos(d::text, '${number}') > 0)`), '0');
		assert.ok(!log.includes(number));
	}
	assert.equal(sql('select count(*) from facts.staging') + sql('select count(*) from facts.incoming'), '00');
});

/* {fact: {absent, words}} of a file of the demo city. */
function demo(name) {
	const facts = {};
	let at;
	for (const line of fs.readFileSync(`${process.env.BELFORT_TREE}/demo/sources/${name}.ini`, 'utf8').split('\n')) {
		at = /^\[fact (\w+)\]/.exec(line)?.[1] ?? at;
		const [, key, value] = /^(absent|word\.\w+) = (.*)/.exec(line) ?? [];
		if (at && key)
			(facts[at] ??= []).push({key, value});
	}
	return facts;
}

test('what silence means at the social service of the demo city contradicts no answer of another service', () => {
	const range = (value) => JSON.parse(sql(`select facts.place(f, '${value}') from facts.fact f where name = 'statuut'`));
	const absent = range(demo('sociale-dienst').statuut.find(({key}) => key === 'absent').value), answers = demo('magda').statuut;
	assert.equal(answers.length, 2);
	for (const {key, value} of answers)
		assert.ok(range(value)[0] <= absent[1] && range(value)[1] >= absent[0], key);
});

test('what is declared is checked, told with file and line, and the good one stays', async () => {
	const bad = {
		[ini.replace('column = punten', 'column = punten\nkleur = rood')]: ['ini_key', 'kleur', 22],
		[ini.replace('kind = file', 'kind = fax')]: ['ini_value', 'kind', 2],
		[ini.replace('zorgpunten', 'bestaat_niet')]: ['fact_unknown', 'bestaat_niet', 20],
		[ini.replace('word.koop = eigenaar', 'word.koop = kasteel')]: ['word_unknown', 'kasteel', 25],
		[ini.replace('complete = yes', 'complete = no')]: ['absent_not_complete', 'zorgpunten', 20],
		[ini.replace('title.fr = Proef (fr)\n', '')]: ['ini_lacks', 'title.', 1],
		['geen sectie\n' + ini]: ['ini_line', '', 1],
		[ini.replace('retention = 100', 'retention = 0')]: ['ini_value', 'retention', 13],
		[ini.replace('freshness = 30', 'freshness = 3651')]: ['ini_value', 'freshness', 12],
		[ini.replace(/\[fact woonsituatie\][^]*/, '[fact zorgpunten]\ncolumn = huis\ncombine = sum\n')]: ['fact_twice', 'zorgpunten', 25],
		[ini.replace('[source proef]', '[source said]')]: ['source_ours', 'said', 1],
		[ini.replace('[fact woonsituatie]', '[fact woonsituati\xeb]')]: ['ini_utf8', '', 25],
		[ini.replace('word.huur', 'word.g\xeber')]: ['ini_utf8', '', 29],
	};
	for (const [text, [code, what, line]] of Object.entries(bad)) {
		fs.writeFileSync(declared, Buffer.from(text, 'latin1'));
		await until(async () => {
			const {fault} = await desk();
			return isDeepStrictEqual([fault?.code, fault?.file, fault?.text, fault?.line], [code, 'proef.ini', what, line]);
		}, `${code} ${what} on line ${line}`);
		assert.equal(sql("select count(*) from facts.offer o join facts.source s on s.id = o.source where s.name = 'proef'"), '2');
	}
	assert.match((await ask('/beheer/bronnen', {headers: staff.headers})).text, /proef\.ini:29/);
	fs.writeFileSync(declared, `\ufeff${ini}`);
	await until(async () => !(await desk()).fault, 'it is mended, with a mark that some editors put before it');
	fs.writeFileSync(declared, ini);
});

test('what the database could not take over of it is tried again', async () => {
	const holder = conversation(), from = log.where('belfort'), known = () => sql("select freshness from facts.source where name = 'proef'");
	await holder.say('begin; lock table facts.offer in share mode');
	fs.writeFileSync(declared, ini.replace(/freshness = \d+/, 'freshness = 77'));
	await until(() => /event=job_failed job=facts\.declare/.test(log.since('belfort', from)), 'it waited too long');
	assert.notEqual(known(), '77');
	await holder.say('rollback');
	await until(() => known() === '77', 'it is in force after all');
	fs.writeFileSync(declared, ini);
	await until(() => known() !== '77', 'as it was');
});

test('everybody may read which databases are used, and what for', async () => {
	const page = await ask('/bronnen');
	assert.match(page.text, /Proef \(nl\)[^]*het aantal punten voor uw zorgnood[^]*100 dagen/);
	assert.match(page.text, /<h2>Wat u zelf zei[^]*wat u op onze vragen antwoordde/);
});

/* --- the register ---------------------------------------------------------- */

const serial = () => Number(sql('select people.register_serial()')) + 1;
const columns = 'volgnummer,soort,datum,rijksregisternummer,vorig_nummer,naam,voornamen,geboortedatum,straat,huisnummer,bus,postcode,referentieadres,gezin,gezinsrol,rekening,einde_reden';
function changes(...lines) {
	const path = `${dir}/people/proef-${serial()}.csv`, nr = serial();
	fs.writeFileSync(path, [columns, ...lines.map((line) => `${nr},${line}`)].join('\n') + '\n');
	return path;
}
const home = `FP${process.pid}`;
const born = (n, role = 'kind', day = '2026-11-01') => `nieuw,${day},${numbered(day.slice(2).replaceAll('-', ''), n)},,Feitenproef,Roos,${day},Nergensstraat,1,,9000,,${home},${role},,`;
const fact = (household, name) => sql(`select low from facts.of('${household}', current_date) where fact = '${name}'`);

test('a child in the register is in the facts of its household, and makes it pending', async () => {
	execFileSync('belfort', ['import', 'people', changes(born(1, 'referentiepersoon', '2004-01-01'))]);
	await until(() => sql(`select exists (select from facts.known where household = '${home}')
		and not exists (select from facts.pending where household = '${home}')`) === 't', 'the household is known, and decided on');
	sql('delete from facts.waited');
	execFileSync('belfort', ['import', 'people', changes(born(2))]);
	await until(() => sql(`select min(from_day) from facts.waited where household = '${home}'`) === '2026-11-01', 'it waits for a decision from that day on');
	assert.equal(fact(home, 'gezinsgrootte'), '2');
	assert.equal(sql(`select count(*) from facts.of('${home}', current_date) where fact = 'geboortedatum'`), '2');
	assert.equal(sql(`select count(*) from facts.of('${home}', date '2026-10-31') where fact = 'geboortedatum'`), '1', 'of the day before it is not');
});

test('an import that is killed loses no change, and none comes twice', async () => {
	for (let n = 0; n < 10; n++) {
		const path = changes(born(10 + n, 'kind', `2026-10-${String(n + 10)}`));
		const child = spawn('belfort', ['import', 'people', path], {stdio: 'ignore'});
		const over = once(child, 'exit');
		await until(() => child.exitCode !== null || sql("select count(*) from pg_stat_activity where query ~ 'import_finish|copy people' and pid <> pg_backend_pid()") >= String(n % 2), 'it is at work');
		child.kill('SIGKILL');
		await over;
		execFileSync('belfort', ['import', 'people', path], {stdio: 'ignore'});
	}
	await until(() => fact(home, 'gezinsgrootte') === '12', 'all children are there');
	await until(() => sql('select count(*) from people.change') === '0');
	assert.equal(packedApart(), '00');
});

/* Households of which what is packed is not what is known; of() of some. */
const apart = (told, where) => sql(`select count(*) from (
	(select k.household, n.name, u.low::bigint, u.high::bigint from facts.known k cross join facts.unpack(k.packed) u join facts.named n on n.number = u.fact where ${where})
	except (${told})) a full join ((${told}) except
	select k.household, n.name, u.low, u.high from facts.known k cross join facts.unpack(k.packed) u join facts.named n on n.number = u.fact) b using (household)`);
const packedApart = () => apart(`select c.household, n.name, c.low::bigint, c.high::bigint from facts.combined(null, current_date) c join facts.named n on n.number = c.fact where c.resident is null`, 'true')
	+ apart(`select k.household, o.fact, o.low, o.high from (select household from facts.known where household < 'G12' order by household limit 20) k cross join lateral facts.of(k.household, current_date) o where o.resident is null`,
		"household in (select household from facts.known where household < 'G12' order by household limit 20)");

const worker = () => /.*pool=jobs pid=(\d+) event=(?:rules|job|ready)/gs.exec(fs.readFileSync(`${dir}/log/belfort.log`, 'utf8'))?.[1];

test('background work that is killed while it reads takes a file over once', async () => {
	for (let n = 0; n < 5; n++) {
		const name = put(file((number, at) => `${number},${(at + n) % 9},koop,2026-${String(n + 2).padStart(2, '0')}-01`));
		await until(() => !there(name) || sql(`select count(*) from facts.delivery where file = '${name}'`) === '1', 'it is being read');
		try {
			process.kill(Number(worker()), 'SIGKILL');
		} catch (gone) {
			assert.equal(gone.code, 'ESRCH');
		}
		await taken(name);
		assert.equal(sql(`select count(*) from facts.delivery where file = '${name}' and state = 'taken'`), '1');
		assert.equal(sum(), people.reduce((total, _, at) => total + (at + n) % 9, 0));
	}
	assert.equal(sql(`select count(*) from facts.value a join facts.value b on b.resident = a.resident and b.fact = a.fact and b.source = a.source and b.id > a.id
		and a.replaced is null and b.replaced is null and a.valid && b.valid`), '0');
});

test('background work that is killed while it renews what is known of everybody goes on where it was', async () => {
	for (let n = 0; n < 3; n++) {
		sql("update facts.packed set bytes = ''; update facts.refreshed set mark = null; notify belfort_jobs, 'facts'");
		await until(() => sql('select upto is not null or facts.whole() from facts.refreshed') === 't', 'a share is kept');
		try {
			process.kill(Number(worker()), 'SIGKILL');
		} catch (gone) {
			assert.equal(gone.code, 'ESRCH');
		}
		await until(() => sql('select facts.whole()') === 't', 'all is renewed');
		assert.equal(packedApart(), '00');
	}
});

test('fifty at once write what they know while that of everybody is renewed: nothing is lost, and nothing is half', async () => {
	const macs = sql(`select json_agg(encode(mac, 'hex')) from (select r.mac from people.resident r join people.household_member m on m.resident = r.id and m.until is null where r.mac is not null order by r.id limit 60) t`);
	sql(`insert into facts.source (name, kind, title, purpose, basis, freshness, retention, settings) select 'storm_' || n, 'file', '{}', '{}', '{}', 30, 100, '{"number": "rrn"}' from generate_series(1, 50) n;
		insert into facts.offer (source, fact, heading) select s.id, f.number, 'punten' from facts.source s, facts.fact f where s.name like 'storm_%' and f.name = 'zorgpunten';
		delete from facts.waited`);
	const one = async (n) => {
		const talk = conversation();
		for (let round = 0; round < 3; round++) {
			const id = JSON.parse(await talk.say(`select facts.delivery_begin('storm_${n}', 'storm.csv', '${'0'.repeat(58)}${String(n).padStart(3, '0')}${String(round).padStart(3, '0')}')`)).delivery;
			await talk.say(`select facts.delivery_rows(${id}, (select json_agg(json_build_object('line', at + 1, 'mac', mac, 'cells', json_build_object('punten', '5'))) from json_array_elements_text('${macs}') with ordinality g(mac, at) where at % 7 = ${(n + round) % 7}))`);
			if (n % 10 === 0)
				await talk.say('update facts.refreshed set mark = null');
			for (let again = true; again;) {
				try {
					await talk.say(`select facts.delivery_done(${id}, '["rrn", "punten"]')`);
					again = false;
				} catch {
					assert.fail('a writer is refused');
				}
			}
		}
		await talk.close();
	};
	await Promise.all(Array.from({length: 50}, (_, n) => one(n + 1)));
	assert.equal(sql("select count(*) from facts.delivery where file = 'storm.csv' and state = 'taken'"), '150');
	await until(() => sql('select facts.whole()') === 't', 'all is renewed');
	assert.equal(packedApart(), '00', 'what is packed is what is known');
	assert.equal(sql(`select count(distinct h.household) from facts.value v join facts.source s on s.id = v.source and s.name like 'storm_%'
		join people.household_member h on h.resident = v.resident and h.until is null where not exists (select from facts.waited p where p.household = h.household)`), '0', 'each household that changed is to be decided on');
	sql(`delete from facts.value where source in (select id from facts.source where name like 'storm_%'); delete from facts.delivery where file = 'storm.csv';
		delete from facts.offer where source in (select id from facts.source where name like 'storm_%'); delete from facts.source where name like 'storm_%'`);
	await until(() => sql('select facts.whole()') === 't', 'what they said is known no more');
});

/* --- residents -------------------------------------------------------------- */

test('a resident tells what is wrong once, a colleague answers, and the look is in the log', async () => {
	const who = signedResident({family: 'Feitenproef', given: 'Lot'});
	sql(`insert into people.household_member (resident, household, role, from_day) values ('${who.resident}', 'FPX', 'kind', '2020-01-01');
		insert into facts.value (fact, source, resident, low, high, valid) select f.number, s.id, '${who.resident}', 3, 3, '[2026-01-01,)' from facts.fact f, facts.source s where f.name = 'zorgpunten' and s.name = 'proef'`);
	const mine = (await ask('/mijn/feiten', {headers: {...json, ...who.headers}})).json;
	assert.deepEqual(mine.own.map(({name, low, source}) => ({name, low, source})), [{name: 'zorgpunten', low: 3, source: 'Proef (nl)'}]);
	assert.deepEqual(mine.home, [], 'what is known of the household is for who answers for it');
	const csrf = await token('/mijn/feiten', who.headers);
	const say = (feit) => submit('/mijn/feiten', {csrf, feit, tekst: 'Het zijn er vier.'}, who.headers);
	assert.equal((await say('woonsituatie')).status, 404, 'what nobody says of them is not wrong');
	assert.equal((await say('zorgpunten')).status, 303);
	assert.equal((await say('zorgpunten')).status, 409);
	const page = await ask('/beheer/bronnen/vragen', {headers: staff.headers});
	assert.match(page.text, /Lot Feitenproef[^]*Het zijn er vier/);
	assert.equal(sql(`select count(*) from access.entry e join belfort.look l on l.id = e.look where l.name = 'facts.dispute' and subject = '${who.resident}' and actor = '${staff.account}'`), '1');
	const id = sql(`select id from facts.dispute where resident = '${who.resident}'`);
	const answer = (fields) => submit(`/beheer/bronnen/vragen/${id}`, {csrf: /name="csrf" value="([^"]+)"/.exec(page.text)[1], ...fields}, staff.headers);
	assert.equal((await answer({besluit: 'mended'})).status, 422, 'an answer has a reason');
	assert.equal((await answer({besluit: 'mended', antwoord: 'De dienst verbetert het.'})).status, 303);
	assert.equal((await answer({besluit: 'right', antwoord: 'Toch niet.'})).status, 409, 'once');
	const [told] = (await ask('/mijn/feiten', {headers: {...json, ...who.headers}})).json.told;
	assert.deepEqual([told.answer, told.mended], ['De dienst verbetert het.', true]);
	assert.equal(sql(`select count(*) from people.message where account = '${who.account}'`), '1', 'and a message tells them');
	assert.ok(sql(`select facts.about('${who.account}', '${who.resident}')`).includes('Het zijn er vier'), 'it is in what is kept about them');
});
