create function tool_told(kind text) returns text
language sql immutable
set search_path = policy, pg_temp
return case kind
	when 'same_person' then 'who wrote a draft does not put it in force, and who put it in force does not write on: ask a colleague'
	when 'nothing_changed' then 'no file changed: with live = yes a saved file is in force at once, and --folder names another folder'
	when 'moved' then 'another text of a file of this draft came in force meanwhile: its page tells which'
	when 'no_such_end' then 'the figures must be right until a day after the first, at most two years ahead'
	when 'no_such_day' then 'the day must be from today on, at most two years ahead'
	when 'say_why' then 'say why, with --reason "...": everybody can read it'
	when 'conflict' then 'the draft is not in that edition any more: look at its page first'
	when 'not_now' then 'a draft is put in force when it was offered, once: its page tells how far it is'
	when 'not_found' then 'there is no such draft of these rules'
	when 'spent' then 'you asked as much about the city as may be asked in a day: more would tell of single households. What was asked today can be asked again; tomorrow there is more'
	else kind end;
comment on function tool_told(text) is
	'A refusal, as the tool says it.';
