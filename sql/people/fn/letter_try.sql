create function letter_try(code text, born date) returns json
language plpgsql
security definer set search_path = people, ext, pg_temp
as $$
declare
	one letter;
begin
	update letter l set tries = l.tries + 1
	where l.code = letter_try.code and l.tries < 5 and l.used is null and l.ends > now()
	returning * into one;
	return json_build_object('right', (select 'yes'
		from resident_named(one.resident) n where n.born = letter_try.born));
end;
$$;
comment on function letter_try(text, date) is
	'Whether the code of a letter and a birth date belong together; a try is counted before that is known, alone in its transaction.';
