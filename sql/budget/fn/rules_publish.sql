create function rules_publish(document json, nodes integer[],
	rules integer[]) returns json
language plpgsql
security definer set search_path = budget, ext, pg_temp
as $$
declare
	v integer := belfort.budget_rules_record(document);
	result text := 'staged';
begin
	if not exists (select from category where version = v) then
		perform keep_rules(v, document);
	end if;
	if (document ->> 'force')::boolean then
		delete from allocation where version = v;
		insert into allocation (version, node, rule, category)
		select v, l.node, r.nr, r.category
		from unnest(nodes, rules) l(node, rule)
		left join rule r on r.version = v and r.nr = l.rule;
		perform run_keep(v);
		result := case when belfort.budget_rules_enforce(v,
			coalesce(document ->> 'second_name', document ->> 'by'),
			document ->> 'reason')
			then 'published' else 'unchanged' end;
	end if;
	return json_build_object('version', v, 'result', result);
end;
$$;
comment on function rules_publish(json, integer[], integer[]) is
	'Keeps a version of the rules and what it made of the lines; puts it in force when that is asked.';
