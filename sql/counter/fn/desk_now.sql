create function desk_now(d desk) returns bigint
language sql stable
set search_path = counter, ext, pg_temp
as $$
	select id from ticket
	where staff = d.staff and day = d.day and state = 'called';
$$;
comment on function desk_now(desk) is 'Who sits at that desk now.';
