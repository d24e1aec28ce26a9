// Every page on paper: A4 as a browser prints it, for residents and for civil
// servants.  PRINTED=folder keeps the sheets, to look at.
import test from 'node:test';
import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import fs from 'node:fs';
import {base, launch, open, routes} from './lib.mjs';
import {signIn} from '../http/signed.mjs';
import {sql} from '../http/lib.mjs';
import {forget, signedResident, tell} from '../http/residents.mjs';

const family = 'Drukproef';
const mm = 96 / 25.4;
const width = Math.floor((210 - 2 * 16) * mm), height = (297 - 16 - 20) * mm;

const features = JSON.parse(execFileSync('belfort', ['describe'], {encoding: 'utf8'}))
	.filter((pool) => !pool.shut_in).flatMap((pool) => pool.features);
const rights = features.flatMap((feature) => feature.rights.map(({name}) => name));
const shown = features.flatMap((feature) => feature.routes
	.filter(({method, view, path}) => method === 'GET' && view && !path.includes('{'))
	.map((route) => ({rights: route.rights, path: (feature.mounts[route.mount] === '/' ? '' : feature.mounts[route.mount]) + route.path || '/'})));
const paper = features.find(({name}) => name === 'counter').papers[0].code;

let browser, mine, staff, message;
test.before(async () => {
	browser = await launch();
	staff = signIn({kind: 'staff', name: 'Alle Rechten', rights});
	mine = signedResident({family}, {email: 'drukproef@example.be'});
	tell(mine.account, 'correction', {answer: 'Het is verbeterd. '.repeat(40)});
	message = sql(`select max(id) from people.message where account = '${mine.account}'`);
});
test.after(async () => {
	await browser.close();
	forget(family);
});

// What stands on a wall, or before and after a visit at a kiosk, is no page to print.
const screens = ['/afspraak/scherm/ledeberg', '/kiosk', '/kiosk/klaar'];

// Path and whose page it is.
const pages = [
	...new Set([...routes, ...shown.filter(({rights: words}) => !words).map(({path}) => path)]),
].filter((path) => !screens.includes(path)).map((path) => ({path}))
	.concat(shown.filter(({rights: words}) => words).map(({path, rights: words}) =>
		({path, as: /staff|\./.test(words) ? () => staff : () => mine})))
	.concat([
		{path: '/afspraak/wonen'},
		{path: () => `/mijn/berichten/${message}`, as: () => mine},
		{path: () => `/beheer/papier/${paper}`, as: () => staff},
		{path: () => `/beheer/brieven/${mine.resident}`, as: () => staff},
		{path: () => `/beheer/rechten/${sql(`select max(id) from people.right_given where account = '${staff.account}'`)}`, as: () => staff},
	]);

// Runs in the page as it is printed: what may not be there.
function looks() {
	const faults = [], seen = (element) => element.checkVisibility() && element.getClientRects().length > 0;
	const dark = (colour) => {
		const [r, g, b, a = 1] = colour.match(/[\d.]+/g)?.map(Number) ?? [255, 255, 255];
		return a > 0.1 && (0.2126 * r + 0.7152 * g + 0.0722 * b) < 128;
	};
	for (const element of document.querySelectorAll('nav a:not([aria-current]), .crumbs, button, .skip, .languages, .button'))
		if (seen(element))
			faults.push(`a way to go is printed: ${element.outerHTML.slice(0, 80)}`);
	for (const element of document.querySelectorAll('body *')) {
		if (!seen(element))
			continue;
		const style = getComputedStyle(element);
		if (dark(style.backgroundColor) || (element.matches('rect') && !element.closest('.qr') && dark(style.fill)))
			faults.push(`a dark ground is printed: ${element.outerHTML.slice(0, 80)}`);
		const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
		if (own && !dark(element.matches('svg *') ? style.fill : style.color))
			faults.push(`a light text is printed: ${element.outerHTML.slice(0, 80)}`);
	}
	const room = document.querySelectorAll('main textarea');
	for (const element of room)
		if (seen(element) && element.getBoundingClientRect().height < 100)
			faults.push(`too little room to write: ${element.outerHTML.slice(0, 80)}`);
	return {faults, wide: document.documentElement.scrollWidth, high: document.documentElement.scrollHeight,
		heading: document.querySelector('h1').innerText, foot: document.querySelector('.printed').innerText};
}

// The text of each sheet, blanks folded.
function sheets(pdf) {
	const {stdout} = spawnSync('pdftotext', ['-', '-'], {input: pdf, maxBuffer: 1 << 26});
	return stdout.toString().split('\f').slice(0, -1).map((text) => text.replace(/\s+/g, ''));
}

function keep(path, pdf) {
	if (!process.env.PRINTED)
		return;
	fs.mkdirSync(process.env.PRINTED, {recursive: true});
	fs.writeFileSync(`${process.env.PRINTED}/${path.replace(/\W+/g, '_')}.pdf`, pdf);
}

for (const {path, as} of pages)
	test(typeof path === 'string' ? path : String(path).slice(6), async () => {
		const page = await open(browser, {width}), at = typeof path === 'string' ? path : path();
		if (as)
			await page.context().setExtraHTTPHeaders({Cookie: `__Host-belfort=${as().secret}`});
		await page.goto(base + at);
		await page.emulateMedia({media: 'print'});
		const {faults, wide, high, heading, foot} = await page.evaluate(looks);
		const pdf = await page.pdf({preferCSSPageSize: true});
		await page.context().close();
		keep(at, pdf);
		const texts = sheets(pdf), plain = (text) => text.replace(/\s+/g, '');
		assert.deepEqual(faults, []);
		assert.ok(wide <= width, `${wide} of ${width} px wide`);
		assert.ok(texts[0].includes(plain(heading)), `the heading is on the first sheet: ${heading}`);
		assert.ok(foot.includes(at.split('?')[0]) && /20\d\d/.test(foot), `its address and day: ${foot}`);
		const last = texts.at(-1), end = last.lastIndexOf(plain(foot).slice(0, 30));
		/* What other tests mailed, whom they made and at whom they looked may end just before the foot. */
		assert.ok(end > 20 || ['/beheer/postvak', '/beheer/collegas', '/beheer/inzage/lijst'].includes(at), `the last sheet holds more than the foot: ${last}`);
		assert.ok(last.includes(`${texts.length}/${texts.length}`), 'the sheets are numbered');
		assert.ok(texts.length <= Math.ceil(1.3 * high / height) + 1, `${texts.length} sheets for ${Math.round(high)} px`);
	});
