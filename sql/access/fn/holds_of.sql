create function holds_of(day date, word text, lang text) returns json
language plpgsql stable
set search_path = access, ext, pg_temp
as $$
begin
	return (
		select coalesce(json_agg(f order by f.at), '[]') from (
			select r.id, r.at, a.name as staff, r.reason, l.label ->> lang as label
			from entry r join belfort.look l on l.id = r.look
			cross join lateral people.account_named(r.actor) a
			where r.at >= day and r.at < day + 1 and r.subject is not null
			and r.at > now() - interval '31 days'
			and strpos(lower(coalesce(r.reason, '')), lower(word)) > 0
			and l.name <> 'access.hold'
			and not exists (select from question q where q.entry = r.id)
			and not exists (select from hold_request q
				where q.entry = r.id and q.granted is not false)
			order by r.at limit 100) f);
end;
$$;
comment on function holds_of(date, text, text) is
	'Looks of that day of which residents may still be told later, with that word in their reason.';
