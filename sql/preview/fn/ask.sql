create function ask(session text, hash text, points integer, what text) returns json
language plpgsql
security definer set search_path = preview, pg_temp
as $$
declare
	taken json := question_take(
		(select a.actor from people.acting_as(ask.session) a), hash, points, what);
begin
	perform access.note(ask.session, 'preview.city', null, ask.what);
	return taken;
end;
$$;
comment on function ask(text, text, integer, text) is
	'A question of a page, with a record in the log.';
