create or replace function belfort.routines_clear(of_feature text) returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
	routine regprocedure;
	dropped boolean;
begin
	-- One that others still need is left for CREATE OR REPLACE; what needs it
	-- may be dropped later in the same round, so there are rounds.
	loop
		dropped := false;
		for routine in
			select p.oid::regprocedure
			from pg_proc p
			join pg_namespace n on n.oid = p.pronamespace and n.nspname = of_feature
			join belfort.loaded l on l.feature = of_feature
				and l.signature = p.oid::regprocedure::text
		loop
			begin
				execute format('drop routine %s', routine);
				dropped := true;
			exception when dependent_objects_still_exist then
				null;
			end;
		end loop;
		exit when not dropped;
	end loop;
end
$$;
comment on function belfort.routines_clear(text) is
	'Drops what was loaded from the files of a feature, before they are loaded again in the same transaction.';
