-- Values with their history, how facts come from them, and what is given out.
begin;
select plan(81);
set local search_path = facts, tap, public;

create function pg_temp.id(n integer) returns uuid language sql as $$
	select ('00000000-0000-0000-0000-0000000000' || lpad(n::text, 2, '0'))::uuid;
$$;
create function pg_temp.mac(n integer) returns text language sql as $$
	select encode(sha256(n::text::bytea), 'hex');
$$;
delete from people.change;
insert into people.resident (id, mac, sealed, born, since)
select pg_temp.id(n), decode(pg_temp.mac(n), 'hex'), '\x00',
	case n when 1 then date '1950-01-01' when 2 then '1985-06-01' else '2015-03-03' end, '2020-01-01'
from generate_series(1, 4) n;
insert into people.household_member (resident, household, role, from_day) values
	(pg_temp.id(1), 'h1', 'referentiepersoon', '2020-01-01'),
	(pg_temp.id(2), 'h2', 'referentiepersoon', '2020-01-01'),
	(pg_temp.id(3), 'h2', 'kind', '2020-01-01'),
	(pg_temp.id(4), 'h2', 'kind', '2020-01-01');
insert into people.register_file (shape, file, sha256, rows) values ('residents', 'proef', 'proef', 4);

select is(vocabulary('[
	{"name": "p_inkomen", "person": false, "kind": "euro", "low": 0, "high": 50000000, "title": {}, "choices": []},
	{"name": "p_statuut", "person": false, "kind": "choice", "low": 0, "high": 2, "title": {},
		"choices": [{"code": "leefloon"}, {"code": "vt"}, {"code": "geen"}]},
	{"name": "p_hulp", "person": false, "kind": "yesno", "low": 0, "high": 1, "title": {}, "choices": []},
	{"name": "p_huis", "person": false, "kind": "choice", "low": 0, "high": 1, "title": {},
		"choices": [{"code": "sociaal"}, {"code": "anders"}]},
	{"name": "p_geboren", "person": true, "kind": "date", "low": -30000, "high": 47846, "title": {}, "choices": []},
	{"name": "p_grootte", "person": false, "kind": "count", "low": 1, "high": 20, "title": {}, "choices": []},
	{"name": "p_wie", "person": false, "kind": "choice", "low": 0, "high": 1, "title": {},
		"choices": [{"code": "alleen"}, {"code": "kinderen"}]},
	{"name": "p_65", "person": false, "kind": "yesno", "low": 0, "high": 1, "title": {}, "choices": []},
	{"name": "p_geheim", "person": false, "kind": "yesno", "low": 0, "high": 1, "title": {}, "choices": []}
	]') ->> 'facts', '9', 'the facts that rules know are taken over');

create function pg_temp.source(name text, facts text, more text default '') returns jsonb language sql as $$
	select format('{"file": "%s.ini", "name": "%s", "kind": "file", "title": {}, "purpose": {}, "basis": {},
		"freshness": 30, "retention": 100, "complete": false, "settings": {"number": "rrn", "from": "van", "until": "tot"},
		"facts": %s}', name, name, facts)::jsonb || ('{' || more || '}')::jsonb;
$$;
create temp table declared (all_of jsonb);
insert into declared select jsonb_build_array(
	pg_temp.source('p_register', '[{"name": "p_grootte", "line": 9, "heading": "size"},
		{"name": "p_wie", "line": 10, "heading": "with_whom", "words": {"alone": "alleen", "children": "kinderen"}},
		{"name": "p_65", "line": 11, "heading": "aged_65"}, {"name": "p_geboren", "line": 12, "heading": "born"}]', '"kind": "register"'),
	pg_temp.source('p_taxes', '[{"name": "p_inkomen", "line": 9, "heading": "inkomen", "combine": "sum"}]'),
	pg_temp.source('p_social', '[{"name": "p_statuut", "line": 9, "heading": "statuut", "combine": "min", "absent": "geen",
		"words": {"ll": "leefloon", "iets": "leefloon..vt"}}, {"name": "p_hulp", "line": 20, "heading": "hulp",
		"combine": "max", "absent": "nee"}, {"name": "p_geheim", "line": 30, "heading": "geheim", "absent": "nee"}]',
		'"complete": true, "settings": {"number": "rrn"}'),
	pg_temp.source('p_other', '[{"name": "p_statuut", "line": 9, "heading": "statuut", "combine": "min"}]'),
	pg_temp.source('p_homes', '[{"name": "p_huis", "line": 9, "heading": "huis"}]'));
select is(sources_put(all_of::json) ->> 'fault', null, 'sources are declared') from declared;
create function pg_temp.numbers() returns bigint[] language sql as $$
	select array[(select last_value from fact_number_seq), (select last_value from source_id_seq)];
$$;
create temp table taken as select pg_temp.numbers() as numbers;
select is(vocabulary((select json_agg(f) from fact f where f.name like 'p\_%')) ->> 'facts', '9', 'the same facts are taken over again');
select is(sources_put(all_of::json) ->> 'fault', null, 'and the same sources') from declared;
select is(pg_temp.numbers(), numbers, 'and take no other numbers') from taken;
select is(sources_fault(jsonb_build_array(pg_temp.source('x', '[{"name": "niets", "line": 7, "heading": "a"}]')))::jsonb,
	'{"file": "x.ini", "line": 7, "code": "fact_unknown", "text": "niets"}', 'a fact that no rule knows is told with file and line');
select is(sources_fault(jsonb_build_array(pg_temp.source('x', '[{"name": "p_statuut", "line": 7, "heading": "a", "words": {"ja": "veel"}}]'))) ->> 'code',
	'word_unknown', 'so is a word that is no value');
select is(sources_fault(jsonb_build_array(pg_temp.source('x', '[{"name": "p_hulp", "line": 7, "heading": "a", "absent": "nee"}]'))) ->> 'code',
	'absent_not_complete', 'and what absence means, of a source that is not complete');
select is(sources_fault(jsonb_build_array(pg_temp.source('x', '[{"name": "p_hulp", "line": 7, "heading": "a", "combine": "sum"}]'),
	pg_temp.source('y', '[{"name": "p_hulp", "line": 7, "heading": "a", "combine": "max"}]'))) ->> 'code',
	'combine_other', 'and two ways to come from members to households');

create function pg_temp.give(source text, rows text, columns text, bytes text default null) returns jsonb language plpgsql as $$
declare
	d json := facts.delivery_begin(give.source, give.source || '.csv', encode(sha256(coalesce(bytes, rows)::bytea), 'hex'));
begin
	if d ->> 'result' = 'unchanged' then
		return d;
	end if;
	perform facts.delivery_rows((d ->> 'delivery')::bigint, (select json_agg(json_build_object('line', r.ordinality + 1,
		'mac', pg_temp.mac((r.value ->> 'n')::integer), 'cells', r.value)) from json_array_elements(rows::json) with ordinality r));
	return facts.delivery_done((d ->> 'delivery')::bigint, columns::json);
end;
$$;
create function pg_temp.fact(home text, fact text, day date default current_date) returns text language sql as $$
	select string_agg(o.low || '..' || o.high, ' ' order by resident) from facts.of(home, day) o where o.fact = fact.fact;
$$;
create function pg_temp.renewed() returns void language plpgsql as $$
begin
	perform facts.refresh_next(3);
	while not facts.whole() loop
		perform facts.refresh_next(1000);
	end loop;
end;
$$;
create function pg_temp.taxes(rows text) returns jsonb language sql as $$
	select pg_temp.give('p_taxes', rows, '["rrn", "inkomen", "van", "tot"]');
$$;
create function pg_temp.social(rows text) returns jsonb language sql as $$
	select pg_temp.give('p_social', rows, '["rrn", "statuut", "hulp", "geheim"]');
$$;

select ok(facts.declare(array['p_inkomen', 'p_statuut', 'p_hulp', 'p_huis', 'p_geboren', 'p_grootte', 'p_wie', 'p_65']) >= 8,
	'rules declare what they read');
do $$ begin perform facts.follow(); end $$;
select is(pg_temp.fact('h2', 'p_grootte'), '3..3', 'the register tells how many live together');
select is(pg_temp.fact('h2', 'p_wie'), '1..1', 'and with whom');
select is(pg_temp.fact('h1', 'p_65'), '1..1', 'and that somebody is 65');
select is(pg_temp.fact('h2', 'p_65'), '0..0', 'or nobody');
select is((select count(*)::int from facts.of('h2', current_date) where fact = 'p_geboren' and resident is not null), 3,
	'and when each was born');
select is(pg_temp.fact('h2', 'p_grootte', '2019-12-31'), null, 'of a day on which nobody lived there nothing is known');
select is(pg_temp.fact('h2', 'p_inkomen'), null, 'what no source told is not known');

delete from pending;
select is(pg_temp.taxes('[{"n": 2, "inkomen": "20000,50", "van": "2026-01-01"}, {"n": 99, "inkomen": "1", "van": "2026-01-01"}]')
	- 'changed', '{"result": "taken", "rows": 2, "nobody": 1}', 'a delivery is taken over, without who is not in the register');
select is(pg_temp.fact('h2', 'p_inkomen'), '2000050..50000000', 'a member of whom nothing is known leaves open what they add');
select is((select household || ' ' || from_day from pending where household = 'h2'), 'h2 2026-01-01', 'the household is to be decided on, from that day on');
do $$ begin perform pg_temp.taxes('[{"n": 3, "inkomen": "0", "van": "2026-01-01"}, {"n": 4, "inkomen": "10", "van": "2026-01-01", "tot": "2026-06-01"}]'); end $$;
select is(pg_temp.fact('h2', 'p_inkomen', '2026-03-01'), '2001050..2001050', 'the sum is known when it is of all');
select is(pg_temp.fact('h2', 'p_inkomen', '2026-07-01'), '2000050..50000000', 'a value holds for its days only');

delete from pending;
do $$ begin perform pg_temp.taxes('[{"n": 2, "inkomen": "30000", "van": "2026-03-01"}]'); end $$;
select is(pg_temp.fact('h2', 'p_inkomen', '2026-02-01'), '2001050..2001050', 'another value leaves the days before it');
select is(pg_temp.fact('h2', 'p_inkomen', '2026-03-01'), '3001000..3001000', 'and holds from its day on');
do $$ begin perform pg_temp.taxes('[{"n": 2, "inkomen": "25000", "van": "2026-02-01", "tot": "2026-04-01"}]'); end $$;
select is((select string_agg(v.low || ' ' || v.valid::text, ', ' order by valid) from value v join source s on s.id = v.source
	where s.name = 'p_taxes' and resident = pg_temp.id(2) and replaced is null),
	'2000050 [2026-01-01,2026-02-01), 2500000 [2026-02-01,2026-04-01), 3000000 [2026-04-01,)', 'a correction backwards replaces its days, and no other');
select is((select count(*)::int from value v join source s on s.id = v.source
	where s.name = 'p_taxes' and resident = pg_temp.id(2) and replaced is not null), 3, 'what it replaced is kept');
select is((select from_day from pending where household = 'h2'), '2026-02-01'::date, 'and the earliest day is decided on again');
select throws_ok(format('insert into value (fact, source, resident, low, high, valid) select fact, source, resident, 1, 1, %L from value
	where replaced is null and resident = %L limit 1', '[2026-01-15,2026-01-20)', pg_temp.id(2)), '23P01', null, 'two values of now for one day are refused by the table');
select is(pg_temp.taxes('[{"n": 2, "inkomen": "25000", "van": "2026-02-01", "tot": "2026-04-01"}]') ->> 'result', 'unchanged', 'the same bytes are taken over once');
select is(pg_temp.give('p_taxes', '[{"n": 2, "inkomen": "25000", "van": "2026-02-01", "tot": "2026-04-01"}]', '["rrn", "inkomen", "van", "tot"]', 'x') ->> 'changed', '0',
	'and what was said before changes nothing');

select is(pg_temp.social('[{"n": 2, "statuut": "ll", "hulp": "ja"}, {"n": 1, "statuut": "iets"}]') ->> 'result', 'taken', 'a complete source');
select is((select count(*)::int from pg_locks where pid = pg_backend_pid() and mode = 'ShareUpdateExclusiveLock'
	and relation in ('staging'::regclass, 'incoming'::regclass)), 0, 'and nobody else who delivers waits for it');
select is(pg_temp.fact('h2', 'p_statuut'), '0..0', 'the first choice of all members counts');
select is(pg_temp.fact('h1', 'p_statuut'), '0..1', 'a word may mean one of several');
select is(pg_temp.fact('h1', 'p_hulp'), '0..0', 'who is not in a complete source has nothing of it');
select is(pg_temp.fact('h2', 'p_geheim'), null, 'a fact that no rule declares is not given out');
do $$ begin perform pg_temp.give('p_other', '[{"n": 1, "statuut": "vt"}]', '["rrn", "statuut", "van", "tot"]'); end $$;
select is(pg_temp.fact('h1', 'p_statuut'), '1..1', 'two sources narrow what is known');
do $$ begin perform pg_temp.give('p_other', '[{"n": 1, "statuut": "geen"}]', '["rrn", "statuut", "van", "tot"]'); end $$;
select is(pg_temp.fact('h1', 'p_statuut'), null, 'two that contradict each other make it unknown');
do $$ begin perform pg_temp.give('p_homes', '[{"n": 2, "huis": "sociaal"}]', '["rrn", "huis", "van", "tot"]'); end $$;
select is(pg_temp.fact('h2', 'p_huis'), '0..0', 'what is said of one member can hold for all');

-- What is packed is what of() says.
select pg_temp.renewed();
select set_eq($$select p.household, null::uuid, n.name, u.low::bigint, u.high::bigint from known p cross join unpack(p.packed) u join named n on n.number = u.fact
		where household in ('h1', 'h2')
	union all select p.household, p.resident, n.name, u.low, u.high from known_person p cross join unpack(p.packed) u join named n on n.number = u.fact
		where household in ('h1', 'h2')$$,
	$$select h, o.resident, o.fact, o.low, o.high from unnest(array['h1', 'h2']) h cross join facts.of(h, current_date) o$$,
	'what is packed is what is known');

update people.household_member set until = current_date where household = 'h1';
do $$ begin perform facts.follow(); end $$;
select is((select count(*)::int from known where household = 'h1'), 0, 'where nobody lives nothing is packed');
update people.household_member set until = null where household = 'h1';
do $$ begin perform facts.follow(); end $$;
select is((select count(*)::int from known where household = 'h1'), 1, 'until somebody does');

-- Late and broken.
select is(pg_temp.social('[{"n": 2, "statuut": "hoezo"}, {"n": 1, "statuut": "iets"}]') -> 'faults',
	'[{"code": "value", "line": 2, "column": "statuut", "text": "hoezo"}]', 'a word that nobody declared is told with line and column');
select is(pg_temp.fact('h2', 'p_statuut'), '0..0', 'and nothing of that delivery is taken over');
select is((select fault ->> 'code' from source where name = 'p_social'), 'value', 'the source is broken');
select is(pg_temp.give('p_social', '[{"n": 1, "statuut": "iets"}, {"n": 2}]', '["rrn", "hulp", "geheim"]') -> 'faults' -> 0 ->> 'code', 'column_missing', 'a column that lacks is told');
select is(pg_temp.social('[{"n": 2, "statuut": "ll", "hulp": "ja"}]') -> 'faults' -> 0 ->> 'code', 'fell', 'a complete source that is much smaller is not believed');
delete from pending;
update source set good = now() - interval '29 days' where name = 'p_social';
select pg_temp.renewed();
select is(pg_temp.fact('h2', 'p_statuut'), '0..0', 'a broken source is believed for its days');
update source set good = now() - interval '33 days' where name = 'p_social';
select is(whole(), false, 'what is packed is not what is known any more');
select pg_temp.renewed();
select is(whole(), true, 'until it is renewed');
select is(pg_temp.fact('h2', 'p_statuut'), null, 'and says nothing after that, which is not no');
select is((select count(*)::int from known k cross join unpack(k.packed) u join named n on n.number = u.fact
	where k.household = 'h2' and n.name in ('p_statuut', 'p_hulp')), 0, 'also where it is packed');
select is((select count(*)::int from pending where household = 'h2'), 0, 'a source that falls silent makes nobody decide');
delete from pending;
select is(pg_temp.social('[{"n": 2, "statuut": "ll", "hulp": "ja"}, {"n": 1, "statuut": "iets"}, {"n": 3}]') ->> 'result', 'taken', 'when it comes back');
select is(pg_temp.fact('h2', 'p_hulp'), '1..1', 'it is believed again');
select pg_temp.renewed();
select is((select array_agg(household || ' ' || from_day || ' ' || later order by household) from pending where household in ('h1', 'h2')),
	array[format('h1 %s true', current_date - 2), format('h2 %s true', current_date - 2)],
	'and everybody is to be decided on, from the day on which it fell silent');
select is((select back from refreshed), null, 'once');

-- In shares.
delete from pending;
update fact set declared = true where name = 'p_geheim';
select is(whole(), false, 'when other facts are declared all are renewed');
create function pg_temp.secret(home text) returns bigint language sql as $$
	select count(*) from known k cross join unpack(k.packed) u join named n on n.number = u.fact
	where k.household = home and n.name = 'p_geheim'
$$;
create function pg_temp.until(home text) returns void language plpgsql as $$
begin
	perform facts.refresh_next(1);
	-- Those of the city itself are not waited for.
	update facts.refreshed set upto = 'h' where upto < 'h';
	while (select upto < home from facts.refreshed) loop
		perform facts.refresh_next(1);
	end loop;
end;
$$;
select pg_temp.until('h1');
select is(array[pg_temp.secret('h1'), pg_temp.secret('h2')], array[1, 0]::bigint[], 'one after the other');
select is(whole(), false, 'half of them is not all');
select is((select array_agg(household) from pending where household in ('h1', 'h2')), array['h1'], 'who was renewed is to be decided on');
select is(pg_temp.fact('h2', 'p_geheim'), '0..0', 'who was not is decided on by what is known now, and not by what is packed');
do $$ begin perform pg_temp.give('p_homes', '[{"n": 2, "huis": "anders"}]', '["rrn", "huis", "van", "tot"]'); end $$;
select is(pg_temp.secret('h2'), 1::bigint, 'who changes meanwhile is renewed at once');
select is((select array_agg(household order by later, since) from pending where household in ('h1', 'h2')), array['h2', 'h1'], 'and comes first');
select is((select array_agg(household) from pending_take(100) where household in ('h1', 'h2')), array['h2'], 'alone');
delete from pending;
update source set good = now() - interval '31 days' where name = 'p_homes';
select pg_temp.until('h1');
select is((select count(*)::int from known k cross join unpack(k.packed) u join named n on n.number = u.fact
	where k.household = 'h2' and n.name = 'p_huis'), 1, 'when it becomes another day half way');
select pg_temp.until('h2');
select is((select count(*)::int from known k cross join unpack(k.packed) u join named n on n.number = u.fact
	where k.household = 'h2' and n.name = 'p_huis'), 0, 'it begins anew');
do $$ begin perform source_alive('p_homes', now()); end $$;
select pg_temp.renewed();
select is((select array_agg(household || from_day order by household) from pending where household in ('h1', 'h2')),
	array['h1' || current_date, 'h2' || current_date], 'a source that comes back half way has everybody decided on');
select is(refresh_next(1)::jsonb, '{"more": false}', 'then nothing is left');
select is(whole(), true, 'and all are');
update fact set declared = false where name = 'p_geheim';
select pg_temp.renewed();

update source set rows = 1 where name = 'p_social';
select is(pg_temp.social('[{"n": 1, "statuut": "iets"}]') ->> 'changed', '1', 'who is in a complete source no more');
select is(pg_temp.fact('h2', 'p_hulp'), '0..0', 'has nothing of it from then on');

-- Who decides reaches what is declared, and nothing else.
create role belfort_p_decides;
do $$ begin perform belfort.publish_grant('facts', array['facts.of', 'facts.known', 'facts.known_person', 'facts.named',
	'facts.pending_take', 'facts.pending_done', 'facts.pending_put', 'facts.note'], 'p_decides', false); end $$;
grant usage on schema tap to belfort_p_decides;
grant execute on all functions in schema tap to belfort_p_decides;
set local role belfort_p_decides;
select is((select count(*)::int from facts.of('h2', current_date) where fact = 'p_geheim'), 0, 'who decides finds no fact that no rule declares');
select isnt((select count(*)::int from facts.of('h2', current_date)), 0, 'and those that are');
select isnt((select count(*)::int from facts.known), 0, 'also of all at once');
select throws_ok('select 1 from facts.value', '42501', null, 'the values themselves are out of reach');
select throws_ok('select 1 from facts.packed', '42501', null, 'and the table of what is packed');
select throws_ok('select 1 from facts.said(array[$x$h2$x$], current_date)', '42501', null, 'and what each source says');
select throws_ok('select facts.declare(array[$x$p_geheim$x$])', '42501', null, 'and to declare, for whom it was not published');
select throws_ok('select 1 from people.resident', '42501', null, 'and the register');
reset role;
do $$ begin perform facts.note('h2', current_date, 'proef', 1); end $$;
select is((select count(*)::int from access.entry where subject in (pg_temp.id(2), pg_temp.id(3), pg_temp.id(4)) and kind = 'rule' and rule = 'proef'), 3,
	'that a rule read it is in the log of each member');

select * from finish();
rollback;
