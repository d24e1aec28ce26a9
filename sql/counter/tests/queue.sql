-- Numbers: who is called next by whom, and how many are before.
begin;
select plan(17);
set local search_path = counter, people, tap, public;

delete from appointment; delete from ticket; delete from desk; delete from roll; delete from shift;

create function clerk(nr integer) returns uuid language sql
as $$ select ('00000000-0000-0000-0000-0000000000a' || nr)::uuid $$;
create function number(service text, lang text default null, due timestamptz default now(),
	appointment bigint default null) returns bigint language sql
as $$
	select ticket_put(encode(sha256(random()::text::bytea), 'hex'), 'ledeberg', number.service,
		number.lang, false, false, number.appointment, number.due);
	select max(id) from ticket;
$$;
create function next_of(nr integer) returns text language sql
as $$ select shown(t) from ticket t where id = (select next_for(d) from desk d where staff = clerk(nr)) $$;

select is((select count(*)::int from offered('ledeberg')), 0, 'nothing is offered where nobody is');
insert into shift (staff, place, services, langs, during) values (clerk(1), 'ledeberg', '{wonen}', '{nl}',
	tstzrange(now() + interval '1 minute', now() + interval '1 hour'));
select is((select array_agg(service) from offered('ledeberg')),
	case when current_date = (now() + interval '1 minute')::date then '{wonen}'::text[] end, 'who comes soon counts');
insert into desk (staff, place, name, services, langs) values
	(clerk(1), 'ledeberg', '1', '{wonen,adres}', '{nl}'), (clerk(2), 'ledeberg', '2', '{adres}', '{nl,tr}');
select is((select count(*)::int from offered('ledeberg')), 2, 'who is at a desk counts');

select number('wonen');
select number('wonen', due => now() - interval '1 minute');
select is(next_of(1), 'B 2', 'who waits longest is next');
select number('adres', 'tr', now() - interval '2 minutes');
select is(next_of(1), 'B 2', 'a language is left to who speaks it');
select is(next_of(2), 'D 1', 'who is there');
select number('adres', 'bg', now() - interval '3 minutes');
select is(next_of(1), 'D 2', 'unless nobody does');

insert into appointment (code, service, place, staff, during, lang) values
	(repeat('a', 64), 'wonen', 'ledeberg', clerk(2), tstzrange(now(), now() + interval '5 minutes'), 'nl'),
	(repeat('b', 64), 'wonen', 'ledeberg', clerk(1), tstzrange(now() + interval '1 hour', now() + interval '2 hours'), 'nl');
select number('wonen', appointment => (select id from appointment where code = repeat('a', 64)));
select is(next_of(1), 'B 3', 'an appointment whose time it is goes first');
select number('wonen', due => now() + interval '1 hour', appointment => (select id from appointment where code = repeat('b', 64)));
update ticket set state = 'done', staff = clerk(3), desk = '3', called = now(), ended = now() where appointment is null or due <= now();
select is(next_of(1), null, 'one of later waits');

update ticket set state = 'waiting', staff = null, desk = null, called = null, ended = null;
select is((select array_agg(ahead(t) order by t.id) from ticket t), array[4, 3, 2, 1, 0, 5]::bigint[],
	'before somebody are those that a desk which helps them calls earlier');
delete from desk where staff = clerk(1);
select is((select array_agg(ahead(t) order by t.id) from ticket t), array[2, 1, 1, 0, 0, 3]::bigint[],
	'without that desk only those of the same service');
select is((select pace(t) from ticket t limit 1), null, 'nothing is known of the pace before somebody is called');

select throws_ok($$insert into ticket (code, place, letter, number, service) select repeat('c', 64), place, letter, number, service
	from ticket limit 1$$, '23505', null, 'a number is given once a day');
select throws_ok($$update ticket set state = 'called', staff = clerk(1), desk = '1', called = now()$$,
	'23505', null, 'one at a desk at a time');
select throws_ok($$update ticket set state = 'done' where number = 1$$, '23514', null, 'nobody is done who was not called');
select throws_ok($$insert into desk (staff, place, name, services, langs) values (clerk(4), 'ledeberg', '2', '{wonen}', '{nl}')$$,
	'23505', null, 'one at a desk');
select throws_ok($$select take('ledeberg', 'steun', null, null, null, repeat('d', 64), 'x')$$, 'BF000', 'not_offered',
	'no number for what nobody does');

select * from finish();
rollback;
