create function invitation_code(code text) returns jsonb
language sql
security definer set search_path = people, ext, pg_temp
as $$
	select case when a.id is null then jsonb_build_object('over', true)
		else code_start(a.id)::jsonb
			|| jsonb_build_object('code', invitation_code.code) end
	from invited(invitation_code.code) a;
$$;
comment on function invitation_code(text) is 'The same for who was invited, and has no key to make.';
