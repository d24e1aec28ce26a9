create function disputes(session text, lang text) returns json
language plpgsql
security definer set search_path = facts, ext, pg_temp
as $$
begin
	perform access.note(disputes.session, 'facts.dispute', o.resident)
	from (select distinct resident from dispute where answered is null) o;
	return (select json_build_object('rows', coalesce(jsonb_agg(
		dispute_row(d, disputes.lang) || jsonb_build_object(
			'resident', people.called(d.resident),
			'own', d.account = (select a.account
				from people.actor(disputes.session) a))
		order by d.due, d.id), '[]'))
	from dispute d where d.answered is null);
end;
$$;
comment on function disputes(text, text) is
	'What residents find wrong and waits for an answer, the most urgent first; to see them is a look.';
