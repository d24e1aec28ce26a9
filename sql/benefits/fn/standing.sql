create function standing() returns text[]
language sql stable
security definer set search_path = benefits, ext, pg_temp
as $$
	with file as (
		select p.name, coalesce(confirmed_until(p.name, p.sha256) >= current_date,
				false) as holds,
			exists (select from rule r
				where r.version = p.version and r.name = p.name) as rules
		from part p where p.version = belfort.benefits_rules_now()
	)
	select coalesce(array_agg(distinct r.code), '{}')
	from rule r join file f on f.name = r.name
	where r.version = belfort.benefits_rules_now() and f.holds
	and not exists (select from file g where not g.rules and not g.holds)
	and not exists (select from stop s where s.code = r.code and s.lifted is null);
$$;
comment on function standing() is
	'For features that decide: the rules in force by whose file and by whose facts two people stand today, and that are not stopped.';
