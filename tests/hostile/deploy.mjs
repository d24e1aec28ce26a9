/* Puts the hostile plugin into a house, shut in and in the open, and takes it
 * out again; for tests and for what it costs the others.
 */
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import {ask, house, log, sql, until, unseen} from '../http/lib.mjs';

const dir = process.env.BELFORT_DIR, tree = process.env.BELFORT_TREE;
export const parts = `${dir}/usr/etc/belfort/belfort.d`;
export const guests = `${dir}/guests`;
export const pools = {
	/* The same code as the city's own: what works here, works. */
	wild: {ini: 'user = belfort-city\nrole = belfort_city\n\n[plugin wild]\nmount = /wild', at: '/wild'},
	shut: {ini: 'user = belfort-shut\nrole = belfort_shut_pool\nsandbox = yes', at: '/v/shut'},
};

/* The folder of a plugin that stands apart, made from SOURCE. */
export function make(name, source) {
	const folder = `${guests}/${name}`, share = `${folder}/share`;
	fs.mkdirSync(`${share}/${name}/sql/fn`, {recursive: true});
	for (const word of ['core', 'static'])
		fs.symlinkSync(`${dir}/usr/share/belfort/${word}`, `${share}/${word}`);
	execFileSync('cc', ['-std=gnu11', '-D_GNU_SOURCE', '-fPIC', '-shared', `-DNAME="${name}"`,
		`-DFOLDER="${folder}"`, `-I${dir}/usr/include`, `${tree}/tests/${source}`,
		'-o', `${folder}/${name}.so`]);
	return {folder, share};
}

function build(name) {
	const {folder, share} = make(name, 'hostile/hostile.c');
	fs.writeFileSync(`${share}/${name}/sql/0001-own.sql`, 'create table own (n integer);\n');
	fs.writeFileSync(`${share}/${name}/sql/fn/attack.sql`, `create function attack(given text) returns json
		language plpgsql security definer set search_path = ${name}, pg_temp as $$
		begin execute given; return '{"worked": true, "said": "worked"}';
		exception when others then return json_build_object('worked', false, 'said', sqlstate); end $$;\n`);
	/* Its files may be written by whoever it runs as: the sandbox must stop it. */
	execFileSync('chmod', ['-R', 'a+rwX', folder]);
	fs.mkdirSync(parts, {recursive: true});
	const [pool, plugin = ''] = pools[name].ini.split('\n\n');
	const own = `plugins = ${name}\nfolder = ${folder}\n${pool}\n`;
	fs.writeFileSync(`${parts}/${name}.ini`, `[pool ${name}]\nworkers = 1\n${own}\n[pool ${name}-jobs]\n${own}\n${plugin}\n`);
}

export const master = () => Number(fs.readFileSync(`${dir}/run/master.pid`));
export const answers = async (name) => (await ask(`${pools[name].at}/loaded?q=${unseen()}`)).status === 200;

export function reload() {
	const from = log.where('belfort');
	process.kill(master(), 'SIGHUP');
	return until(() => log.since('belfort', from).includes('event=serving'), 'a new generation serves');
}

export function web() {
	house('nginx_parts');
	process.kill(Number(fs.readFileSync(`${dir}/run/nginx.pid`)), 'SIGHUP');
}

export async function deploy() {
	fs.rmSync(guests, {recursive: true, force: true});
	Object.keys(pools).forEach(build);
	execFileSync('belfort', ['migrate']);
	web();
	await reload();
	for (const name of Object.keys(pools))
		await until(() => answers(name), `${name} answers`);
}

export async function takeAway() {
	fs.rmSync(parts, {recursive: true});
	sql(`drop schema wild, shut cascade; delete from belfort.guest;
		delete from belfort.feature where guest;
		delete from belfort.migration where feature in ('wild', 'shut');
		delete from belfort.loaded where feature in ('wild', 'shut')`);
	web();
	await reload();
}
