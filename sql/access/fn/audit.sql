create function audit(session text, lang text) returns json
language plpgsql
security definer set search_path = access, ext, pg_temp
as $$
begin
	perform note(audit.session, 'access.audit', null);
	return json_build_object(
		'often', unusual_often(),
		'many', unusual_many(),
		'kin', unusual_kin(),
		'watched', unusual_watched(audit.lang),
		'idle', unusual_idle(audit.lang),
		'late', unusual_late(audit.lang),
		'counted', counted(audit.lang));
end;
$$;
comment on function audit(text, text) is
	'What is unusual, without the names of residents; and counts. To look at this is a look, too.';
