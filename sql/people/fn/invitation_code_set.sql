create function invitation_code_set(code text, salt text, phc text,
	step bigint, marks text[], fresh text, session text, device text)
returns json
language plpgsql
security definer set search_path = people, ext, pg_temp
as $$
declare
	one account := invited(code);
begin
	delete from invitation i where i.account = one.id;
	if not found then
		raise exception 'invitation_over' using errcode = 'BF000', column = 'cijfers';
	end if;
	perform code_keep(one.id, salt, phc, step, marks);
	perform session_open(fresh, session, one.id, null, 'code', device);
	return '{}';
end;
$$;
comment on function invitation_code_set(text, text, text, bigint, text[], text, text, text) is
	'The same for who was invited; the link is used up by it.';
