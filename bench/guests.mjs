/* What plugins of others cost the city, at their worst: pages a second while one
 * spins, crashes and shouts, beside pages a second without.
 */
import {deploy, takeAway} from '../tests/hostile/deploy.mjs';
import {setTimeout as pause} from 'node:timers/promises';
import {ask, unseen} from '../tests/http/lib.mjs';

const SECONDS = 12, ROUNDS = 3;
const row = (name, figure, limit) => console.log(`${name.padEnd(34)} ${figure.padEnd(40)} ${limit}`);
const failed = [];
let asked = 0;

async function pages(seconds) {
	const end = performance.now() + 1000 * seconds;
	let count = 0;
	await Promise.all(Array.from({length: 8}, async () => {
		while (performance.now() < end) {
			const answer = await ask(`/begroting/zoeken.json?q=${unseen()}`);
			if (answer.status !== 200)
				failed.push(answer.status);
			count++;
		}
	}));
	return count / seconds;
}

/* Until DONE: one attack after the other, and after a refusal a moment later, as
 * asking takes time of the web server itself; what comes back does not matter. */
async function attacks(done) {
	const each = ['spin', 'shout', 'crash', 'spin'];
	for (let n = 0; !done(); n++) {
		await ask(`/v/shut/try/${each[n % each.length]}?q=${unseen()}`).catch(() => {});
		asked++;
		await pause(100);
	}
}

await deploy();
const ratios = [];
for (let n = 0; n < ROUNDS; n++) {
	const alone = await pages(SECONDS);
	let over = false;
	const attacker = attacks(() => over);
	const beside = await pages(SECONDS);
	over = true;
	await attacker;
	ratios.push(beside / alone);
	row(`guests.round ${n + 1}`, `${alone.toFixed(0)} pages/s alone, ${beside.toFixed(0)} beside`, '');
}
ratios.sort((a, b) => a - b);
row('guests.slowdown', `${(100 - 100 * ratios[1]).toFixed(1)} % (median of ${ROUNDS})`, '10 %');
row('guests.attacks', String(asked), '');
row('guests.failed', String(failed.length), '0');
await takeAway();
