/* Shows what changed on a page that otherwise asks for itself again and again:
 * the parts marked data-live are fetched and put in place, so that nothing
 * flashes and a screen reader says what is new.  Where this does not run or
 * stops, the page goes on by itself.
 */
const root = document.documentElement;
const parts = (page) => [...page.querySelectorAll('[data-live]')];
const next = (page) => page.querySelector('[data-next]')?.dataset.next;
const every = Number(document.querySelector('[data-every]')?.dataset.every ?? 10) * 1000;
let at = location.href, turn = next(document), asked = 0;

/* Each fourth time in the next language, where languages take turns. */
function address() {
	if (turn && ++asked % 4 === 0)
		at = turn;
	return at;
}

async function look() {
	const answer = await fetch(address(), { headers: { Accept: 'text/html' } });
	const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
	const fresh = parts(page), mine = parts(document);
	if (!answer.ok || fresh.length !== mine.length)
		throw new Error(`status ${answer.status}`);
	root.lang = page.documentElement.lang;
	document.title = page.title;
	turn = next(page);
	for (const [n, part] of mine.entries()) {
		if (part.innerHTML !== fresh[n].innerHTML)
			part.innerHTML = fresh[n].innerHTML;
	}
}

/* What cannot be put in place is asked for as a page. */
const loop = () => look().then(() => setTimeout(loop, every), () => setTimeout(() => location.reload(), every));

addEventListener('load', () => {
	if (document.body.classList.contains('kiosk'))
		return;
	window.stop(); // the header Refresh, for who has no script
	setTimeout(loop, every);
});
