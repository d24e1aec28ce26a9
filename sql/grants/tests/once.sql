-- Nothing is granted twice, and what was decided stays as it is: whatever a
-- function does wrong, the tables refuse.
begin;
select plan(10);
set local search_path = grants, ext, tap, public;

-- What a decision that is made without our functions would leave behind.
create function pg_temp.put(of_household text, of_subject uuid, whom uuid,
	during daterange, of_state text default 'granted') returns bigint
language plpgsql as $$
declare
	d bigint := nextval('grants.decision_id_seq');
	g bigint;
begin
	insert into grants.granted (household, subject, addressee, rule, each, period, cents, decision, state, actor)
	values (of_household, of_subject, whom, 'proef', 'year', during, 100, d, of_state,
		case of_state when 'declined' then whom end) returning id into g;
	insert into grants.decision (id, granted, household, subject, addressee, rule, title, version,
		day, kind, period, cents, motivation, facts)
	values (d, g, of_household, of_subject, whom, 'proef', '{}', 1, current_date, 'grant', during, 100,
		'{"nl": "x", "en": "x", "fr": "x"}', '[]');
	return d;
end;
$$;
create function pg_temp.who(n integer) returns uuid language sql as
	$$ select ('00000000-0000-0000-0000-00000000000' || n)::uuid $$;

select lives_ok($$select pg_temp.put('H1', null, pg_temp.who(1), '[2026-01-01,2027-01-01)')$$, 'a household is granted something');
select throws_ok($$select pg_temp.put('H1', null, pg_temp.who(2), '[2026-12-31,2027-12-31)')$$, '23P01', null,
	'not again for a day of that period, whoever it is sent to');
select throws_ok($$select pg_temp.put('H2', null, pg_temp.who(1), '[2026-06-01,2026-07-01)')$$, '23P01', null,
	'nor to somebody who moved to another household since');
select lives_ok($$select pg_temp.put('H1', null, pg_temp.who(1), '[2027-01-01,2028-01-01)')$$, 'the next year it is');
select lives_ok($$select pg_temp.put('H1', pg_temp.who(3), pg_temp.who(1), '(,)'),
	pg_temp.put('H1', pg_temp.who(4), pg_temp.who(1), '(,)')$$, 'two children of a household are granted the same');
select throws_ok($$select pg_temp.put('H2', pg_temp.who(4), pg_temp.who(2), '[2030-01-01,2030-02-01)')$$, '23P01', null,
	'neither of them once more, wherever they live');
select throws_ok($$select pg_temp.put('H5', null, pg_temp.who(5), '[2026-01-01,2027-01-01)', 'declined'),
	pg_temp.put('H5', null, pg_temp.who(5), '[2026-01-01,2027-01-01)')$$, '23P01', null, 'what was declined stays so');
select throws_ok($$select pg_temp.put('H6', null, pg_temp.who(6), '[2026-01-01,2027-01-01)', 'withdrawn'),
	pg_temp.put('H6', null, pg_temp.who(6), '[2026-01-01,2027-01-01)')$$, '23P01', null, 'and what a person took back');

select throws_like($$update decision set cents = 1$$, '%stays as it is', 'a decision does not change');
select throws_ok($$update granted set decision = -id; set constraints all immediate$$, '23503', null, 'and a grant has one');

select * from finish();
rollback;
