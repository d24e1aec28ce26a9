create function alone(begun boolean default false) returns table (at timestamptz, look integer, actor uuid,
	subject uuid)
language sql stable
set search_path = access, ext, pg_temp
as $$
	select min(e.at), min(e.look), (array_agg(e.actor))[1],
		(array_agg(e.subject))[1]
	from entry e where e.at > now() - interval '30 days'
	and e.kind = 'staff' and e.subject is not null
	and (e.on_behalf is null or (alone.begun and e.page is null))
	group by e.xid
	having count(distinct e.subject) = 1;
$$;
comment on function alone(boolean) is
	'Looks at one resident in the past thirty days; a list of many is none, nor is a page on which somebody is helped. That helping began is one where BEGUN is asked: who knows the resident''s number can begin without finding them first.';
