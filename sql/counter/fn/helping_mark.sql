create function helping_mark(session text, helper uuid) returns text
language sql immutable
set search_path = counter, ext, pg_temp
as $$
	select left(encode(sha256(convert_to(session, 'UTF8')), 'hex'), 16)
	where helper is not null;
$$;
comment on function helping_mark(text, uuid) is
	'What a form carries that was made while a civil servant, HELPER, helped somebody in that session; null: nobody is helped.';
