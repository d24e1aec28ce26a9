create function mail_bounced(key uuid, status text) returns json
language plpgsql
set search_path = people, ext, pg_temp
as $$
declare
	m mail;
begin
	update mail t set state = 'refused', status = mail_bounced.status,
		data = '{}', ended = now()
	where t.key = mail_bounced.key and t.state <> 'refused'
	returning * into m;
	if not found then
		return null;
	end if;
	perform email_dies(m.email, mail_bounced.status, m.account);
	return '{}';
end;
$$;
comment on function mail_bounced(uuid, text) is
	'A server says afterwards that the mail with that key did not arrive; null: we sent none, or know it already.';
