create function mine(session text, voor bigint, lang text) returns json
language plpgsql stable
security definer set search_path = access, ext, pg_temp set plan_cache_mode = force_generic_plan
as $$
declare
	me uuid := (select resident from people.actor(mine.session));
	older timestamptz := coalesce(seen_by(me, voor), 'infinity');
begin
	return (
		with seen as (
			select v.* from visible(me, older, coalesce(voor, 0), 101) v
			where me is not null order by v.at desc, v.id desc limit 101
		), apart as (
			select s.id, coalesce(lag(s.at) over w - s.at > interval '30 minutes'
				or s.together is distinct from lag(s.together) over w
				or s.kind = 'service', true) as begins
			from (select *, row(kind, actor, reason, service, on_behalf,
					subject is null, case kind when 'rule' then look end) as together
				from seen order by at desc, id desc limit 100) s
			window w as (order by s.at desc, s.id desc)
		), counted as (
			select a.id, count(*) filter (where a.begins) over w as visit
			from seen s join apart a on a.id = s.id
			window w as (order by s.at desc, s.id desc)
		), visits as (
			select s.id, count(*) over v as looks, min(s.at) over v as since,
				max(s.at) over v as until,
				row_number() over (v order by s.at desc, s.id desc) as nr
			from seen s join counted c on c.id = s.id
			window v as (partition by c.visit)
		), later as (
			select h.entry, max(h.until) as until, min(h.ground) as ground
			from hold h where h.subject = me group by h.entry
		), shown as (
			select s.id, s.at, s.kind, s.reason, s.rule, s.version,
				held_how(coalesce(h.until, s.held_until),
					coalesce(h.ground, s.held_ground)) as held,
				s.subject is null as everybody, s.service,
				s.on_behalf is not null as for_you,
				l.label ->> mine.lang as label, l.data ->> mine.lang as data,
				g.help ->> mine.lang as on_page,
				l.purpose ->> mine.lang as purpose,
				q.asked, q.answered, q.answer, q.due,
				v.looks, v.since, v.until, v.nr
			from seen s join visits v on v.id = s.id join belfort.look l on l.id = s.look
			left join belfort.page g on g.id = s.page
			left join later h on h.entry = s.id
			left join question q on q.entry = s.id and q.asker = me
			order by s.at desc, s.id desc limit 100
		)
		select json_build_object(
			'rows', coalesce((select json_agg(json_build_object(
				'id', id, 'at', at, 'label', label, 'data', data,
				'on_page', on_page, 'service', service,
				'purpose', purpose, 'reason', reason,
				'is_' || kind, true, 'everybody', everybody,
				'rule', rule, 'version', version,
				'for_you', for_you, 'held', held,
				'asked', asked, 'due', due, 'answered', answered,
				'answer', answer, 'may_ask', asked is null,
				'visit', case when looks > 1 and nr = 1 then json_build_object(
					'looks', looks, 'since', since, 'until', until) end,
				'visit_ends', looks > 1 and nr = looks)
				order by at desc, id desc) from shown), '[]'),
			'next', case when (select count(*) > 100 from seen)
				then (select id from shown order by at, id limit 1) end,
			'later', older < 'infinity',
			'known', me is not null));
end;
$$;
comment on function mine(text, bigint, text) is
	'Who looked at what is kept about the resident with that session: a hundred at a time, the latest first, those before record VOOR. What one civil servant did for one reason, or rules did together, without half an hour between, is one visit: its first row says so, and its last.';
