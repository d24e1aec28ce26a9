create function order_told(d draft) returns json
language sql stable
set search_path = policy, ext, pg_temp
as $$
	select case when d.order_id is null then null
		when d.feature = 'benefits' then benefits.order_told(d.order_id)
		else budget.order_told(d.order_id) end;
$$;
comment on function order_told(draft) is
	'What became of the order of a draft: {"state", "due", "version", "fault", "done"}; null: it has none.';
