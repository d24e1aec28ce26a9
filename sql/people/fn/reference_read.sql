create function reference_read(code text) returns text
language sql immutable
set search_path = people, ext, pg_temp
as $$
	select translate(regexp_replace(upper(code), '[^0-9A-Z]', '', 'g'), 'OIL', '011');
$$;
comment on function reference_read(text) is
	'The reference of a letter as it is kept, from what somebody typed or a scanner read.';
