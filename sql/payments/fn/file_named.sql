create function file_named() returns text
language sql volatile
set search_path = payments, pg_temp
as $$
	select 'PAY-' || to_char(now(), 'YYYYMMDD') || '-'
		|| upper(substr(replace(gen_random_uuid()::text, '-', ''), 1, 8));
$$;
comment on function file_named() is 'By what the other side knows a file.';
