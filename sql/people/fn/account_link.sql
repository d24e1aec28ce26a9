create function account_link(account uuid, resident uuid) returns void
language plpgsql
set search_path = people, ext, pg_temp
as $$
begin
	update account a set resident = account_link.resident
	where a.id = account_link.account and a.kind = 'resident'
		and a.closed is null and a.resident is null;
	if not found and not exists (select from account a
			where a.id = account_link.account
				and a.resident = account_link.resident) then
		raise exception 'conflict' using errcode = 'BF000';
	end if;
exception when unique_violation then
	raise exception 'conflict' using errcode = 'BF000';
end;
$$;
comment on function account_link(uuid, uuid) is
	'Tells who in the register has that account; conflict when it is somebody else''s, or they have another.';
