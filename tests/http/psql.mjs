/* A conversation with the database, for tests that hold a transaction open. */
import {spawn} from 'node:child_process';

const dir = process.env.BELFORT_DIR;
const open = new Set();
let spoken = 0;

/* SAY gives what a command answers, and rejects when the connection is lost;
 * CLOSE ends it. */
export function conversation() {
	const child = spawn(`${process.env.BELFORT_TREE}/demo/house`, ['inside', dir, 'call_as', 'belfort-pg', 'psql', '-qXAt',
		'-h', `${dir}/run`, '-U', 'postgres', '-d', 'belfort', '-v', 'ON_ERROR_STOP=1'], {stdio: ['pipe', 'pipe', 'ignore']});
	let heard = '', wake = () => {}, over = false;
	child.stdout.on('data', (part) => { heard += part; wake(); });
	child.on('close', () => { over = true; wake(); });
	child.stdin.on('error', () => {});
	open.add(child);
	const gone = new Promise((resolve) => child.on('close', resolve)).then(() => open.delete(child));
	return {
		async say(text) {
			const mark = `said-${++spoken}`;
			heard = '';
			child.stdin.write(`${text};\n\\echo ${mark}\n`);
			while (!heard.includes(`${mark}\n`)) {
				if (over)
					throw new Error('the connection is lost');
				await new Promise((resolve) => { wake = resolve; });
			}
			return heard.slice(0, heard.indexOf(mark)).trim();
		},
		close: () => { child.stdin.end(); return gone; },
	};
}

/* Those that a test which failed left open. */
export const hangUp = () => open.forEach((child) => child.stdin.end());
