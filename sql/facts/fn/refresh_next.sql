create function refresh_next(most integer) returns json
language plpgsql
security definer set search_path = facts, ext, pg_temp
as $$
declare
	r refreshed;
	homes text[];
	richer text[];
begin
	select * into r from refreshed for update;
	if r.mark is distinct from mark() then
		update refreshed set mark = mark(), upto = '' returning * into r;
	end if;
	if r.upto is null then
		return json_build_object('more', false);
	end if;
	homes := array(select h from households_after(r.upto, most) h order by h);
	richer := refresh(homes);
	perform pending_put(case when r.back is null then richer else homes end,
		coalesce(r.back, current_date));
	update refreshed set upto = homes[most],
		back = case when homes[most] is not null then r.back end;
	return json_build_object('more', homes[most] is not null);
end;
$$;
comment on function refresh_next(integer) is
	'Renews the packed facts of the next households, MOST of them, where those of everybody are to be: on a new day, when other facts are declared, when a source was silent. Whoever something else is known of is to be decided on.';
