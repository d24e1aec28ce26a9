create function run_of(day date) returns integer
language sql stable set search_path = budget, ext, pg_temp
as $$
	select max(id) from run
	where day is null or at < (day + 1)::timestamptz;
$$;
comment on function run_of(date) is
	'What was shown at the end of a day, or is shown now; null: nothing was.';
