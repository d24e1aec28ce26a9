create function in_language(text jsonb, lang text) returns text
language sql immutable
set search_path = payments, pg_temp
as $$
	select coalesce(text ->> lang, text ->> 'nl');
$$;
comment on function in_language(jsonb, text) is 'A text in that language, else in Dutch.';
