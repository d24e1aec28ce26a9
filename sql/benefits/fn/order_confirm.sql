create function order_confirm(document json) returns void
language sql
set search_path = benefits, ext, pg_temp
as $$
	insert into confirmation (name, sha256, saved_by, confirmed_by, until)
	select x.name, x.sha256, x.saved_by,
		(case x.saved_by when o.second_by then f ->> 'saved_by'
			else o.second_by::text end)::uuid, o.until
	from (select (document ->> 'second_by')::uuid as second_by,
		(document ->> 'until')::date as until) o,
		json_array_elements(document -> 'files') f
	join text x on x.name = f ->> 'name' and x.sha256 = hash_of(f ->> 'text')
	where f ->> 'saved_by' is not null and x.saved_by is not null
		and o.until >= current_date;
$$;
comment on function order_confirm(json) is
	'Two people stand by the files that an order changed: who wrote a text first, and the other of the two.';
