create function may_grant(account uuid, service text, neighbourhood integer)
returns boolean
language sql stable
set search_path = people, ext, pg_temp
as $$
	select exists (select from right_given g
		where g.account = may_grant.account and g.name = 'people.grant'
		and g.taken is null and current_date >= g.from_day
		and current_date <= coalesce(g.to_day, current_date)
		and coalesce(g.service = may_grant.service, g.service is null)
		and coalesce(g.neighbourhood = may_grant.neighbourhood,
			g.neighbourhood is null));
$$;
comment on function may_grant(uuid, text, integer) is
	'Whether a civil servant may give rights for that service and neighbourhood; nulls: for all.';
