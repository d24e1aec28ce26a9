create function turn() returns void
language sql volatile
set search_path = payments, pg_temp
as $$
	select pg_advisory_xact_lock('payments.file'::regclass::bigint);
$$;
comment on function turn() is
	'What moves money comes one after the other: held until the transaction ends.';
