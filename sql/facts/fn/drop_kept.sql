create function drop_kept(source text) returns json
language sql
security definer set search_path = facts, ext, pg_temp
as $$
	update source s set stays = true where s.name = drop_kept.source;
	select '{}'::json;
$$;
comment on function drop_kept(text) is
	'A file of that source was taken over, but cannot be removed.';
