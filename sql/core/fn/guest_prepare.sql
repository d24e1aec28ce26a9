create or replace function belfort.guest_prepare(pool_role text,
	of_feature text, workers integer) returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
	setting text;
begin
	if not pg_has_role(current_user, pool_role, 'member') then
		execute format('grant %I to current_user', pool_role);
	end if;
	-- A reload has two generations of workers for a moment.
	execute format('alter role %I connection limit %s', pool_role,
		2 * workers + 1);
	foreach setting in array array['statement_timeout = ''5s''',
		'idle_in_transaction_session_timeout = ''5s''',
		'lock_timeout = ''2s''', 'work_mem = ''2MB''']
	loop
		execute format('alter role %I set %s', pool_role, setting);
	end loop;
	begin
		execute format('alter role %I set temp_file_limit = ''64MB''',
			pool_role);
	exception when insufficient_privilege then
		null; -- Where the owner may set it: docs/operate.md.
	end;
	insert into belfort.guest (role, feature, quota)
	values (pool_role, of_feature, 268435456)
	on conflict (role) do update set feature = excluded.feature,
		stopped = null, reason = null;
end
$$;
comment on function belfort.guest_prepare(text, text, integer) is
	'Keeps the role of a pool that is shut in small; one that was stopped may sign in again.';
