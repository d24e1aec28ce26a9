create function empty_since(household text) returns date
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	select max(m.until) from household_member m
	where m.household = empty_since.household
	having bool_and(m.until <= current_date);
$$;
comment on function empty_since(text) is
	'For other features: since which day nobody lives in a household any more; null: somebody does, or nobody ever did.';
