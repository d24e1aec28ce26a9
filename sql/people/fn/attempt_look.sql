create function attempt_look(who text, network text) returns json
language plpgsql stable
security definer set search_path = people, ext, pg_temp
as $$
begin
	perform attempt_refuse(max(a.until)) from attempt a
	where a.who in (attempt_look.who, attempt_look.network);
	return '{}';
end;
$$;
comment on function attempt_look(text, text) is
	'Raises what attempt_begin() would, without counting a try: for who does something dear before that.';
