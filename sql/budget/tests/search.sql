-- Search: Dutch word forms, typing mistakes, nothing, and odd input.
begin;
set local search_path = budget, ext, tap, public;
select plan(9);

create function hits(q text) returns bigint language sql
as $$ select (find(q, null) ->> 'count')::bigint $$;

select cmp_ok(hits('brug'), '>', 0::bigint, 'a word is found');
select is(hits('BRUG'), hits('brug'), 'capitals do not matter');
select cmp_ok(hits('bruggen'), '>', 0::bigint, 'another form of the word too');
select cmp_ok(hits('basisonderwjis'), '>', 0::bigint, 'a typing mistake too');
select is(find('xqzwv', null) ->> 'some', 'false', 'nothing is said to be nothing');
select is(find('', null) ->> 'asked', 'false', 'an empty question is not asked');
select is(find('%%%', null) ->> 'asked', 'false', 'nor one without letters');
select lives_ok($$select find('"a & b | !c:*'' \', 1)$$,
	'signs of the query language do no harm');
select is(json_array_length(find('de', 1) -> 'rows') <= 20, true,
	'a page holds at most twenty');

select * from finish();
rollback;
