create function about(account uuid, resident uuid) returns json
language plpgsql stable
security definer set search_path = people, ext, pg_temp
as $$
declare
	part record;
	rows jsonb;
	all_rows jsonb := '{}';
begin
	for part in
		select c.relname, format('%I.%I', 'people', c.relname) as relation,
			string_agg(format('t.%I = $%s', a.attname,
				case when c.relname || '.' || a.attname in
					('resident.id') or a.attname in ('resident', 'actor', 'on_behalf')
				then 2 else 1 end), ' or ') as condition
		from pg_class c join pg_attribute a on a.attrelid = c.oid
		where c.relnamespace = 'people'::regnamespace and c.relkind = 'r'
		and a.atttypid = 'uuid'::regtype and not a.attisdropped
		and (a.attname in ('account', 'resident', 'actor', 'on_behalf')
			or c.relname || '.' || a.attname in ('account.id', 'resident.id'))
		group by c.relname
	loop
		execute format('select coalesce(jsonb_agg(to_jsonb(t) - about_hidden()), ''[]'')
			from %s t where %s', part.relation, part.condition)
		into rows using account, resident;
		all_rows := all_rows || jsonb_build_object('people.' || part.relname, rows);
	end loop;
	return all_rows;
end;
$$;
comment on function about(uuid, uuid) is
	'What is kept about somebody: the rows of every table here that names an account or a resident.';
