create function force_files(of_feature text)
returns table (name text, text text, sha256 text)
language sql stable
set search_path = policy, ext, pg_temp
as $$
	select f.name, f.text, encode(sha256(convert_to(f.text, 'UTF8')), 'hex')
	from json_to_recordset(force_of(of_feature) -> 'files')
		f(name text, text text);
$$;
comment on function force_files(text) is 'The files in force, each with its hash.';
