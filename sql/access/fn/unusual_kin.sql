create function unusual_kin() returns json
language plpgsql stable
set search_path = access, ext, pg_temp
as $$
begin
	return (
		with pair as (
			select r.actor, r.subject, count(*) as looks, max(r.at) as until
			from alone(true) r group by r.actor, r.subject
		), kin as (
			select k.* from (select array_agg(actor) as a, array_agg(subject) as s
				from pair) p cross join lateral people.kin(p.a, p.s) k
		)
		select coalesce(json_agg(o order by o.until desc), '[]') from (
			select (select name from people.account_named(p.actor)) as staff,
				p.looks, p.until, k.how = 'self' as is_self,
				k.how = 'household' as is_household,
				k.how = 'address' as is_address, k.how = 'name' as is_name
			from pair p join kin k on k.account = p.actor and k.resident = p.subject
			order by p.until desc limit 50) o);
end;
$$;
comment on function unusual_kin() is
	'Who looked at themselves or at who may be a relative.';
