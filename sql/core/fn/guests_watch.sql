create or replace function belfort.guests_watch()
returns table (guest text, did text)
language plpgsql
security definer set search_path = pg_catalog, pg_temp
as $$
declare
	g record;
begin
	-- A role can take back its own statement_timeout: not this.
	for g in
		select a.usename::text as role, a.pid
		from pg_stat_activity a join belfort.guest b on b.role = a.usename
		where a.state <> 'idle'
		and a.xact_start < clock_timestamp() - interval '8 seconds'
	loop
		perform pg_terminate_backend(g.pid);
		guest := g.role;
		did := 'ended a query';
		return next;
	end loop;
	for g in
		select b.role, b.quota, held.bytes, held.objects
		from belfort.guest b
		cross join lateral (select
			(select coalesce(sum(pg_total_relation_size(c.oid)), 0)
				from pg_class c
				join pg_namespace n on n.oid = c.relnamespace
				where n.nspname = b.feature
				and c.relkind in ('r', 'm', 'S')) as bytes,
			(select count(*) from pg_largeobject_metadata l
				where l.lomowner::regrole::text in (
					quote_ident(b.role),
					quote_ident('belfort_' || b.feature)))
				as objects
			) held
		where b.stopped is null
		and (held.bytes > b.quota or held.objects > 0)
	loop
		execute format('alter role %I nologin', g.role);
		perform pg_terminate_backend(pid) from pg_stat_activity
		where usename = g.role;
		update belfort.guest b set stopped = clock_timestamp(),
			reason = case when g.objects > 0 then 'large objects'
				else g.bytes || ' bytes of ' || g.quota end
		where b.role = g.role returning b.reason into did;
		guest := g.role;
		did := 'stopped: ' || did;
		return next;
	end loop;
end
$$;
comment on function belfort.guests_watch() is
	'Ends what code of others does for too long, and stops what grows too large; tells what it did.';
