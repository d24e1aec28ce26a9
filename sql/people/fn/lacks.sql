create function lacks(account uuid, kind text, level text,
	signed timestamptz, need text, helped boolean default false) returns text
language plpgsql stable
set search_path = people, ext, pg_temp
as $$
begin
	return case
		when need = 'signed' then null
		when need = 'self' then case when helped then 'self' end
		when need = 'fresh' then
			case when signed < now() - interval '10 minutes' then 'fresh' end
		when need in ('resident', 'low', 'substantial', 'high') then
			case
				when kind <> 'resident' and may(account, 'people.help')
				then 'not_helping'
				when kind <> 'resident' then 'forbidden'
				when array_position('{resident,low,substantial,high}', need)
					> array_position('{resident,low,substantial,high}', level)
				then 'level'
			end
		when helped then 'helping'
		when kind <> 'staff' then 'forbidden'
		when need = 'staff' or may(account, need) then null
		else 'forbidden'
	end;
end;
$$;
comment on function lacks(uuid, text, text, timestamptz, text, boolean) is
	'What is wrong when somebody with that session asks for a page that needs a word of bf_route.rights; null: nothing.';
