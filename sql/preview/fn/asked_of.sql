create function asked_of(account uuid) returns json
language sql stable
set search_path = preview, pg_temp
as $$
	select json_agg(json_build_object('asked', q.asked, 'what', q.parts[2], 'than', q.parts[3],
		'day', q.parts[4], 'title', case when q.parts[1] is not null
			then policy.draft_row(q.parts[2]::bigint) ->> 'title' end) order by q.asked desc)
	from (select q.asked, regexp_match(q.what,
			'^(voorstel )?(\S+), tegen versie-(\d+), op (\S+)$') as parts
		from question q where q.account = asked_of.account and q.day = current_date
		and q.snapshot = (select max(id) from snapshot)) q
	where q.parts is not null;
$$;
comment on function asked_of(uuid) is
	'The previews of the newest snapshot that a civil servant asked today, which take nothing again.';
