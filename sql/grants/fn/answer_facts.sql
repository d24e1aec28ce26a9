create function answer_facts(session text, lang text) returns json
language sql stable
security definer set search_path = grants, ext, pg_temp
as $$
	select json_build_object('known', me.resident is not null,
		'leads', me.leads,
		'facts', case when me.leads then facts_of(me.household) else '[]' end,
		'first', coalesce((select to_json(i.facts) from invitation i
			where i.household = me.household and i.sent is not null
			and i.ended is null), '[]'),
		'waits', (select json_build_object('made', r.made, 'due', r.due)
			from request r where r.household = me.household
			and r.decided is null and me.leads))
	from viewer(answer_facts.session) me;
$$;
comment on function answer_facts(text, text) is
	'What is known of the household of who is signed in, what they are asked first, and whether answers of theirs wait.';
