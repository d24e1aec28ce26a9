-- How long somebody who fails has to wait; links, passwords and letters of one use.
begin;
select plan(34);
set local search_path = people, tap, public;

-- slowing down
select results_eq(
	$$select extract(epoch from attempt_wait(n, 5))::integer from unnest('{1,5,6,7,8,12,13,14,1000000}'::integer[]) n$$,
	$$values (0), (0), (5), (10), (20), (320), (640), (900), (900)$$,
	'five tries are free, then each waits twice as long, a quarter of an hour at most');
select is(attempt_tries(3, now() - interval '29 minutes', interval '15 minutes'), 3,
	'one try is forgotten in each quarter of an hour');
select is(attempt_tries(3, now() - interval '9 hours', interval '15 minutes'), 1, 'and never more than there are');

prepare try as select attempt_begin(repeat('a', 64), repeat($1, 64));
select lives_ok(format('execute try(%L)', n % 10), 'try ' || n) from generate_series(1, 6) n;
select throws_ok($$execute try('8')$$, 'BF000', 'too_often', 'the seventh waits');
select is((select tries from attempt where who = repeat('a', 64)), 6, 'and is not counted');
select is_empty($$select from attempt where who = repeat('8', 64)$$, 'nor is its network');
update attempt set until = now() where who = repeat('a', 64);
select lives_ok($$execute try('8')$$, 'until the moment has come');
select attempt_end(repeat('a', 64), repeat('8', 64));
select is_empty($$select from attempt where who = repeat('a', 64)$$, 'who was right is forgotten');
select lives_ok(format('select attempt_begin(lpad(%L, 64, ''0''), repeat(''b'', 64))', n), 'account ' || n)
from generate_series(1, 2) n;
update attempt set tries = 31, until = now() where who = repeat('b', 64);
select lives_ok($$select attempt_begin(lpad('3', 64, '0'), repeat('b', 64))$$, 'a network has more');
select throws_ok($$select attempt_begin(lpad('4', 64, '0'), repeat('b', 64))$$, 'BF000', 'too_often', 'but not without end');
select attempt_end(lpad('3', 64, '0'), repeat('b', 64));
select is((select tries from attempt where who = repeat('b', 64)), 31, 'one who was right takes back one try of the network');

-- links
insert into account (id, kind, name, email) values
	('00000000-0000-0000-0000-00000000000a', 'resident', 'Roos', 'roos@test.invalid'),
	('00000000-0000-0000-0000-00000000000b', 'resident', 'Bas', 'bas@test.invalid');
insert into link (token, purpose, account, email, ends) values
	(repeat('1', 64), 'password', '00000000-0000-0000-0000-00000000000a', 'roos@test.invalid', now() + interval '1 hour'),
	(repeat('2', 64), 'password', '00000000-0000-0000-0000-00000000000a', 'roos@test.invalid', now()),
	(repeat('3', 64), 'password', null, 'niemand@test.invalid', now() + interval '1 hour'),
	(repeat('4', 64), 'email', '00000000-0000-0000-0000-00000000000a', 'bas@test.invalid', now() + interval '1 hour');
select throws_ok(format('select link_take(repeat(%L, 64), %L)', token, 'password'), 'BF000', 'link_gone', why)
from (values ('2', 'a link that is too old'), ('3', 'one of an address without an account'),
	('4', 'one for something else'), ('9', 'one that nobody was sent')) v(token, why);
select is((link_take(repeat('1', 64), 'password')).email, 'roos@test.invalid', 'a link works');
select throws_ok($$select link_take(repeat('1', 64), 'password')$$, 'BF000', 'link_gone', 'once');
select throws_ok($$select email_confirm(repeat('4', 64))$$, 'BF000', 'link_gone', 'an address of somebody else is not taken');

-- passwords
select throws_ok($$insert into password (account, phc) values ('00000000-0000-0000-0000-00000000000a', 'geheim')$$,
	'23514', null, 'a password is never kept as it is');
select is(account_of('ROOS@test.invalid'), '00000000-0000-0000-0000-00000000000a', 'small and large letters are the same');
update account set closed = now() where name = 'Roos';
select is(account_of('roos@test.invalid'), null, 'a closed account is none');

-- letters
insert into resident (id, born) values ('00000000-0000-0000-0000-000000000001', '1970-01-01');
insert into person_name (resident, given, family, from_day) values
	('00000000-0000-0000-0000-000000000001', 'Roos', 'Proef', '1970-01-01');
insert into letter (code, resident) values (repeat('5', 64), '00000000-0000-0000-0000-000000000001');
select throws_ok($$insert into letter (code, resident) values (repeat('6', 64), '00000000-0000-0000-0000-000000000001')$$,
	'23505', null, 'one letter at a time works');
select is(letter_try(repeat('5', 64), '1800-01-01') ->> 'right', null, 'another birth date is not right');
select throws_ok($$select letter_take(repeat('5', 64), '1800-01-01')$$, 'BF000', 'letter_gone', 'nor does it use the code');
update letter set tries = 5;
select is(letter_try(repeat('5', 64), (select born from resident_named('00000000-0000-0000-0000-000000000001'))) ->> 'right',
	null, 'after five tries the right one is not right either');
select throws_ok($$update letter set tries = 6$$, '23514', null, 'there is no sixth');

select * from finish();
rollback;
