create function rules_publish(document json) returns json
language plpgsql
security definer set search_path = benefits, ext, pg_temp
as $$
declare
	v integer := belfort.benefits_rules_record(document);
	result text := 'staged';
begin
	perform version_keep(v, document);
	if (document ->> 'force')::boolean then
		result := case when belfort.benefits_rules_enforce(v,
			coalesce(document ->> 'second_name', document ->> 'by'),
			document ->> 'reason')
			then 'published' else 'unchanged' end;
		perform order_confirm(document);
	end if;
	return json_build_object('version', v, 'result', result);
end;
$$;
comment on function rules_publish(json) is
	'Keeps a version of the rules about rights; puts it in force when that is asked.';
