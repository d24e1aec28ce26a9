create function short_name(short text, official text, code text) returns text
language sql immutable set search_path = budget, ext, pg_temp
as $$
	select regexp_replace(coalesce(short, official, code, 'Zonder naam'),
		'^[A-Z]{2}[ .]', '');
$$;
comment on function short_name(text, text, text) is
	'What to call a place: "SD Wonen" is Wonen; some cities give no name.';
