-- How a rule came to be: each change of its file, and the rules that are gone.
begin;
select plan(11);
set local search_path = benefits, people, tap, public;

insert into account (id, kind, name, login) values
	('00000000-0000-0000-0000-0000000000a1', 'staff', 'An Schrijft', 'an_schrijft'),
	('00000000-0000-0000-0000-0000000000a2', 'staff', 'Bo Kijkt', 'bo_kijkt');

create function pg_temp.put(texts json, why text, force boolean = true) returns integer
language sql as $$
	select (rules_publish(json_build_object('sha256', hash_of(texts::text), 'by', 'An',
		'reason', why, 'force', force,
		'files', (select json_agg(json_build_object('name', t.key, 'text', t.value, 'login', 'an_schrijft',
			'diff', json_build_array(json_build_object('op', '+', 'text', t.value)))) from json_each_text(texts) t),
		'rights', (select json_agg(json_build_object('code', split_part(t.key, '.', 1), 'file', t.key,
			'title', json_build_object('nl', t.key), 'city', true, 'granting', 'request')) from json_each_text(texts) t)))
		->> 'version')::integer;
$$;
create temp table v as select pg_temp.put('{"verhaal.lua": "een", "gaat.lua": "een"}', 'Begin') as one;
alter table v add two integer, add three integer, add four integer;
update v set two = pg_temp.put('{"verhaal.lua": "een", "gaat.lua": "twee"}', 'Een andere');
update v set three = pg_temp.put('{"verhaal.lua": "nooit", "gaat.lua": "twee"}', 'Alleen klaargezet', false);
select rules_confirm(json_build_object('login', 'bo_kijkt', 'until', current_date + 30, 'files', '["verhaal.lua"]'::json)) \g /dev/null
update v set four = pg_temp.put('{"verhaal.lua": "twee"}', 'Indexatie');

create function pg_temp.story(path text) returns jsonb language sql as
	$$ select jsonb_path_query_array(rule_story('verhaal')::jsonb, path::jsonpath) $$;

select is(pg_temp.story('$.changes[*].version'), (select jsonb_build_array(four, one) from v),
	'the newest first: what left a file as it was is no change of it, nor what never was in force');
select is(pg_temp.story('$.changes[*].reason'), '["Indexatie", "Begin"]', 'each says why');
select is(pg_temp.story('$.changes[*].new'), '[false, true]', 'and which one brought it');
select is(pg_temp.story('$.changes[0].lines[*].text'), '["twee"]', 'with the lines that changed');
select is(pg_temp.story('$.changes[*].stands[*].by'), '["Bo Kijkt"]', 'and who confirmed that text');
select is(rule_story('bestaat-niet')::text, null, 'of what never was there is nothing');
select is((select g ->> 'version' from json_array_elements(rules_gone(null) -> 'rows') g where g ->> 'code' = 'gaat'), (select two::text from v),
	'a rule that is gone leads to the last version in force that had it');
select is((select count(*) from json_array_elements(rules_gone(null) -> 'rows') g where g ->> 'code' = 'verhaal'), 0::bigint, 'one that is there is not gone');

create temp table w as select pg_temp.put((select json_object_agg('weg' || n || '.lua', 'een') from generate_series(1, 40) n), 'Veel') as many;
select pg_temp.put('{"verhaal.lua": "twee"}', 'Weer weg') \g /dev/null
select is(json_array_length(rules_gone(null) -> 'rows'), 40, 'the newest of what is gone');
select is((rules_gone(null) ->> 'older')::integer, (select many from w), 'and that there are older');
select is((select count(*) from json_array_elements(rules_gone((select many from w)) -> 'rows') g where g ->> 'code' = 'gaat'), 1::bigint, 'which come on the next page');

select * from finish();
rollback;
