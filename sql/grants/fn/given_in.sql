create function given_in(o jsonb, during daterange) returns granted
language plpgsql stable
set search_path = grants, ext, pg_temp
as $$
declare
	home text := o ->> 'household';
	who uuid := (o ->> 'subject')::uuid;
	whom uuid := case when who is null then coalesce((o ->> 'whom')::uuid,
		addressee(home, null)) end;
	g granted;
begin
	select * into g from granted t
	where t.rule = o ->> 'rule' and t.period && during
	and (t.subject = who or (who is null and t.subject is null
		and (t.household = home or t.addressee = whom)))
	order by t.household = home desc, lower(t.period) desc, t.id desc
	limit 1;
	return g;
end;
$$;
comment on function given_in(jsonb, daterange) is
	'What was granted of a right to this household or resident in a time, whatever became of it.';
