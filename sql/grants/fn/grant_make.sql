create function grant_make(o jsonb, of_period daterange, of_kind text default 'grant')
returns void
language plpgsql
set search_path = grants, ext, pg_temp
as $$
declare
	g granted;
	d decision;
	whom uuid := addressee(o ->> 'household', (o ->> 'subject')::uuid);
begin
	if whom is null or exists (select from people.registered((o ->> 'subject')::uuid) r
			where r.until is not null) then
		return;
	end if;
	insert into granted (household, subject, addressee, rule, each, payment,
		period, cents, decision)
	values (o ->> 'household', (o ->> 'subject')::uuid, whom, o ->> 'rule',
		o ->> 'period', o ->> 'payment', of_period, (o ->> 'cents')::bigint, nextval('decision_id_seq'))
	on conflict do nothing returning * into g;
	if not found then
		return;
	end if;
	d := put(g, of_kind, o, of_period, g.cents);
	perform owe(d, d.cents, g.payment);
	if of_kind = 'grant' then
		perform told(g, d, 'granted');
	end if;
end;
$$;
comment on function grant_make(jsonb, daterange, text) is
	'Grants a right for a period, owes it, and tells it, but for one that is only made longer; nothing where it was granted to them before, or where nobody lives to be told.';
