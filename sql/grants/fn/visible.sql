create function visible(session text) returns setof granted
language sql stable
set search_path = grants, ext, pg_temp
as $$
	with me as materialized (select * from viewer(visible.session))
	select g.* from me join granted g on g.subject = me.resident
		or g.addressee = me.resident
	union
	select g.* from me join granted g on g.household = me.household
	where me.adult
	and (g.subject is null
		or me.leads and g.subject in (select minors(me.household)))
	and exists (select from people.members(array[me.household], g.made::date) m
		where m.resident = me.resident);
$$;
comment on function visible(text) is
	'What somebody may see of what was granted: what is theirs, or was told and paid to them; of age, what is of the household, from when they lived there; and who leads it, what is of a child in it. Never what is another grown-up''s own; and who left sees only what was theirs or came to them.';
