create function looks_national(word text) returns boolean
language sql immutable
set search_path = people, ext, pg_temp
as $$
	select case when digits ~ '^[0-9]{11}$' then
		right(digits, 2)::bigint in (97 - left(digits, 9)::bigint % 97,
			97 - (2000000000 + left(digits, 9)::bigint) % 97)
		else false end
	from translate(word, '.- ', '') digits;
$$;
comment on function looks_national(text) is
	'Whether a word could be somebody''s national number, which must not be kept in clear.';
