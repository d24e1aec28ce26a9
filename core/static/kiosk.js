/* A visit at a kiosk ends after some quiet, and asks first.  Without this the
 * header Refresh ends it, which cannot see that somebody still types.  What it
 * says on the console is for the program that runs the browser (demo/kiosk).
 */
const bar = document.querySelector('[data-quiet]');
const say = (word) => console.info(`belfort-kiosk: ${word}`);

function visit() {
	const ask = document.querySelector('.kiosk-ask');
	const quiet = Number(bar.dataset.quiet) * 1000;
	const end = () => location.replace(bar.dataset.done);
	let asking, ending;

	/* Three parts of the quiet before it asks, one to answer. */
	function live() {
		clearTimeout(asking);
		clearTimeout(ending);
		asking = setTimeout(() => ask.showModal(), quiet * 3 / 4);
		ending = setTimeout(end, quiet);
	}
	for (const sign of ['pointerdown', 'keydown', 'input', 'wheel', 'touchmove'])
		addEventListener(sign, () => { ask.open || live(); }, { passive: true, capture: true });
	ask.addEventListener('close', live);
	addEventListener('load', () => { window.stop(); live(); });
	setInterval(() => say('hier'), 60000);
	addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });
}

/* What the browser would keep or lead away. */
function tidy() {
	for (const form of document.forms)
		form.autocomplete = 'off';
	for (const field of document.querySelectorAll('input, textarea, select'))
		field.autocomplete = 'off';
	for (const link of document.querySelectorAll('main a[href^="http"]'))
		link.removeAttribute('href');
	for (const link of document.querySelectorAll('a[target]'))
		link.removeAttribute('target');
}

function print() {
	const button = document.querySelector('[data-print]');
	button.hidden = false;
	button.addEventListener('click', () => window.print());
}

if (bar) {
	visit();
	tidy();
	print();
}
say(document.body.dataset.said ?? 'hier');
