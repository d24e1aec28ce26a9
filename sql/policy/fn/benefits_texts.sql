create function benefits_texts(version integer) returns json
language sql stable
security definer set search_path = policy, ext, pg_temp
as $$
	select benefits.texts(benefits_texts.version);
$$;
comment on function benefits_texts(integer) is 'The files of a version of the rules about rights.';
