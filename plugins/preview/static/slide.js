/* Moves amounts with a slider beside each field, and shows what that does as it
 * moves: the parts marked data-live are fetched and put in place.  Where this
 * does not run, the button of the form does the same.
 */
const form = document.querySelector('[data-slide]');
const WAIT = 250; /* milliseconds of quiet before it asks */

const parts = (page) => [...page.querySelectorAll('[data-live]')];
const number = (text) => Number(text.replace(',', '.'));

function address() {
	const query = new URLSearchParams(new FormData(form));
	return `${form.getAttribute('action')}?${query}`;
}

/* What FRESH says in the place of OLD; a table that was open stays open. */
function put(old, fresh) {
	const open = [...old.querySelectorAll('details')].map((details) => details.open);
	old.innerHTML = fresh.innerHTML;
	for (const [n, details] of [...old.querySelectorAll('details')].entries())
		details.open = open[n] ?? false;
}

/* Why there are no figures, in the words of the page that says so. */
function refuse(page) {
	const note = document.createElement('p');
	note.className = 'notice';
	note.textContent = page.querySelector('h1')?.textContent ?? page.title;
	for (const part of parts(document))
		part.replaceChildren();
	parts(document)[0].append(note);
}

let last = 0;
async function look() {
	const mine = ++last, answer = await fetch(address(), { headers: { Accept: 'text/html' } });
	const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
	const fresh = parts(page);
	if (mine !== last)
		return;
	if (fresh.length === 0)
		return refuse(page);
	if (!answer.ok)
		return location.assign(address());
	for (const [n, part] of parts(document).entries())
		put(part, fresh[n]);
}

let waiting;
function soon() {
	clearTimeout(waiting);
	waiting = setTimeout(look, WAIT);
}

/* A slider that says the same as FIELD. */
function slider(field) {
	const range = document.createElement('input');
	range.type = 'range';
	range.min = 0;
	range.max = field.dataset.most;
	range.step = field.dataset.most > 20 ? 1 : 0.01;
	range.value = number(field.value);
	range.setAttribute('aria-labelledby', field.parentElement.id);
	range.addEventListener('input', () => { field.value = range.value; soon(); });
	field.addEventListener('input', () => { range.value = number(field.value); soon(); });
	field.parentElement.after(range);
}

if (form) {
	for (const [n, field] of [...form.querySelectorAll('[data-most]')].entries()) {
		field.parentElement.id = `bedrag-${n}`;
		slider(field);
	}
	form.querySelector('[name=groepen]').addEventListener('change', soon);
}
