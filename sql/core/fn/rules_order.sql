create or replace function belfort.rules_order(of_feature text, document json)
returns bigint
language plpgsql
security definer set search_path = pg_catalog, pg_temp
as $$
declare
	made bigint;
begin
	if coalesce(json_array_length(document -> 'files'), 0) = 0 then
		raise exception 'an order changes at least one file';
	elsif (document ->> 'due')::date < current_date then
		raise exception 'an order is for today or later';
	end if;
	insert into belfort.rule_order (feature, asked_by, asked_name,
		second_by, second_name, reason, due, until)
	values (of_feature, (document ->> 'asked_by')::uuid, document ->> 'asked_name',
		(document ->> 'second_by')::uuid, document ->> 'second_name',
		document ->> 'reason', (document ->> 'due')::date,
		(document ->> 'until')::date)
	returning id into made;
	insert into belfort.rule_order_file (ordered, second_by, name, text,
		replaces, saved_by)
	select made, (document ->> 'second_by')::uuid, f ->> 'name', f ->> 'text',
		f ->> 'replaces', coalesce(f ->> 'saved_by', document ->> 'asked_by')::uuid
	from json_array_elements(document -> 'files') f;
	perform pg_notify('belfort_rules', of_feature);
	return made;
end;
$$;
comment on function belfort.rules_order(text, json) is
	'Orders that changed files come in force: {"asked_by", "asked_name", "second_by", "second_name", "reason", "due", "until", "files": [{"name", "text", "replaces", "saved_by"}]}; gives its number.';
