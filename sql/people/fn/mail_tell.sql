create function mail_tell(id integer, handed text, status text) returns json
language plpgsql
security definer set search_path = people, ext, pg_temp
as $$
declare
	m mail;
	ends text := case handed when 'over' then 'sent' when 'never' then 'refused'
		when 'nobody' then 'refused' end;
begin
	select * into m from mail t where t.id = mail_tell.id for update;
	if ends is null and m.made < now() - interval '4 days' then
		ends := 'given_up';
	end if;
	update mail t set
		state = coalesce(ends, 'waiting'),
		ended = case when ends is not null then now() end,
		data = case when ends is null then t.data else '{}' end,
		status = mail_tell.status,
		tries = tries - (handed = 'nowhere')::integer,
		unsure = unsure + (handed = 'unsure')::integer,
		next = case when handed = 'nowhere'
			then clock_timestamp() + interval '1 minute' else t.next end
	where t.id = m.id and t.state = 'handing';
	if found and mail_forget(m) then
		delete from mail t where t.id = m.id and t.ended is not null;
	elsif found and handed = 'nobody' then
		perform email_dies(m.email, mail_tell.status, m.account);
	end if;
	perform pg_advisory_unlock('mail'::regclass::integer, m.id);
	return '{}';
end;
$$;
comment on function mail_tell(integer, text, text) is
	'How a hand-over ended, in a word of core/mail.c: over, later, never, nobody, unsure, nowhere.';
