/* A browser without pages: it keeps cookies for each site and goes where it is
 * sent, one step at a time.
 */
import {base} from './lib.mjs';

/* The site calls itself localhost; it answers there too. */
const known = (url) => {
	const at = new URL(url, base);
	return at.port === base.port ? new URL(at.pathname + at.search, base) : at;
};

export class Visitor {
	jars = new Map();

	jar(host) {
		if (!this.jars.has(host))
			this.jars.set(host, new Map());
		return this.jars.get(host);
	}

	keep(host, lines) {
		for (const line of lines) {
			const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
			if (/max-age=0|1970/i.test(line))
				this.jar(host).delete(name);
			else
				this.jar(host).set(name, value);
		}
	}

	/* FORM is sent as one of the page that is open. */
	async go(url, form = undefined) {
		const at = known(url);
		const cookies = [...this.jar(at.host)].map((pair) => pair.join('=')).join('; ');
		const answer = await fetch(at, {
			method: form ? 'POST' : 'GET', redirect: 'manual',
			headers: {Accept: 'text/html', Cookie: cookies, ...form && {Origin: at.origin}},
			body: form && new URLSearchParams(form),
		});
		this.keep(at.host, answer.headers.getSetCookie());
		const next = answer.headers.get('location');
		return {
			status: answer.status, headers: answer.headers, text: await answer.text(), url: at,
			next: next && new URL(next, at).href,
		};
	}

	/* On from ANSWER until no page sends further, or PART is in the address. */
	async follow(answer, part = undefined) {
		while (answer.next && !(part && answer.next.includes(part)))
			answer = await this.go(answer.next);
		return answer;
	}

	get session() {
		return this.jar(base.host).get('__Host-belfort');
	}
}
