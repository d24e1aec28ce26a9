create function request_page(session text, id bigint, lang text) returns json
language plpgsql
security definer set search_path = grants, ext, pg_temp
as $$
declare
	r request;
begin
	select * into r from request t where t.id = request_page.id;
	if not found then
		return null;
	end if;
	perform access.note(session, 'grants.request', r.resident);
	return json_build_object('name', people.called(r.resident), 'id', r.id,
		'made', r.made, 'due', r.due,
		'late', r.decided is null and r.due < current_date,
		'helped', (select a.name from people.account_named(r.actor) a
			where r.actor = any (r.involved)),
		'answers', r.answers, 'facts', known_rows(facts_of(r.household), lang),
		'open', r.decided is null, 'decided', r.decided,
		'confirmed', r.confirmed, 'reason', r.reason,
		'not_you', (select a.account = any (r.involved)
			from people.actor(session) a));
end;
$$;
comment on function request_page(text, bigint, text) is
	'What a resident answered, beside what databases say of the household; to see it is a look.';
