/* Letters on paper: each kind in each language, for who has an account and who
 * has none, and names of any script and length.
 */
import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import fs from 'node:fs';
import test from 'node:test';
import {ask, sql, submit, unharmed} from './lib.mjs';
import {forget, resident, signedResident, tell} from './residents.mjs';
import {signIn, token} from './signed.mjs';

unharmed(test);

const family = 'Briefvorm', mm = 72 / 25.4;
const staff = signIn({kind: 'staff', name: 'Post Proef', rights: ['people.post']});
const none = () => sql('delete from people.paper');
test.before(none);
test.after(() => { none(); forget(family); });

/* Where a line ends in a hyphen, pdftotext takes it away. */
const plain = (text) => text.replace(/[\s-]+/g, '');
const printed = async () => (await ask('/beheer/post/pdf', staff)).body;

/* The text, blanks and hyphens left out, and where each word stands, in points. */
function read(pdf) {
	const run = (...words) => spawnSync('pdftotext', [...words, '-', '-'], {input: pdf, encoding: 'utf8'}).stdout;
	const words = [...run('-bbox').matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g)]
		.map(([, left, top, right, bottom, word]) => ({left: +left, top: +top, right: +right, bottom: +bottom, word}));
	return {text: plain(run()), words, pages: run().split('\f').length - 1};
}

/* What the template says, by the tool itself. */
const data = {answer: 'Het is verbeterd.', name: 'Jan Jansen', email: 'weg@example.be', from: '2026-11-25', code: 'ABCD-1234'};
const file = `${process.env.BELFORT_DIR}/tap-letter.json`;
function said(kind, lang) {
	fs.writeFileSync(file, JSON.stringify(data));
	try {
		return execFileSync('belfort', ['render', `people/mail_${kind}`, file, lang], {encoding: 'utf8'}).trim();
	} finally {
		fs.unlinkSync(file);
	}
}

const kinds = sql("select string_agg(name, ' ') from people.message_kind where letter is not null").split(' ');

for (const lang of ['nl', 'en', 'fr'])
	test(`each kind of letter, in ${lang}`, async () => {
		assert.ok(kinds.length > 5);
		none();
		const mine = signedResident({family, given: lang}, {lang});
		const {csrf, ...headers} = {csrf: await token('/mijn', mine.headers), ...mine.headers};
		assert.equal((await submit('/mijn/voorkeuren', {csrf, post: 'brief', taal: lang}, headers)).status, 303);
		for (const kind of kinds) {
			none();
			tell(mine.account, kind, {...data, resident: mine.resident, lang: 'nl'});
			const {text, pages} = read(await printed());
			for (const paragraph of said(kind, lang).split(/\n+/))
				assert.ok(text.includes(plain(paragraph)), `${kind}: ${paragraph}\n${text}`);
			assert.ok(text.includes(plain({nl: 'Stad Gent', en: 'City of Gent', fr: 'Ville de Gent'}[lang])));
			assert.equal(pages, 1);
		}
	});

test('who has no account gets the language that was known, else Dutch', async () => {
	for (const [lang, hello] of [['fr', 'Bonjour'], ['en', 'Hello'], [undefined, 'Dag']]) {
		none();
		tell(null, 'letter_code', {...data, resident: resident({family, given: 'Zonder'}), lang});
		assert.match(read(await printed()).text, new RegExp(hello));
	}
});

const names = [
	['a script from right to left', {given: 'عبد الرحمن', family: `${family} الطويل`}],
	['another script', {given: 'Ганна', family: `${family} Володимирівна`}],
	['a name without end', {given: 'Maximiliaan-Alexander Wolfeschlegelsteinhausenbergerdorff', family: `${family} van der Meersch-Vandenbroucke-De Schuyteneer`}],
	['a street without end', {given: 'Kort', street: 'Burgemeester Karel-Lodewijk van der Straeten-Ponthozstraat', house: '123B'}],
];
for (const [what, who] of names)
	test(`the window holds ${what}`, async () => {
		none();
		tell(null, 'letter_code', {...data, resident: resident({family, ...who}), lang: 'nl'});
		const {words, pages, text} = read(await printed());
		assert.equal(pages, 1);
		const inside = words.filter(({left, top}) => left > 114 * mm && top > 45 * mm && top < 88 * mm);
		assert.ok(inside.length >= 4, JSON.stringify(inside));
		for (const {word, right, bottom} of inside)
			assert.ok(right <= 196 * mm && bottom <= 86 * mm, `${word} ends at ${Math.round(right / mm)}, ${Math.round(bottom / mm)} mm`);
		const [date] = words.filter(({word, left}) => word === 'Gent,' && left < 114 * mm);
		assert.ok(date.top > Math.max(...inside.map(({bottom}) => bottom)), 'what follows stands below it');
		const given = plain(who.given);
		assert.ok(text.includes(given) || (/[\u0600-\u06ff]/.test(given) && /[\u0600-\u06ff\ufb50-\ufeff]{3}/.test(text)), text);
		assert.ok(inside.some(({word}) => /9000/.test(word)), 'the town too');
	});
