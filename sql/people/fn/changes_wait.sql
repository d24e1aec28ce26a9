create function changes_wait() returns boolean
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	select exists (select from change);
$$;
comment on function changes_wait() is
	'For the feature that decides by households: whether there is more to take.';
