create function provider_begin(start text, terug text, renew text) returns json
language sql
security definer set search_path = people, ext, pg_temp
as $$
	delete from provider_start s where s.id in (
		select o.id from provider_start o
		where o.made < now() - interval '10 minutes'
		limit 100 for update skip locked);
	insert into provider_start (id, back, renew)
	values (provider_begin.start, terug, provider_begin.renew is not null);
	select '{}'::json;
$$;
comment on function provider_begin(text, text, text) is
	'Somebody goes to the provider; takes away who never came back.';
