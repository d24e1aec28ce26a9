-- Rights: who may give which, to whom, for how long.
begin;
select plan(26);
set local search_path = people, tap, public;

insert into account (id, kind, name, email) values
	('00000000-0000-0000-0000-0000000000a1', 'staff', 'Ann', 'a1@proef.example'),
	('00000000-0000-0000-0000-0000000000b1', 'staff', 'Bas', 'b1@proef.example'),
	('00000000-0000-0000-0000-0000000000c1', 'resident', 'Cas', null);
insert into session (id, account, method, ends) values
	(repeat('a', 64), '00000000-0000-0000-0000-0000000000a1', 'test', now() + interval '1 hour'),
	(repeat('b', 64), '00000000-0000-0000-0000-0000000000b1', 'test', now() + interval '1 hour');
create function pg_temp.give(to_whom text, name text, first date, final date) returns json language sql as
	$$ select right_give(repeat('a', 64), '00000000-0000-0000-0000-0000000000' || to_whom, name, null, null, first, final, 'proef') $$;
create function pg_temp.sees(needs text) returns text language sql as $$ select session(repeat('b', 64), needs)::text $$;

insert into right_given (account, name, reason) values ('00000000-0000-0000-0000-0000000000a1', 'people.grant', 'proef');
select throws_ok($$select pg_temp.give('b1', 'people.grant', null, null)$$, 'BF000', 'no_colleague', 'not to who did not come in yet');
insert into passkey values ('b1', '00000000-0000-0000-0000-0000000000b1', 'pk', 0, false, false, 'x');
select lives_ok($$select pg_temp.give('b1', 'people.grant', null, null)$$, 'a right is given');
select ok(may('00000000-0000-0000-0000-0000000000b1', 'people.grant'), 'and holds');
select is((select given_by from right_given where account = '00000000-0000-0000-0000-0000000000b1'),
	'00000000-0000-0000-0000-0000000000a1', 'in the name of who gave it');
insert into passkey values ('a1', '00000000-0000-0000-0000-0000000000a1', 'pk', 0, false, false, 'x');
select throws_ok($$select pg_temp.give('a1', 'people.grant', null, null)$$, 'BF000', 'not_yourself', 'not to oneself');
select throws_ok($$select pg_temp.give('c1', 'people.grant', null, null)$$, 'BF000', 'no_colleague', 'not to a resident');
select throws_ok($$select pg_temp.give('b1', 'people.nope', null, null)$$, 'BF000', 'no_right', 'not what nobody declares');
select throws_ok($$select pg_temp.give('b1', 'people.grant', current_date - 1, null)$$, 'BF000', 'day_past', 'not for days that are over');
select throws_ok($$select pg_temp.give('b1', 'people.grant', current_date + 2, current_date + 1)$$, 'BF000', 'day_order', 'not backwards');

select lives_ok($$select pg_temp.sees('people.grant')$$, 'with a right');
select throws_ok($$select pg_temp.sees('people.grant fresh')$$, 'BF000', 'second_key', 'what needs care needs two keys');
insert into passkey values ('b2', '00000000-0000-0000-0000-0000000000b1', 'pk', 0, false, false, 'x');
select lives_ok($$select pg_temp.sees('people.grant fresh')$$, 'which they have now');

select lives_ok($$select right_take(repeat('a', 64), (select max(id) from right_given), 'over')$$, 'it is taken back');
select ok(not may('00000000-0000-0000-0000-0000000000b1', 'people.grant'), 'and holds no more');
select throws_ok($$select right_take(repeat('a', 64), (select max(id) from right_given), 'over')$$, 'BF000', 'right_over', 'once');

-- Who gives rights for a part gives none for more.
create function pg_temp.give_for(service text, area integer) returns json language sql as
	$$ select right_give(repeat('a', 64), '00000000-0000-0000-0000-0000000000b1', 'people.grant', service, area, null, null, 'proef') $$;
insert into right_given (account, name, reason) values ('00000000-0000-0000-0000-0000000000b1', 'people.letter', 'voor alles');
update right_given set service = 'Groen', neighbourhood = 4 where account = '00000000-0000-0000-0000-0000000000a1';
select throws_ok($$select pg_temp.give_for(null, null)$$, 'BF000', 'beyond_you', 'not for all');
select throws_ok($$select pg_temp.give_for('Groen', null)$$, 'BF000', 'beyond_you', 'nor for every neighbourhood');
select throws_ok($$select pg_temp.give_for('Water', 4)$$, 'BF000', 'beyond_you', 'nor for another service');
select lives_ok($$select pg_temp.give_for('Groen', 4)$$, 'but for that part');
select throws_ok($$select right_take(repeat('a', 64), (select id from right_given where reason = 'voor alles'), 'weg')$$,
	'BF000', 'beyond_you', 'and what is for more they do not take back');
delete from right_given where account::text like '00000000-0000-0000-0000-0000000000_1';

-- What a user of the machine may do.
update account set login = 'basproef' where id = '00000000-0000-0000-0000-0000000000b1';
select is(may_do('basproef', 'people.grant') ->> 'may', 'false', 'without a right nothing');
select is(may_do('basproef', 'people.grant') ->> 'who', 'Bas', 'as whom');
insert into right_given (account, name, reason, given_by) values
	('00000000-0000-0000-0000-0000000000b1', 'people.grant', 'proef', '00000000-0000-0000-0000-0000000000a1');
select is(may_do('basproef', 'people.grant') ->> 'may', 'true', 'with it that');
select is(may_do('nobodyproef', 'people.grant') ->> 'who', null, 'another user is nobody');
select ok(may_do('nobodyproef', 'people.grant') ->> 'ask' like '%Bas%', 'and can ask who gives rights');
update account set closed = now() where kind = 'staff';
select is(may_do('basproef', 'people.grant')::jsonb,
	'{"may": false, "nobody": true, "who": null, "ask": null}', 'who left may nothing; nobody is there');

select * from finish();
rollback;
