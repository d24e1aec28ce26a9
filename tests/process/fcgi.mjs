/* A small FastCGI client: what a web server says to a worker, and nothing more. */
import net from 'node:net';

/* How long anything may take, on the slowest machine: milliseconds. */
export const PATIENCE = 60000;

const BEGIN = 1, END = 3, PARAMS = 4, STDIN = 5, STDOUT = 6;

function record(type, content) {
	const head = Buffer.from([1, type, 0, 1, 0, 0, 0, 0]);
	head.writeUInt16BE(content.length, 4);
	return Buffer.concat([head, content]);
}

function length(n) {
	if (n < 128)
		return Buffer.from([n]);
	const long = Buffer.alloc(4);
	long.writeUInt32BE((n | 0x80000000) >>> 0);
	return long;
}

function stream(type, data) {
	const out = [];
	for (let at = 0; at < data.length; at += 65535)
		out.push(record(type, data.subarray(at, at + 65535)));
	out.push(record(type, Buffer.alloc(0)));
	return Buffer.concat(out);
}

/* The bytes of a request with these CGI variables. */
export function encode(vars, body = '') {
	const pairs = Object.entries(vars).flatMap(([name, value]) => {
		const n = Buffer.from(name), v = Buffer.from(String(value));
		return [length(n.length), length(v.length), n, v];
	});
	return Buffer.concat([
		record(BEGIN, Buffer.from([0, 1, 0, 0, 0, 0, 0, 0])),
		stream(PARAMS, Buffer.concat(pairs)),
		stream(STDIN, Buffer.from(body)),
	]);
}

/* What came back: whole is true when the record that ends an answer is there. */
export function decode(data) {
	const out = [];
	let whole = false;
	while (data.length >= 8) {
		const len = data.readUInt16BE(4), end = 8 + len + data[6];
		if (data[1] === STDOUT)
			out.push(data.subarray(8, 8 + len));
		whole = whole || data[1] === END;
		data = data.subarray(end);
	}
	const text = Buffer.concat(out).toString();
	const cut = text.indexOf('\r\n\r\n');
	const head = cut < 0 ? '' : text.slice(0, cut);
	return {
		whole,
		status: Number(/^Status: (\d+)/m.exec(head)?.[1] ?? 0),
		head,
		body: cut < 0 ? '' : text.slice(cut + 4),
	};
}

/* Send BYTES to the socket at PATH and read until the other side closes. */
export function talk(path, bytes) {
	return new Promise((resolve, reject) => {
		const got = [];
		const socket = net.connect(path);
		socket.setTimeout(PATIENCE, () => socket.destroy(
			new Error(`nobody at ${path} says anything`)));
		socket.on('error', reject);
		socket.on('data', (data) => got.push(data));
		socket.on('close', () => resolve(Buffer.concat(got)));
		socket.write(bytes);
	});
}

export async function get(path, address, more = {}) {
	return decode(await talk(path, encode({
		REQUEST_METHOD: 'GET',
		PATH_INFO: address,
		HTTP_ACCEPT: 'application/json',
		...more,
	})));
}
