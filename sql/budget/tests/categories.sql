-- Categories tie to their views, and versions come and go in order.
begin;
set local search_path = budget, ext, tap, public;
select plan(24);

-- One version over the lines of now: all schools, nothing else.
create temp table doc as select json_build_object(
	'sha256', repeat('a', 64), 'by', 'Els', 'reason', 'een proef',
	'force', true,
	'files', json_build_array(json_build_object('name', 'doelen.lua',
		'text', E'een\ntwee\n', 'diff', json_build_array(
			json_build_object('op', '+', 'text', 'een')))),
	'categories', json_build_array(json_build_object('code', 'scholen',
		'title', json_build_object('nl', 'Scholen', 'fr', 'Écoles'),
		'help', json_build_object('nl', null))),
	'rules', json_build_array(json_build_object('nr', 1, 'view', 'doelen',
		'category', 'scholen', 'file', 'doelen.lua', 'line', 2,
		'because', 'Omdat.', 'says', json_build_object('nl', 'altijd'))))
	as document;
create temp table line as select id,
	case when view = 'doelen' and name ~* 'kdv' then 1 else 0 end as rule
	from rule_lines();
create function pg_temp.publish(change json default '{}') returns json
language sql as $$
	select budget.rules_publish((document::jsonb || change::jsonb)::json,
		(select array_agg(id order by id) from line),
		(select array_agg(rule order by id) from line)) from doc;
$$;

select is(publish ->> 'result', 'published', 'a version is published')
	from pg_temp.publish();
select is(publish ->> 'result', 'unchanged', 'the same again changes nothing')
	from pg_temp.publish();
select is((select count(*) from run where version = (select version from run
	where id = run_of(null))), 1::bigint, 'nor is there another run');
select is((select count(*) from allocation where version = (select version
	from run where id = run_of(null))), (select count(*) from line),
	'each line is in it once');

select is(sum(cents), (select sum(cents) from node n join city using (nis)
		join amount a on a.node = n.id where path = v),
	v || ' adds up to its categories')
from unnest(array['doelen', 'domeinen', 'rekeningen']) v
join share on share.view = v and run = run_of(null) group by v;

set constraints all immediate;
set constraints all deferred;
select throws_ok(format($$insert into run (version) values (%s);
	set constraints all immediate$$, version),
	'23514', null, 'a run that does not add up is refused')
from run where id = run_of(null);
select throws_ok(format($$insert into allocation (version, node, rule, category)
	values (%s, (select id from line limit 1), 1, 'scholen')$$, version),
	'23505', null, 'no line is in two categories')
from run where id = run_of(null);
select throws_ok(format($$insert into allocation (version, node, rule, category)
	values (%s, -1, 9, 'scholen')$$, version),
	'23503', null, 'nor in one by a rule that is not there')
from run where id = run_of(null);

select is(c ->> 'name', 'Écoles', 'a title is in the language')
from category('doelen', 'scholen', null, null, 'fr') c;
select is(c ->> 'name', 'Scholen', 'or else in Dutch')
from category('doelen', 'scholen', null, null, 'en') c;
select ok(c is null, 'a category that is not there is not found')
from category('doelen', 'zwemmen', null, null, 'nl') c;
select is((c ->> 'cents')::bigint, (select sum(cents)::bigint from line
	join amount on node = id where rule = 1),
	'a category holds its lines')
from category('doelen', 'scholen', null, null, 'nl') c;
select is(json_array_length(c -> 'rows'),
	(select count(*)::integer from line where rule = 1), 'all of them')
from category('doelen', 'scholen', null, null, 'nl') c;

-- An import brings a line that no rule has seen.
insert into node (nis, view, parent, level, path, code, name, official)
select nis, view, parent, level, 'doelen/nieuw', 'nieuw', 'Nieuw', 'Nieuw'
from node join line using (id) where rule = 1 limit 1;
insert into amount (node, plan, year, cents, source)
select id, 2026, 2026, 0, (select min(id) from source)
from node where path = 'doelen/nieuw';
select run_keep(version) from run where id = run_of(null);
select is((select array_agg(row ->> 'name') from json_array_elements(
		category('doelen', 'niet-toegewezen', null, null, 'nl')
		-> 'rows') row where row ->> 'path' = 'doelen/nieuw'),
	array['Nieuw'], 'a line that no rule has seen is not allocated');

-- Days.
update run set at = '2026-03-01 12:00' where id = run_of(null);
select is((select count(*) from run where id = run_of('2026-02-28')), 0::bigint,
	'nothing was shown before');
select ok(categories('doelen', null, null, '2026-02-28', 'nl') ->> 'nothing'
	= 'true', 'the page says so');
select is(run_of('2026-03-01'), (select id from run
	where at = '2026-03-01 12:00'), 'the run of a day is the last of that day');

-- Undo.
select pg_temp.publish(json_build_object('sha256', repeat('b', 64)));
select is((select count(*) from belfort.rule_force
	where feature = 'budget' and until is null), 1::bigint,
	'one version is in force');
select pg_temp.publish(json_build_object('reason', 'terug'));
select is((select array_agg(reason order by id desc) from (
		select * from belfort.rule_force where feature = 'budget'
		order by id desc limit 2) f), array['terug', 'een proef'],
	'an older one comes back, with a reason of its own');
select throws_ok($$insert into belfort.rule_force (feature, version, since)
	select feature, version, since from belfort.rule_force
	where feature = 'budget' and until is null$$,
	'23505', null, 'two at once cannot be');

-- What is on disk.
select belfort.rules_look('proef', json_build_object('sha256', repeat('c', 64),
	'files', json_build_object('x.lua', repeat('d', 64))), null);
select belfort.rules_look('proef', null, '{"file":"x"}');
select is(belfort.rules_seen('proef') -> 'files' ->> 'x.lua', repeat('d', 64),
	'a fault does not forget the last good files');
select is((select fault ->> 'file' from belfort.rule_disk
	where feature = 'proef'), 'x', 'and is told');

select * from finish();
rollback;
