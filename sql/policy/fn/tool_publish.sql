create function tool_publish(document json) returns json
language plpgsql
set search_path = policy, ext, pg_temp
as $$
declare
	me uuid := tool_who(document);
	of_draft bigint := (document ->> 'draft')::bigint;
begin
	if not exists (select from draft d where d.id = of_draft
			and d.feature = document ->> 'feature') then
		raise exception 'not_found' using errcode = 'BF000';
	end if;
	perform publish_as(of_draft, me, (document ->> 'edition')::integer,
		(document ->> 'from')::date, (document ->> 'until')::date,
		document ->> 'reason');
	return tool_answer(of_draft);
exception when sqlstate 'BF000' then
	raise exception '%', tool_told(sqlerrm);
end;
$$;
comment on function tool_publish(json) is
	'A user of the machine has a draft of a colleague put in force: "login", "feature", "draft", "edition" that they read, "from", "until" (null: nobody says), "reason".';
