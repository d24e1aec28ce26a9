create function mine(session text, p integer, lang text) returns json
language plpgsql stable
security definer set search_path = access, ext, pg_temp
as $$
begin
	return (
		with me as (
			select resident from people.actor(mine.session)
			where resident is not null
		), seen as (
			select * from (
				(select r.* from me, entry r
				where r.subject = me.resident
				and coalesce(r.held_until, r.at::date) <= current_date
				order by r.at desc limit 25 * coalesce(p, 1) + 1)
				union all
				(select r.* from entry r where r.subject is null
				and r.kind <> 'staff'
				order by r.at desc limit 25 * coalesce(p, 1) + 1)) both_kinds
			order by at desc, id desc
			limit 26 offset 25 * (coalesce(p, 1) - 1)
		), shown as (
			select s.id, s.at, s.kind, s.reason, s.held_ground,
				s.subject is null as everybody, s.service,
				s.on_behalf is not null as for_you,
				l.label ->> mine.lang as label, l.data ->> mine.lang as data,
				g.help ->> mine.lang as on_page,
				l.purpose ->> mine.lang as purpose,
				q.asked, q.answered, q.answer, q.due
			from seen s join belfort.look l on l.id = s.look
			left join belfort.page g on g.id = s.page
			left join question q on q.entry = s.id
				and q.asker = (select resident from me)
			order by s.at desc, s.id desc limit 25
		)
		select json_build_object(
			'rows', coalesce((select json_agg(json_build_object(
				'id', id, 'at', at, 'label', label, 'data', data,
				'on_page', on_page, 'service', service,
				'purpose', purpose, 'reason', reason,
				'is_' || kind, true, 'everybody', everybody,
				'for_you', for_you, 'held', held_ground,
				'asked', asked, 'due', due, 'answered', answered,
				'answer', answer, 'may_ask', asked is null)
				order by at desc, id desc) from shown), '[]'),
			'next', case when (select count(*) > 25 from seen)
				then coalesce(p, 1) + 1 end,
			'before', case when p > 1 then p - 1 end,
			'known', exists (select from me)));
end;
$$;
comment on function mine(text, integer, text) is
	'Who looked at what is kept about the resident with that session: 25 at a time, the latest first.';
