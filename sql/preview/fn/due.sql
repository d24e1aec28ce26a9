create function due() returns boolean
language sql stable
set search_path = preview, pg_temp
as $$
	select not exists (select from snapshot s
		where s.day = current_date and s.version = benefits.version_now()
		and s.named = named_now())
	and (facts.whole() or not exists (select from snapshot));
$$;
comment on function due() is
	'Whether the newest snapshot is of another day, or of other rules, or of other facts: these are declared a moment after the rules. While facts are being renewed it stays as it is.';
