/* What is there for me: one question at a time, and nothing of it kept. */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import test from 'node:test';
import {ask, house, log, sql, submit, unharmed, until, unseen} from './lib.mjs';
import {begin, confirm, end, files, save, settled, state, version} from './benefits.mjs';
import {conversation, hangUp} from './psql.mjs';
import {signIn, token} from './signed.mjs';

unharmed(test);

const page = '/rechten/wat-is-er-voor-mij';
const own = ['feiten.lua', 'huisvuil.lua', 'toeslag65.lua'];
const checker = signIn({kind: 'staff', name: 'Bo Kijkt', rights: ['benefits.confirm'], signed: 'now()'});
const day = (days) => new Date(Date.now() + days * 86400000).toISOString().slice(0, 10);

/* In how many lines of all that the database keeps. */
const dumped = (pattern) => house('call_as', 'belfort-pg', 'sh', '-c',
	`pg_dump -h ${process.env.BELFORT_DIR}/run -U postgres --data-only belfort 2>/dev/null | grep -cE '${pattern}'; true`).trim();

test.before(async () => {
	await begin();
	confirm(checker, own);
});
test.after(end);
test.after(hangUp);

const said = (fields, headers = {}) => submit(page, fields, {'Accept-Language': 'nl', ...headers});
const told = async (fields) => (await said(fields, {Accept: 'application/json'})).json;
const codes = (group) => (group?.rows ?? []).map(({code}) => code);
const groups = ({rights}) => Object.fromEntries(Object.entries(rights).filter(([, group]) => group)
	.map(([name, group]) => [name, codes(group)]));
const right = (doc, code) => Object.values(doc.rights).flatMap((group) => group?.rows ?? []).find((row) => row.code === code);
const hidden = (text) => Object.fromEntries([...text.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)]
	.map(([, name, value]) => [name, value]));

/* The way of a visitor: each answer goes with the hidden fields of the page. */
async function walk(answers, from = {}) {
	let fields = from, answer;
	for (let n = 0; n < 20; n++) {
		answer = await said(fields);
		assert.equal(answer.status, 200, answer.text);
		const travels = hidden(answer.text);
		if (!answer.text.includes('class="question"'))
			return answer;
		assert.ok(travels.vraag in answers, `it asks for ${travels.vraag}`);
		fields = {antwoorden: travels.antwoorden, versie: travels.versie, vraag: travels.vraag, ...answers[travels.vraag]};
	}
	throw new Error('the questions do not end');
}

const household = {
	statuut: {antwoord: 'igo'}, schuldhulp: {antwoord: 'nee'}, ten_laste: {antwoord: '3'},
	bruto_jaar: {antwoord: '12.345,67'}, geboren: {dag: '1', maand: '2', jaar: '1950'},
};

test('one question at a time, until all is certain', async () => {
	const {text} = await walk(household);
	assert.match(text, /<h1>Wat er voor u is<\/h1>/);
	for (const part of ['Gratis huisvuilzakken', '€\u00a0157,50 per jaar', 'Breng uw kaart mee', 'inkomensgarantie voor ouderen',
		'dat antwoordde u vandaag', 'uw ziekenfonds', 'Galileelaan 5', 'https://www.riziv.fgov.be/', '/afspraak'])
		assert.ok(text.includes(part), part);
	assert.match(text, /versie \d+ van onze regels/);
});

test('what is certain shows at once, and an amount as a range', async () => {
	const doc = await told({vraag: 'statuut', antwoord: 'igo'});
	assert.deepEqual(groups(doc), {yes: ['huisvuil'], likely: ['vt'], open: ['toeslag65']});
	const {amount} = right(doc, 'huisvuil');
	assert.deepEqual([amount.low, amount.high, amount.per], [6300, 18900, {year: true}]);
	assert.equal(doc.done, false);
	const [because] = right(await told({vraag: 'geboren', dag: '1', maand: '2', jaar: '1950'}), 'toeslag65').reasons;
	assert.match(because.text, /^de leeftijd \(\d+\) .* 65$/, 'with the values that were compared');
	assert.equal(because.holds, true);
	const more = await told({antwoorden: doc.answers, vraag: 'ten_laste', antwoord: '2'});
	assert.deepEqual([right(more, 'huisvuil').amount.low, right(more, 'huisvuil').amount.high], [12600, 12600]);
	assert.deepEqual(right(more, 'huisvuil').used.map(({value}) => value), ['inkomensgarantie voor ouderen', '2']);
});

test('no answer is in an address, a log, a cookie or the database', async () => {
	const from = {belfort: log.where('belfort'), nginx: log.where('nginx')};
	const secret = '31234.56';
	const answer = await said({antwoorden: 'statuut=igo', vraag: 'bruto_jaar', antwoord: secret});
	assert.equal(answer.headers['cache-control'], 'no-store');
	assert.equal(answer.headers['set-cookie'], undefined);
	assert.equal(answer.headers.location, undefined);
	assert.ok(answer.text.includes(`bruto_jaar=${secret}`), 'it travels in the form');
	for (const [, address] of answer.text.matchAll(/(?:href|action|formaction|src)="([^"]*)"/g))
		assert.ok(!/statuut|igo|31234/.test(address), address);
	await until(() => /wat-is-er-voor-mij/.test(log.since('belfort', from.belfort)), 'it is logged');
	for (const [name, start] of Object.entries(from))
		assert.ok(!/31234|statuut|igo\b/.test(log.since(name, start)), name);
	assert.equal(dumped('31234[.,]?56'), '0');
	assert.notEqual(dumped('vt[.]lua'), '0', 'this is how it would be found');
});

test('an address with answers is the page without them', async () => {
	const {text} = await ask(`${page}?antwoorden=statuut%3Digo&vraag=statuut&q=${unseen()}`, {headers: {'Accept-Language': 'nl'}});
	assert.match(text, /Begin<\/button>/);
	assert.ok(!text.includes('igo'));
});

test('back, change, stop, and what is not known', async () => {
	const two = {antwoorden: 'statuut=igo ten_laste=4'};
	const back = await told({...two, vraag: 'geboren', doe: 'terug'});
	assert.deepEqual([back.answers, back.asking.name, back.asking.value], ['statuut=igo', 'ten_laste', '4']);
	const change = await told({...two, vraag: 'geboren', wijzig: 'statuut'});
	assert.deepEqual([change.answers, change.asking.name], ['ten_laste=4', 'statuut']);
	const born = await said({antwoorden: 'geboren=1950-02-01', wijzig: 'geboren'});
	assert.match(born.text, /name="dag"[^>]* value="01"/);
	const stop = await told({...two, vraag: 'geboren', doe: 'stop'});
	assert.equal(stop.done, true);
	assert.deepEqual(codes(stop.rights.open), ['toeslag65']);
	const unknown = await told({...two, vraag: 'geboren', doe: 'weetniet'});
	assert.equal(unknown.answers, 'statuut=igo ten_laste=4 geboren=?');
	assert.equal(unknown.done, true, 'and it is asked no more');
	assert.deepEqual([codes(unknown.rights.inquiry), unknown.rights.open], [['toeslag65'], null], 'but it is not a no: somebody looks at it');
	const nothing = await walk(Object.fromEntries(Object.keys(household).map((name) => [name, {doe: 'weetniet'}])));
	assert.match(nothing.text, /Dit moet iemand met u bekijken/);
	assert.match(nothing.text, /nog niets dat zeker voor u is/);
	assert.ok(!/Misschien voor u|Ga verder met de vragen/.test(nothing.text), 'no question is left');
	assert.ok(!/<h2>Dit is voor u|<h2>Nu niet voor u/.test(nothing.text), 'who knows nothing gets no yes and no no');
});

test('who stops goes on where it was, and reads why each question comes', async () => {
	const stopped = await said({antwoorden: 'geboren=1950-02-01', doe: 'stop'});
	assert.match(stopped.text, /<button class="main">Ga verder met de vragen<\/button>/);
	assert.match(stopped.text, /Misschien voor u/);
	const on = await told({antwoorden: 'geboren=1950-02-01', vraag: ''});
	assert.equal(on.asking.name, 'statuut');
	assert.deepEqual(on.asking.matters, {rows: [{title: 'Gratis huisvuilzakken', first: true}, {title: 'Verhoogde tegemoetkoming', first: false}], more: null});
	assert.match((await said({antwoorden: 'geboren=1950-02-01'})).text, /We vragen dit voor: Gratis huisvuilzakken, Verhoogde tegemoetkoming</);
});

test('amounts and days as people write them', async () => {
	const amounts = {'1250': '1250', '1250,5': '1250.50', '1250.50': '1250.50', '1.250,50': '1250.50', '1 250,50': '1250.50',
		'1,250.50': '1250.50', '1.250': '1250', '€ 1250': '1250', '1250 euro': '1250', '25.630,67': '25630.67', '0': '0',
		'ongeveer 2000': '2000', 'environ 2 000,50 €': '2000.50', '± 1.250,50': '1250.50'};
	for (const [written, meant] of Object.entries(amounts))
		assert.equal((await told({vraag: 'bruto_jaar', antwoord: written})).answers, `bruto_jaar=${meant}`, written);
	for (const wrong of ['', 'veel', '-5', '12,5,0', '1250,505', '1.25.0', '12.34.567', '600000', '9'.repeat(40), '1e5', '1250=', '0x10', '٣'])
		assert.equal((await said({vraag: 'bruto_jaar', antwoord: wrong})).status, 422, wrong);
	const born = {dag: '5', maand: '07', jaar: '1980'};
	assert.equal((await told({vraag: 'geboren', ...born})).answers, 'geboren=1980-07-05');
	for (const wrong of [{dag: '31', maand: '2'}, {jaar: '80'}, {jaar: '2999'}, {dag: ''}, {maand: 'juli'}, {dag: '-1'}])
		assert.equal((await said({vraag: 'geboren', ...born, ...wrong})).status, 422, JSON.stringify(wrong));
	for (const wrong of ['1.5', '13', '-1', 'drie'])
		assert.equal((await said({vraag: 'ten_laste', antwoord: wrong})).status, 422, wrong);
	for (const [vraag, wrong] of [['schuldhulp', 'misschien'], ['statuut', 'koning'], ['statuut', '']])
		assert.equal((await said({vraag, antwoord: wrong})).status, 422, `${vraag} ${wrong}`);
});

test('who does not know an amount exactly says between which it lies', async () => {
	const asked = await told({vraag: 'bruto_jaar', doe: 'toon'});
	const [low, high] = asked.asking.stretches.rows.map(({value}) => value);
	assert.deepEqual([low, high], ['0.00..25630.67', '25630.68..500000.00'], 'what turns something parts them');
	const doc = await told({vraag: 'bruto_jaar', schijf: low});
	assert.deepEqual([doc.answers, codes(doc.rights.likely)], [`bruto_jaar=${low}`, ['vt']]);
	assert.deepEqual(codes((await told({antwoorden: `bruto_jaar=${high} statuut=geen`})).rights.unlikely), ['vt']);
	const {text} = await said({antwoorden: `bruto_jaar=${low}`, doe: 'stop'});
	assert.match(text, /hoogstens €\u00a025\.630,67/, 'and reads it back');
	const again = await told({antwoorden: `bruto_jaar=${low}`, wijzig: 'bruto_jaar'});
	assert.deepEqual([again.asking.value, again.asking.stretches.rows.length], [undefined, 2]);
	for (const schijf of ['5..1', '0..', '..5', '..', 'a..b', '0..1..2', '0..99999999', '-1..5', '0..5 ', '0..5=', '?'])
		assert.equal((await said({vraag: 'bruto_jaar', schijf})).status, 422, schijf);
	for (const wrong of [{vraag: 'ten_laste', schijf: '0..5'}, {vraag: 'ten_laste', antwoord: '0..5'}, {vraag: 'bruto_jaar', antwoord: '0..5'}])
		assert.equal((await said(wrong)).status, 422, JSON.stringify(wrong));
	assert.equal((await told({antwoorden: 'ten_laste=0..5'})).answers, '', 'of an amount only');
	assert.equal(asked.asking.is.euro, true);
	assert.equal((await told({vraag: 'ten_laste', doe: 'toon'})).asking.stretches, null);
});

test('a wrong answer: the same question, what was typed, a sentence', async () => {
	const {status, text} = await said({antwoorden: 'statuut=geen', vraag: 'bruto_jaar', antwoord: 'veel <b>'});
	assert.equal(status, 422);
	assert.match(text, /<a href="#veld-antwoord">Uw antwoord<\/a>: Schrijf een bedrag in euro/);
	assert.match(text, /id="veld-antwoord"[^>]*aria-invalid="true" value="veel &lt;b&gt;"/);
	assert.match((await said({vraag: 'schuldhulp', doe: 'toon'})).text, /role="group" aria-labelledby="de-vraag" aria-describedby="hulp"/);
	assert.match(text, /name="antwoorden" value="statuut=geen"/, 'nothing else is lost');
	const {status: bare, json} = await said({vraag: 'ten_laste', antwoord: 'x'}, {Accept: 'application/json'});
	assert.deepEqual([bare, json.errors[0].name], [422, 'antwoord'], 'for programs too');
});

test('an answer that contradicts another one is asked again, and the other one stays', async () => {
	const [own, others] = ['kinderen', ['babys', 'kleuters']];
	const fact = (name, more = '') => `${name} = { soort = "aantal 0..6", bron = "RR", ${more}
		naam = { nl = "het aantal ${name}", en = "the number of ${name}", fr = "le nombre de ${name}" }, vraag = { nl = "Hoeveel ${name}?", en = "How many?", fr = "Combien ?" } },`;
	save('feiten.lua', files['feiten.lua'].trimEnd().replace(/\}$/, `${fact(own, 'som_van = { "babys", "kleuters" },')} ${others.map((name) => fact(name)).join(' ')} }\n`));
	save('kind.lua', `regel { code = "kind", titel = { nl = "Kind", en = "Child", fr = "Enfant" }, bron = { "Stad" }, bevoegd = "stad", per = "gezin",
		toekenning = "op vraag", feiten = { "kinderen", "babys" }, recht = alle_van { minstens(feit.kinderen, 2), minstens(feit.babys, 1) } }\n`);
	await settled();
	const {status, text} = await said({antwoorden: 'kinderen=1 statuut=igo', vraag: 'babys', antwoord: '3'});
	assert.equal(status, 422);
	assert.match(text, /Dit past niet bij wat u eerder antwoordde/);
	assert.match(text, /<h1[^>]*>Hoeveel babys\?[^]*id="veld-antwoord"[^>]* value="3"/, 'with what was typed for it');
	assert.match(text, /name="antwoorden" value="kinderen=1 statuut=igo"/);
	fs.rmSync(`${process.env.BELFORT_DIR}/rules/benefits/kind.lua`);
	save('feiten.lua', files['feiten.lua']);
	await settled();
});

test('what nobody confirmed says so, and is never a yes', async () => {
	const doc = await told({vraag: 'statuut', antwoord: 'leefloon'});
	assert.deepEqual(codes(doc.rights.likely), ['vt']);
	assert.equal(right(doc, 'vt').confirmed, false);
	assert.match((await said({antwoorden: 'statuut=leefloon', doe: 'stop'})).text, /Waarschijnlijk voor u.*niemand bevestigde deze regels/s);
	assert.match((await ask(`/rechten/vt?q=${unseen()}`)).text, /Niet bevestigd voor vandaag/);
	assert.ok(!/Niet bevestigd/.test((await ask(`/rechten/huisvuil?q=${unseen()}`)).text));
	assert.deepEqual(codes((await told({antwoorden: 'statuut=geen bruto_jaar=90000'})).rights.unlikely), ['vt'], 'nor a no');

	await test.test('also not by two people, while the file itself does not say that its figures hold', async () => {
		confirm(checker, ['vt.lua']);
		assert.deepEqual(codes((await told({vraag: 'statuut', antwoord: 'leefloon'})).rights.likely), ['vt']);
	});
	await test.test('and a file that changed waits for its second person again', async () => {
		save('huisvuil.lua', `${files['huisvuil.lua'].replace('94.50', '95.50')}-- ${unseen()}\n`);
		await settled();
		assert.deepEqual(groups(await told({vraag: 'statuut', antwoord: 'igo'})).yes, undefined);
		confirm(checker, ['huisvuil.lua']);
		assert.deepEqual(groups(await told({vraag: 'statuut', antwoord: 'igo'})).yes, ['huisvuil']);
		save('huisvuil.lua', files['huisvuil.lua']);
		await settled();
		assert.deepEqual(groups(await told({vraag: 'statuut', antwoord: 'igo'})).yes, ['huisvuil'], 'the old text was confirmed');
	});
	await test.test('and so do all rules when the facts changed', async () => {
		save('feiten.lua', `${files['feiten.lua']}-- Eén regel meer.\n`);
		await settled();
		assert.deepEqual(groups(await told({vraag: 'statuut', antwoord: 'igo'})).yes, undefined);
		save('feiten.lua', files['feiten.lua']);
		await settled();
	});
});

test('a right of the city that rests on what nobody confirmed is never a yes', async () => {
	const {'vt.lua': vt, 'toeslag65.lua': city} = files;
	const resting = {
		'asks the right': city.replace('minstens(leeftijd(feit.geboren), 65)', 'recht.vt'),
		'takes the amount': city.replace('minstens(leeftijd(feit.geboren), 65)', 'altijd').replace('bedrag.toeslag', 'bedrag_van.vt'),
	};
	save('vt.lua', vt.replace('recht = een_van', 'periode = "maand", bedrag = 25, recht = een_van'));
	for (const [how, text] of Object.entries(resting)) {
		save('toeslag65.lua', text);
		await settled();
		confirm(checker, ['vt.lua', 'toeslag65.lua']);
		const {rights} = await told({vraag: 'statuut', antwoord: 'igo'});
		assert.ok(codes(rights.likely).includes('toeslag65') && !codes(rights.yes).includes('toeslag65'), how);
	}
	save('vt.lua', vt.replace('2024-12-31', '2099-12-31').replace('recht = een_van', 'periode = "maand", bedrag = 25, recht = een_van'));
	await settled();
	confirm(checker, ['vt.lua']);
	const {rights} = await told({vraag: 'statuut', antwoord: 'igo'});
	assert.ok(codes(rights.yes).includes('toeslag65'), 'it is one once both are confirmed');
	for (const [name, text] of Object.entries({'vt.lua': vt, 'toeslag65.lua': city}))
		save(name, text);
	await settled();
});

test('a price of nothing reads as nothing', async () => {
	save('toeslag65.lua', files['toeslag65.lua'].replace('"geboren"', '"schuldhulp"').replace(/minstens.*,/, 'feit.schuldhulp,')
		.replace('bedrag.toeslag,', 'als(feit.schuldhulp, 0, bedrag.toeslag), bedrag_is = "prijs",'));
	await settled();
	assert.equal(right(await told({vraag: 'schuldhulp', antwoord: 'ja'}), 'toeslag65').amount.nothing, true);
	const {text} = await said({antwoorden: 'schuldhulp=ja', doe: 'stop'});
	assert.match(text, /<strong>U betaalt niets\s*<\/strong>[^]*: u betaalt niets, want/);
	save('toeslag65.lua', files['toeslag65.lua']);
	await settled();
});

test('rules that are renewed while somebody answers', async () => {
	const before = await version();
	save('vt.lua', files['vt.lua'].replace('Verhoogde tegemoetkoming', 'Verhoogde steun'));
	save('feiten.lua', files['feiten.lua'].replace('aantal 0..12', 'aantal 0..3'));
	await settled();
	const {status, text} = await said({antwoorden: 'statuut=igo ten_laste=5 verdwenen=1', versie: before, vraag: 'verdwenen', antwoord: '3'});
	assert.equal(status, 200);
	assert.match(text, /De regels zijn vernieuwd terwijl u antwoordde/);
	assert.match(text, /Verhoogde steun/);
	assert.match(text, /name="antwoorden" value="statuut=igo"/, 'what fits no more is asked again');
	save('vt.lua', files['vt.lua']);
	save('feiten.lua', files['feiten.lua']);
	await settled();
});

test('a broken file replaces no good one, and says where it is', async () => {
	const before = await version();
	save('huisvuil.lua', files['huisvuil.lua'].replace('uit_tabel', 'uit_tafel'));
	await until(async () => (await state()).fault !== null, 'the page of the rules says so');
	const {fault, version: now} = await state();
	assert.deepEqual([fault.file, now], ['huisvuil.lua', before]);
	assert.match(fault.text, /uit_tafel/);
	assert.deepEqual(codes((await told({vraag: 'statuut', antwoord: 'igo'})).rights.yes), ['huisvuil']);
	save('huisvuil.lua', files['huisvuil.lua']);
	await settled();
});

test('in three languages, which change on the way', async () => {
	const words = {nl: [/Krijgt u een van deze/, /Ik weet het niet/], en: [/Do you get one of these/, /I don’t know/], fr: [/Recevez-vous une de ces/, /Je ne sais pas/]};
	for (const [lang, patterns] of Object.entries(words)) {
		const {text, headers} = await submit(`${page}?taal=${lang}`, {antwoorden: 'ten_laste=4', vraag: 'statuut', doe: 'toon'});
		assert.equal(headers['content-language'], lang);
		patterns.forEach((pattern) => assert.match(text, pattern));
		assert.ok(text.includes(`action="${page}?taal=${lang}"`), 'and it stays');
		assert.match(text, /<form class="languages"[^]*?name="antwoorden" value="ten_laste=4"/, 'the answers go along');
	}
	const {text} = await submit(`${page}?taal=en`, {antwoorden: 'statuut=igo', doe: 'stop'});
	assert.match(text, /Free waste bags/);
	assert.match(text, /from €63.00 to €189.00 a year/);
});

test('a version that workers cannot load takes the place of no other', async (sub) => {
	const before = await version();
	const broken = JSON.stringify({sha256: 'b'.repeat(64), force: true, by: 'Niemand', rights: [],
		files: [{name: 'stuk.lua', text: `regel { ${unseen()} }`, diff: []}]});
	const from = log.where('belfort');
	sub.after(() => spawnSync('belfort', ['rules', 'publish', 'benefits', String(before), '--reason', 'Terug.']));
	sql(`select benefits.rules_publish($doc$${broken}$doc$)`);
	const answers = [];
	for (let n = 0; n < 20; n++)
		answers.push(await said({vraag: 'statuut', antwoord: 'igo'}, {Accept: 'application/json'}));
	const good = answers.filter(({status}) => status === 200).map(({json}) => json);
	assert.ok(good.length > 0, 'who had loaded the version before goes on with it');
	const bad = await version();
	for (const doc of good) {
		assert.notEqual(doc.version, bad);
		assert.deepEqual(codes(doc.rights.yes), [], 'but confirms nothing by it');
	}
	assert.ok(answers.every(({status}) => [200, 503].includes(status)));
	assert.match(log.since('belfort', from), new RegExp(`level=error pool=city.* event=rules_refused version=${bad} file=feiten.lua line=1 detail=`), 'and says why');
	await sub.test('and who had none says that it does not go, in the log why', async () => {
		const from = log.where('belfort');
		house('host_stop');
		house('host_start');
		assert.equal((await ask(`/rechten?q=${unseen()}`)).status, 503);
		await until(() => log.since('belfort', from).includes(`version ${bad} cannot be loaded`), 'the log says it');
	});
	spawnSync('belfort', ['rules', 'publish', 'benefits', String(before), '--reason', 'Terug.']);
	assert.equal(await version(), before);
	assert.deepEqual(codes((await told({vraag: 'statuut', antwoord: 'igo'})).rights.yes), ['huisvuil']);
});

test('hostile fields', async (t) => {
	const all = Array.from({length: 64}, (_, i) => `feit${i}=${i}`).join(' ');
	const hostile = [
		{antwoorden: all}, {antwoorden: 'statuut'.repeat(700)}, {antwoorden: 'statuut=igo '.repeat(400)},
		{antwoorden: '= == =? statuut= =igo statuut=igo=igo'}, {antwoorden: 'bruto_jaar=99999999999999999999 ten_laste=-1 geboren=0000-00-00'},
		{antwoorden: 'geboren=9999-99-99 schuldhulp=?? statuut=<script>'}, {vraag: '../../etc', antwoord: 'x'},
		{vraag: 'statuut', antwoord: '"><script>', wijzig: 'niets', doe: 'terug'}, {doe: 'terug'}, {doe: 'toon', vraag: 'geboren'},
		{versie: '-1', wijzig: 'statuut'}, {antwoorden: 'statuut=igo\u0000x'}, {antwoorden: '\u2028=\u2028'},
	];
	for (const [n, fields] of hostile.entries()) {
		const answer = await said(fields);
		assert.ok([200, 400, 422].includes(answer.status), `${n}: ${answer.status}`);
		assert.ok(!/<script>/.test(answer.text), `${n}`);
	}
	assert.equal((await told({antwoorden: 'onderzoek=ja', vraag: 'onderzoek', antwoord: 'ja'})).answers, '',
		'what is never asked is not answered either');
	await t.test('that are too many or too long', async () => {
		assert.equal((await said({antwoorden: 'x'.repeat(7000)})).status, 422);
		assert.equal((await said({doe: 'alles'})).status, 422);
		assert.ok([400, 413].includes((await submit(page, null, {}, `antwoorden=${'x'.repeat(3000000)}`)).status));
		assert.equal((await submit(page, null, {}, 'antwoord=ja&antwoord=nee&vraag=schuldhulp')).status, 422);
		assert.equal((await submit(page, {vraag: 'statuut', antwoord: 'igo'}, {Origin: 'https://elders.example'})).status, 403);
	});
});

test('each right has its page, and there are no others', async () => {
	const {text} = await ask(`/rechten/toeslag65?q=${unseen()}`, {headers: {'Accept-Language': 'fr'}});
	for (const part of ['Supplément à 65 ans', 'Apportez votre carte.', 'votre date de naissance', 'Rijksregister', '25,00'])
		assert.ok(text.includes(part), part);
	for (const code of ['niets', 'VT', 'vt.lua', '%00', 'regels/999999'])
		assert.ok([400, 404].includes((await ask(`/rechten/${code}`)).status), code);
	const list = (await ask(`/rechten.json?q=${unseen()}`)).json;
	assert.deepEqual([codes(list.city), codes(list.others)], [['huisvuil', 'toeslag65'], ['vt']], 'the own ones first');
});

test('or with the tool, for who has the right', () => {
	const confirms = (SUDO_USER, ...words) => spawnSync('belfort', ['rules', 'confirm', 'benefits', ...words, '--lang', 'en'],
		{encoding: 'utf8', env: {...process.env, SUDO_USER}});
	sql(`update people.account set login = null where login = 'belfort-shut';
		update people.account set login = 'belfort-shut' where id = '${checker.account}'`);
	assert.equal(confirms('belfort-shut', day(40), 'huisvuil.lua', 'feiten.lua').stdout, `benefits: confirmed until ${day(40)}. Files: 2.\n`);
	assert.equal(sql("select benefits.in_force() -> 'files' ->> 'huisvuil.lua'"), day(40));
	for (const [user, words, says] of [
		['niemand', [day(40)], /niemand is no civil servant/],
		['root', [day(40), 'huisvuil.lua'], /saved by you: somebody else confirms it/],
		['belfort-shut', [day(-1), 'huisvuil.lua'], /from today on, at most two years ahead/],
		['belfort-shut', [day(40), 'verzonnen.lua'], /not in force/],
		['belfort-shut', [], /say until which day/],
		['belfort-shut', ['morgen'], /morgen/],
	])
		assert.match(confirms(user, ...words).stderr, says);
	assert.match(spawnSync('belfort', ['rules', 'diff', 'benefits'], {encoding: 'utf8'}).stderr, /decide on people, not on lines/);
	assert.match(spawnSync('belfort', ['rules', 'confirm', 'budget', day(40)], {encoding: 'utf8'}).stderr, /budget: nobody confirms such rules/);
	sql(`update people.account set login = null where id = '${checker.account}'`);
});

test('a second person confirms on a page, never the first', async (t) => {
	const desk = '/beheer/steunregels';
	const writer = signIn({kind: 'staff', name: 'An Schrijft', rights: ['benefits.publish', 'benefits.confirm']});
	sql(`update people.account set login = null where login = 'belfort-web';
		update people.account set login = 'belfort-web' where id = '${writer.account}'`);
	const text = `${files['toeslag65.lua']}-- ${unseen()}\n`;
	save('toeslag65.lua', text, 60203);
	await settled();
	const fields = async (who) => {
		const shown = (await ask(desk, {headers: who.headers})).text;
		return {csrf: await token(desk, who.headers), naam: 'toeslag65.lua', tot: day(60),
			sha256: sql(`select benefits.hash_of($text$${text}$text$)`), shown};
	};
	const {shown, ...mine} = await fields(writer);
	assert.match(shown, /U bewaarde dit bestand zelf/);
	assert.equal((await submit(desk, mine, writer.headers)).status, 409);
	assert.equal((await told({vraag: 'geboren', dag: '1', maand: '1', jaar: '1950'})).rights.yes, null);
	const {shown: seen, ...theirs} = await fields(checker);
	assert.match(seen, /Bewaard door An Schrijft/);
	assert.match(seen, new RegExp(`<ins><code>\\+ ${text.trimEnd().split('\n').at(-1)}`), 'what changed');
	for (const tot of [day(-2), day(900)])
		assert.equal((await submit(desk, {...theirs, tot}, checker.headers)).status, 422, tot);
	assert.equal((await submit(desk, {...theirs, sha256: 'f'.repeat(64)}, checker.headers)).status, 409, 'what they did not read');
	assert.equal((await submit(desk, theirs, checker.headers)).status, 303);
	assert.deepEqual(codes((await told({vraag: 'geboren', dag: '1', maand: '1', jaar: '1950'})).rights.yes), ['toeslag65']);
	assert.match((await ask(`/rechten/regels?q=${unseen()}`)).text, /toeslag65\.lua<\/a>: bevestigd tot en met [^<]*, door Bo Kijkt/);
	await t.test('nor who lacks the right', async () => {
		const other = signIn({kind: 'staff', name: 'X'});
		assert.equal((await ask(desk, {headers: other.headers})).status, 403);
	});
	await t.test('nor what was put in force while they sent what they read', async () => {
		const other = `-- ${unseen()}`, hash = crypto.createHash('sha256').update(checker.secret).digest('hex');
		const [publishes, confirms] = [conversation(), conversation()];
		await publishes.say(`begin; lock table benefits.text; select benefits.rules_publish($doc$${JSON.stringify({sha256: 'c'.repeat(64),
			force: true, by: 'An', rights: [], files: Object.entries({...files, 'toeslag65.lua': other})
				.map(([name, said]) => ({name, text: said, login: 'belfort-web', diff: []}))})}$doc$)`);
		const late = confirms.say(`set role belfort_benefits; select benefits.confirm('${hash}', 'toeslag65.lua', benefits.hash_of($text$${text}$text$), '${day(60)}')`);
		await until(() => sql("select count(*) from pg_locks where not granted and relation = 'benefits.text'::regclass") === '1', 'they wait');
		await publishes.say('commit');
		await assert.rejects(late, 'it was refused');
		assert.equal(sql(`select count(*) from benefits.confirmation where sha256 = benefits.hash_of($text$${other}$text$)`), '0');
		await Promise.all([publishes.close(), confirms.close()]);
	});
	await t.test('nor anybody a file that others can write too', async () => {
		const open = `${text}-- ${unseen()}\n`;
		save('toeslag65.lua', open, 60203, 0o664);
		await settled();
		assert.match((await fields(checker)).shown, /weten niet wie dit bestand bewaarde/);
		assert.equal(sql(`select saved_by is null from benefits.text where sha256 = benefits.hash_of($text$${open}$text$)`), 't');
	});
	save('toeslag65.lua', files['toeslag65.lua']);
	await settled();
	sql(`update people.account set login = null where id = '${writer.account}'`);
});
