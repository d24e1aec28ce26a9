create function pending_take(most integer)
returns table (household text, since timestamptz, from_day date)
language sql
security definer set search_path = facts, ext, pg_temp
as $$
	-- Whoever changed does not wait for the others of their transaction.
	select p.household, p.since, p.from_day from pending p
	where not p.later or not exists (select from pending n where not n.later)
	order by p.later, p.since limit pending_take.most for update skip locked;
$$;
comment on function pending_take(integer) is
	'For who decides: households of which something became known, those that changed alone, as long as there are any, the longest waiting first; they are held until the end of the transaction.';
