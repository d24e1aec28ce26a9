create function helping_quiet() returns interval
language sql immutable
set search_path = people, pg_temp
as $$
	select interval '10 minutes';
$$;
comment on function helping_quiet() is 'After how long without a page helping is over.';
