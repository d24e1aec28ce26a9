create function file_record(shape text, file text, sha256 text) returns integer
language sql
set search_path = people, ext, pg_temp
as $$
	insert into register_file as f (shape, file, sha256, serial, rows)
	select file_record.shape, file_record.file, file_record.sha256,
		max(serial), count(*)
	from (select serial from staging_residents
		union all select serial from staging_delta
		union all select null from staging_streets) s
	on conflict on constraint register_file_shape_sha256_key
		do update set file = excluded.file, imported = now()
	returning rows;
$$;
comment on function file_record(text, text, text) is
	'Writes a file down, or that it was read again; gives how many rows it has.';
