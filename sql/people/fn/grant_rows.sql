create function grant_rows(me uuid, lang text)
returns table (nr bigint, account uuid, who text, name text, label text,
	service text, neighbourhood integer, from_day date, to_day date,
	reason text, given_by text, given timestamptz, taken_by text,
	taken timestamptz, taken_reason text, state text, mine boolean)
language sql stable
set search_path = people, ext, pg_temp
as $$
	select g.id, g.account, a.name, g.name,
		coalesce(p.label ->> grant_rows.lang, g.name), g.service,
		g.neighbourhood, g.from_day, g.to_day, g.reason, b.name, g.given,
		t.name, g.taken, g.taken_reason,
		case when g.taken is not null then 'taken'
			when g.to_day < current_date then 'over'
			when g.from_day > current_date then 'coming'
			else 'now' end,
		g.account = me
	from right_given g join account a on a.id = g.account
	left join account b on b.id = g.given_by
	left join account t on t.id = g.taken_by
	left join belfort.permission p on p.name = g.name;
$$;
comment on function grant_rows(uuid, text) is
	'Every right that was ever given, as pages tell it.';
