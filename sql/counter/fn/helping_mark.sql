create function helping_mark(session text) returns text
language sql stable
set search_path = counter, ext, pg_temp
as $$
	select left(encode(sha256(convert_to(helping_mark.session, 'UTF8')), 'hex'), 16)
	from people.actor(helping_mark.session) w where w.helper is not null;
$$;
comment on function helping_mark(text) is
	'What a form carries that was made while a civil servant helped somebody in that session; null: nobody is helped.';
