create function draft_back(session text, id bigint, opmerking text) returns json
language plpgsql
security definer set search_path = policy, ext, pg_temp
as $$
declare
	d draft := take(draft_back.id, '{offered}');
begin
	if opmerking ~ '\S' then
		perform comment_put(draft_back.session, d.id, null, null, opmerking);
	end if;
	update draft t set state = 'draft' where t.id = d.id;
	return '{}';
end;
$$;
comment on function draft_back(text, bigint, text) is
	'What was offered is written on: a writer takes it back, or a second person sends it back and says why.';
