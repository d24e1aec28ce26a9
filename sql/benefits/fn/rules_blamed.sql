create function rules_blamed(of_version integer, worked integer) returns text[]
language sql stable
set search_path = benefits, ext, pg_temp
as $$
	with other as (
		select p.name, exists (select from rule r
			where r.version in (of_version, worked) and r.name = p.name) as rules
		from (select name, sha256 from part where version = of_version) p
		full join (select name, sha256 from part where version = worked) w
		using (name)
		where p.sha256 is distinct from w.sha256
	)
	select coalesce(array_agg(distinct r.code), '{}')
	from rule r join other o on o.name = r.name
	where r.version = of_version
	and not exists (select from other where not rules)
	and exists (select from part where version = worked)
	and not exists (select from stop s where s.code = r.code and s.lifted is null);
$$;
comment on function rules_blamed(integer, integer) is
	'The rules of a version that are otherwise than in one that worked, and are not stopped; none where all may be to blame: there is no such version, or facts are otherwise too.';
