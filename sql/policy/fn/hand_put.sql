create function hand_put(of_draft bigint, who uuid, of_role text) returns void
language plpgsql
set search_path = policy, ext, pg_temp
as $$
begin
	insert into hand (draft, account, role) values (of_draft, who, of_role)
	on conflict (draft, account, role) do nothing;
exception when unique_violation then
	raise exception 'same_person' using errcode = 'BF000';
end;
$$;
comment on function hand_put(bigint, uuid, text) is
	'Somebody writes a draft, or publishes it; who did the one never does the other.';
