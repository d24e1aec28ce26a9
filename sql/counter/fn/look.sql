create function look(code text, lang text) returns json
language plpgsql stable
security definer set search_path = counter, ext, pg_temp
as $$
declare
	doc json := found_by(look.code, lang);
begin
	if doc is null then
		raise exception 'no_such_code' using errcode = 'BF000', column = 'code';
	end if;
	return doc;
end;
$$;
comment on function look(text, text) is 'The appointment with that code.';
