/* The people around a payment: residents who say on which account, two civil
 * servants, a bank, a partner and a counter.  What left is counted here too, from
 * the files that were handed over and from nothing else.
 */
import assert from 'node:assert/strict';
import {sql} from '../http/lib.mjs';
import {answer, books, desk, form, own, preparer, read, release, releaser, take, tree} from '../http/payments.mjs';
import {signIn} from '../http/signed.mjs';
import {TURNS} from './ledger.mjs';
import {enter} from './resident.mjs';

const column = (text) => sql(text).split('\n').filter(Boolean);
const sum = (list) => list.reduce((all, n) => all + n, 0);
const refused = [['AC04', 0.5], ['MS03', 1]]; /* theirs to mend, ours to pay again */

/* A Belgian account that proves itself. */
export function iban(random) {
	const ten = `539${String(random.below(1e7)).padStart(7, '0')}`, all = `${ten}${String(Number(ten) % 97 || 97).padStart(2, '0')}`;
	return `BE${String(98 - Number(BigInt(`${all}111400`) % 97n)).padStart(2, '0')}${all}`;
}

/* "1234.50", exactly. */
const cents = (text) => Number(/^(\d+)\.(\d\d)$/.exec(text).slice(1).join(''));

export class Office {
	constructor(random) {
		this.random = random;
		this.lines = new Map();  /* by the number of the decision: {cents, state, kind} */
		this.messages = new Set();
		this.again = new Set();  /* what the city has to pay once more */
		this.over = new Set();   /* of those, what is not for the city any more */
	}
	/* Sessions last a day. */
	begin() {
		this.one = preparer();
		this.two = releaser();
		this.counter = signIn({kind: 'staff', name: 'Cas Proef', rights: ['payments.cash']});
	}

	/* --- residents ------------------------------------------------------------ */

	/* Most of those who were asked say so in a day; some want cash, some wait. */
	async accounts() {
		for (const row of column(`select s.resident || ' ' || string_agg(s.number, ' ') from payments.standing(payments.claims_open()) s
			join ${TURNS} t using (number) where s.state in ('waiting_account', 'refused') group by s.resident order by min(t.turn)`)) {
			const [resident, ...numbers] = row.split(' ');
			if (this.random.once(0.4))
				continue;
			const cash = this.random.once(0.2);
			const said = await form(enter(resident), own, cash ? {keuze: 'geen'} : {keuze: 'ander', rekening: iban(this.random)}, own);
			assert.equal(said.status, 303, said.text);
			this.forget(numbers);
		}
	}
	/* They gave another account, or want it no more. */
	forget(numbers) {
		numbers.filter((number) => this.again.delete(number)).forEach((number) => this.over.add(number));
	}

	/* --- files ----------------------------------------------------------------- */

	async prepared(wat, day) {
		const said = await form(this.one, `${desk}/bestand`, {wat, tot: day});
		return said.status === 303 ? Number(/(\d+)$/.exec(said.headers.location)[1]) : assert.equal(said.status, 422, said.text);
	}
	async pay(day) {
		for (const wat of ['geld', ...column('select name from payments.partner')]) {
			const id = await this.prepared(wat, day);
			if (id)
				await this.handOver(id, wat);
		}
	}
	async handOver(id, wat) {
		assert.equal((await release(this.one, id, {gezien: 5000})).status, 403, 'who prepares does not release');
		assert.equal((await release(this.two, id, {gezien: 5000})).status, 303);
		const {text} = await take(this.one, id);
		if (wat === 'geld')
			await this.bank(this.credits(text));
		else
			this.orders(text);
	}
	/* A number leaves when it never did, or came back. */
	leaves(number, amount, kind) {
		const before = this.lines.get(number);
		assert.ok(!before || before.state === 'refused', `${number} left before: ${before?.state}`);
		this.lines.set(number, {cents: amount, kind, state: 'left'});
	}
	orders(text) {
		for (const line of text.trim().split('\r\n').slice(1)) {
			const [number, , , amount] = line.split(';');
			this.leaves(number, Number(amount), 'order');
		}
	}
	/* Each element that holds a sum, by sums of our own. */
	credits(text) {
		const {GrpHdr, PmtInf} = tree(read(text)).CstmrCdtTrfInitn, credits = [PmtInf.CdtTrfTxInf].flat();
		const lines = credits.map((one) => [one.PmtId.EndToEndId, cents(one.Amt.InstdAmt.value)]);
		for (const part of [GrpHdr, PmtInf]) {
			assert.equal(Number(part.NbOfTxs), lines.length);
			assert.equal(cents(part.CtrlSum), sum(lines.map(([, amount]) => amount)));
		}
		assert.equal(this.messages.has(GrpHdr.MsgId), false, 'a message is sent once');
		this.messages.add(GrpHdr.MsgId);
		const numbers = lines.map(([reference, amount]) => {
			const number = /^B-\d{4}-\d{7,}/.exec(reference)[0];
			this.leaves(number, amount, 'transfer');
			return [reference, number];
		});
		return {message: GrpHdr.MsgId, numbers};
	}
	/* It pays most; two of ten come back, for one of two reasons. */
	async bank({message, numbers}) {
		const payments = {};
		const turns = column(`select number from ${TURNS} t order by turn`);
		for (const [reference, number] of numbers.sort(([, a], [, b]) => turns.indexOf(a) - turns.indexOf(b))) {
			const code = this.random.once(0.2) && refused.find(([, odds]) => this.random.once(odds))[0];
			payments[reference] = code ? ['RJCT', code] : ['ACSC'];
			this.lines.get(number).state = code ? 'refused' : 'paid';
			if (code === 'MS03')
				this.again.add(number);
		}
		const said = await form(this.one, `${desk}/antwoord`, {antwoord: answer(message, {status: 'PART', payments})});
		assert.equal(said.status, 303, said.text);
		const twice = await form(this.one, `${desk}/antwoord`, {antwoord: answer(message, {status: 'PART', payments, name: 'BANK-2'})});
		assert.ok([303, 422].includes(twice.status), 'an answer again changes nothing');
	}
	/* Not what another account mended, or who wants it no more. */
	async mend() {
		for (const [numbers, status] of [[this.again, 303], [this.over, 409]]) {
			for (const nummer of numbers)
				assert.equal((await form(this.one, `${desk}/opnieuw`, {nummer})).status, status, nummer);
			numbers.clear();
		}
	}
	/* Half of those who have a letter with a code come by. */
	async cash() {
		for (const row of column(`select p.claim || ' ' || p.code || ' ' || p.cents from payments.payment p
			join ${TURNS} t on t.number = p.claim where p.kind = 'cash' and p.outcome is null order by t.turn`)) {
			const [number, code, amount] = row.split(' ');
			if (this.random.once(0.5))
				continue;
			const said = await form(this.counter, `${desk}/contant/betaald`, {code}, `${desk}/contant`);
			assert.equal(said.status, 200, said.text);
			this.leaves(number, Number(amount), 'cash');
			this.lines.get(number).state = 'paid';
		}
	}

	/* --- books ------------------------------------------------------------------ */

	/* OWED: what the model says that all of it is.  The books, in cents. */
	balances(owed) {
		const is = books(), of = (fits) => sum([...this.lines.values()].filter(fits).map((line) => line.cents));
		assert.deepEqual(
			{claims: is.claims, difference: is.difference, paid: is.paid, ordered: is.ordered, released: is.released},
			{claims: owed, difference: 0, paid: of(({state}) => state === 'paid'),
				ordered: of(({kind}) => kind === 'order'), released: of(({kind, state}) => kind === 'transfer' && state === 'left')});
		return is;
	}
	async day(day) {
		this.begin();
		await this.mend();
		await this.accounts();
		await this.cash();
		await this.pay(day);
	}
}
