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
		coalesce(jsonb_typeof(document -> 'identity') = 'object', false)
		and not is_guest)
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
	delete from belfort.channel where feature = of_feature;
	insert into belfort.channel (feature, nr, name, title, address, sign_in,
		counter, phone, paper)
	select of_feature, s.* from belfort.channels_said(document) s;
	insert into belfort.look (name, feature, label, data, purpose)
	select l ->> 'name', of_feature, l -> 'label', l -> 'data', l -> 'purpose'
	from jsonb_array_elements(document -> 'looks') l
	where not exists (select from (
			select k.label, k.data, k.purpose from belfort.look k
			where k.name = l ->> 'name' order by k.id desc limit 1) k
		where k.label = l -> 'label' and k.data = l -> 'data'
		and k.purpose = l -> 'purpose');
	perform belfort.forms_keep(of_feature, coalesce(document -> 'papers', '[]'));
	insert into belfort.page (name, feature, help)
	select s.name, of_feature, s.help
	from belfort.pages_said(document) s
	where not is_guest and not exists (select from (
			select k.help from belfort.page k
			where k.name = s.name order by k.id desc limit 1) k
		where k.help = s.help);
	perform belfort.personal_check(of_feature);
	if not is_guest then
		perform belfort.apart_close(of_feature,
			array(select jsonb_array_elements_text(document -> 'apart')));
	end if;
	perform belfort.partitions_make(of_feature, p.relation, p.since)
	from belfort.personal p
	where p.feature = of_feature and p.since is not null;
	perform belfort.about_grant();
end
$$;
comment on function belfort.feature_declare(jsonb, boolean) is
	'Keeps what a plugin says of itself, of rights, of other ways to do what it does, and of what it keeps about people; refuses what it does not say.';
