create function load_residents() returns json
language plpgsql
set search_path = people, ext, pg_temp
as $$
declare
	gone integer;
begin
	insert into incoming (line, resident, known, mac, sealed, born, since, until,
		ended, iban, given, family, name_from, street, house, box, postal,
		reference, address_from, household, role, household_from)
	select s.line, coalesce(r.id, o.id, gen_random_uuid()),
		coalesce(r.id, o.id) is not null, s.number, s.number_sealed,
		s.born, s.since, s.until, s.ended, s.iban,
		coalesce(s.given, ''), s.family,
		case when coalesce(r.id, o.id) is null then s.since
			else current_date end,
		s.street, s.house, coalesce(s.box, ''), s.postal,
		coalesce(s.reference = 'ja', false), s.address_since,
		s.household, s.role,
		case when coalesce(r.id, o.id) is null then s.since
			else current_date end
	from staging_residents s
	left join resident r on r.mac = s.number
	left join resident o on o.mac = s.number_old;
	analyze incoming;
	update resident r set until = current_date, ended = 'afgevoerd'
	where r.until is null and r.mac is not null
	and not exists (select from incoming i where i.resident = r.id);
	get diagnostics gone = row_count;
	return (load_incoming()::jsonb || jsonb_build_object('gone', gone))::json;
end;
$$;
comment on function load_residents() is
	'Takes a file over that holds everybody: who is not in it has gone.';
