/* The pages of the demo's provider: who are you, and do you want to leave. */

const words = {
	nl: {
		title: 'Aanmelden (proef)',
		demo: 'Dit is geen echte aanmelding. De mensen op deze lijst bestaan niet.',
		who: 'Wie bent u?', eid: 'Aanmelden met eID', itsme: 'Aanmelden met itsme', stop: 'Stoppen',
		out: 'Ook hier afmelden?', yes: 'Ja, meld mij af', no: 'Nee, ik blijf aangemeld',
		left: 'U bent hier afgemeld', wrong: 'Dit lukte niet',
		again: 'Ga terug naar de site van de stad en begin opnieuw.',
	},
	en: {
		title: 'Sign in (trial)',
		demo: 'This is not a real sign-in. The people on this list do not exist.',
		who: 'Who are you?', eid: 'Sign in with eID', itsme: 'Sign in with itsme', stop: 'Stop',
		out: 'Sign out here too?', yes: 'Yes, sign me out', no: 'No, I stay signed in',
		left: 'You are signed out here', wrong: 'This did not work',
		again: 'Go back to the site of the city and start again.',
	},
	fr: {
		title: 'Se connecter (essai)',
		demo: 'Ceci n\'est pas une vraie connexion. Les personnes de cette liste n\'existent pas.',
		who: 'Qui êtes-vous ?', eid: 'Se connecter avec eID', itsme: 'Se connecter avec itsme', stop: 'Arrêter',
		out: 'Se déconnecter ici aussi ?', yes: 'Oui, déconnectez-moi', no: 'Non, je reste connecté',
		left: 'Vous êtes déconnecté ici', wrong: 'Cela n\'a pas marché',
		again: 'Retournez au site de la ville et recommencez.',
	},
};

/* The first language asked for that we speak. */
export function spoken(asked = '') {
	return asked.split(/[ ,;]/).map((each) => each.slice(0, 2)).find((each) => each in words) ?? 'nl';
}

const style = `
body { font: 1.1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 34rem; padding: 1rem; color: #1b1b1b; }
.demo { background: #fff3cd; padding: .8rem; }
fieldset { border: 1px solid #767676; margin: 1rem 0; padding: .8rem; }
legend { font-weight: bold; }
label { display: block; padding: .5rem; }
button { display: block; width: 100%; margin: .6rem 0; padding: .8rem; font: inherit; background: #fff; border: 2px solid #005a9c; color: #005a9c; }
button.main { background: #005a9c; color: #fff; }
:focus-visible { outline: 3px solid #b35c00; outline-offset: 2px; }`;

function page(lang, title, body) {
	return `<!DOCTYPE html>
<html lang="${lang}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${style}</style></head>
<body><main><h1>${title}</h1>${body}</main></body>
</html>
`;
}

export function signIn(lang, people) {
	const say = words[lang];
	const choices = people.map(({id, given_name: given, family_name: family}, nr) =>
		`<label><input type="radio" name="who" value="${id}" required${nr === 0 ? ' checked' : ''}> ${given} ${family}</label>`);
	return page(lang, say.title, `
<p class="demo">${say.demo}</p>
<form method="post">
<fieldset><legend>${say.who}</legend>${choices.join('')}</fieldset>
<button class="main" name="with" value="eid">${say.eid}</button>
<button class="main" name="with" value="itsme">${say.itsme}</button>
<button name="with" value="" formnovalidate>${say.stop}</button>
</form>`);
}

export function signOut(lang, form) {
	const say = words[lang];
	return page(lang, say.out, `${form}
<button class="main" type="submit" form="op.logoutForm" name="logout" value="yes">${say.yes}</button>
<button type="submit" form="op.logoutForm">${say.no}</button>`);
}

export const signedOut = (lang) => page(lang, words[lang].left, '');

export const wrong = (lang) => page(lang, words[lang].wrong, `<p>${words[lang].again}</p>`);
