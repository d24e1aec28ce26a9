/* Puts the plugin of storm.c into a house, as the city's own code in a pool of
 * its own, and takes it out again.
 */
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import {ask, sql, unseen, until} from '../http/lib.mjs';
import {guests, make, parts, reload, web} from '../hostile/deploy.mjs';

const functions = {
	fast: `create function fast() returns json stable language sql security definer set search_path = storm, pg_temp
		as 'select json_build_object(''good'', true)';`,
	slow: `create function slow(ms integer) returns json volatile language sql security definer set search_path = storm, pg_temp
		as 'select json_build_object(''slept'', pg_sleep(ms / 1000.0)::text)';`,
	/* Two statements: half of it would be seen. */
	note: `create function note(n text) returns json language plpgsql security definer set search_path = storm, pg_temp
		as $$ begin
			insert into entry values (n, 1);
			insert into entry values (n, 2);
			return json_build_object('n', n);
		end $$;`,
};

export async function deploy(workers = 4) {
	const {folder, share} = make('storm', 'storm/storm.c');
	fs.writeFileSync(`${share}/storm/sql/0001-entry.sql`,
		'create table entry (n text not null, half integer not null, primary key (n, half));\n');
	for (const [name, text] of Object.entries(functions))
		fs.writeFileSync(`${share}/storm/sql/fn/${name}.sql`, `${text}\n`);
	fs.mkdirSync(parts, {recursive: true});
	fs.writeFileSync(`${parts}/storm.ini`, `[pool storm]\nplugins = storm\nfolder = ${folder}\nworkers = ${workers}
		user = belfort-city\nrole = belfort_city\n`.replace(/^\t+/gm, ''));
	execFileSync('belfort', ['migrate']);
	web();
	await reload();
	await until(async () => (await ask(`/storm/fast?q=${unseen()}`)).status === 200, 'it stands');
}

export async function takeAway() {
	fs.rmSync(parts, {recursive: true});
	fs.rmSync(guests, {recursive: true, force: true});
	sql(`drop schema storm cascade; delete from belfort.feature where name = 'storm';
		delete from belfort.migration where feature = 'storm'; delete from belfort.loaded where feature = 'storm'`);
	web();
	await reload();
}
