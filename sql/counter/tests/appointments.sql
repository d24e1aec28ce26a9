-- Appointments: never two at a time with one civil servant.
begin;
select plan(8);
set local search_path = counter, people, tap, public;

delete from appointment;
delete from shift;
insert into account (id, kind, name) values ('00000000-0000-0000-0000-00000000000c', 'staff', 'Lies');
insert into shift (staff, place, services, langs, during) values
	('00000000-0000-0000-0000-00000000000c', 'ledeberg', '{wonen,adres}', '{nl,tr}',
		tstzrange(current_date + 7 + time '09:00', current_date + 7 + time '10:00'));

select is((select count(*)::int from free('wonen', null, null, current_date + 7, 1)), 2, 'an hour holds two of half an hour');
select is((select count(*)::int from free('adres', null, 'tr', current_date + 7, 1)), 4, 'or four of a quarter');
select is((select count(*)::int from free('adres', null, 'ar', current_date + 7, 1)), 0, 'in a language that is spoken');
select is((select count(*)::int from free('steun', null, null, current_date + 7, 1)), 0, 'for a service that is given');

select lives_ok(format($$select book(null, 'wonen', 'ledeberg', %L, repeat('a', 64), null, '', 'thuis', null, null, repeat('e', 64), null, 'nl')$$,
	to_char(current_date + 7, 'YYYY-MM-DD') || 'T09:00'), 'somebody takes the first');
select is((select array_agg(to_char(start, 'HH24:MI') order by start) from free('adres', null, null, current_date + 7, 1)),
	'{09:30,09:45}', 'then others fit around it');
select throws_ok($$insert into appointment (code, service, place, staff, during, lang)
	select repeat('b', 64), 'adres', 'ledeberg', staff, during, 'nl' from appointment$$,
	'23P01', null, 'two at a time cannot be kept');
update appointment set cancelled = now();
select is((select count(*)::int from free('wonen', null, null, current_date + 7, 1)), 2, 'what is cancelled is free again');

select * from finish();
rollback;
