create function file_known(shape text, sha256 text) returns boolean
language sql stable
set search_path = people, ext, pg_temp
as $$
	select case shape
		when 'streets' then coalesce((select f.sha256 from register_file f
				where f.shape = 'streets' order by imported desc, id desc limit 1)
			= file_known.sha256, false)
		else exists (select from register_file f
				where f.shape = file_known.shape
				and f.sha256 = file_known.sha256)
			and not exists (select from staging_residents
				where number_old is not null)
	end;
$$;
comment on function file_known(text, text) is
	'Whether taking the file over would change nothing: it was read before, and no rotation of keys waits for it. Of streets the last file counts.';
