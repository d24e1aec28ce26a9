create function ask(household text, lacks text[], rule text, version integer)
returns integer
language plpgsql
security definer set search_path = facts, ext, pg_temp
as $$
declare
	n integer;
begin
	-- What nobody can be asked would leave the rule unsettled: then an
	-- answer about the rest is nobody's business.
	if exists (select from unnest(lacks) l(name) where not exists (
			select from fact f join offer o on o.fact = f.number
			join source s on s.id = o.source
			where f.name = l.name and f.declared and f.known
			and s.kind = 'http' and s.ended is null)) then
		return 0;
	end if;
	-- Of two that know it the one is asked that answers.
	with asked as (
		select distinct a.id, a.freshness
		from unnest(lacks) l(name) join fact f on f.name = l.name
		cross join lateral (select s.id, s.freshness
			from offer o join source s on s.id = o.source
			where o.fact = f.number and s.kind = 'http' and s.ended is null
			order by s.fault is not null, s.id limit 1) a
	), put as (
		insert into question (source, resident, rule, version, until)
		select a.id, m.resident, ask.rule, ask.version,
			current_date + a.freshness
		from asked a
		cross join people.members(array[ask.household], current_date) m
		where not exists (select from question q where q.source = a.id
			and q.resident = m.resident
			and (q.answered::date + a.freshness > current_date
				or q.answered is null and q.until >= current_date))
		order by a.id, m.resident
		on conflict (source, resident) where answered is null do update
			set until = excluded.until, next = now(), tries = 0
			where question.until < current_date
		returning 1
	)
	select count(*) into n from put;
	if n > 0 then
		notify belfort_jobs, 'facts';
	end if;
	return n;
end;
$$;
comment on function ask(text, text[], text, integer) is
	'For who decides: a rule in force would be settled by these facts and lacks them. Where all of them can be asked, each member is asked about, once until an answer is too old; gives how many questions that are.';
