-- Drafts: one writes and another publishes, and what was saved stays.
begin;
select plan(8);
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
select is((select text from changed_files(pg_temp.draft(), 1)), 'een', 'but the edition before is there');
select throws_ok(format($$select hand_put(%s, '%s', 'publisher')$$, pg_temp.draft(), pg_temp.who(1)), 'BF000', 'same_person',
	'who writes does not publish');
select throws_ok(format($$insert into hand (draft, account, role) values (%s, '%s', 'publisher')$$, pg_temp.draft(), pg_temp.who(1)),
	'23505', null, 'which the table itself refuses');
select throws_like($$update draft_file set text = 'twee'$$, '%stays as it is', 'what was saved does not change');
select throws_ok(format($$insert into edition (draft, nr, by) values (%s, 3, '%s')$$, pg_temp.draft(), pg_temp.who(2)),
	'23503', null, 'nobody saves who is no writer of it');

select * from finish();
rollback;
