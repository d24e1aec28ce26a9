create function confirmed_until(of_name text, of_sha256 text) returns date
language sql stable
set search_path = benefits, pg_temp
as $$
	select max(c.until) from confirmation c
	where c.name = of_name and c.sha256 = of_sha256;
$$;
comment on function confirmed_until(text, text) is
	'The last day for which two people stand by a text, or null.';
