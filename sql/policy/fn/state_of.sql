create function state_of(d draft) returns text
language sql stable
set search_path = policy, ext, pg_temp
as $$
	select how_far(d.state, case when d.state = 'ordered'
		then order_told(d) ->> 'state' end);
$$;
comment on function state_of(draft) is
	'How far a draft is: draft, offered, waiting for its day, done (put in force), conflict or failed (it could not be), withdrawn.';
