create function tool_who(document json) returns uuid
language plpgsql stable
set search_path = policy, ext, pg_temp
as $$
declare
	me uuid := people.staff_at(document ->> 'login');
begin
	if me is null then
		raise exception 'the user % is no civil servant', document ->> 'login'
			using hint = 'belfort staff add --login makes one';
	end if;
	return me;
end;
$$;
comment on function tool_who(json) is
	'The account of the user of the machine who runs the tool.';
