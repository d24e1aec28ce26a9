create function tool_tried(document json) returns json
language plpgsql
set search_path = policy, ext, pg_temp
as $$
declare
	t trial;
begin
	select * into t from trial x where x.id = (document ->> 'trial')::bigint
	and x.account = tool_who(document);
	if t.said is not null then
		delete from trial x where x.id = t.id;
	end if;
	return json_build_object('document', t.said -> 'document',
		'fault', tool_told(t.said ->> 'fault'), 'taken', trial_taken(t));
end;
$$;
comment on function tool_tried(json) is
	'What came out of "trial", once, for "login" who asked it; TAKEN: it is being worked out.';
