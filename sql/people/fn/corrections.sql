create function corrections() returns json
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	select json_build_object('corrections', (select json_agg(json_build_object(
			'nr', c.id, 'made', c.made, 'wrong', c.wrong, 'wanted', c.wanted,
			'name', coalesce(resident_name(a.resident), a.name)) order by c.id)
		from correction c join account a on a.id = c.account
		where c.answered is null));
$$;
comment on function corrections() is 'Mistakes that were told and wait for an answer, the oldest first.';
