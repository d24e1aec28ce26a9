create function provider_account(issuer text, subject text, resident uuid,
	name text, lang text) returns uuid
language plpgsql
set search_path = people, ext, pg_temp
as $$
#variable_conflict use_column
declare
	mine account;
	theirs uuid;
begin
	perform pg_advisory_xact_lock(
		hashtextextended(provider_account.issuer || ' ' || provider_account.subject, 0));
	select a.* into mine
	from provider_identity i join account a on a.id = i.account
	where i.issuer = provider_account.issuer
		and i.subject = provider_account.subject and a.closed is null;
	select a.id into theirs from account a
	where a.resident = provider_account.resident and a.closed is null;
	if mine.resident is null and theirs is not null then
		mine.id := theirs;
	elsif mine.id is null then
		insert into account (kind, name, lang)
		values ('resident', provider_account.name, provider_account.lang)
		returning * into mine;
	end if;
	if mine.resident is null and theirs is null
		and provider_account.resident is not null then
		perform account_link(mine.id, provider_account.resident);
	end if;
	insert into provider_identity (issuer, subject, account)
	values (provider_account.issuer, provider_account.subject, mine.id)
	on conflict (issuer, subject) do update set account = excluded.account, used = now();
	return mine.id;
end;
$$;
comment on function provider_account(text, text, uuid, text, text) is
	'The account of whom a provider calls so: found by that, else by who they are in the register, else made.  An account without a person in the register gives way to theirs.';
