create function orders(of_feature text)
returns table (id bigint, state text, due date, version integer, fault json,
	done timestamptz, second text)
language sql stable
set search_path = policy, ext, pg_temp
as $$
	select (o ->> 'id')::bigint, o ->> 'state', (o ->> 'due')::date,
		(o ->> 'version')::integer, o -> 'fault', (o ->> 'done')::timestamptz,
		o ->> 'second_name'
	from json_array_elements(case of_feature
		when 'benefits' then benefits.orders() else budget.orders() end) o;
$$;
comment on function orders(text) is 'What was ordered of the rules of a feature, and how that went.';
