create function invite(home jsonb) returns void
language plpgsql
set search_path = grants, ext, pg_temp
as $$
declare
	of_home text := home ->> 'household';
	asked text[] := array(select jsonb_array_elements_text(home -> 'questions'));
	about text[] := array(select distinct o.rule from open_right o
		where o.household = of_home order by 1);
	whom uuid := addressee(of_home, null);
begin
	if whom is null then
		delete from open_right o where o.household = of_home;
	end if;
	if whom is null or about = '{}' then
		update invitation i set ended = now()
		where i.household = of_home and i.ended is null;
	elsif asked <> '{}' or exists (select from open_right o
		where o.household = of_home and o.lacks = '{}') then
		insert into invitation as i (household, addressee, facts, rules)
		select of_home, whom, asked, about
		where not exists (select from invitation b where b.household = of_home
			and b.sent > now() - interval '90 days')
		on conflict (household) where ended is null do update
			set facts = excluded.facts, rules = excluded.rules,
				addressee = excluded.addressee
			where i.sent is null;
	end if;
end;
$$;
comment on function invite(jsonb) is
	'One invitation for a household at a time, with the questions that are the fewest, and none within ninety days of another; it ends when nothing is open.';
