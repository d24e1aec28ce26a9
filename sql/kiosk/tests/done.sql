-- The end of a visit at a kiosk.
begin;
select plan(2);
set local search_path = kiosk, people, tap, public;

insert into account (id, kind, name) values ('00000000-0000-0000-0000-00000000000f', 'resident', 'Roos');
insert into session (id, account, level, method, device, ends) values
	(repeat('a', 64), '00000000-0000-0000-0000-00000000000f', 'low', 'test', '', now() + interval '1 hour'),
	(repeat('b', 64), '00000000-0000-0000-0000-00000000000f', 'low', 'test', '', now() + interval '1 hour');
select lives_ok($$select done(repeat('a', 64))$$, 'a visit ends');
select is((select array_agg(id) from session where account = '00000000-0000-0000-0000-00000000000f'), array[repeat('b', 64)],
	'and only that session');

select * from finish();
rollback;
