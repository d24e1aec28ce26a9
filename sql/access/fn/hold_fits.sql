create function hold_fits(until date) returns void
language plpgsql stable
set search_path = access, ext, pg_temp
as $$
begin
	if until <= current_date or until > current_date + interval '6 months' then
		raise exception 'hold_far' using errcode = 'BF000', column = 'until';
	end if;
end;
$$;
comment on function hold_fits(date) is
	'A look is held back until a day that is to come, six months from now at most.';
