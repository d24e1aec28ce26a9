create function provider_back(start text) returns json
language sql
security definer set search_path = people, ext, pg_temp
as $$
	with gone as (
		delete from provider_start s where s.id = provider_back.start
		returning s.back, s.renew, s.made)
	select coalesce((select json_build_object('back', g.back, 'renew', g.renew,
			'began', extract(epoch from g.made)::bigint)
		from gone g where g.made > now() - interval '10 minutes'), '{}');
$$;
comment on function provider_back(text) is
	'Somebody is back from the provider: what they began, once; an empty document when nobody began that, or too long ago.';
