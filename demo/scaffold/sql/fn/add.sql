create function add(body text) returns json
language sql
security definer set search_path = example, pg_temp
as $$
	insert into note (body) values (add.body);
	select pg_notify('belfort_rules', 'example');
	select '{}'::json;
$$;
comment on function add(text) is
	'Keeps a note, and asks the rules under which heading it comes.';
