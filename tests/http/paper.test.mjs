/* Forms on paper: what is printed, its code, and what is entered when it comes
 * back.
 */
import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import test from 'node:test';
import {ask, sql, submit, unharmed, unseen} from './lib.mjs';
import {forget, signedResident} from './residents.mjs';
import {signIn, token} from './signed.mjs';

unharmed(test);

const family = 'Papierproef';
const clerk = signIn({kind: 'staff', name: 'Lies Papier', rights: ['paper.enter', 'counter.desk']});
test.after(() => {
	forget(family);
	sql(`delete from counter.appointment where staff = '${clerk.account}'; delete from counter.shift where staff = '${clerk.account}'`);
});

const papers = JSON.parse(execFileSync('belfort', ['describe'], {encoding: 'utf8'}))
	.flatMap((pool) => pool.features).flatMap((feature) => feature.papers);
const of = (path) => papers.find((paper) => paper.path === path);
const appointment = of('/{service:word}/{place:word}/{start}');
const day = (days) => new Date(Date.now() + days * 86400000).toISOString().slice(0, 10);

const run = (program, words, input) => spawnSync(program, words, {input, maxBuffer: 1 << 26});
const plain = (text) => text.replace(/\s+/g, ' ');

function read(pdf) {
	const text = run('pdftotext', ['-', '-'], pdf).stdout.toString();
	return {text: plain(text), pages: text.split('\f').length - 1,
		info: run('pdfinfo', ['-'], pdf).stdout.toString()};
}

/* What a scanner reads in the corner of each sheet. */
function scanned(pdf, pages) {
	return Array.from({length: pages}, (_, i) => {
		const picture = run('pdftoppm', ['-r', '120', '-gray', '-png', '-f', `${i + 1}`, '-l', `${i + 1}`, '-'], pdf).stdout;
		return run('zbarimg', ['-q', '--raw', '-Sbinary', 'png:-'], picture).stdout.toString();
	});
}

const sheet = (code, lang) => ask(`/papier/${code}/pdf?taal=${lang}`);

for (const paper of papers)
	test(`on paper, in three languages: ${paper.titles.en}`, async () => {
		for (const lang of ['nl', 'en', 'fr']) {
			const answer = await sheet(paper.code, lang);
			assert.equal(answer.headers['content-type'], 'application/pdf');
			const {text, pages, info} = read(answer.body);
			const words = [paper.titles, paper.about, ...paper.fields.flatMap((field) =>
				[field.labels, field.hints, ...field.choices.map((choice) => choice.words)])];
			for (const said of words.filter(Boolean))
				/* The Arabic word stands in the order in which it is drawn. */
				if (!/[\u0600-\u06ff]/.test(said[lang]))
					assert.ok(text.includes(plain(said[lang])), `${lang}: ${said[lang]}\n${text}`);
			assert.ok(text.includes(plain(paper.purpose[lang])), 'why it is asked');
			assert.ok(text.includes('Stad Gent, Verzonnenstraat 1, 9000 Gent'), 'where it may be sent');
			assert.equal(/Handtekening|Signature/.test(text), paper.rights !== null, 'who must be known signs');
			assert.match(info, new RegExp(`Title: +${paper.titles[lang]}`));
			assert.match(info, /Tagged: +yes/);
			assert.match(info, /A4/);
			assert.ok(answer.body.includes(`/Lang (${lang})`));
			assert.ok(pages <= 3, `${pages} pages`);
			assert.deepEqual(scanned(answer.body, pages), Array(pages).fill(paper.code));
			assert.equal(text.split(paper.code).length - 1, 2 * pages, 'the code as text, above and below');
			assert.match(text, new RegExp(`${pages} ?/ ?${pages}`));
		}
	});

test('each type of field has room of its own', async () => {
	const code = 'LMN-PQR-TU7', types = ['text', 'int', 'choice', 'day', 'cents', 'national', 'iban', 'path'];
	const fields = types.map((type, i) => ({name: type, type, required: false, min: 0, max: type === 'int' ? 9999 : 40,
		labels: {nl: `Veld ${i} van ${type}`}, hints: null, choices: type === 'choice' ? [{value: 'a', words: {nl: 'Appel'}}] : []}));
	sql(`insert into belfort.form (code, feature, path, definition) values ('${code}', 'site', '/proef',
		'${JSON.stringify({titles: {nl: 'Proef'}, about: {nl: 'Een proef'}, fields: [...fields, ...fields]})}')`);
	try {
		const {body} = await sheet(code, 'nl'), {text, pages} = read(body);
		for (const {labels} of fields)
			assert.equal(text.split(labels.nl).length, 3, labels.nl);
		assert.match(text, /Appel.*dag \(DD\) \/ maand \(MM\) \/ jaar \(JJJJ\).*euro, en cent/);
		assert.equal(pages, 2);
		assert.deepEqual(scanned(body, pages), [code, code]);
	} finally {
		sql(`delete from belfort.form where code = '${code}'`);
	}
});

test('what is needed and what is not is said in words', async () => {
	const {text} = read((await sheet(appointment.code, 'nl')).body);
	for (const {labels, required} of appointment.fields)
		assert.ok(text.includes(`${plain(labels.nl)} (${required ? 'nodig' : 'u mag dit leeg laten'})`), labels.nl);
});

test('the page says the same words as the paper, and leads to it', async () => {
	const mine = signedResident({family});
	const {text} = await ask('/mijn/voorkeuren', {headers: {...mine.headers, 'Accept-Language': 'fr'}});
	const said = of('/voorkeuren');
	for (const choice of said.fields.flatMap((field) => field.choices))
		assert.ok(text.includes(choice.words.fr), choice.words.fr);
	assert.match(text, new RegExp(`href="/papier/${said.code}/pdf\\?taal=fr">Ce formulaire sur papier`));
	assert.doesNotMatch((await ask('/mijn/berichten', mine)).text, /Dit formulier op papier/);
	const list = (await ask('/papier')).text;
	for (const paper of papers) {
		assert.ok(list.includes(`/papier/${paper.code}/pdf?taal=nl`));
		assert.ok(list.includes(`href="${paper.page}"`));
	}
});

test('a code that is none has no sheet', async () => {
	for (const code of ['x', 'ACD-EFG-HJK', encodeURIComponent("'; --")])
		assert.equal((await sheet(code, 'nl')).status, 404, code);
});

/* --- at the counter ---------------------------------------------------------- */

async function post(path, fields, who = clerk, cookie = '') {
	const headers = {Cookie: who.headers.Cookie + cookie};
	return submit(path, {csrf: await token('/beheer', who.headers), ...fields}, headers);
}
const find = (code, who) => post('/beheer/papier', {code}, who);
const page = (code, cookie = '') => ask(`/beheer/papier/${code}`, {headers: {Cookie: clerk.headers.Cookie + cookie}});
const begin = (code, fields = {}) => post(`/beheer/papier/${code}`, {ontvangen: day(-2), nummer: 'P-12', ...fields});
const cookieOf = ({headers}) => /__Host-papier=[^;]*/.exec(headers['set-cookie']?.join(' '))?.[0];
const entries = () => sql(`select count(*) filter (where entered is not null) || '/' || count(*) from paper.entry where account = '${clerk.account}'`);

test('who has the right finds a form by what was scanned or typed', async () => {
	for (const typed of [appointment.code, appointment.code.toLowerCase(), ` ${appointment.code.replaceAll('-', ' ')}\r\n`]) {
		const {status, headers} = await find(typed);
		assert.deepEqual([status, headers.location], [303, `/beheer/papier/${appointment.code}`], typed);
	}
	const {text} = await page(appointment.code);
	assert.match(text, /<h1>Vraag een afspraak/);
	assert.match(text, /zoals het nu is/);
	assert.doesNotMatch(text, /ouder dan/);
	const other = signIn({kind: 'staff', name: 'Zonder Recht', rights: ['counter.desk']});
	assert.equal((await ask('/beheer/papier', other)).status, 403);
	assert.equal((await ask(`/beheer/papier/${appointment.code}`, other)).status, 403);
	assert.equal((await find(appointment.code, other)).status, 403);
});

test('a sign misread, a form that never was and one that is no more are told apart', async () => {
	const wrong = appointment.code.slice(0, -1) + (appointment.code.endsWith('A') ? 'C' : 'A');
	for (const [code, says] of [[wrong, /één van de tekens klopt niet/], ['ACD-EFG-HJ4', /had ooit deze code/], ['', /Dit is nodig/]]) {
		const {status, text} = await find(code);
		assert.equal(status, 422, code);
		assert.match(text, says);
		assert.match(text, new RegExp(`name="code"[^>]*value="${code}"`), 'to be mended');
	}
	sql(`insert into belfort.form (code, feature, path, definition, gone) values ('LMN-PQR-TU7', 'counter', '/weg', '{"titles": {}, "fields": []}', current_date)`);
	try {
		assert.match((await find('LMN-PQR-TU7')).text, /wordt niet meer gebruikt/);
		assert.equal((await page('LMN-PQR-TU7')).status, 422);
		assert.equal((await begin('LMN-PQR-TU7')).status, 422);
	} finally {
		sql("delete from belfort.form where code = 'LMN-PQR-TU7'");
	}
});

test('an older version is known, with what differs and what to do', async () => {
	const old = 'ACD-EFG-HJ4';
	sql(`insert into belfort.form (code, feature, path, definition, seen, gone)
		select '${old}', feature, path, jsonb_set(jsonb_set(definition, '{fields}',
			(select jsonb_agg(case f ->> 'name' when 'naam' then jsonb_set(f, '{max}', '200')
				when 'spreek' then jsonb_set(f, '{choices}', (f -> 'choices') - 1 || '[{"value": "zz", "words": {"nl": "Volapük"}}]') else f end)
			from jsonb_array_elements(definition -> 'fields') f where f ->> 'name' <> 'dienst')
			|| '[{"name": "fax", "type": "text", "required": true, "min": 0, "max": 0, "choices": [], "labels": {"nl": "Uw fax"}}]'),
			'{page}', '"/elders"'), current_date - 730, current_date - 1
		from belfort.form where code = '${appointment.code}'`);
	try {
		assert.equal((await find(old)).status, 303);
		const {text} = await page(old);
		for (const says of [/ouder dan het formulier van nu/, /Waarvoor komt u\?<\/strong>\s*<ul>\s*<li>Dit werd toen niet gevraagd, en is nu nodig/,
			/Uw naam<\/strong>\s*<ul>\s*<li>Dit mag nu hoogstens 100 tekens/, /“Volapük” kan niet meer gekozen worden/,
			/“Français” kon toen niet gekozen worden/, /Uw fax<\/strong>\s*<ul>\s*<li>Dit wordt niet meer gevraagd/])
			assert.match(text, says);
		assert.equal((await sheet(old, 'nl')).status, 404, 'it is printed no more');
		const begun = await begin(old);
		assert.match((await page(old, `; ${cookieOf(begun)}`)).text, /class="button" href="\/afspraak"/, 'it is entered in the form of now');
	} finally {
		sql(`delete from belfort.form where code = '${old}'`);
	}
});

/* A free time at a counter, and its page. */
async function slot() {
	sql(`insert into counter.shift (staff, place, services, langs, during)
		select '${clerk.account}', 'ledeberg', '{wonen}', '{nl}', tstzrange(current_date + 9 + time '09:00', current_date + 9 + time '12:00')
		where not exists (select from counter.shift where staff = '${clerk.account}')`);
	const {text} = await ask(`/afspraak/wonen?week=1&q=${unseen()}`);
	return /href="(\/afspraak\/wonen\/ledeberg\/[^"?]+)/.exec(text)[1];
}

test('a form of anybody is entered, says so on each page, and is noted as from paper', async () => {
	const begun = await begin(appointment.code);
	assert.deepEqual([begun.status, begun.headers.location], [303, `/beheer/papier/${appointment.code}`]);
	const cookie = cookieOf(begun), before = entries(), path = await slot();
	assert.match((await page(appointment.code, `; ${cookie}`)).text, /Ga naar het formulier/);
	const form = await ask(path, {headers: {Cookie: cookie}});
	assert.match(form.text, new RegExp(`U voert een papieren formulier in: ${appointment.code}, ontvangen op \\d+ `));
	assert.doesNotMatch((await ask(path)).text, /papieren formulier/);
	assert.doesNotMatch((await ask('/afspraak', {headers: {Cookie: cookie}})).text, /papieren formulier/, 'what is cached is the same for all');
	assert.equal((await submit(path, {spreek: 'zz'}, {Cookie: cookie})).status, 422);
	assert.equal(entries(), before, 'a form that is not right was not taken');
	const taken = await submit(path, {naam: 'Roos', spreek: 'nl'}, {Cookie: cookie});
	assert.equal(taken.status, 200);
	assert.match(cookieOf(taken), /=$/, 'and the pages stop saying it');
	assert.notEqual(entries(), before);
	const {text} = await ask('/beheer/papier', clerk);
	assert.match(text, /Vraag een afspraak[^]*nummer P-12[^]*ingevoerd op/);
	const again = await submit(await slot(), {naam: 'Roos'}, {Cookie: cookie});
	assert.equal(cookieOf(again), undefined, 'it was noted once');
});

test('a form of somebody is entered for them, and another form is not it', async () => {
	const said = of('/gegevens'), begun = await begin(said.code), cookie = cookieOf(begun);
	assert.match((await page(said.code, `; ${cookie}`)).text, /href="\/beheer\/helpen\?terug=%2Fmijn%2Fgegevens"/);
	const mine = signedResident({family, given: 'Rik'}, {email: 'rik@example.be'}), before = entries();
	const other = await post('/mijn/voorkeuren', {csrf: await token('/mijn', mine.headers), post: 'brief', taal: 'nl'}, mine, `; ${cookie}`);
	assert.equal(other.status, 303);
	assert.equal(entries(), before, 'that was another form');
	const form = await ask('/mijn/gegevens', {headers: {Cookie: `${mine.headers.Cookie}; ${cookie}`}});
	assert.match(form.text, new RegExp(`formulier in: ${said.code}[^]*href="/mijn/gegevens">Naar het formulier`));
	const told = await post('/mijn/gegevens', {csrf: await token('/mijn', mine.headers), fout: 'Straat', juist: 'Laan'}, mine, `; ${cookie}`);
	assert.equal(told.status, 303);
	assert.notEqual(entries(), before);
});

test('who cannot be the clerk who began notes nothing', async () => {
	const before = entries(), path = await slot();
	const page64 = (page) => Buffer.from(page).toString('base64url'), secret = 'A'.repeat(22);
	for (const evil of ['//evil.example', 'javascript:alert(1)', '/\\evil', '/a\0b']) {
		const {text} = await ask(path, {headers: {Cookie: `__Host-papier=${appointment.code}.${day(0)}.${page64(evil)}.${secret}`}});
		assert.doesNotMatch(text, /papieren formulier/, evil);
	}
	for (const cookie of [`${appointment.code}.${day(0)}.${page64('/afspraak')}.${secret}`, `${appointment.code}.gisteren.${page64('/afspraak')}.${secret}`,
		`${appointment.code}.${day(0)}..${secret}`, `${appointment.code}.${day(0)}.?.${secret}`, '...', 'x', ''])
		assert.ok([200, 409].includes((await submit(path, {}, {Cookie: `__Host-papier=${cookie}`})).status));
	assert.equal(entries(), before);
});

test('who signs out leaves no paper to who comes next', async () => {
	const other = signIn({kind: 'staff', name: 'Pia Papier', rights: ['paper.enter']});
	const out = await post('/mijn/afmelden', {}, other, `; ${cookieOf(await begin(appointment.code))}`);
	assert.equal(out.status, 303);
	assert.match(cookieOf(out), /=$/);
});

test('the day it came in is a day that was', async () => {
	for (const [ontvangen, says] of [[day(2), /niet na vandaag/], ['31-12-2026', /JJJJ|dag/], ['', /Dit is nodig/]]) {
		const {status, text, headers} = await begin(appointment.code, {ontvangen});
		assert.equal(status, 422, ontvangen);
		assert.match(text, says);
		assert.equal(headers['set-cookie'], undefined);
	}
	const stopped = await submit('/beheer/papier/stoppen', {});
	assert.equal(stopped.status, 303);
	assert.match(cookieOf(stopped), /=$/);
});
