create function first_day(which bigint) returns date
language sql stable
set search_path = grants, pg_temp
as $$
	select d.day from decision d
	where d.granted = first_day.which and d.kind = 'grant';
$$;
comment on function first_day(bigint) is 'The day whose facts a right was granted by.';
