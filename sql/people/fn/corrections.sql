create function corrections(session text) returns json
language plpgsql
security definer set search_path = people, ext, pg_temp
as $$
begin
	perform access.note(corrections.session, 'people.correct', o.resident)
	from (select distinct a.resident
		from correction c join account a on a.id = c.account
		where c.answered is null) o;
	return (
		select json_build_object('corrections', json_agg(json_build_object(
			'nr', c.id, 'made', c.made, 'wrong', c.wrong, 'wanted', c.wanted,
			'name', coalesce(resident_name(a.resident), a.name)) order by c.id))
		from correction c join account a on a.id = c.account
		where c.answered is null);
end;
$$;
comment on function corrections(text) is
	'Mistakes that were told and wait for an answer, the oldest first; to see them is a look.';
