create function mail_forget(m mail) returns boolean
language sql stable
set search_path = people, ext, pg_temp
as $$
	select m.account is null and exists (select from message_kind k
		where k.name = m.kind and k.forget);
$$;
comment on function mail_forget(mail) is
	'Whether nothing of a mail is kept once its end is known: its address was given for it alone.';
