create function help_people(session text, shown uuid[]) returns json
language plpgsql
set search_path = people, ext, pg_temp
as $$
begin
	perform access.note(help_people.session, 'people.help_find', s.id)
	from unnest(shown) s(id);
	return (
		select json_build_object('asked', true, 'many', count(*) > 1,
			'people', coalesce(json_agg(json_build_object('resident', r.id,
				'called', resident_name(r.id), 'born', r.born,
				'address', address_line(r.id), 'services', case
					when json_array_length(x.services) > 1 then json_build_object('list', x.services) end)
				order by resident_name(r.id), address_line(r.id)), '[]'))
		from resident r
		join who(help_people.session) w on true
		cross join lateral (select json_agg(h) as services
			from help_rights(w.account, r.id) h) x
		where r.id = any (shown));
end;
$$;
comment on function help_people(text, uuid[]) is
	'Residents whom somebody can begin to help; to see them is a look.';
