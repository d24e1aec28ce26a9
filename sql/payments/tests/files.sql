-- Files: the sum of their lines, two people, each claim once.
begin;
select plan(53);
set local search_path = payments, people, tap, public;

delete from payments.file;
delete from payment;
delete from claim;
delete from payments.account;
insert into resident (id) values ('00000000-0000-0000-0000-0000000000c2');
insert into person_name (resident, family, from_day)
	values ('00000000-0000-0000-0000-0000000000c2', 'Zuur', '2000-01-01');
insert into people.account (id, kind, name) values
	('00000000-0000-0000-0000-0000000000a1', 'staff', 'Een'),
	('00000000-0000-0000-0000-0000000000a2', 'staff', 'Twee');
insert into session (id, account, method, ends) values
	(repeat('1', 64), '00000000-0000-0000-0000-0000000000a1', 'test', now() + interval '1 hour'),
	(repeat('2', 64), '00000000-0000-0000-0000-0000000000a2', 'test', now() + interval '1 hour');
insert into payments.account (resident, iban, source, since, actor)
	values ('00000000-0000-0000-0000-0000000000c2', 'BE68539007547034', 'given', '2020-01-01', '00000000-0000-0000-0000-0000000000c2');
select owe('F-' || n, '00000000-0000-0000-0000-0000000000c2', n * 100, 'transfer', 'a', 'b', 'c', current_date)
from generate_series(1, 3) n;
select owe('F-4', '00000000-0000-0000-0000-0000000000c2', 400, 'transfer', 'a', 'b', 'c', current_date + 1);

-- days on which banks work
select is(easter(2026), '2026-04-05', 'Easter of 2026');
select is(easter(2024), '2024-03-31', 'of 2024');
select is(easter(1954), '1954-04-18', 'of 1954, by the exception of Gauss');
select is(easter(1981), '1981-04-19', 'of 1981, by the other one');
select is(banking_day('2026-11-26'), '2026-11-27', 'the next day');
select is(banking_day('2026-11-27'), '2026-11-30', 'no weekend');
select is(banking_day('2026-12-24'), '2026-12-28', 'no Christmas, no weekend after it');
select is(banking_day('2026-12-31'), '2027-01-04', 'no New Year');
select is(banking_day('2026-04-02'), '2026-04-07', 'no Good Friday, no Easter Monday');
select is(banking_day('2026-04-30'), '2026-05-04', 'no first of May');

select is(euros(7), '0.07', 'seven cents');
select is(euros(123456), '1234.56', 'more of them');
select is(euros(99999999999), '999999999.99', 'as much as a bank takes');

-- a file
create temp table made as select (file_prepare(repeat('1', 64), 'geld', current_date) ->> 'id')::bigint as id;
select is((select array[lines, cents] from payments.file where id = (select id from made)), array[3, 600]::bigint[], 'three lines and their sum');
select lives_ok('set constraints all immediate', 'which the database agrees with');
set constraints all deferred;
select throws_ok($$select file_prepare(repeat('2', 64), 'geld', current_date)$$, 'BF000', 'nothing_ready', 'what is in a file is in no other');
select throws_ok($$insert into payment (claim, cents, kind, file, nr, reference, name, iban, text)
	select claim, cents, kind, file, 9, 'X-1', name, iban, text from payment where claim = 'F-1'$$,
	'23505', null, 'nor twice in one, by the database');
select throws_ok($$insert into payment (claim, cents, kind, reference, name, text, code) values ('F-1', 100, 'cash', 'F-1', 'x', 'x', 'ABCDEFGH00')$$,
	'23505', null, 'nor paid in cash meanwhile');
select throws_ok($$insert into payment (claim, cents, kind, file, nr, reference, name, iban, text)
	select 'F-4', 399, 'transfer', id, 9, 'X-1', 'x', 'BE68539007547034', 'x' from made$$,
	'23503', null, 'nor with another amount than is owed');
select throws_like($$update payments.file set cents = 601$$, '%stays as it is%', 'its sum stays');
select throws_like($$update payment set iban = 'BE71096123456769'$$, '%stays as it is%', 'an account in it too');
select throws_like($$update payment set outcome = 'paid', told = now()$$, '%stays as it is%', 'nothing is paid before it is released');
select throws_like($$update payment set outcome = 'cancelled', told = now()$$, '%stays as it is%', 'nor taken out of it');
select throws_ok($$delete from payment where claim = 'F-1'$$, '23514', null, 'nor lost');
select throws_ok($$insert into payments.file (message, kind, until, lines, cents, prepared_by)
	values ('BAD', 'transfer', current_date, 1, 1, '00000000-0000-0000-0000-0000000000a1');
	set constraints all immediate$$, '23514', null, 'a file without its lines is none');
set constraints all deferred;

-- two people
select throws_ok($$select file_plan(repeat('1', 64), id, 'BE68539007547034') from made$$, 'BF000', 'same_person', 'who prepared it does not release it');
select throws_ok($$update payments.file set released = now(), released_by = prepared_by, bytes = 'x', execution = current_date$$,
	'23514', null, 'by the database');
select throws_ok($$update payments.file set released = now(), released_by = '00000000-0000-0000-0000-0000000000a2', execution = current_date$$,
	'23514', null, 'nothing is released without its bytes');
select throws_ok($$select file_plan(repeat('2', 64), id, 'BE68539007547035') from made$$, 'BF000', 'no_debtor', 'the account of the city is checked');
select is((select json_array_length(file_plan(repeat('2', 64), id, 'BE68539007547034') -> 'lines') from made), 3, 'the second person sees all of it');

create function said(sum text, number text, amounts text[]) returns text
language sql as $$
	select format('<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"><I><GrpHdr><MsgId>%s</MsgId><NbOfTxs>%s</NbOfTxs><CtrlSum>%s</CtrlSum></GrpHdr><PmtInf><NbOfTxs>%2$s</NbOfTxs><CtrlSum>%3$s</CtrlSum>%4$s</PmtInf></I></Document>',
		f.message, number, sum, (select string_agg(format('<InstdAmt Ccy="EUR">%s</InstdAmt>', a), '') from unnest(amounts) a))
	from payments.file f, made where f.id = made.id
$$;
select throws_like($$select file_release(repeat('2', 64), id, said('6.01', '3', '{1.00,2.00,3.00}'), banking_day(current_date), null) from made$$,
	'%not the sum of its lines%', 'a sum that is another');
select throws_like($$select file_release(repeat('2', 64), id, said('6.00', '2', '{1.00,2.00,3.00}'), banking_day(current_date), null) from made$$,
	'%not the sum of its lines%', 'a number that is another');
select throws_like($$select file_release(repeat('2', 64), id, said('6.00', '3', '{1.00,2.00,3.01}'), banking_day(current_date), null) from made$$,
	'%not the sum of its lines%', 'an amount that is another');
select throws_like($$select file_release(repeat('2', 64), id, said('6.00', '3', '{1.00,5.00}'), banking_day(current_date), null) from made$$,
	'%not the sum of its lines%', 'a line that is not there');
select throws_ok($$select file_release(repeat('2', 64), id, said('6.00', '3', '{1.00,2.00,3.00}'), current_date, null) from made$$,
	'BF000', 'conflict', 'a day that is over');
select throws_ok($$select file_release(repeat('1', 64), id, said('6.00', '3', '{1.00,2.00,3.00}'), banking_day(current_date), null) from made$$,
	'BF000', 'same_person', 'the first person again');
select lives_ok($$select file_release(repeat('2', 64), id, said('6.00', '3', '{1.00,2.00,3.00}'), banking_day(current_date), null) from made$$,
	'the second person, with the sum of the lines');
select is((select sha256 from payments.file), (select sha256(bytes) from payments.file), 'its fingerprint is that of its bytes');
select throws_like($$update payments.file set bytes = 'x'$$, '%stays as it is%', 'its bytes stay');
select throws_ok($$select file_cancel(repeat('1', 64), id) from made$$, 'BF000', 'file_ended', 'what left is not cancelled');
select is((books() ->> 'released')::int, 600, 'the books tell that it left');
select is(withdraw('F-1'), 'left', 'and so is a decision in it');

-- answers
select throws_ok($$select answer_take(repeat('1', 64), '{"message": "A", "original": "X"}', repeat('a', 64))$$,
	'BF000', 'answer_unknown', 'an answer about nothing');
select lives_ok($$select answer_take(repeat('1', 64), json_build_object('message', 'A', 'original', f.message, 'status', 'ACSC',
	'groups', json_build_array(json_build_object('id', f.message, 'payments', json_build_array(
		json_build_object('id', 'F-3', 'status', 'RJCT', 'reason', 'AC04')))))::text, repeat('a', 64)) from payments.file f$$, 'all is paid but one');
select is((select array_agg(state_of('F-' || n) order by n) from generate_series(1, 3) n), '{paid,paid,refused}', 'so it is');
select throws_ok($$select answer_take(repeat('1', 64), json_build_object('message', 'B', 'original', f.message)::text, repeat('a', 64)) from payments.file f$$,
	'BF000', 'answer_twice', 'the same text again');
select throws_ok($$select answer_take(repeat('1', 64), json_build_object('message', 'A', 'original', f.message)::text, repeat('b', 64)) from payments.file f$$,
	'BF000', 'answer_twice', 'the same name again');
select is((books() ->> 'difference')::int, 0, 'the books balance');

-- what is too old goes as a whole, in the order in which it holds together
set local session_replication_role = replica;
update payments.file set prepared = now() - interval '3660 days';
update payment set made = now() - interval '3660 days';
update claim set ended = now() - interval '3660 days' where ended is not null;
set local session_replication_role = origin;
create temp table removed as select * from belfort.retention_run('payments');
select is((select rows from removed where relation = 'payments.file'), 1::bigint, 'an old file goes');
select is((select count(*)::int from payment), 0, 'with its payments');
select is((select count(*)::int from claim where number like 'F-%'), 4, 'claims a little later');
update claim set ended = now() - interval '3720 days' where number in ('F-1', 'F-2');
select is((select rows from belfort.retention_run('payments') where relation = 'payments.claim'), 2::bigint, 'when nothing holds them');
select lives_ok('set constraints all immediate', 'and sums are not missed');

select * from finish();
rollback;
