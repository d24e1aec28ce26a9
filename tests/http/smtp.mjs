/* A real mail server on this machine, Exim of Debian, with a spool of its own;
 * and a line to it that can be cut at any word.
 */
import assert from 'node:assert/strict';
import {execFileSync, spawn} from 'node:child_process';
import {once} from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import {until} from './lib.mjs';

async function freePort() {
	const server = net.createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const {port} = server.address();
	server.close();
	await once(server, 'close');
	return port;
}

/* A certificate for localhost, by an authority of its own. */
function certificate(dir) {
	const openssl = (...words) => execFileSync('openssl', words, {cwd: dir, stdio: 'pipe'});
	const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
	openssl('req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=Test');
	openssl('req', ...key, '-keyout', 'key.pem', '-out', 'csr.pem', '-subj', '/CN=localhost');
	fs.writeFileSync(`${dir}/ext`, 'subjectAltName=DNS:localhost\n');
	openssl('x509', '-req', '-in', 'csr.pem', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial',
		'-extfile', 'ext', '-days', '2', '-out', 'cert.pem');
	fs.chmodSync(`${dir}/key.pem`, 0o644);
}

/* Files in DIR say how it behaves: `later`, `never`, `closed` (to all who do
 * not sign in); who is called nobody is not there. */
const settings = (dir, port) => `
exim_user = Debian-exim
exim_group = Debian-exim
deliver_drop_privilege = true
primary_hostname = localhost
spool_directory = ${dir}/spool
log_file_path = ${dir}/log-%s
pid_file_path = ${dir}/exim.pid
daemon_smtp_ports = ${port}
local_interfaces = 127.0.0.1
tls_advertise_hosts = *
tls_certificate = ${dir}/cert.pem
tls_privatekey = ${dir}/key.pem
auth_advertise_hosts = \${if def:tls_in_cipher{*}}
acl_smtp_mail = mail
acl_smtp_rcpt = rcpt
acl_smtp_data = data
smtp_accept_max = 100
smtp_accept_max_per_host = 100
smtp_enforce_sync = false
rfc1413_query_timeout = 0s
host_lookup =
message_logs = false
begin acl
mail:
  deny message = 5.7.0 sign in first
    condition = \${if exists{${dir}/closed}}
    !authenticated = *
  accept
rcpt:
  deny message = 5.1.1 <$local_part@$domain> is not here
    local_parts = nobody
  defer message = 4.3.0 come again
    condition = \${if exists{${dir}/later}}
  accept
data:
  deny message = 5.7.1 not this
    condition = \${if exists{${dir}/never}}
  accept
begin routers
all:
  driver = accept
  transport = keep
begin transports
keep:
  driver = appendfile
  maildir_format
  directory = ${dir}/inbox
  create_directory
  user = Debian-exim
begin retry
* * F,1h,1m
begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = \${if and{{eq{$auth2}{belfort}}{eq{$auth3}{geheim}}}}
  server_set_id = $auth2
`;

/* What stands in a mail: its headers by name, its text. */
function parse(text) {
	const [head, ...rest] = text.split('\n\n');
	const headers = {};
	for (const line of head.replace(/\n[ \t]+/g, ' ').split('\n'))
		headers[line.slice(0, line.indexOf(':')).toLowerCase()] ??= line.slice(line.indexOf(':') + 1).trim();
	const bytes = rest.join('\n\n').replace(/=\n/g, '')
		.replace(/=([0-9A-F]{2})/g, (all, hex) => String.fromCharCode(parseInt(hex, 16)));
	return {headers, text: Buffer.from(bytes, 'latin1').toString()};
}

export class Smtp {
	async start() {
		this.dir = fs.mkdtempSync(path.join(os.tmpdir(), 'bf-mail-'));
		fs.chmodSync(this.dir, 0o755);
		fs.mkdirSync(`${this.dir}/spool`);
		certificate(this.dir);
		this.port = await freePort();
		fs.writeFileSync(`${this.dir}/exim.conf`, settings(this.dir, this.port));
		execFileSync('chown', ['-R', 'Debian-exim:Debian-exim', this.dir]);
		fs.chownSync(`${this.dir}/exim.conf`, 0, 0);
		await this.up();
		return this;
	}

	async up() {
		this.process = spawn('/usr/sbin/exim4', ['-C', `${this.dir}/exim.conf`, '-bdf', '-q1m'],
			{stdio: ['ignore', 'ignore', 'inherit']});
		await until(() => this.hears(), 'the mail server is there');
	}

	hears() {
		return new Promise((resolve) => {
			const socket = net.connect(this.port, '127.0.0.1');
			socket.once('data', () => { socket.destroy(); resolve(true); });
			socket.once('error', () => resolve(false));
		});
	}

	async down() {
		this.process.kill('SIGTERM');
		await once(this.process, 'exit');
	}

	async stop() {
		await this.down();
		fs.rmSync(this.dir, {recursive: true, force: true});
	}

	set(mood, on = true) {
		if (on)
			fs.writeFileSync(`${this.dir}/${mood}`, '');
		else
			fs.rmSync(`${this.dir}/${mood}`, {force: true});
	}

	/* What arrived. */
	inbox() {
		const folder = `${this.dir}/inbox/new`;
		return fs.existsSync(folder)
			? fs.readdirSync(folder).map((name) => parse(fs.readFileSync(`${folder}/${name}`, 'utf8')))
			: [];
	}

	async arrived(count) {
		await until(() => this.inbox().length >= count, `${count} mails arrive`);
		return this.inbox();
	}

	/* What it took over, delivered or not, with the id of each. */
	taken() {
		const lines = fs.existsSync(`${this.dir}/log-main`) ? fs.readFileSync(`${this.dir}/log-main`, 'utf8') : '';
		return [...lines.matchAll(/ <= .* id=(\S+)/g)].map((found) => found[1]);
	}
}

/* Passes on what both say.  SAW(line, end, cut) is called for each line that
 * one of them says, before it is passed on; cut() ends the line at once. */
export async function wire(port, saw) {
	const server = net.createServer((mine) => {
		const theirs = net.connect(port, '127.0.0.1');
		const cut = () => { mine.destroy(); theirs.destroy(); };
		const pass = (from, to, end) => {
			from.on('data', (data) => {
				for (const line of data.toString('latin1').split('\r\n'))
					if (line !== '')
						saw(line, end, cut);
				if (!to.destroyed)
					to.write(data);
			});
			from.on('end', () => to.end());
			from.on('error', cut);
		};
		pass(mine, theirs, 'client');
		pass(theirs, mine, 'server');
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	assert.ok(server.address().port);
	return server;
}
