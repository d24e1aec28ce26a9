create function effects(id bigint, codes text) returns json
language sql stable
security definer set search_path = policy, ext, pg_temp
as $$
	select json_build_object('now', grants.rules_now(c.codes),
		'day', coalesce(d.from_day::text, e.letter ->> 'from'),
		'example', d.from_day is null, 'letter', e.letter,
		'told', (select floor(count(*) / 10.0)::integer * 10 from announced n
			where n.draft = d.id and n.taken_back is null
			having count(*) >= 10),
		'telling', exists (select from announcement a where a.draft = d.id))
	from draft d
	cross join (select string_to_array(effects.codes, ' ') as codes) c
	cross join lateral (select letter_data(d, rights_named(c.codes)) as letter) e
	where d.id = effects.id;
$$;
comment on function effects(bigint, text) is
	'What a draft does beside what it changes: who has these rights now, the letter that goes out.';
