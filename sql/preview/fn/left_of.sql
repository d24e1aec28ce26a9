create function left_of(account uuid) returns integer
language sql stable
set search_path = preview, pg_temp
as $$
	select allowance() - coalesce((select sum(q.points) from question q
		where q.account = left_of.account and q.day = current_date), 0)::integer;
$$;
comment on function left_of(uuid) is 'Points that are left today.';
