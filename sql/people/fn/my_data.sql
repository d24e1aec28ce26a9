create function my_data(session text, lang text) returns json
language plpgsql stable
security definer set search_path = people, ext, pg_temp
as $$
declare
	one record;
	f record;
	rows jsonb;
	parts jsonb := '[]';
begin
	select * into one from who(my_data.session);
	for f in
		select name, title ->> my_data.lang as title, about, words
		from belfort.feature where about is not null and not guest order by name
	loop
		execute format('select %s(account => $1, resident => $2)', f.about::regproc)
		into rows using one.account, one.resident;
		parts := parts || jsonb_build_array(jsonb_build_object('title', f.title,
			'tables', my_data_tables(rows, f.words, my_data.lang)));
	end loop;
	return json_build_object('name', one.name, 'parts', parts,
		'open', (select count(*) from correction c
			where c.account = one.account and c.answered is null) > 0);
end;
$$;
comment on function my_data(text, text) is
	'All that is kept about who is signed in, by feature and table, with why, by which law and how long.';
