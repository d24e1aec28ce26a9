create function draft_drop(session text, id bigint) returns json
language plpgsql
security definer set search_path = policy, ext, pg_temp
as $$
declare
	d draft := take(draft_drop.id, '{draft,offered}');
begin
	perform hand_put(d.id, who(draft_drop.session), 'writer');
	update draft t set state = 'withdrawn', ended = now() where t.id = d.id;
	return '{}';
end;
$$;
comment on function draft_drop(text, bigint) is 'A writer gives a draft up that nobody ordered.';
