create function found(name text, born date, street text, field text) returns uuid
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	select resident_pick(found.name, found.born, found.street, found.field);
$$;
comment on function found(text, date, text, text) is
	'For other features: the one resident who is called so and was born then, as resident_pick.';
