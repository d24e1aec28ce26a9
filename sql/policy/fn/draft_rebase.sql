create function draft_rebase(session text, id bigint, versie integer)
returns json
language plpgsql
security definer set search_path = policy, ext, pg_temp
as $$
declare
	d draft := take(draft_rebase.id, '{draft}');
begin
	perform hand_put(d.id, who(draft_rebase.session), 'writer');
	if version_now(d.feature) is distinct from versie then
		raise exception 'conflict' using errcode = 'BF000';
	end if;
	update draft t set base = versie where t.id = d.id;
	return '{}';
end;
$$;
comment on function draft_rebase(text, bigint, integer) is
	'A writer looked at what came in force since a draft was begun, and goes on from there. VERSIE is what they looked at.';
