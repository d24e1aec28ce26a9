-- What an import makes of small files with the traps of the real ones.
begin;
set local search_path = budget, ext, tap, public;
select plan(23);

create function hash(text) returns text language sql
as $$ select encode(sha256(convert_to($1, 'UTF8')), 'hex') $$;

truncate staging_actions;
insert into staging_actions
select row_number() over (), 'Proefstad', '99999', 'D1', 'SD Een', 'SD.Een',
	'P1', 'Plan', 'OD.Plan', 'A1', 'kort', long, year, cents
from (values ('AC.Eerste', 2026, 100), ('AC.Eerste', 2027, 200),
	(E'AC.Tweede\nmet een regel', 2026, 300)) v (long, year, cents);

select is(import_finish('actions', 'proef.csv', hash('a')) ->> 'result',
	'loaded', 'a file is loaded');
select is((select count(*) from node where nis = '99999' and level = 3),
	2::bigint, 'two actions with one code and other names stay two');
select results_eq($$select path from node where nis = '99999' and level = 3
	order by path$$, $$values ('doelen/d1/p1/a1'), ('doelen/d1/p1/a1-2')$$,
	'and have an address each');
select is((select sum(cents) from amount join node n on n.id = node
	where nis = '99999' and path = 'doelen'), 600::numeric,
	'the root is the sum');
select is((select name from node where nis = '99999' and path = 'doelen/d1'),
	'Een', 'the code word before a name is left out, the official name kept');
select is((overview('nl') #>> '{main,cents}')::bigint, 121276920800,
	'another city does not get into the pages');
select is(import_finish('actions', 'proef.csv', hash('a')) ->> 'result',
	'unchanged', 'the same file twice changes nothing');

update staging_actions set amount = 1000 where year = 2027;
select is(import_finish('actions', 'proef.csv', hash('b')) ->> 'result',
	'loaded', 'a corrected file is loaded');
select is((select sum(cents) from amount join node n on n.id = node
	where nis = '99999' and path = 'doelen'), 1400::numeric,
	'and replaces what was there');
select is((select count(*) from source where file = 'proef.csv'), 1::bigint,
	'a file that no figure comes from is forgotten');
select is(import_finish('actions', 'proef.csv', hash('a')) ->> 'result',
	'loaded', 'so it can be loaded again');

truncate staging_accounts;
insert into staging_accounts values
	(2, '99999', 2014, 2020, 'I.1.B Materieel', 'REK22 Gebouwen', 500),
	(3, '99999', 2020, 2020, 'I.1.B Materieel', 'REK22 Gebouwen', 700),
	(4, '99999', 2020, 2021, 'I.1.B Materieel', 'REK23 Terug', -200);
select is(import_finish('accounts', 'rek.csv', hash('c')) ->> 'result',
	'loaded', 'a year in two plans is no mistake');
select results_eq($$select plan, cents from amount join node n on n.id = node
	where nis = '99999' and path = 'rekeningen' and year = 2020 order by plan$$,
	$$values (2014, 500::bigint), (2020, 700::bigint)$$,
	'and both amounts are kept');
select is((select sum(cents) from amount join node n on n.id = node
	where nis = '99999' and path = 'rekeningen' and plan = 2020),
	500::numeric, 'a negative amount counts');

insert into staging_accounts values
	(5, '99999', 2020, 2051, 'I.1.B Materieel', 'REK22 Gebouwen', 1);
prepare late as select import_finish('accounts', 'laat.csv', hash('d'));
select throws_ok('late', 'BF000', 'invalid', 'a year outside the plan is refused');
select is((select count(*) from source where file = 'laat.csv'), 0::bigint,
	'and leaves nothing behind');

truncate staging_fields;
insert into staging_fields values (2, '99999', 2026, 2026, '8 Leren',
	'087/8 Algemeen', '', 100);
select lives_ok($$select import_finish('policyfields', 'veld.csv', hash('e'))$$,
	'a field without a code is loaded');
select ok(exists (select from node where nis = '99999'
	and path = 'domeinen/8/087-8/zonder'), 'a slash in a code is no new step');

-- Back to a file that was read before, after another took its place.
truncate staging_population;
insert into staging_population values (2, '99999', 2026, 100, 'a');
select is(import_finish('population', 'a.csv', hash('pa')) ->> 'result',
	'loaded', 'residents are loaded');
update staging_population set residents = 200;
select is(import_finish('population', 'b.csv', hash('pb')) ->> 'result',
	'loaded', 'and others in their place');
update staging_population set residents = 100;
select is(import_finish('population', 'a.csv', hash('pa')) ->> 'result',
	'loaded', 'and the first ones again');
select is((select residents from population where nis = '99999'), 100,
	'so that these count');
select is(import_finish('population', 'a.csv', hash('pa')) ->> 'result',
	'unchanged', 'once more changes nothing');

select * from finish();
rollback;
