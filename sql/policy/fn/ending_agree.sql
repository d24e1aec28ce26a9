create function ending_agree(session text, id bigint) returns json
language plpgsql
security definer set search_path = policy, ext, pg_temp
as $$
declare
	d draft := take(ending_agree.id, '{waiting}');
begin
	update ending e set agreed = now(), agreed_by = who(ending_agree.session)
	where e.draft = d.id and e.agreed is null and e.dropped is null;
	if not found then
		raise exception 'not_now' using errcode = 'BF000';
	end if;
	perform order_withdraw(d.feature, d.order_id);
	update draft t set state = 'withdrawn', ended = now() where t.id = d.id;
	return '{}';
exception when check_violation then
	raise exception 'own_asking' using errcode = 'BF000';
end;
$$;
comment on function ending_agree(text, bigint) is
	'A second person agrees that what waits for its day is withdrawn.';
