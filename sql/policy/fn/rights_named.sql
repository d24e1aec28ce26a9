create function rights_named(codes text[]) returns jsonb
language sql stable
set search_path = policy, ext, pg_temp
as $$
	select jsonb_agg(jsonb_build_object('title', r.title) order by r.code)
	from benefits.rules_held(benefits.version_now()) r
	where r.code = any (rights_named.codes);
$$;
comment on function rights_named(text[]) is
	'What rights are called, in three languages.';
