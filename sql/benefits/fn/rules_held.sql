create function rules_held(version integer)
returns table (code text, title jsonb, city boolean, granting text,
	person boolean, period text, payment text, reads text[])
language sql stable
security definer set search_path = benefits, ext, pg_temp
as $$
	select distinct on (r.code) r.code, r.title, r.city, r.granting,
		r.person, r.period, r.payment, r.reads
	from rule r where r.version = rules_held.version and r.period is not null
	order by r.code, r.name;
$$;
comment on function rules_held(integer) is
	'For other features: the rules of a version, one for each code; files that hold on different days say the same of these.';
