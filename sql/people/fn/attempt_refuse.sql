create function attempt_refuse(until timestamptz) returns void
language plpgsql stable
set search_path = people, ext, pg_temp
as $$
begin
	if until > now() then
		raise exception 'too_often' using errcode = 'BF000',
			hint = ceil(extract(epoch from until - now()))::integer::text;
	end if;
end;
$$;
comment on function attempt_refuse(timestamptz) is
	'Raises too_often before that moment, with the seconds until then as hint.';
