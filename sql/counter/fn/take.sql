create function take(place text, dienst text, spreek text, staan text,
	lezen text, code text, network text) returns json
language plpgsql
security definer set search_path = counter, ext, pg_temp
as $$
begin
	if not exists (select from offered(take.place) o where o.service = dienst) then
		raise exception 'not_offered' using errcode = 'BF000';
	end if;
	perform people.attempt_take(network, 30, interval '30 seconds');
	perform ticket_put(take.code, take.place, dienst, spreek,
		staan is not null, lezen is not null, null, now());
	return '{}';
end;
$$;
comment on function take(text, text, text, text, text, text, text) is
	'Somebody takes a number; thirty at once from one network, then one each half minute.';
