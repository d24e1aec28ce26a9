create or replace function belfort.routines_record(of_feature text) returns integer
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
	-- Rows of pg_proc that this transaction wrote, outside the savepoint of
	-- the migrations, are those of the files.
	made text[] := array(
		select p.oid::regprocedure::text
		from pg_proc p
		join pg_namespace n on n.oid = p.pronamespace and n.nspname = of_feature
		where p.xmin::text
			= (pg_current_xact_id()::text::numeric % 4294967296)::text);
	gone text;
begin
	select l.signature into gone
	from belfort.loaded l
	where l.feature = of_feature and l.signature <> all (made)
		and exists (select from pg_proc p
			join pg_namespace n on n.oid = p.pronamespace
			where n.nspname = of_feature
				and p.oid::regprocedure::text = l.signature);
	if gone is not null then
		raise exception '% has no file any more, but other objects need it', gone
			using hint = 'drop those in a migration';
	end if;
	delete from belfort.loaded where feature = of_feature;
	insert into belfort.loaded select of_feature, unnest(made);
	return cardinality(made);
end
$$;
comment on function belfort.routines_record(text) is
	'Remembers which routines the files of a feature made, and gives their number.';
