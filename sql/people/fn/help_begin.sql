create function help_begin(session text, fresh text, resident uuid, reden text,
	dienst bigint, lang text) returns json
language plpgsql
security definer set search_path = people, ext, pg_temp
as $$
declare
	me uuid := (select w.account from who(help_begin.session) w where w.kind = 'staff');
	may_by bigint[] := array(select r.nr from help_rights(me, help_begin.resident) r);
	chosen bigint := coalesce(dienst, may_by[1]);
begin
	if me is null then
		raise exception 'sign_in' using errcode = 'BF000';
	elsif cardinality(may_by) = 0 then
		return null;
	elsif chosen <> all (may_by) or (dienst is null and cardinality(may_by) > 1) then
		raise exception 'which_service' using errcode = 'BF000', column = 'dienst';
	end if;
	insert into account (kind, resident, name, lang)
	select 'resident', help_begin.resident, n.name, help_begin.lang
	from resident_named(help_begin.resident) n
	on conflict do nothing;
	perform session_renew(help_begin.session, help_begin.fresh);
	insert into helping (session, account, resident, helper, given, reason)
	select help_begin.fresh, a.id, a.resident, me, chosen, help_begin.reden
	from account a where a.resident = help_begin.resident and a.closed is null;
	perform access.note(help_begin.fresh, 'people.help_start', help_begin.resident);
	return '{}';
end;
$$;
comment on function help_begin(text, text, uuid, text, bigint, text) is
	'A civil servant begins to help a resident, for that reason, by the right DIENST; null where they have one only. Who has no account gets one, which they find when they sign in themselves.';
