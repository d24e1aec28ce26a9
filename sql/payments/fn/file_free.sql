create function file_free(id bigint, by_whom uuid) returns void
language sql
set search_path = payments, pg_temp
as $$
	update file f set cancelled = now(), cancelled_by = by_whom
	where f.id = file_free.id;
	update payment p set outcome = 'cancelled', told = now(), told_by = by_whom
	where p.file = file_free.id;
	select waiting_told(array(select p.claim from payment p
		where p.file = file_free.id));
$$;
comment on function file_free(bigint, uuid) is
	'Cancels a file that was not released: what it held can be paid in another, or in cash to who wants that by now.';
