/* A form that one key sends, as its button does.  Where the key closes something
 * of the browser first, it only does that.
 */
for (const form of document.querySelectorAll('form[data-key]')) {
	let sent = false;
	addEventListener('keydown', (event) => {
		const own = event.target instanceof Element && event.target.matches('select, input[type="date"], input[list]');
		if (event.key !== form.dataset.key || event.isComposing || event.defaultPrevented || own || sent)
			return;
		event.preventDefault();
		sent = true;
		form.requestSubmit();
	});
}
