create function dispute_put(session text, feit text, tekst text)
returns json
language plpgsql
security definer set search_path = facts, ext, pg_temp
as $$
declare
	w record;
	seen record;
begin
	select * into w from me(dispute_put.session);
	select f.number, s.id, o.low, o.high into seen from (
		select v.fact, v.source, v.low, v.high, 1 as turn from value v
		where v.resident = w.resident and v.replaced is null
		and v.valid @> current_date
		union all
		select g.number, (select n.id from source n where n.name
				= any (string_to_array(h.source, ' ')) order by n.id limit 1),
			h.low::integer, h.high::integer, 0
		from facts.of(w.household, current_date) h
		join fact g on g.name = h.fact
		where w.leads and h.resident is null) o
	join fact f on f.number = o.fact join source s on s.id = o.source
	where f.name = dispute_put.feit order by o.turn limit 1;
	if seen is null then
		raise exception 'not_found' using errcode = 'BF000';
	end if;
	insert into dispute (account, resident, household, fact, source, shown, text)
	values (w.account, w.resident, w.household, seen.number, seen.id,
		jsonb_build_object('low', seen.low, 'high', seen.high), trim(tekst));
	return '{}';
exception when unique_violation then
	raise exception 'told_already' using errcode = 'BF000';
end;
$$;
comment on function dispute_put(text, text, text) is
	'A resident says that what a database says of them is wrong: a case for whoever answers for that database.';
