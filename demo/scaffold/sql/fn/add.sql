create function add(body text) returns json
language sql
security definer set search_path = example, pg_temp
as $$
	insert into note (body) values (add.body)
	returning json_build_object('id', id);
$$;
comment on function add(text) is 'Keeps a note.';
