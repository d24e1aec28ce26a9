create function name_of(heading text) returns text
language sql immutable set search_path = budget, ext, pg_temp
as $$
	select coalesce(nullif(trim(substr(heading,
		length(split_part(heading, ' ', 1)) + 1)), ''), heading);
$$;
comment on function name_of(text) is '"0200 Wegen": Wegen.';
