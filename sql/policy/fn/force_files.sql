create function force_files(of_feature text)
returns table (name text, text text, sha256 text)
language sql stable
set search_path = policy, ext, pg_temp
as $$
	select f ->> 'name', f ->> 'text', hash_of(f ->> 'text')
	from json_array_elements(force_of(of_feature) -> 'files') f;
$$;
comment on function force_files(text) is 'The files in force, each with its hash.';
