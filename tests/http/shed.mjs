/* Puts the tool library of demo/toolshed into a house, as an operator would. */
import {execFileSync, spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import {ask, until, unseen} from './lib.mjs';

export const at = '/v/toolshed';
let work;

export async function deploy() {
	work = fs.mkdtempSync(`${os.tmpdir()}/bf-toolshed-`);
	const cwd = `${work}/toolshed`;
	fs.cpSync(`${process.env.BELFORT_TREE}/demo/toolshed`, cwd, {recursive: true});
	execFileSync('make', ['-s', 'check'],
		{cwd, env: {...process.env, PKG_CONFIG_PATH: `${process.env.BELFORT_DIR}/usr/lib/pkgconfig`}});
	execFileSync('belfort', ['plugin', 'add', cwd, '--yes']);
	await until(async () => (await ask(`${at}?q=${unseen()}`)).status === 200, 'it stands');
}

export function takeAway() {
	spawnSync('belfort', ['plugin', 'remove', 'toolshed', '--yes'], {cwd: work});
	fs.rmSync(work, {recursive: true});
}
