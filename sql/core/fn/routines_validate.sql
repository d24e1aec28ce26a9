create or replace function belfort.routines_validate(of_feature text) returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
	r record;
	wrong text;
begin
	for r in
		select p.oid, p.oid::regprocedure::text as signature,
			l.lanvalidator::regproc as validator,
			(select substr(c, 13) from unnest(p.proconfig) c
				where c like 'search_path=%') as path
		from pg_proc p
		join pg_namespace n on n.oid = p.pronamespace and n.nspname = of_feature
		join pg_language l on l.oid = p.prolang and l.lanvalidator <> 0
	loop
		if r.path is not null then
			perform set_config('search_path', r.path, true);
		end if;
		begin
			execute format('select %s(%s)', r.validator, r.oid);
		exception when others then
			get stacked diagnostics wrong = message_text;
			raise exception '%: %', r.signature, wrong;
		end;
	end loop;
end
$$;
comment on function belfort.routines_validate(text) is
	'Checks the bodies of the routines of a feature. They are loaded unchecked, because one file may use what the next one makes.';
