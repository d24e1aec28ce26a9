create function tool_offer(document json) returns json
language plpgsql
set search_path = policy, ext, pg_temp
as $$
declare
	me uuid := tool_who(document);
	d draft;
begin
	if json_array_length(document -> 'files') > 0 then
		perform disk_draft(document ->> 'feature', document);
	end if;
	select * into d from draft t where t.id = disk_open(document ->> 'feature', me);
	if d.id is null then
		raise exception 'nothing_changed' using errcode = 'BF000';
	elsif not (document ->> 'from')::date between current_date and current_date + 731 then
		raise exception 'no_such_day' using errcode = 'BF000';
	end if;
	update draft t set why = btrim(document ->> 'reason'), said = said + 1
	where t.id = d.id;
	perform offer_as(d.id, me, d.edition);
	return tool_answer(d.id);
exception when sqlstate 'BF000' then
	raise exception '%', tool_told(sqlerrm);
end;
$$;
comment on function tool_offer(json) is
	'What a user of the machine offers to a second person: "login", "feature", "from", "reason", "files" as disk_draft() takes them; without files the draft that was found on disk.';
