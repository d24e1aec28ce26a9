create function rules_publish(document json, nodes integer[], rules integer[])
returns json
language plpgsql
security definer set search_path = example, pg_temp
as $$
declare
	version integer := belfort.example_rules_record(document);
	new boolean := false;
begin
	if (document ->> 'force')::boolean then
		delete from heading;
		insert into heading (code, nr, title)
		select c ->> 'code', nr, c -> 'title'
		from json_array_elements(document -> 'categories')
			with ordinality list(c, nr);
		update note set heading = r ->> 'category'
		from unnest(nodes, rules) decided(note, rule)
		left join json_array_elements(document -> 'rules') r
			on (r ->> 'nr')::integer = decided.rule
		where note.id = decided.note
		and heading is distinct from r ->> 'category';
		new := belfort.example_rules_enforce(version,
			document ->> 'by', document ->> 'reason');
	end if;
	return json_build_object('version', version,
		'result', case when new then 'published' else 'unchanged' end);
end
$$;
comment on function rules_publish(json, integer[], integer[]) is
	'Keeps what the rules decided: of each line of rule_lines the number of a rule, or 0.';
