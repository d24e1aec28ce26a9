create function right_give_here(to_account uuid, right_name text, why text) returns void
language plpgsql
set search_path = people, ext, pg_temp
as $$
begin
	if not exists (select from belfort.permission where name = right_name) then
		raise exception 'there is no right %', right_name
			using hint = 'there are: ' || (select string_agg(name, ', ' order by name)
				from belfort.permission);
	end if;
	insert into right_given (account, name, reason)
	select to_account, right_name, why where not may(to_account, right_name);
end;
$$;
comment on function right_give_here(uuid, text, text) is
	'Gives a right on the machine itself, where nobody else can.';
