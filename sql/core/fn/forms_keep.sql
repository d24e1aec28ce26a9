create or replace function belfort.forms_keep(of_feature text, papers jsonb)
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
	update belfort.form set gone = current_date
	where feature = of_feature and gone is null
	and code not in (select p ->> 'code' from jsonb_array_elements(papers) p);
	insert into belfort.form as f (code, feature, path, definition)
	select p ->> 'code', of_feature, p ->> 'path', p - '{code,path}'::text[]
	from jsonb_array_elements(papers) p
	on conflict (code) do update set definition = excluded.definition,
		gone = null
	where f.feature = excluded.feature;
end
$$;
comment on function belfort.forms_keep(text, jsonb) is
	'Keeps the versions of the forms on paper of a feature: new ones are added, mended words replace those of before, what is no longer there is one of before.';
