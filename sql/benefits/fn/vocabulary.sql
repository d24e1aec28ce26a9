create function vocabulary() returns json
language sql stable
security definer set search_path = benefits, ext, pg_temp
as $$
	select texts(belfort.benefits_rules_now());
$$;
comment on function vocabulary() is
	'For features that keep facts: the files of the version in force, which say what can be known.';
