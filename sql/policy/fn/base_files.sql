create function base_files(d draft)
returns table (name text, text text)
language sql stable
set search_path = policy, ext, pg_temp
as $$
	select f.name, f.text
	from json_to_recordset(case d.feature
		when 'benefits' then benefits.texts(d.base)
		else budget.texts(d.base) end -> 'files')
		f(name text, text text);
$$;
comment on function base_files(draft) is
	'The files that were in force when a draft was begun or, once it is ordered, those in whose place it comes.';
