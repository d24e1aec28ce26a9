create function who(session text)
returns table (account uuid, resident uuid, kind text, name text, level text,
	signed timestamptz, seen timestamptz, helper uuid)
language plpgsql stable
set search_path = people, ext, pg_temp set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
	return query select a.id, a.resident, a.kind,
		coalesce(resident_name(a.resident), a.name),
		case when h.session is null then s.level else 'high' end,
		s.signed, s.seen, h.helper
	from session s
	join account own on own.id = s.account and own.closed is null
	left join helping h on h.session = s.id and helping_holds(h)
	join account a on a.id = coalesce(h.account, own.id)
	where s.id = who.session and s.ends > now() and a.closed is null
	and s.seen > now() - interval '1 hour';
end;
$$;
comment on function who(text) is
	'For whom the pages of that session are; no row when nobody is signed in, or when it was left alone for an hour. While a civil servant, HELPER, helps a resident it is that resident, as sure as a counter that saw their card.';
