create function colleague_invite(session text, naam text, email text) returns json
language plpgsql
security definer set search_path = people, ext, pg_temp
as $$
#variable_conflict use_column
declare
	me uuid := (select w.account from who(colleague_invite.session) w);
	one uuid;
begin
	insert into account (kind, name, email, invited_by)
	values ('staff', naam, colleague_invite.email, me)
	on conflict (kind, lower(email)) where closed is null do nothing
	returning id into one;
	if one is null then
		-- Whoever came in or holds a right gets a new link on the machine only.
		select a.id into one from account a
		where a.kind = 'staff' and a.closed is null
		and lower(a.email) = lower(colleague_invite.email)
		and a.invited_by = me and ways(a.id) = 0
		and not exists (select from right_given g where g.account = a.id);
	end if;
	if one is null then
		raise exception 'colleague_known' using errcode = 'BF000', column = 'email';
	end if;
	return colleagues(colleague_invite.session)::jsonb || jsonb_build_object('invited',
		jsonb_build_object('name', naam, 'code', invitation_make(one)));
end;
$$;
comment on function colleague_invite(text, text, text) is
	'Makes the account of a colleague, with a link to come in by; the same again makes a new link, while they did not come.';
