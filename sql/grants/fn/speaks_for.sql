create function speaks_for(home text, g granted) returns boolean
language sql stable
set search_path = grants, ext, pg_temp
as $$
	select g.subject is not null or g.household = home
		or not exists (select from people.members(array[g.household], current_date));
$$;
comment on function speaks_for(text, granted) is
	'Whether what a household is entitled to today says something of a grant. Who is told and paid may live elsewhere since: then it stays with those who are still there.';
