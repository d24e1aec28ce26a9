create function edition_undo(session text, id bigint, nr integer, uitgave integer)
returns json
language plpgsql
security definer set search_path = policy, ext, pg_temp
as $$
declare
	d draft := take(edition_undo.id, '{draft}');
begin
	if d.edition <> uitgave then
		raise exception 'conflict' using errcode = 'BF000';
	elsif nr not between 0 and d.edition - 1 then
		raise exception 'not_found' using errcode = 'BF000';
	end if;
	perform edition_put(d.id, who(edition_undo.session), (
		select coalesce(json_agg(json_build_object('name', now.name,
			'what', coalesce(old.what, 'base'), 'text', old.text,
			'replaces', old.replaces)), '[]')
		from file_rows(d.id, d.edition) now
		left join file_rows(d.id, nr) old on old.name = now.name
		where (now.what, now.text) is distinct from (coalesce(old.what, 'base'), old.text)), nr);
	return '{}';
end;
$$;
comment on function edition_undo(text, bigint, integer, integer) is
	'A writer takes a draft back to how an edition left it, as its next edition; 0 is before the first.';
