create function act_for(session text, wie bigint) returns json
language plpgsql
security definer set search_path = people, ext, pg_temp
as $$
begin
	delete from acting a where a.session = act_for.session;
	if wie is null then
		return '{}';
	end if;
	insert into acting (session, mandate)
	select act_for.session, m.id
	from mandate m join who(act_for.session) w on w.resident = m.actor
	where m.id = wie and mandate_holds(m);
	return case when found then '{}'::json end;
end;
$$;
comment on function act_for(text, bigint) is
	'From now on in this session somebody acts by that mandate; null: for themselves.';
