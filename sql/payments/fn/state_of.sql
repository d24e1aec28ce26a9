create function state_of(number text) returns text
language sql stable
security definer set search_path = payments, pg_temp
as $$
	select s.state from standing(array[state_of.number]) s;
$$;
comment on function state_of(text) is
	'For other features: waiting_account, ready, in_file, released, paid, refused, cash, ordered or withdrawn; null: nobody told of that number.';
