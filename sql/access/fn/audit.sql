create function audit(session text, lang text) returns json
language plpgsql
security definer set search_path = access, ext, pg_temp
as $$
begin
	perform note(audit.session, 'access.audit', null);
	return json_build_object(
		'days', (select coalesce(json_agg(d order by d.day desc), '[]') from (
			select at::date as day, count(*) as looks,
				count(distinct actor) as staff,
				count(distinct subject) as residents
			from entry where at > now() - interval '30 days'
			group by 1) d),
		'looks', (select coalesce(json_agg(k order by k.looks desc), '[]') from (
			select l.label ->> audit.lang as label, count(*) as looks
			from entry r join belfort.look l on l.id = r.look
			where r.at > now() - interval '30 days' group by 1) k),
		'often', (select coalesce(json_agg(o order by o.looks desc), '[]') from (
			select a.name as staff, min(r.at) as since, max(r.at) as until,
				count(*) as looks, dense_rank() over (order by r.subject) as resident
			from entry r cross join lateral
				people.account_named(r.actor) a
			where r.at > now() - interval '30 days'
			and r.subject is not null and r.on_behalf is null
			and not exists (select from entry o where o.xid = r.xid
				and o.subject is distinct from r.subject)
			group by a.name, r.subject having count(*) >= 5
			order by count(*) desc limit 50) o),
		'late', (select coalesce(json_agg(o order by o.at desc), '[]') from (
			select a.name as staff, min(r.at) as at,
				l.label ->> audit.lang as label
			from entry r cross join lateral
				people.account_named(r.actor) a
			join belfort.look l on l.id = r.look
			where r.at > now() - interval '30 days'
			and (extract(isodow from r.at) > 5
				or r.at::time not between '07:00' and '19:00')
			group by a.name, r.xid, 3
			order by 2 desc limit 50) o));
end;
$$;
comment on function audit(text, text) is
	'What is unusual: the same civil servant and one resident again and again (a list of many is no such look, nor is a page on which they help), looks outside office hours; and counts. Residents have no name here. To look at this is a look, too.';
