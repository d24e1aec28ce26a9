// A kiosk in a real browser: large, usable without a mouse, and after a visit
// nothing of it is left: not in the page, not in the browser, not on the disk.
import test from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { chromium } from 'playwright-core';
import { enter, faults, good, launch, open } from './lib.mjs';
import { base as house, sql, submit, until } from '../http/lib.mjs';
import { signIn } from '../http/signed.mjs';
import { reload } from '../hostile/deploy.mjs';

// A browser wipes on command where the site is safe; localhost counts as that.
const base = `http://localhost:${house.port}`;
const place = 'ledeberg';
const clear = () => sql(`delete from counter.ticket; delete from counter.roll; delete from counter.desk;
	delete from counter.shift where place = '${place}' and staff = '00000000-0000-0000-0000-0000000000f1'; delete from people.attempt`);
let browser;
test.before(async () => {
	browser = await launch();
	clear();
	sql(`insert into counter.desk (staff, place, name, services, langs) values
		('00000000-0000-0000-0000-0000000000f1', '${place}', '3', '{wonen,adres}', '{nl,tr}')`);
});
test.after(async () => {
	await browser.close();
	clear();
});

// A visit that has begun, in a language, on a page of the given width.
async function visit({ lang = 'nl', width = 1280, page = undefined } = {}) {
	page ??= await open(browser, { lang, width });
	await page.goto(`${base}/kiosk?plaats=${place}`);
	await page.locator(`button[value=${lang}]`).click();
	await page.waitForURL(/doen$/);
	return page;
}

async function large(page) {
	await good(page);
	const small = await page.evaluate(() => [...document.querySelectorAll('a.button, button, select, input:not([type=hidden]):not([type=checkbox]):not([type=radio]), .doors a')]
		.filter((it) => it.checkVisibility()).map((it) => [it.innerText || it.name, it.getBoundingClientRect().height])
		.filter(([, height]) => height < 64));
	assert.deepEqual(small, [], `${page.url()}: large enough for a finger`);
}

for (const [lang, width] of [['nl', 320], ['en', 1280], ['fr', 1280], ['fr', 320]])
	test(`pages at a kiosk in ${lang} at ${width} px`, async () => {
		const page = await open(browser, { lang, width });
		await page.goto(`${base}/kiosk?plaats=${place}`);
		await large(page);
		await visit({ lang, width, page });
		await large(page);
		for (const path of ['/', `/afspraak/nummer/${place}`, '/afspraak', '/afspraak/wonen', '/afspraak/bekijken', '/mijn/aanmelden', '/begroting',
			'/begroting/herkomst', '/privacy', '/bestaat-niet']) {
			await page.goto(base + path);
			await large(page);
			const stop = page.locator('.kiosk-bar .stop');
			assert.ok(await stop.isVisible());
			const box = await stop.boundingBox();
			assert.ok(box.y + box.height <= 900, `${path}: the way out is on the screen`);
			assert.deepEqual(await page.locator('main a[href^="http"]').count(), 0, `${path} leads out`);
		}
		await page.locator('.kiosk-bar .stop').click();
		await page.waitForURL(/klaar$/);
		await large(page);
		await page.waitForURL(new RegExp(`kiosk\\?plaats=${place}$`));
		assert.deepEqual(await page.context().cookies(), []);
		await page.context().close();
	});

const kept = (page) => page.evaluate(async () => ({
	local: { ...localStorage }, session: { ...sessionStorage }, caches: await caches.keys(),
	databases: (await indexedDB.databases()).map(({ name }) => name),
}));
const empty = { local: {}, session: {}, caches: [], databases: [] };
const mark = 'Merkteken Geheim';

// All that a page or a person can leave behind.
async function leave(page) {
	await page.goto(`${base}/afspraak/bekijken`);
	await page.evaluate(async (text) => {
		localStorage.mark = sessionStorage.mark = text;
		const cache = await caches.open('mark');
		await cache.put('/mark', new Response(text));
		await new Promise((done) => {
			const ask = indexedDB.open('mark', 1);
			ask.onupgradeneeded = () => ask.result.createObjectStore('x').put(text, 1);
			ask.onsuccess = () => { ask.result.close(); done(); };
		});
	}, mark);
	await page.locator('#veld-code').fill(mark);
	await page.keyboard.press('Enter');
	await page.getByRole('alert').waitFor();
	await page.locator('#veld-code').fill(mark);
}

test('after "stop and wipe" the browser keeps nothing, and going back shows nothing', async () => {
	const who = signIn({ kind: 'resident', level: 'low', name: mark });
	const page = await visit({ page: await enter(browser, who) });
	await page.goto(`${base}/mijn`);
	assert.match(await page.locator('main').innerText(), /Merkteken/);
	await leave(page);
	assert.equal((await kept(page)).databases.length, 1);
	await page.locator('.kiosk-bar .stop').click();
	await page.waitForURL(/klaar$/);
	assert.match(await page.locator('[role=status]').innerText(), /gewist/);
	assert.deepEqual(await page.context().cookies(), []);
	assert.deepEqual(await kept(page), empty);
	assert.equal(sql(`select count(*) from people.session where account = '${who.account}'`), '0');
	for (let n = 0; n < 6; n++) {
		await page.goBack().catch(() => { /* a form that would have to be sent again */ });
		let shown;
		await until(async () => (shown = await page.content().catch(() => null)) !== null, 'a page is there');
		assert.doesNotMatch(shown, /Merkteken/, page.url());
		for (const field of await page.locator('input').all())
			assert.doesNotMatch(await field.inputValue(), /Merkteken/);
	}
	await page.goto(`${base}/afspraak/bekijken`);
	assert.equal(await page.locator('#veld-code').inputValue(), '');
	await page.context().close();
});

test('quiet: it asks, the keyboard answers, and who does not answer is wiped', async () => {
	const page = await open(browser);
	await page.clock.install();
	await visit({ page });
	await page.goto(`${base}/afspraak/bekijken`);
	const ask = page.locator('.kiosk-ask');
	await page.clock.fastForward(80000);
	assert.ok(!await ask.isVisible());
	await page.locator('#veld-code').pressSequentially('A');
	await page.clock.fastForward(80000);
	assert.ok(!await ask.isVisible(), 'who types is not quiet');
	await page.clock.fastForward(11000);
	await ask.waitFor();
	await large(page);
	assert.match(await ask.innerText(), /Bent u er nog\?/);
	assert.equal(await page.evaluate(() => document.activeElement.innerText), 'Ja, ga verder');
	await page.keyboard.press('Enter');
	assert.ok(!await ask.isVisible());
	assert.equal(await page.locator('#veld-code').inputValue(), 'A', 'nothing is lost');
	await page.clock.fastForward(91000);
	await ask.waitFor();
	await page.clock.fastForward(30000);
	await page.waitForURL(/klaar$/);
	assert.deepEqual(await page.context().cookies(), []);
	await page.context().close();
});

test('without scripts the visit ends by itself all the same', async (t) => {
	const ini = process.env.BELFORT_CONFIG, before = fs.readFileSync(ini, 'utf8');
	t.after(async () => {
		fs.writeFileSync(ini, before);
		await reload();
	});
	fs.writeFileSync(ini, `${before}\n[plugin kiosk]\nquiet = 2\n`);
	await reload();
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await visit({ page });
	await page.waitForURL(/klaar$/);
	assert.deepEqual(await context.cookies(), []);
	await context.close();
});

test('the print button is there where scripts run, and a number prints as a small paper', async () => {
	const page = await visit();
	await page.goto(`${base}/afspraak/nummer/${place}`);
	await page.getByRole('button', { name: 'Huren en wonen' }).click();
	await page.waitForURL(/nummer\/ledeberg\/[A-Z0-9-]{14}$/);
	await page.evaluate(() => { window.print = () => { document.title = 'printed'; }; });
	await page.locator('[data-print]').click();
	assert.equal(await page.title(), 'printed');
	await page.emulateMedia({ media: 'print' });
	assert.deepEqual(await page.locator('.kiosk-bar, .kiosk-ask, .top nav').evaluateAll((all) => all.filter((it) => it.checkVisibility())), []);
	assert.match(await page.locator('.ticket').innerText(), /B 1/);
	await page.context().close();
});

test('the screen on the wall goes on without scripts, and puts news in place with them', async () => {
	const way = `${base}/afspraak/scherm/${place}`;
	const plain = await (await browser.newContext({ javaScriptEnabled: false, locale: 'nl', viewport: { width: 1920, height: 1080 } })).newPage();
	await plain.goto(way);
	await plain.waitForURL(/taal=fr&wissel=ja$/);
	assert.equal(await plain.getAttribute('html', 'lang'), 'fr');
	await plain.context().close();
	const page = await open(browser, { width: 1920 });
	await page.setViewportSize({ width: 1920, height: 1080 });
	await page.goto(way);
	assert.deepEqual(await faults(page), []);
	let loads = 0;
	page.on('load', () => loads++);
	await submit(`/afspraak/nummer/${place}`, { dienst: 'adres' });
	sql(`update counter.ticket set state = 'called', staff = '00000000-0000-0000-0000-0000000000f1', desk = '3', called = now()
		where state = 'waiting' and service = 'adres'`);
	await page.locator('.calls li.new').waitFor();
	const box = await page.locator('.calls li b').first().boundingBox();
	assert.ok(box.height >= 108, `${box.height} px: a tenth of the screen`);
	assert.ok(await page.evaluate(() => document.documentElement.scrollHeight <= innerHeight), 'it all fits');
	await page.waitForFunction(() => document.documentElement.lang === 'fr');
	assert.equal(loads, 0, 'without loading the page again');
	await page.context().close();
});

// --- the profile ------------------------------------------------------------

const script = new URL('../../demo/kiosk/belfort-kiosk', import.meta.url).pathname;
const memory = fs.mkdtempSync('/dev/shm/bf-kiosk-');
test.after(() => fs.rmSync(memory, { recursive: true }));
const profiles = () => fs.readdirSync(memory);
// The files in FOLDER where the mark of a visitor stands, in 8 or in 16 bits.
function found(folder) {
	const signs = [Buffer.from(mark), Buffer.from(encodeURIComponent(mark)), Buffer.from(mark, 'utf16le')];
	return fs.readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((it) => it.isFile()).map((it) => `${it.path}/${it.name}`)
		.filter((file) => fs.existsSync(file) && signs.some((sign) => fs.readFileSync(file).includes(sign)));
}

// The browser that the script started, when it is another than that of BEFORE.
async function attach(before = undefined) {
	let name, port;
	await until(() => {
		[name] = profiles();
		const file = `${memory}/${name}/data/DevToolsActivePort`;
		port = name && name !== before && fs.existsSync(file) && fs.readFileSync(file, 'utf8').split('\n')[0];
		return port;
	}, 'the browser of the kiosk is there');
	// Joined half way to its first page, it may never say that it came there.
	const begun = async () => (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json())
		.some(({ type, url }) => type === 'page' && url.includes('/kiosk'));
	await until(() => begun().catch(() => false), 'its first page is there');
	const remote = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
	const [page] = remote.contexts()[0].pages();
	await page.waitForURL(/\/kiosk/);
	return { name, remote, page };
}

// The policies as a kiosk has them, in a space of this process alone.
function run(dir, policy) {
	const flags = '--headless=new --no-sandbox --disable-gpu --remote-debugging-port=0';
	const command = `mount -t tmpfs none /etc/chromium && mkdir -p /etc/chromium/policies/managed && cp "$1" /etc/chromium/policies/managed/belfort-kiosk.json
		exec "$2" "$3"`;
	return spawn('unshare', ['-m', 'bash', '-c', command, 'kiosk', policy, script, `${base}/kiosk?plaats=${place}`],
		{ env: { ...process.env, KIOSK_FLAGS: flags, KIOSK_MEMORY: memory, HOME: dir }, stdio: ['ignore', 'inherit', 'pipe'] });
}

test('a second visitor gets another browser, in which nothing of the first is',
	{ skip: process.env.BELFORT_HOUSE === 'none' && 'this needs a space of its own' }, async (t) => {
		const dir = fs.mkdtempSync('/tmp/bf-kiosk-');
		const settings = JSON.parse(fs.readFileSync(new URL('../../demo/kiosk/policy.json', import.meta.url), 'utf8'));
		settings.URLAllowlist = [base];
		settings.DeveloperToolsAvailability = 1; // else this test could not look
		fs.writeFileSync(`${dir}/policy.json`, JSON.stringify(settings));
		const kiosk = run(dir, `${dir}/policy.json`);
		t.after(async () => {
			kiosk.kill('SIGTERM');
			await once(kiosk, 'exit');
			assert.deepEqual(profiles(), [], 'who stops the kiosk leaves nothing');
			fs.rmSync(dir, { recursive: true });
		});
		const first = await attach();
		assert.equal(execFileSync('stat', ['-f', '-c', '%T', `${memory}/${first.name}`], { encoding: 'utf8' }).trim(), 'tmpfs');
		await visit({ page: first.page });
		await leave(first.page);
		// Said while the policy that blocks other addresses is in force.
		await assert.rejects(first.page.goto('http://127.0.0.1:1/'), /ERR_BLOCKED_BY_ADMINISTRATOR/);
		await first.page.waitForURL('chrome-error://chromewebdata/');
		await first.page.goto(`${base}/privacy?${mark}`);
		await until(() => found(`${memory}/${first.name}`).length > 0, 'the first profile holds something');
		await first.page.goto(`${base}/privacy`);
		await first.page.locator('.kiosk-bar .stop').click();
		await until(() => !profiles().includes(first.name), 'the first profile is gone');
		const second = await attach(first.name);
		assert.deepEqual(await second.remote.contexts()[0].cookies(), []);
		await visit({ page: second.page });
		assert.deepEqual(await kept(second.page), empty);
		await second.page.goto(`${base}/afspraak/bekijken`);
		assert.equal(await second.page.locator('#veld-code').inputValue(), '');
		assert.ok(await second.page.evaluate(() => history.length) <= 4, 'its history begins with this visit');
		assert.deepEqual(found(`${memory}/${second.name}`), [], 'in no cookie, cache, storage or history');
		assert.deepEqual(found(dir), [], 'nor in the home of who runs it');
		for (const part of ['Default/History', 'Default/Local Storage', 'Default/Cache'])
			assert.ok(fs.existsSync(`${memory}/${second.name}/data/${part}`), `${part} is where this looked`);
		// A browser that falls is replaced too.
		spawnSync('pkill', ['-KILL', '-f', `user-data-dir=${memory}/${second.name}/data`]);
		await until(() => !profiles().includes(second.name), 'what it left is gone');
		await attach(second.name);
	});

test('the script does not start where visitors would leave traces', () => {
	const start = (address, env = {}) => spawnSync(script, [address].filter(Boolean), { encoding: 'utf8', env: { ...process.env, KIOSK_MEMORY: memory, ...env } });
	const policy = '/tmp/bf-kiosk-policy.json';
	fs.writeFileSync(policy, '{"URLAllowlist": ["https://doe-mee.example"]}');
	for (const [address, env, says] of [
		[null, {}, /Say where the kiosk begins/],
		['http://doe-mee.example/kiosk', {}, /is no https/],
		['https://doe-mee.example/kiosk', { KIOSK_MEMORY: '/' }, /is not in memory/],
		['https://doe-mee.example/kiosk', { KIOSK_POLICY: '/nergens' }, /is not there or does not name doe-mee\.example/],
		['https://elders.example/kiosk', { KIOSK_POLICY: policy }, /does not name elders\.example/],
	]) {
		const { status, stderr } = start(address, env);
		assert.equal(status, 1);
		assert.match(stderr, says);
	}
	fs.rmSync(policy);
});
