create function cells(d delivery, s source)
returns table (line integer, mac bytea, old bytea, resident uuid, fact smallint,
	heading text, raw text, said jsonb, from_day date, until date,
	days_wrong text)
language sql stable
set search_path = facts, ext, pg_temp
as $$
	select t.line, t.mac, t.old, t.resident, o.fact, o.heading,
		t.cells ->> o.heading,
		case when o.words = '{}' then place(f, t.cells ->> o.heading)
			else o.words -> lower(t.cells ->> o.heading) end,
		case when t.cells ->> (s.settings ->> 'from') is null then d.day
			else day_read(t.cells ->> (s.settings ->> 'from')) end,
		day_read(t.cells ->> (s.settings ->> 'until')),
		case when t.cells ->> (s.settings ->> 'from') is not null
				and day_read(t.cells ->> (s.settings ->> 'from')) is null
			then s.settings ->> 'from'
			when t.cells ->> (s.settings ->> 'until') is not null
				and day_read(t.cells ->> (s.settings ->> 'until')) is null
			then s.settings ->> 'until' end
	from staging t join offer o on o.source = s.id
	join fact f on f.number = o.fact
	where t.delivery = d.id and t.cells ->> o.heading is not null;
$$;
comment on function cells(delivery, source) is
	'What the rows of a delivery say, fact by fact; SAID is null where it is no value of the fact. An empty cell says nothing.';
