create function outbox() returns json
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	select json_build_object('mails', (select json_agg(json_build_object(
			'email', m.email, 'lang', m.lang, 'kind', m.kind, 'data', m.data,
			'made', m.made) order by m.id desc)
		from (select * from mail order by id desc limit 50) m
		where not exists (select from mail where tries > 0)));
$$;
comment on function outbox() is
	'For a demonstration without a mail server: what waits. Where any was ever handed over, nothing.';
