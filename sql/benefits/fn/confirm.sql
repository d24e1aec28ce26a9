create function confirm(session text, naam text, sha256 text, tot date)
returns json
language plpgsql
security definer set search_path = benefits, ext, pg_temp
as $$
begin
	if not exists (select from part p where p.version = belfort.benefits_rules_now()
		and p.name = confirm.naam and p.sha256 = confirm.sha256) then
		raise exception 'changed' using errcode = 'BF000';
	end if;
	perform confirm_parts((select account from people.actor(confirm.session)),
		array[confirm.naam], confirm.tot);
	return '{}';
end;
$$;
comment on function confirm(text, text, text, date) is
	'A civil servant confirms the file that they read, when it is still in force.';
