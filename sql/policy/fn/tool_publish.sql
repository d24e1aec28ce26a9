create function tool_publish(document json) returns json
language plpgsql
set search_path = policy, ext, pg_temp
as $$
declare
	me uuid := tool_who(document);
	d draft := tool_draft(document, true);
begin
	perform publish_as(d.id, me, d.edition, (document ->> 'from')::date,
		(document ->> 'until')::date, document ->> 'reason');
	return tool_answer(d.id);
exception when sqlstate 'BF000' then
	raise exception '%', tool_told(sqlerrm);
end;
$$;
comment on function tool_publish(json) is
	'A user of the machine has a draft of a colleague put in force: "login", "feature", "draft", "edition" that they read, "from", "until" (null: nobody says), "reason".';
