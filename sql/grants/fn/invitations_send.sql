create function invitations_send() returns json
language plpgsql
security definer set search_path = grants, ext, pg_temp
as $$
declare
	i invitation;
	n integer := 0;
	most integer := (select invite_most from appeal) - (select count(*)
		from invitation t where t.sent >= current_date);
	standing text[] := benefits.standing();
begin
	update invitation t set ended = now()
	where t.ended is null and t.sent < now() - interval '90 days';
	for i in select * from invitation t where t.sent is null and t.ended is null
		and t.rules && standing
		order by cardinality(t.facts), t.id limit least(greatest(most, 0), 50)
		for update skip locked
	loop
		update invitation t set sent = now() where t.id = i.id;
		perform people.message_put(p.account, null, 'rights_ask',
			jsonb_build_object('resident', i.addressee, 'lang', p.lang,
				'path', (select mount from belfort.feature where name = 'grants'),
				'questions', cardinality(i.facts),
				'rights', (select jsonb_agg(jsonb_build_object('title', o.title)
					order by o.rule) from (select distinct on (r.rule) r.rule, r.title
						from open_right r where r.household = i.household and r.rule = any (standing)) o)))
		from people.payee(i.addressee) p;
		n := n + 1;
	end loop;
	return json_build_object('sent', n, 'more', n = 50 and most > n);
end;
$$;
comment on function invitations_send() is
	'Sends invitations that wait, those with the fewest questions first, as many a day as the city wants; nobody is asked for a right that is stopped, that nobody confirmed, or that is in force no more.';
