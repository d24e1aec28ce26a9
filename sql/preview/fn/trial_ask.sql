create function trial_ask(account uuid, hash text, points integer, what text)
returns json
language plpgsql
security definer set search_path = preview, pg_temp
as $$
declare
	taken json;
begin
	taken := question_take(account, hash, points, what);
	perform access.note_by('preview.city', account, null, null, what, null, null);
	return taken;
exception when sqlstate 'BF000' then
	return json_build_object('spent', true);
end;
$$;
comment on function trial_ask(uuid, text, integer, text) is
	'A question of a user of the machine, for background work: as ask().';
