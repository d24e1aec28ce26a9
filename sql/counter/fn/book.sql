create function book(service text, place text, start text, code text,
	spreek text, naam text, thuis text, lang text) returns json
language plpgsql
security definer set search_path = counter, ext, pg_temp
as $$
declare
	at timestamptz := moment(start);
	v service;
	one record;
begin
	select * into v from service s where s.id = book.service;
	for one in
		select f.staff from free(book.service, book.place, spreek, at::date, 1) f
		where f.start = at
		order by (select count(*) from appointment a
			where a.staff = f.staff and a.ends::date = at::date), random()
	loop
		begin
			insert into appointment (code, service, place, staff, during,
				lang, name, home)
			values (book.code, v.id, book.place, one.staff,
				tstzrange(at, at + make_interval(mins => v.minutes)),
				coalesce(spreek, 'nl'), nullif(trim(naam), ''),
				case when v.at_home then nullif(trim(thuis), '') end);
			return found_by(book.code, lang);
		exception when exclusion_violation then
			null;
		end;
	end loop;
	raise exception 'taken' using errcode = 'BF000';
end;
$$;
comment on function book(text, text, text, text, text, text, text, text) is
	'Makes an appointment with whoever is free then; who comes too late is told.';
