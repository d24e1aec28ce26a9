-- Drafts: one writes and another publishes, what was saved stays, and two
-- people withdraw.
begin;
select plan(24);
set local search_path = policy, people, tap, public;

insert into account (id, kind, name, login) values
	('00000000-0000-0000-0000-0000000000a1', 'staff', 'An Schrijft', 'an_schrijft'),
	('00000000-0000-0000-0000-0000000000a2', 'staff', 'Bo Kijkt', 'bo_kijkt');

create function pg_temp.who(n integer) returns uuid language sql as
	$$ select ('00000000-0000-0000-0000-0000000000a' || n)::uuid $$;
insert into draft (title, feature, base) values ('Proef', 'benefits', 1);
create function pg_temp.draft() returns bigint language sql as
	$$ select max(id) from policy.draft $$;

select is(edition_put(pg_temp.draft(), pg_temp.who(1), '[{"name": "nieuw.lua", "text": "een"}]'), 1, 'what is saved is an edition');
select is(edition_put(pg_temp.draft(), pg_temp.who(1), '[{"name": "nieuw.lua", "what": "base"}]'), 2, 'and so is what takes it back');
select is((select count(*) from changed_files(pg_temp.draft())), 0::bigint, 'then nothing is changed');
select is((select text from file_rows(pg_temp.draft(), 1)), 'een', 'but the edition before is there');
select throws_ok(format($$select hand_put(%s, '%s', 'publisher')$$, pg_temp.draft(), pg_temp.who(1)), 'BF000', 'same_person',
	'who writes does not publish');
select throws_ok(format($$insert into hand (draft, account, role) values (%s, '%s', 'publisher')$$, pg_temp.draft(), pg_temp.who(1)),
	'23505', null, 'which the table itself refuses');
select throws_like($$update hand set role = 'publisher'$$, '%stays as it is', 'also of who changes what they did');
select throws_like($$update draft_file set text = 'twee'$$, '%stays as it is', 'what was saved does not change');
select throws_ok(format($$insert into edition (draft, nr, by) values (%s, 3, '%s')$$, pg_temp.draft(), pg_temp.who(2)),
	'23503', null, 'nobody saves who is no writer of it');
select throws_ok($$insert into draft_file (draft, name, edition, what) select pg_temp.draft(), 'x.lua', 1, 'gone'$$,
	'23514', null, 'what was never in force is not removed');
select throws_ok($$insert into draft_file (draft, name, edition, what, text) select pg_temp.draft(), 'map/x.lua', 1, 'text', ''$$,
	'23514', null, 'a file has a name and no folder');

select throws_ok($$update draft set state = 'offered', offered = now() where id = pg_temp.draft()$$, '23514', null, 'nothing is offered by nobody');
select throws_ok(format($$update draft set state = 'offered', offered = now(), offered_by = '%s' where id = pg_temp.draft()$$, pg_temp.who(1)), '23514', null, 'or without saying why');
select throws_ok(format($$update draft set why = 'x', state = 'offered', offered = now(), offered_by = '%s' where id = pg_temp.draft()$$, pg_temp.who(2)),
	'23503', null, 'or by who did not write');
select lives_ok(format($$update draft set why = 'x', state = 'offered', offered = now(), offered_by = '%s' where id = pg_temp.draft()$$, pg_temp.who(1)), 'who wrote it offers it');
create function pg_temp.order_by(n integer) returns text language sql as $$
	select format($u$update policy.draft set state = 'ordered', published = now(), published_by = '%s', reason = 'x',
		from_day = current_date, order_id = 1 where id = pg_temp.draft()$u$, pg_temp.who(n)) $$;
select throws_ok(pg_temp.order_by(1), '23503', null, 'who wrote it does not order it');
select throws_ok(pg_temp.order_by(2), '23503', null, 'nor who has no hand in it');
select throws_ok($$update draft set state = 'ordered' where id = pg_temp.draft()$$, '23514', null, 'nor nobody');
select hand_put(pg_temp.draft(), pg_temp.who(2), 'publisher');
select lives_ok(pg_temp.order_by(2), 'a second person does');

insert into ending (draft, asked_by, why) select pg_temp.draft(), pg_temp.who(1), 'toch niet';
select throws_ok($$update ending set agreed = now(), agreed_by = asked_by$$, '23514', null, 'who asks to withdraw does not agree');
select throws_ok($$insert into ending (draft, asked_by, why) select draft, asked_by, why from ending$$, '23505', null, 'it is asked once at a time');
select lives_ok(format($$update ending set agreed = now(), agreed_by = '%s'$$, pg_temp.who(2)), 'another agrees');
update draft set state = 'withdrawn', ended = now() where id = pg_temp.draft();
select throws_like($$update draft set state = 'draft', ended = null where id = pg_temp.draft()$$, '%stays as it is', 'what is withdrawn stays so');
select is(about(pg_temp.who(1), null) -> 'policy.hand' -> 0 ->> 'role', 'writer', 'and who wrote it reads that they did');

select * from finish();
rollback;
