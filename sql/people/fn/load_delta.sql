create function load_delta() returns json
language sql
set search_path = people, ext, pg_temp
as $$
	insert into incoming (line, resident, known, mac, sealed, born, since, until,
		ended, iban, given, family, name_from, street, house, box, postal,
		reference, address_from, household, role, household_from)
	select s.line, coalesce(r.id, gen_random_uuid()), r.id is not null,
		s.number, s.number_sealed, coalesce(s.born, r.born),
		case s.kind when 'nieuw' then s.day else r.since end,
		case s.kind when 'einde' then s.day end, s.ended,
		case s.kind when 'geen_rekening' then null
			else coalesce(s.iban, r.iban) end,
		coalesce(s.given, ''), s.family,
		case when s.family is not null then s.day end,
		s.street, s.house, coalesce(s.box, ''), s.postal,
		coalesce(s.reference = 'ja', false),
		case when s.street is not null then s.day end,
		s.household, s.role,
		case when s.household is not null then s.day end
	from staging_delta s
	left join lateral (select * from delta_person(s.number, s.number_old,
		s.former, s.former_old)) r on true;
	select load_incoming();
$$;
comment on function load_delta() is 'Takes a file of changes over.';
