create function staff_find(mail text) returns account
language plpgsql stable
set search_path = people, ext, pg_temp
as $$
declare
	found_one account;
begin
	select * into found_one from account a
	where a.kind = 'staff' and lower(a.email) = lower(mail) and a.closed is null;
	if found_one.id is null then
		raise exception 'no civil servant has the e-mail address %', mail
			using hint = 'belfort staff list shows them';
	end if;
	return found_one;
end;
$$;
comment on function staff_find(text) is 'A civil servant by e-mail address, for who works on the machine.';
