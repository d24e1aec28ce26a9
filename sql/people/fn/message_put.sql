create function message_put(account uuid, to_email text, template text, data jsonb)
returns void
language sql
set search_path = people, ext, pg_temp
as $$
	insert into message (account, to_email, template, data)
	values (message_put.account, message_put.to_email,
		message_put.template, message_put.data);
$$;
comment on function message_put(uuid, text, text, jsonb) is
	'Keeps a message to be sent; a stand-in for the outbox.';
