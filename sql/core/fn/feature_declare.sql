create or replace function belfort.feature_declare(document jsonb,
	is_guest boolean) returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
	of_feature text := document ->> 'name';
begin
	insert into belfort.feature as f (name, title, summary, mount, guest,
		about, words, identity)
	values (of_feature, document -> 'titles', document -> 'summaries',
		document #>> '{mounts,0}', is_guest, document #>> '{about,function}',
		coalesce(document #> '{about,words}', '{}'),
		coalesce((document ->> 'identity')::boolean, false) and not is_guest)
	on conflict (name) do update set title = excluded.title,
		summary = excluded.summary, mount = excluded.mount,
		guest = excluded.guest, about = excluded.about,
		words = excluded.words, identity = excluded.identity;
	delete from belfort.personal p where feature = of_feature
	and not exists (select from belfort.personal_said(document) s
		where s.relation = p.relation and s.columns = p.columns);
	insert into belfort.personal as p (feature, nr, relation, columns,
		purpose, basis, days, since)
	select of_feature, s.* from belfort.personal_said(document) s
	on conflict (relation, columns) do update set nr = excluded.nr,
		purpose = excluded.purpose, basis = excluded.basis,
		days = excluded.days, since = excluded.since;
	delete from belfort.permission where feature = of_feature;
	insert into belfort.permission (name, feature, label)
	select r ->> 'name', of_feature, r -> 'labels'
	from jsonb_array_elements(document -> 'rights') r;
	perform belfort.personal_check(of_feature);
	perform belfort.about_grant();
end
$$;
comment on function belfort.feature_declare(jsonb, boolean) is
	'Keeps what a plugin says of itself, of rights and of what it keeps about people; refuses what it does not say.';
