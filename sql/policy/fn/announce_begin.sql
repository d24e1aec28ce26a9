create function announce_begin(draft bigint, codes text) returns json
language sql
security definer set search_path = policy, ext, pg_temp
as $$
	insert into announcement (draft, codes)
	values (announce_begin.draft, string_to_array(announce_begin.codes, ' '))
	on conflict do nothing;
	select '{}'::json;
$$;
comment on function announce_begin(bigint, text) is
	'Keeps which rules a draft concerns, codes with blanks between.';
