create function code_keep(of_account uuid, used_salt text, new_phc text,
	step bigint, marks text[]) returns void
language plpgsql
set search_path = people, ext, pg_temp
as $$
begin
	update code_app c set salt = c.next_salt, next_salt = null,
		last_step = step, made = now()
	where c.account = of_account and c.next_salt = used_salt;
	if not found then
		raise exception 'conflict' using errcode = 'BF000';
	end if;
	insert into password as p (account, phc) values (of_account, new_phc)
	on conflict (account) do update set phc = excluded.phc, changed = now();
	delete from recovery r where r.account = of_account;
	insert into recovery (account, code) select of_account, unnest(marks);
end;
$$;
comment on function code_keep(uuid, text, text, bigint, text[]) is
	'The app that is being set up is the one that counts, with a password and codes on paper.';
