create or replace function belfort.rules_record(of_feature text, document json)
returns integer
language plpgsql
security definer set search_path = pg_catalog, pg_temp
as $$
declare
	found_id integer := id from belfort.rule_version
		where feature = of_feature and sha256 = document ->> 'sha256';
begin
	if found_id is not null then
		return found_id;
	end if;
	insert into belfort.rule_version (feature, sha256, made_by, reason)
	values (of_feature, document ->> 'sha256', document ->> 'by',
		document ->> 'reason')
	returning id into found_id;
	insert into belfort.rule_file (version, name, text, diff)
	select found_id, f ->> 'name', f ->> 'text', f -> 'diff'
	from json_array_elements(document -> 'files') f;
	return found_id;
end;
$$;
comment on function belfort.rules_record(text, json) is
	'Keeps the files of a document as a version, once; gives its number.';
