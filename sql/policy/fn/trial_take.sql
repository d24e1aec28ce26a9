create function trial_take() returns json
language plpgsql
security definer set search_path = policy, ext, pg_temp
as $$
declare
	t trial;
begin
	update trial x set taken_by = pg_backend_pid()
	where x.id = (select w.id from trial w where trial_waits(w)
		order by w.id limit 1 for update skip locked)
	returning * into t;
	return json_build_object('id', t.id, 'account', t.account, 'login', t.login,
		'draft', case when t.draft is not null then json_build_object('id', t.draft::text,
			'edition', t.edition) end,
		'day', coalesce(t.day, (select d.from_day from draft d where d.id = t.draft),
			current_date),
		'chosen', t.day is not null, 'files', t.files);
end;
$$;
comment on function trial_take() is
	'For the plugin preview: what to try next, which nobody else takes meanwhile; "id" is null when there is nothing. CHOSEN: another day than that of the draft was asked for.';
