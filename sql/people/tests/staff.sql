-- Civil servants: their links, keys and what a signature opens.
begin;
select plan(37);
set local search_path = people, tap, public;

create temp table said as select staff_add('{"name": "Ann", "email": "ann@proef.example", "login": "annproef", "admin": true}') ->> 'link' as ann;
insert into account (id, kind, name, email) values
	('00000000-0000-0000-0000-00000000000b', 'staff', 'Bas', 'bas@proef.example');
create temp table who as select id, name from account where email like '%@proef.example';
create function pg_temp.id(which text) returns uuid language sql as $$ select id from who where name = which $$;
create function pg_temp.key(which text) returns text language sql as
	$$ select passkey_keep(pg_temp.id(which), passkey_ask(pg_temp.id(which)), 'key' || which, 'pk', 3, true, false, 'Sleutel')::text $$;

select ok(may(pg_temp.id('Ann'), 'people.grant'), 'the first administrator gives rights');
select is((select given_by from right_given where account = pg_temp.id('Ann')), null, 'which came from the machine');
select throws_like($$select staff_add('{"name": "An", "email": "ANN@proef.example"}')$$, '%already%', 'an address is of one');
select throws_like($$select staff_add('{"name": "An", "email": "an@proef.example", "login": "annproef"}')$$, '%already%', 'and so is a user');
select throws_like($$select staff_give('{"email": "bas@proef.example", "right": "people.nope", "reason": "x"}')$$, 'there is no right%', 'a right is declared');
select throws_like($$select staff_link('{"email": "cas@proef.example"}')$$, 'no civil servant%', 'a link is for somebody');
select is((invited((select ann from said))).name, 'Ann', 'the link is hers');
select is((select count(*) from invitation i, said where i.id = said.ann), 0::bigint, 'and is not in the database');
select isnt(staff_link('{"email": "ann@proef.example"}') ->> 'link', (select ann from said), 'another one');
select is((invited((select ann from said))).name, null, 'ends it');

select lives_ok($$select pg_temp.key('Ann')$$, 'a key');
select throws_ok($$select pg_temp.key('Ann')$$, 'BF000', 'key_known', 'is kept once');
select throws_ok($$select passkey_keep(pg_temp.id('Bas'), passkey_ask(pg_temp.id('Ann')), 'x', 'pk', 0, false, false, 'x')$$,
	'BF000', 'key_late', 'what another was asked is not answered');
select throws_ok($$select passkey_keep(pg_temp.id('Bas'), passkey_ask(null), 'x', 'pk', 0, false, false, 'x')$$,
	'BF000', 'key_late', 'nor what was asked to sign in');
select throws_ok($$insert into passkey values ('x', pg_temp.id('Bas'), 'pk', 0, false, true, 'x')$$, '23514', null,
	'what cannot be on more devices is not');

create temp table question as select passkey_ask(null) as asked;
select is(passkey_find((select asked from question), 'keyAnn') ->> 'in_time', 'true', 'a question');
select is(passkey_find((select asked from question), 'keyAnn') ->> 'in_time', 'false', 'is answered once');
select throws_ok($$select passkey_enter('keyAnn', 3, true, repeat('1', 64), null, 'x')$$, 'BF000', 'key_copied', 'a key counts');
select lives_ok($$select passkey_enter('keyAnn', 4, true, repeat('1', 64), null, 'x')$$, 'and opens a session');
select is((select count(*) from session where id = repeat('1', 64)), 1::bigint, 'that one');
select throws_ok($$select key_remove(repeat('1', 64), 'keyAnn')$$, 'BF000', 'last_key', 'the last key stays');
select is(staff_close('{"email": "ann@proef.example"}') ->> 'text', 'Ann can no longer sign in.', 'who leaves');
select is((select count(*) from session where account = pg_temp.id('Ann')), 0::bigint, 'has no session');
select ok(not may(pg_temp.id('Ann'), 'people.grant'), 'and no right');
select throws_ok($$select passkey_enter('keyAnn', 9, true, repeat('2', 64), null, 'x')$$, 'BF000', 'key_copied', 'and no key');

-- An app with codes, and codes on paper.
create temp table app as select code_start(pg_temp.id('Bas')) ->> 'salt' as salt;
select is(code_start(pg_temp.id('Bas')) ->> 'salt', (select salt from app), 'an app is set up in one go');
select is(ways(pg_temp.id('Bas')), 0::bigint, 'and is none before');
select throws_ok($$select code_keep(pg_temp.id('Bas'), repeat('0', 64), 'x', 5, '{}')$$, 'BF000', 'conflict', 'another is not');
select lives_ok($$select code_keep(pg_temp.id('Bas'), (select salt from app), '$argon2id$x', 5, array[repeat('1', 64), repeat('2', 64)])$$, 'it is');
select is(ways(pg_temp.id('Bas')), 2::bigint, 'with codes on paper these are two ways');
create function pg_temp.enters(step bigint, mark text, nr text) returns json language sql as
	$$ select code_enter('BAS@proef.example', '$argon2id$x', step, mark, 'who', 'net', repeat(nr, 64), null, 'x') $$;
select throws_ok($$select pg_temp.enters(5, null, '3')$$, 'BF000', 'code_wrong', 'a code counts once');
select lives_ok($$select pg_temp.enters(6, null, '3')$$, 'the next one counts');
select throws_ok($$select pg_temp.enters(6, null, '4')$$, 'BF000', 'code_wrong', 'once');
select lives_ok($$select pg_temp.enters(null, repeat('1', 64), '4')$$, 'so does one on paper');
select throws_ok($$select pg_temp.enters(null, repeat('1', 64), '5')$$, 'BF000', 'code_wrong', 'once too');
select throws_ok($$select code_remove(repeat('4', 64))$$, 'BF000', 'last_key', 'without keys the app stays');
select is(code_find('ann@proef.example') ->> 'phc', null, 'who has none has none');

select * from finish();
rollback;
