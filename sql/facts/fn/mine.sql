create function mine(session text, lang text) returns json
language sql stable
security definer set search_path = facts, ext, pg_temp
as $$
	with w as materialized (select * from me(mine.session)), own as (
		select f, v.low, v.high, s.title ->> mine.lang as source,
			s.name as key, lower(v.valid) as since, v.received, f.number
		from w join value v on v.resident = w.resident
		join fact f on f.number = v.fact join source s on s.id = v.source
		where v.replaced is null and v.valid @> current_date
		and s.ended is null and f.known and not (w.leads and w.alone)
	), home as (
		select f, o.low, o.high, (select string_agg(s.title ->> mine.lang, ', ')
				from source s where s.name = any (string_to_array(o.source, ' '))) as source,
			o.source as key, o.valid_from as since, o.received, f.number
		from w cross join lateral facts.of(w.household, current_date) o
		join fact f on f.name = o.fact
		where w.leads and o.resident is null
	)
	select json_build_object('known', w.household is not null, 'leads', w.leads, 'shares', not (w.leads and w.alone),
		'home', (select coalesce(jsonb_agg(row_of(h.f, h.low, h.high, h.source,
				h.since, h.received, w.resident, mine.lang)
			order by h.number), '[]') from home h),
		'own', (select coalesce(jsonb_agg(row_of(o.f, o.low, o.high, o.source,
				o.since, o.received, w.resident, mine.lang)
			order by o.number), '[]') from own o),
		'told', (select coalesce(jsonb_agg(dispute_row(d, mine.lang) order by d.id desc), '[]')
			from dispute d where d.resident = w.resident))
	from w;
$$;
comment on function mine(text, text) is
	'What databases say about a resident; and about their household, for who answers for it. With what they found wrong, and the answers.';
