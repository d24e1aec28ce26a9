-- Sign-in by a provider: journeys, accounts, sessions, and their end.
begin;
select plan(34);
set local search_path = people, tap, public;
set local client_min_messages = warning;
truncate resident, account cascade;

select lives_ok($$select provider_begin(repeat('1', 64), '/begroting', null)$$, 'a journey begins');
select lives_ok($$select provider_begin(repeat('2', 64), null, 'yes')$$, 'and another, anew');
select is(provider_back(repeat('1', 64)) ->> 'back', '/begroting', 'it leads back');
select is(provider_back(repeat('1', 64))::text, '{}', 'once');
select is(provider_back(repeat('2', 64)) ->> 'renew', 'true', 'it knows what it was for');
select is(provider_back(null)::text, '{}', 'none is none');
select throws_ok($$select provider_begin('short', null, null)$$, '23514', null, 'only a hash is kept');

insert into provider_start (id, made) values
	(repeat('3', 64), now() - interval '601 seconds'), (repeat('4', 64), now() - interval '599 seconds');
select is(provider_back(repeat('4', 64)) ->> 'renew', 'false', 'ten minutes');
select is(provider_back(repeat('3', 64))::text, '{}', 'and not longer');

insert into resident (id, mac, sealed) values
	('00000000-0000-0000-0000-000000000001', decode(repeat('a', 64), 'hex'), '\x00'),
	('00000000-0000-0000-0000-000000000002', decode(repeat('b', 64), 'hex'), '\x00');

create temp view signed_in as
	select s.id, a.id as account, a.name, a.resident, s.level, s.method, s.signed
	from session s join account a on a.id = s.account;
grant select on signed_in to public;

select is((provider_enter(repeat('5', 64), null, 'Firefox, Linux', 'https://i.example', 'roos', 'sid-1', 'Roos', 'high',
	extract(epoch from now() - interval '1 minute')::text, null, 'fr'))::text, '{}', 'so it goes');
select results_eq($$select name, resident::text, level, method, signed from signed_in$$,
	$$values ('Roos', null, 'high', 'provider', now() - interval '1 minute')$$, 'who is new gets an account, without a place in the register');
select is(lang, 'fr', 'in their language') from account where name = 'Roos';
select is((provider_enter(repeat('6', 64), repeat('5', 64), null, 'https://i.example', 'roos', null, 'Roos B', 'low', null,
	repeat('a', 64), 'nl'))::text, '{}', 'so it goes');
select results_eq($$select id, name, resident::text, level from signed_in$$,
	$$values (repeat('6', 64), 'Roos B', '00000000-0000-0000-0000-000000000001', 'low')$$,
	'the same account, linked now, under the new name, and the old session is over');
select ok(signed < now() - interval '1 year', 'when is not known: long ago') from signed_in;
select is((provider_enter(repeat('7', 64), null, null, 'https://other.example', 'roos', null, 'Roos B', 'low', '99999999999', null, 'nl'))::text, '{}', 'so it goes');
select is((select count(*) from account where kind = 'resident')::int, 2, 'another provider means somebody else by that');
select is(signed, now(), 'nobody signs in later than now') from signed_in where id = repeat('7', 64);
select is((provider_enter(repeat('8', 64), null, null, 'https://other.example', 'roos', null, 'Roos B', 'low', null, repeat('a', 64), 'nl'))::text, '{}', 'so it goes');
select is((select count(distinct account) from provider_identity)::int, 1, 'until it says who that is in the register');

update account set closed = now() where resident is not null;
select is((provider_enter(repeat('9', 64), null, null, 'https://i.example', 'roos', null, 'Roos C', 'low', null, repeat('a', 64), 'nl'))::text, '{}', 'so it goes');
select is((select count(*) from account where resident = '00000000-0000-0000-0000-000000000001')::int, 2,
	'who closed their account begins anew');

insert into account (id, kind, name) values ('00000000-0000-0000-0000-00000000000a', 'resident', 'Cas');
select lives_ok($$select account_link('00000000-0000-0000-0000-00000000000a', '00000000-0000-0000-0000-000000000002')$$,
	'an account is linked');
select lives_ok($$select account_link('00000000-0000-0000-0000-00000000000a', '00000000-0000-0000-0000-000000000002')$$,
	'twice is once');
select throws_ok($$select account_link('00000000-0000-0000-0000-00000000000a', '00000000-0000-0000-0000-000000000001')$$,
	'BF000', 'conflict', 'never to somebody else');
insert into account (id, kind, name) values ('00000000-0000-0000-0000-00000000000b', 'resident', 'Cas');
select throws_ok($$select account_link('00000000-0000-0000-0000-00000000000b', '00000000-0000-0000-0000-000000000002')$$,
	'BF000', 'conflict', 'nor a second one of the same person');

delete from session;
insert into session (id, account, level, method, ends)
	select repeat(n, 64), '00000000-0000-0000-0000-00000000000a', 'low', 'provider', now() + interval '1 hour'
	from unnest(array['a', 'b', 'c', 'd']) n;
insert into provider_session (session, issuer, subject, sid) values
	(repeat('a', 64), 'i', 's', '1'), (repeat('b', 64), 'i', 's', '2'), (repeat('c', 64), 'j', 's', '1');
select is((provider_leave('i', 's', '1', 'w1'))::text, '{}', 'so it goes');
select is((select string_agg(left(id, 1), '' order by id) from session), 'bcd', 'one session ends');
select throws_ok($$select provider_leave('i', 's', '2', 'w1')$$, 'BF000', 'bad_request', 'the same word counts once');
select lives_ok($$select provider_leave('j', null, null, 'w1')$$, 'another provider may use it too');
select is((select string_agg(left(id, 1), '' order by id) from session), 'bcd', 'who names nobody ends nothing');
update provider_end set heard = now() - interval '25 hours';
select is((provider_leave('i', 's', null, 'w2'))::text, '{}', 'so it goes');
select is((select string_agg(left(id, 1), '' order by id) from session), 'cd', 'all of somebody end');
select is((select count(*) from provider_end)::int, 1, 'what was heard is forgotten in a day');

select * from finish();
rollback;
