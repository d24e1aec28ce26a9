create function how_far(state text, of_order text) returns text
language sql immutable
set search_path = policy, pg_temp
return case when state = 'ordered' then of_order else state end;
comment on function how_far(text, text) is
	'How far a draft in that state is, by what became of its order.';
