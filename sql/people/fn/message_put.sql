create function message_put(account uuid, to_email text, template text,
	data jsonb) returns void
language plpgsql
security definer set search_path = people, ext, pg_temp
as $$
declare
	k message_kind;
	a account;
	at_email text;
	in_lang text;
	of_resident uuid;
begin
	select * into strict k from message_kind where name = template;
	select * into a from account t where t.id = message_put.account;
	at_email := coalesce(to_email, email_usable(a.id));
	of_resident := coalesce(a.resident, (message_put.data ->> 'resident')::uuid);
	in_lang := coalesce(a.lang, (select t.lang from account t
		where t.resident = of_resident and t.closed is null),
		message_put.data ->> 'lang', 'nl');
	if k.box and a.kind = 'resident' then
		insert into message (account, kind, data)
		values (a.id, k.name, message_put.data);
	end if;
	if of_resident is not null and (k.letter = 'always'
			or (k.letter = 'instead' and at_email is null)) then
		insert into paper (account, resident, lang, kind, data, reference)
		values (a.id, of_resident, in_lang, k.name, message_put.data,
			reference_new());
	elsif k.mail is not null and at_email is not null then
		insert into mail (account, email, lang, kind, data)
		values (a.id, at_email, in_lang,
			case k.mail when 'whole' then k.name else 'notice' end,
			case k.mail when 'whole' then message_put.data else '{}' end);
		perform pg_notify('belfort_jobs', 'people');
	end if;
end;
$$;
comment on function message_put(uuid, text, text, jsonb) is
	'Tells somebody something: TEMPLATE is a row of message_kind, DATA what its text fills in. By mail to TO_EMAIL, else as they want it; into their message box. DATA holds {"path": of this site}, {"code": ...}; {"lang": ..., "resident": ...} for who has no account, or need not have one: the language that somebody chose counts.';
