create function code_shown(code text) returns text
language sql immutable
set search_path = payments, pg_temp
as $$
	select left(code, 5) || '-' || substr(code, 6);
$$;
comment on function code_shown(text) is 'A code as people read it.';
