create function pending_any() returns boolean
language sql stable
security definer set search_path = facts, ext, pg_temp
return exists (select from pending);
comment on function pending_any() is
	'For features that decide: whether households wait for a decision.';
