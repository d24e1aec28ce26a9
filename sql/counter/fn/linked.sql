create function linked(code text, lang text) returns json
language sql stable
security definer set search_path = counter, ext, pg_temp
as $$
	select coalesce(found_by(linked.code, linked.lang),
		json_build_object('gone', true));
$$;
comment on function linked(text, text) is
	'The appointment of a link in a reminder, for as long as it is kept.';
