create function letter_take(code text, born date) returns letter
language plpgsql
set search_path = people, ext, pg_temp
as $$
declare
	one letter;
begin
	update letter l set used = now()
	where l.code = letter_take.code and l.used is null and l.ends > now()
	and letter_take.born = (select n.born from resident_named(l.resident) n)
	returning * into one;
	if not found then
		raise exception 'letter_gone' using errcode = 'BF000';
	end if;
	return one;
end;
$$;
comment on function letter_take(text, date) is 'Uses the code of a letter, once.';
