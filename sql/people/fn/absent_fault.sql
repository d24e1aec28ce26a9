create function absent_fault()
returns table (line integer, col text, text text)
language sql stable
set search_path = people, ext, pg_temp
as $$
	select null::integer, null::text, format(
		'%s of the %s residents of now are not in it: is it whole, and are the keys those of before? Nobody was taken out of the register',
		count(*) filter (where absent), count(*))
	from (select s.line is null and o.line is null as absent
		from resident r
		left join staging_residents s on s.number = r.mac
		left join staging_residents o on o.number_old = r.mac
		where r.until is null and r.mac is not null) r
	having count(*) filter (where absent) > 20 + count(*) / 10;
$$;
comment on function absent_fault() is
	'Says so when more than a tenth of the residents would go: then something is wrong with the file, or with the keys.';
