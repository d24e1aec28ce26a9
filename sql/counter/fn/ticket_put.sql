create function ticket_put(code text, place text, service text, lang text,
	hard_standing boolean, hard_reading boolean, appointment bigint,
	due timestamptz) returns void
language sql
set search_path = counter, ext, pg_temp
as $$
	with given as (
		insert into roll as r (place, day, letter, last)
		select ticket_put.place, current_date, v.letter, 1
		from service v where v.id = ticket_put.service
		on conflict on constraint roll_pkey do update set last = r.last + 1
		returning letter, last)
	insert into ticket (code, place, letter, number, service, lang,
		hard_standing, hard_reading, appointment, due)
	select ticket_put.code, ticket_put.place, letter, last,
		ticket_put.service, ticket_put.lang, ticket_put.hard_standing,
		ticket_put.hard_reading, ticket_put.appointment, ticket_put.due
	from given;
$$;
comment on function ticket_put(text, text, text, text, boolean, boolean, bigint, timestamptz) is
	'Gives the next number of today.';
