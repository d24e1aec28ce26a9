create function shown(f fact, low bigint, high bigint, lang text) returns jsonb
language sql immutable
set search_path = facts, ext, pg_temp
as $$
	select jsonb_build_object('name', f.name, 'title', f.title ->> shown.lang,
		'is_' || f.kind, true, 'exact', shown.low = shown.high, 'low', v.low, 'high', v.high,
		'yes', f.kind = 'yesno' and shown.low = 1, 'no', f.kind = 'yesno' and shown.high = 0)
	from (select case f.kind when 'date' then to_jsonb(date 'epoch' + shown.low::integer)
			when 'choice' then f.choices -> shown.low::integer -> shown.lang
			else to_jsonb(shown.low) end as low,
		case f.kind when 'date' then to_jsonb(date 'epoch' + shown.high::integer)
			when 'choice' then f.choices -> shown.high::integer -> shown.lang
			else to_jsonb(shown.high) end as high) v;
$$;
comment on function shown(fact, bigint, bigint, text) is
	'A fact with what is known of it, for pages: choices in words, days as days.';
