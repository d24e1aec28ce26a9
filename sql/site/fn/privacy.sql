create function privacy(lang text) returns json
language sql stable
security definer set search_path = site, pg_temp
as $$
	with said as (
		select f.guest, f.name, f.title ->> lang as title, p.nr, relation,
			array_to_string(columns, ', ') as columns,
			purpose ->> lang as purpose, basis ->> lang as basis,
			days, cleaned
		from belfort.personal p join belfort.feature f on f.name = p.feature)
	select json_build_object(
		'kept', (select json_agg(t order by guest, name, nr) from (
			select guest, name, title, case when min(nr) = min(min(nr))
					over (partition by guest, name) then title end as heading,
				min(nr) as nr, purpose, basis, days,
				case when days >= 365 then round(days / 365.25)::integer end as years,
				min(cleaned) as cleaned,
				json_agg(json_build_object('table', relation,
					'columns', columns) order by nr) as tables
			from said where purpose is not null
			group by guest, name, title, purpose, basis, days) t),
		'plain', (select json_agg(t order by guest, name) from (
			select guest, name, title, json_agg(json_build_object(
				'table', relation, 'columns', columns) order by nr) as tables
			from said where purpose is null
			group by guest, name, title) t),
		'has_removed', exists (select from belfort.removal),
		'removed', (select json_agg(r) from (
			select day, relation as "table", rows
			from belfort.removal order by day desc, relation limit 50) r));
$$;
comment on function privacy(text) is
	'What each part of the site keeps about people, and what was removed lately.';
