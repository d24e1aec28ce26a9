-- A civil servant helps a resident: who that may be, for how long, what is written.
begin;
set local search_path = people, access, ext, tap, public;
select plan(38);

insert into resident (id, born) values
	('00000000-0000-0000-0000-0000000000a1', '1980-01-01'), ('00000000-0000-0000-0000-0000000000a2', '1950-01-01');
insert into person_name (resident, given, family, from_day) values
	('00000000-0000-0000-0000-0000000000a1', 'Roos', 'Proef', '2000-01-01'),
	('00000000-0000-0000-0000-0000000000a2', 'Rik', 'Proef', '2000-01-01');
insert into address (resident, street, house, postal, neighbourhood, from_day) values
	('00000000-0000-0000-0000-0000000000a1', 'Nergensstraat', '1', '9000', (select min(number) from neighbourhood), '2000-01-01');
insert into account (id, kind, resident, name) values
	('00000000-0000-0000-0000-0000000000b1', 'resident', '00000000-0000-0000-0000-0000000000a1', 'Roos'),
	('00000000-0000-0000-0000-0000000000c1', 'staff', null, 'Bas');
insert into session (id, account, method, ends) values
	(repeat('c', 64), '00000000-0000-0000-0000-0000000000c1', 'test', now() + interval '1 hour');
create function pg_temp.right(service text, neighbourhood integer default null) returns bigint language sql as $$
	insert into right_given (account, name, service, neighbourhood, reason)
	values ('00000000-0000-0000-0000-0000000000c1', 'people.help', service, neighbourhood, 'proef') returning id $$;
create function pg_temp.may(whom text) returns text[] language sql as $$
	select array(select coalesce(r.service, '-') from help_rights('00000000-0000-0000-0000-0000000000c1',
		('00000000-0000-0000-0000-0000000000' || whom)::uuid) r) $$;
create function pg_temp.help(whom text, from_hash text, to_hash text, by bigint default null) returns json language sql as $$
	select help_begin(repeat(from_hash, 64), repeat(to_hash, 64),
		('00000000-0000-0000-0000-0000000000' || whom)::uuid, 'Vraag aan het loket', by, 'nl') $$;
create function pg_temp.now(hash text) returns text language sql as $$
	select kind || ' ' || name from who(repeat(hash, 64)) $$;
create function pg_temp.log() returns setof text language sql as $$
	select concat_ws(' ', l.name, right(e.subject::text, 2), p.name, e.service, e.reason)
	from entry e join belfort.look l on l.id = e.look left join belfort.page p on p.id = e.page
	where e.xid = pg_current_xact_id() order by e.id $$;

select is(pg_temp.may('a1'), '{}', 'nobody helps without the right');
select is(pg_temp.help('a1', 'c', 'd')::text, null, 'nor begins to');
select pg_temp.right('Wonen', (select min(number) from neighbourhood));
select is(pg_temp.may('a1'), '{Wonen}', 'a right for a neighbourhood is one for who lives there');
select is(pg_temp.may('a2'), '{}', 'not for who lives nowhere');
select pg_temp.right(null);
select is(pg_temp.may('a1'), '{-,Wonen}', 'one for the whole city comes first');
select throws_ok($$select pg_temp.help('a1', 'c', 'd')$$, 'BF000', 'which_service', 'of two services one is chosen');
select throws_ok($$select pg_temp.help('a1', 'c', 'd', 0)$$, 'BF000', 'which_service', 'one of their own');
select throws_ok($$select pg_temp.help('a1', 'x', 'd', (select max(id) from right_given))$$, 'BF000', 'sign_in', 'nobody helps as nobody');
update right_given set taken = now(), taken_reason = 'proef' where service is null;

select lives_ok($$select pg_temp.help('a1', 'c', 'd')$$, 'they begin');
select is(pg_temp.now('c'), null, 'the session of before is gone');
select is(pg_temp.now('d'), 'resident Roos Proef', 'the pages are those of the resident');
select throws_ok($$select pg_temp.help('a1', 'c', 'e')$$, 'BF000', 'sign_in', 'who comes late with the session of before does not begin');
select results_eq($$select helper, reason, service, level from actor(repeat('d', 64))$$,
	$$values ('00000000-0000-0000-0000-0000000000c1'::uuid, 'Vraag aan het loket', 'Wonen', 'high')$$, 'other features learn who does it, and why');
select results_eq($$select account, actor, on_behalf_of from acting_as(repeat('d', 64))$$,
	$$values ('00000000-0000-0000-0000-0000000000b1'::uuid, '00000000-0000-0000-0000-0000000000c1'::uuid, '00000000-0000-0000-0000-0000000000a1'::uuid)$$,
	'an act has who did it and for whom');
select lives_ok($$select session(repeat('d', 64), 'resident high', 'GET /mijn')$$, 'a page is shown');
select lives_ok($$select session(repeat('d', 64), 'resident', 'POST /mijn/voorkeuren', true)$$, 'and one is written');
select lives_ok($$select session(repeat('d', 64), 'resident')$$, 'to ask who it is');
select throws_ok($$select session(repeat('d', 64), 'resident self', 'GET /mijn/toegang')$$, 'BF000', 'self', 'what is for the resident alone');
select throws_ok($$select session(repeat('d', 64), 'staff', 'GET /beheer')$$, 'BF000', 'helping', 'and their own pages');
select throws_ok($$select session(repeat('d', 64), 'people.help', 'GET /beheer/helpen')$$, 'BF000', 'helping', 'also those of a right they have');
select results_eq('select pg_temp.log()', $$values
	('people.help_start a1 Wonen Vraag aan het loket'), ('people.help_see a1 GET /mijn Wonen Vraag aan het loket'),
	('people.help_do a1 POST /mijn/voorkeuren Wonen Vraag aan het loket')$$, 'only what was shown or written is in the log');

select correction_put(repeat('d', 64), 'x', 'y');
select results_eq('select account, actor from correction',
	$$values ('00000000-0000-0000-0000-0000000000b1'::uuid, '00000000-0000-0000-0000-0000000000c1'::uuid)$$, 'an event keeps both');
update helping set seen = now() - interval '10 minutes';
select is(pg_temp.now('d'), 'staff Bas', 'after ten quiet minutes they are themselves again');
select throws_ok($$select session(repeat('d', 64), 'resident', 'GET /mijn')$$, 'BF000', 'not_helping', 'and see nothing of the resident');
update helping set seen = now() - interval '9 minutes 59 seconds';
select is(pg_temp.now('d'), 'resident Roos Proef', 'not before');
update right_given set to_day = current_date - 1, from_day = current_date - 2 where taken is null;
select is(pg_temp.now('d'), 'staff Bas', 'nor without the right');
update right_given set to_day = null;
update resident set until = current_date, ended = 'vertrokken' where id = '00000000-0000-0000-0000-0000000000a1';
select is(pg_temp.now('d'), 'staff Bas', 'nor when the resident left');
update resident set until = null, ended = null;
select help_end(repeat('d', 64), repeat('e', 64));
select is(pg_temp.now('e'), 'staff Bas', 'they stop');
select is((select count(*)::int from helping), 0, 'and nothing is left of it');
select is((select array_agg(t) from pg_temp.log() t)::text[] @> '{people.help_end a1 Wonen Vraag aan het loket}', true, 'but that it ended');
select throws_ok($$select help_end(repeat('d', 64), repeat('f', 64))$$, 'BF000', 'sign_in', 'a second key press finds no session');

-- Who was helped before they had an account of their own finds all of it in that one.
insert into account (id, kind, name) values ('00000000-0000-0000-0000-0000000000b9', 'resident', 'Roos zelf');
insert into session (id, account, level, method, ends) values
	(repeat('9', 64), '00000000-0000-0000-0000-0000000000b9', 'low', 'test', now() + interval '1 hour');
insert into preference (account, by_letter) values ('00000000-0000-0000-0000-0000000000b1', true);
create function pg_temp.link() returns json language sql as $$
	delete from letter;
	insert into letter (code, resident) values (repeat('a', 64), '00000000-0000-0000-0000-0000000000a1');
	select letter_link(repeat('9', 64), repeat('a', 64), '1980-01-01', repeat('1', 64), repeat('2', 64)) $$;
insert into password (account, phc) values ('00000000-0000-0000-0000-0000000000b1', '$argon2id$x');
select throws_ok('select pg_temp.link()', 'BF000', 'letter_other', 'an account that somebody signs in with stays');
delete from password;
select lives_ok('select pg_temp.link()', 'one of the counter gives way');
select results_eq($$select id from account where resident = '00000000-0000-0000-0000-0000000000a1' and closed is null$$,
	$$values ('00000000-0000-0000-0000-0000000000b9'::uuid)$$, 'to theirs');
select results_eq('select account, by_letter from preference', $$values ('00000000-0000-0000-0000-0000000000b9'::uuid, true)$$, 'with what they chose there');

select matches(reference_new(), '^[0-9A-HJKMNP-TV-Z]{10}$', 'a letter is called by ten signs');
select is((select count(distinct reference_new())::int from generate_series(1, 1000)), 1000, 'each by others');
select is(reference_read(' oil0l-aBcde'), '01101ABCDE', 'as somebody types them');
select * from finish();
rollback;
