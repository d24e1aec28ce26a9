/* What a preview of policy costs on a whole city: 125,000 households and ten
 * rules, as the browser of a civil servant sees it; and moving an amount.
 */
import {ask, sql, until} from '../tests/http/lib.mjs';
import {save, settled, version} from '../tests/http/benefits.mjs';
import {signIn} from '../tests/http/signed.mjs';
import {households, load, middle, row, rules} from './lib/town.mjs';

const COUNT = Number(process.env.COUNT ?? 125000), TIMES = 15, mount = '/beheer/beleid/proef';

/* A right with an amount that can be moved. */
const premium = (euro) => `regel {
  code = "huurpremie", titel = "huurpremie", bron = { "maat" }, bevoegd = "stad", per = "gezin", toekenning = "automatisch",
  feiten = { "huurder", "wachtjaren", "bruto_jaar", "ten_laste", "huur" }, periode = "maand",
  bedragen = { ["2024-01-01"] = { premie = ${euro}, grens = 44270 } },
  recht = alle_van { feit.huurder, minstens(feit.wachtjaren, 4), hoogstens(feit.bruto_jaar, bedrag.grens + 2475 * feit.ten_laste) },
  bedrag = afgerond(kleinste(bedrag.premie, feit.huur / 3)),
}
`;

async function put(euro) {
	save('huurpremie.lua', premium(euro));
	await settled();
	return version();
}

async function snapshot() {
	sql("update preview.snapshot set day = day - 1; notify belfort_jobs, 'preview'");
	await until(() => sql(`select max(homes) from preview.snapshot where day = current_date`) === String(COUNT), 'there is a snapshot');
}

/* Milliseconds until the answer is there; each question is a new one. */
async function time(path) {
	sql('truncate preview.question');
	const begun = performance.now(), {status} = await ask(path, {headers: clerk.headers});
	if (status !== 200)
		throw new Error(`${path}: ${status}`);
	return performance.now() - begun;
}

async function times(name, limit, path, count = TIMES) {
	const list = [];
	for (let n = 0; n < count; n++)
		list.push(await time(path(n)));
	row(`preview: ${name}`, `${middle(list).toFixed(0)} ms (least ${Math.min(...list).toFixed(0)}, most ${Math.max(...list).toFixed(0)}), load ${load()}`, limit);
}

await rules();
const base = await put(164), more = await put(174);
households(COUNT);
const clerk = signIn({kind: 'staff', name: 'Maat', rights: ['preview.ask']});
await snapshot();
await times('a worker without a city', '', (n) => `${mount}/versie-${more}?tegen=${base}&dag=2026-01-0${n + 1}`, 1);
await times('until both workers have it', '', (n) => `${mount}/versie-${more}?tegen=${base}&dag=2026-01-1${n}`, 9);
await times('a change on the whole city', '500 ms', (n) => `${mount}/versie-${more}?tegen=${base}&dag=2026-02-${String(n + 1).padStart(2, '0')}`);
await times('an amount is moved', '100 ms', (n) => `${mount}/versie-${more}/schuiven?tegen=${base}&regel=huurpremie&b0=${165 + n}`);
await times('with the groups', '100 ms', (n) => `${mount}/versie-${more}/schuiven?tegen=${base}&regel=huurpremie&b0=${190 + n}&groepen=ja`);
