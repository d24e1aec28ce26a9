create function texts(version integer) returns json
language sql stable
security definer set search_path = preview, pg_temp
as $$
	select benefits.texts(texts.version);
$$;
comment on function texts(integer) is 'The files of a version of the rules.';
