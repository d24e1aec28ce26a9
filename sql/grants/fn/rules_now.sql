create function rules_now(codes text[]) returns json
language sql stable
security definer set search_path = grants, ext, pg_temp
as $$
	select coalesce(json_agg(json_build_object('code', c.code,
			'granted', in_tens((select count(*) from granted g
				where g.rule = c.code and g.period @> current_date
				and g.state in ('granted', 'ending')), c.code || ' now'),
			'reviews', in_tens((select count(*) from review v
				join decision d on d.id = v.decision
				where v.decided is null and d.rule = c.code),
				c.code || ' reviews')) order by c.nr), '[]')
	from unnest(rules_now.codes) with ordinality c(code, nr);
$$;
comment on function rules_now(text[]) is
	'For the policy workshop: of each rule how many have it granted today, and of how many decisions somebody has to look, at least; null: too few to tell.';
