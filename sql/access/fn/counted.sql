create function counted(lang text) returns json
language sql stable
set search_path = access, ext, pg_temp
as $$
	with month as (
		select e.look, extract(hour from e.at)::integer as hour from entry e
		where e.at >= date_trunc('month', now()) - interval '1 month'
		and e.at < date_trunc('month', now())
	), looks as (
		select l.feature, (array_agg(l.label order by l.id desc))[1] as label,
			l.name, count(m.look) as n
		from belfort.look l left join month m on m.look = l.id
		group by l.feature, l.name
	), hours as (
		select h as hour, count(m.hour) as n
		from generate_series(0, 23) h left join month m on m.hour = h group by h
	)
	select json_build_object(
		'month', (date_trunc('month', now()) - interval '1 month')::date,
		'looks', (select json_agg(json_build_object(
			'feature', f.title ->> lang, 'label', l.label ->> lang,
			'count', nullif(l.n / 10 * 10, 0)) order by l.feature, l.name)
			from looks l join belfort.feature f on f.name = l.feature),
		'hours', (select json_agg(json_build_object('hour', h.hour,
			'count', nullif(h.n / 10 * 10, 0)) order by h.hour) from hours h));
$$;
comment on function counted(text) is
	'How much was looked at in the last whole month: tens only, and nothing under ten, so that no sum or difference of these numbers tells of a few.';
