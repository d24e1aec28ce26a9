create function staff_link(words json) returns json
language plpgsql
set search_path = people, ext, pg_temp
as $$
declare
	one account := staff_find(words ->> 'email');
begin
	return json_build_object('link', invitation_make(one.id),
		'text', format('Give %s this link. It works once, within 24 hours:', one.name));
end;
$$;
comment on function staff_link(json) is 'A new link for a civil servant who lost every key.';
