create function due() returns boolean
language sql stable
set search_path = preview, pg_temp
as $$
	select not exists (select from snapshot s
		where s.day = current_date and s.version = benefits.version_now()
		and s.named = named_now());
$$;
comment on function due() is
	'Whether the newest snapshot is of another day, or of other rules, or of other facts: these are declared a moment after the rules.';
