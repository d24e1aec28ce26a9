create function pick(kind text, partner text, until date) returns text[]
language sql stable
set search_path = payments, pg_temp
as $$
	select array_agg(p.number order by p.number)
	from (select s.number from standing(claims_open()) s
		where s.state = 'ready' and s.kind = pick.kind
		and s.partner is not distinct from pick.partner and s.due <= pick.until
		order by s.due, s.number limit 5000) p;
$$;
comment on function pick(text, text, date) is
	'What is ready and due until a day; five thousand at most, those of before first.';
