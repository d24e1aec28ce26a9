create function in_language(texts json, lang text) returns text
language sql immutable set search_path = budget, ext, pg_temp
as $$
	select coalesce(texts ->> lang, texts ->> 'nl');
$$;
comment on function in_language(json, text) is
	'A text of policy staff in a language, or else in Dutch.';
