create or replace function belfort.about_grant() returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
	knows text := (select 'belfort_' || name from belfort.feature where identity);
	f record;
begin
	if knows is null then
		return;
	end if;
	for f in
		select name, about from belfort.feature
		where about is not null and not guest and to_regproc(about) is not null
	loop
		execute format('grant usage on schema %I to %I', f.name, knows);
		execute format('grant execute on function %s(uuid, uuid) to %I',
			f.about::regproc, knows);
	end loop;
end
$$;
comment on function belfort.about_grant() is
	'Lets the feature that knows who is who, and no pool, ask the others what they keep about somebody.';
