-- Claims: owed once, in one state, and books that balance.
begin;
select plan(39);
set local search_path = payments, people, tap, public;

delete from payment;
delete from claim;
delete from payments.account;
insert into resident (id) values ('00000000-0000-0000-0000-0000000000c1');
insert into person_name (resident, given, family, from_day)
	values ('00000000-0000-0000-0000-0000000000c1', 'Éloïse', 'Øster & Zoon', '2000-01-01');
create function owed(number text, cents bigint default 1000, kind text default 'transfer') returns void
language sql as $$
	select owe(number, '00000000-0000-0000-0000-0000000000c1', cents, kind,
		'Energiepremie', 'Energy grant', 'Prime énergie', current_date)
$$;

-- account numbers
select is(iban_fault('BE68539007547034'), null, 'an account of Belgium');
select is(iban_fault('MT84MALT011000012345MTLCAST001S'), null, 'of Malta, with letters');
select is(iban_fault('FR1420041010050500013M02606'), null, 'of France');
select is(iban_fault('BE68539007547035'), 'iban_wrong', 'one digit is wrong');
select is(iban_fault('BE86539007547034'), 'iban_wrong', 'two digits changed places');
select is(iban_fault('BE6853900754703'), 'iban_length', 'too short for Belgium');
select is(iban_fault('XX63000000000001'), 'iban_country', 'no country of SEPA');
select is(iban_fault('BE53123456789012'), 'iban_wrong', 'right by its first digits, wrong by its last two');
select is(iban_fault('BE2312345678901A'), 'iban_wrong', 'no letters in Belgium');
select is(iban_fault('BE54000000000097'), null, 'ninety-seven, where nothing is left');
select is(iban_fault('NL98ABNA0000000057'), null, 'ninety-eight is the highest that is given');
select is(iban_fault('NL01ABNA0000000057'), 'iban_wrong', 'one is never given');
select is(iban_fault('be68539007547034'), 'iban_wrong', 'small letters are not kept');

-- signs that a bank takes
select is(sepa('Éloïse Øster & Zoon; ßæŒł', 70), 'Eloise Oster + Zoon, ssaeOEl', 'letters without accents');
select is(sepa('Іван "x" <y>', 70), '. .x. .y.', 'all others are a dot');
select is(sepa('  /a//b  ', 70), 'a /b', 'no slash at an end, nor two');
select is(length(sepa(repeat('ß', 100), 70)), 70, 'cut after the letters became more');
select is(sepa(chr(8234), 70), '.', 'never empty');

-- claims
select lives_ok($$select owed('T-1')$$, 'something is owed');
select lives_ok($$select owed('T-1')$$, 'and told twice is owed once');
select is((select count(*)::int from claim), 1, 'it is one claim');
select throws_like($$select owed('T-1', 999)$$, '%known with another content%', 'another amount is refused');
select throws_like($$select owed('T-1', 1000, 'order')$$, '%known with another content%', 'another kind too');
select throws_like($$select owed('t 1')$$, '%no number of a payment%', 'a number that no bank takes');
select throws_like($$select owed(repeat('A', 36))$$, '%no number of a payment%', 'a number that is too long');
select throws_like($$select owed('T-2', 1, 'cheque')$$, '%no way to pay%', 'a kind that is none');
select throws_like($$select owed('T-2', 1, 'order:nobody')$$, '%no partner is called nobody%', 'a partner that is none');
select throws_ok($$select owed('T-2', 0)$$, '23514', null, 'nothing is no claim');
select throws_like($$select owe('T-2', '00000000-0000-0000-0000-0000000000ff', 1, 'transfer', 'a', 'b', 'c', current_date)$$,
	'%nobody in the register%', 'somebody who is not there');
select is(state_of('T-1'), 'waiting_account', 'it waits for an account');
select is(state_of('T-9'), null, 'what nobody told of has no state');
select lives_ok($$select owed('T-3', 500, 'order')$$, 'an order');
select is(state_of('T-3'), 'ready', 'needs no account');
select is((select count(*)::int from paper where resident = '00000000-0000-0000-0000-0000000000c1'),
	1, 'the question is put once');
select is((books() ->> 'difference')::int, 0, 'the books balance');
select is(withdraw('T-1'), 'withdrawn', 'a decision is withdrawn');
select is(withdraw('T-1'), 'withdrawn', 'and stays so');
select is((books() ->> 'withdrawn')::int, 1000, 'which the books show');
select is((books() ->> 'difference')::int, 0, 'and they balance');

select * from finish();
rollback;
