create function me(session text)
returns table (account uuid, resident uuid, helper uuid, household text, leads boolean,
	alone boolean)
language sql stable
set search_path = facts, ext, pg_temp
as $$
	select a.account, a.resident, a.helper, m.household,
		coalesce(m.role in ('referentiepersoon', 'partner'), false), m.alone
	from people.actor(me.session) a
	left join lateral (select m.*, (select count(*) = 1 from people.members(
			array[m.household], current_date)) as alone
		from people.members(
			array(select h.household from people.households_of(array[a.resident]) h),
			current_date) m
		where m.resident = a.resident) m on true;
$$;
comment on function me(text) is
	'Who a session is for, and in which household. LEADS: what is known of the household as a whole is theirs to see.';
