create function draft_offer(session text, id bigint, uitgave integer) returns json
language sql
security definer set search_path = policy, ext, pg_temp
as $$
	select offer_as(draft_offer.id, who(draft_offer.session), uitgave);
	select '{}'::json;
$$;
comment on function draft_offer(text, bigint, integer) is
	'A writer gives a draft to a second person; UITGAVE is the edition whose check was good.';
