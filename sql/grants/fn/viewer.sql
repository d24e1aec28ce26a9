create function viewer(session text)
returns table (account uuid, actor uuid, resident uuid, household text,
	adult boolean, leads boolean)
language sql stable
set search_path = grants, ext, pg_temp
as $$
	select a.account, a.actor, a.on_behalf_of, m.household,
		coalesce(m.born <= current_date - interval '18 years', m.resident is not null),
		coalesce(m.role in ('referentiepersoon', 'partner'), false)
	from people.acting_as(viewer.session) a
	left join lateral (select m.* from people.members(
			(select array_agg(h.household)
				from people.households_of(array[a.on_behalf_of]) h),
			current_date) m
		where m.resident = a.on_behalf_of) m on true;
$$;
comment on function viewer(text) is
	'Whose rights are shown in a session, and with whom they live. LEADS: what is known of the household as a whole is theirs to see.';
