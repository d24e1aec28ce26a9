create function follow() returns json
language plpgsql
security definer set search_path = facts, ext, pg_temp
as $$
declare
	read timestamptz := people.register_read();
	homes text[];
	days date[];
begin
	perform source_alive(s.name, read) from source s
	where s.kind = 'register' and s.ended is null and s.good is distinct from read
	and read is not null;
	select array_agg(c.household), array_agg(c.from_day) into homes, days
	from people.changes_take(1000) c;
	perform refresh(coalesce(homes, '{}'));
	perform pending_add(homes, days);
	return json_build_object('households', coalesce(cardinality(homes), 0),
		'more', people.changes_wait());
end;
$$;
comment on function follow() is
	'Follows the register: households that changed there have other facts, and are to be decided on.';
