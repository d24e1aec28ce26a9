create function choice(session text, service text, place text, start text, lang text)
returns json
language plpgsql stable
security definer set search_path = counter, ext, pg_temp
as $$
declare
	v service;
	p place;
	at timestamptz := moment(start);
	who record;
begin
	select * into who from people.actor(choice.session);
	select * into v from service s where s.id = choice.service;
	select * into p from place l where l.id = choice.place;
	if v.id is null or p.id is null or at is null then
		return null;
	end if;
	return json_build_object('service', v.id, 'place', p.id, 'start', start,
		'name', in_language(v.name, lang), 'bring', in_language(v.bring, lang),
		'minutes', v.minutes, 'may_home', v.at_home, 'at', at,
		'time', to_char(at, 'HH24:MI'),
		'where', p.name, 'address', p.address,
		'resident', who.kind is not distinct from 'resident',
		'helped', case when who.helper is not null then who.name end,
		'helping', helping_mark(choice.session, who.helper),
		'gone', not exists (select from free(v.id, p.id, null, at::date, 1) f
			where f.start = at));
end;
$$;
comment on function choice(text, text, text, text, text) is
	'The time that somebody chose, to be confirmed; HELPED is whom a civil servant helps with it.';
