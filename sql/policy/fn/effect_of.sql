create function effect_of(d draft) returns json
language sql stable
set search_path = policy, ext, pg_temp
as $$
	select json_build_object('made', k -> 'made', 'gains', t -> 'gains',
		'loses', t -> 'loses', 'difference', t -> 'difference',
		'has_difference', t ->> 'difference' is not null,
		'over', (t ->> 'difference')::bigint > d.envelope)
	from preview_kept(d.id) k
	cross join lateral (select k -> 'document' -> 'total' as t) total
	where k is not null;
$$;
comment on function effect_of(draft) is
	'What the last preview of a draft showed of the whole city, and whether that is more than it may cost; null: none was made since it was changed.';
