-- Who is signed in, and what they lack.
begin;
select plan(16);
set local search_path = people, tap, public;

insert into resident (id) values ('00000000-0000-0000-0000-000000000001');
insert into account (id, kind, resident, name) values
	('00000000-0000-0000-0000-00000000000a', 'resident', '00000000-0000-0000-0000-000000000001', 'Roos'),
	('00000000-0000-0000-0000-00000000000b', 'staff', null, 'Bas'),
	('00000000-0000-0000-0000-00000000000c', 'staff', null, 'Cas');
insert into session (id, account, level, method, ends) values
	(repeat('a', 64), '00000000-0000-0000-0000-00000000000a', 'low', 'test', now() + interval '1 hour'),
	(repeat('b', 64), '00000000-0000-0000-0000-00000000000b', null, 'test', now() + interval '1 hour');

select lives_ok($$select session(repeat('a', 64), 'resident')$$, 'a resident is one');
select lives_ok($$select session(repeat('a', 64), 'signed low fresh')$$, 'of level low, signed in just now');
select throws_ok($$select session(repeat('a', 64), 'substantial')$$, 'BF000', 'level', 'not more than low');
select throws_ok($$select session(repeat('a', 64), 'staff')$$, 'BF000', 'forbidden', 'no civil servant');
select throws_ok($$select session(repeat('a', 64), 'people.grant')$$, 'BF000', 'forbidden', 'without rights');
select throws_ok($$select session(repeat('c', 64), 'signed')$$, 'BF000', 'sign_in', 'nobody is nobody');
select throws_ok($$select session(null, 'signed')$$, 'BF000', 'sign_in', 'nor without a cookie');
select lives_ok($$select session(repeat('b', 64), 'staff')$$, 'a civil servant is one');
select throws_ok($$select session(repeat('b', 64), 'staff people.grant')$$, 'BF000', 'forbidden',
	'a right has to be given');

insert into right_given (account, name, reason, from_day) values
	('00000000-0000-0000-0000-00000000000b', 'people.grant', 'test', current_date + 1);
select throws_ok($$select session(repeat('b', 64), 'people.grant')$$, 'BF000', 'forbidden', 'not before its day');
update right_given set from_day = current_date, to_day = current_date;
select lives_ok($$select session(repeat('b', 64), 'people.grant')$$, 'on its day');
update right_given set from_day = current_date - 9, to_day = current_date - 1;
select throws_ok($$select session(repeat('b', 64), 'people.grant')$$, 'BF000', 'forbidden', 'nor after its last day');
update right_given set to_day = null, taken = now(), taken_reason = 'test';
select throws_ok($$select session(repeat('b', 64), 'people.grant')$$, 'BF000', 'forbidden', 'nor when it was taken back');

update session set signed = now() - interval '11 minutes';
select throws_ok($$select session(repeat('b', 64), 'staff fresh')$$, 'BF000', 'fresh', 'a sign-in of before is not fresh');

select throws_ok($$
	insert into right_given (account, name, reason, given_by) values
		('00000000-0000-0000-0000-00000000000b', 'people.grant', 'test', '00000000-0000-0000-0000-00000000000b')
$$, '23514', null, 'nobody gives a right to themselves');
select throws_ok($$
	insert into account (kind, resident, name) values ('resident', '00000000-0000-0000-0000-000000000001', 'Roos')
$$, '23505', null, 'somebody in the register has one account');

select * from finish();
rollback;
