create function actor(session text)
returns table (account uuid, resident uuid, kind text, name text, level text,
	helper uuid, reason text, service text)
language plpgsql stable
security definer set search_path = people, ext, pg_temp
as $$
#variable_conflict use_column
begin
	return query select w.account, w.resident, w.kind, w.name, w.level,
		w.helper, h.reason, g.service
	from who(actor.session) w
	left join helping h on h.session = actor.session and w.helper is not null
	left join right_given g on g.id = h.given;
end;
$$;
comment on function actor(text) is
	'For other features: for whom the pages of that session are, or no row. HELPER is the civil servant who helps them, for that REASON and SERVICE.';
