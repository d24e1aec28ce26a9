create function place_one(f fact, text text) returns integer
language plpgsql immutable
set search_path = facts, ext, pg_temp
as $$
begin
	return case f.kind
		when 'yesno' then case
			when lower(place_one.text) in ('ja', 'yes', 'oui', '1') then 1
			when lower(place_one.text) in ('nee', 'no', 'non', '0') then 0 end
		when 'count' then case when place_one.text ~ '^[0-9]{1,9}$'
			then place_one.text::integer end
		when 'euro' then case when place_one.text ~ '^[0-9]{1,7}([.,][0-9]{1,2})?$'
			then round(replace(place_one.text, ',', '.')::numeric * 100)::integer end
		when 'date' then case when day_read(place_one.text) is not null
			then day_read(place_one.text) - date 'epoch' end
		else (select c.place::integer - 1
			from jsonb_array_elements(f.choices) with ordinality c(choice, place)
			where c.choice ->> 'code' = place_one.text)
		end;
end;
$$;
comment on function place_one(fact, text) is
	'One value as a number: yes or no, a count, cents, a day, the place of a choice; null: it is none. In PL/pgSQL, because a function in SQL that another one calls is planned anew for each row.';
