/* Lets people see the password they type: the buttons for it are hidden where
 * scripts do not run.
 */
for (const button of document.querySelectorAll('[data-show]')) {
	const field = document.getElementById(button.dataset.show);
	const show = (yes) => {
		field.type = yes ? 'text' : 'password';
		button.setAttribute('aria-pressed', String(yes));
	};
	button.hidden = false;
	button.addEventListener('click', () => show(field.type === 'password'));
	/* What is kept by the browser is kept as a password. */
	field.form.addEventListener('submit', () => show(false));
}
