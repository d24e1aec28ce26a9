create function mine(session text, number text)
returns table (d decision, g granted, resident uuid, actor uuid, helped boolean)
language plpgsql stable
set search_path = grants, ext, pg_temp
as $$
#variable_conflict use_column
declare
	one decision := decision_of(mine.number);
begin
	return query select one, t, a.on_behalf_of, a.actor, a.actor <> a.account
	from people.acting_as(mine.session) a
	join granted t on t.id = one.granted
	where a.on_behalf_of in (one.addressee, one.subject, t.addressee);
	if not found then
		raise exception 'not_found' using errcode = 'BF000';
	end if;
end;
$$;
comment on function mine(text, text) is
	'A decision of who is signed in, or for whom they act; a civil servant who helps is told apart.';
