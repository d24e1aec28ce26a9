create function draft_head(d draft, session text) returns jsonb
language sql stable
set search_path = policy, ext, pg_temp
as $$
	select jsonb_build_object('id', d.id, 'draft', d.id, 'title', d.title,
		'feature', d.feature, 'is_benefits', d.feature = 'benefits',
		'is_budget', d.feature = 'budget', 'edition', d.edition,
		'from_disk', d.from_disk, 's', jsonb_build_object(s.state, true),
		'may_edit', s.state = 'draft' and h.role is distinct from 'publisher'
			and people.holds(draft_head.session, 'policy.write'),
		'is_publisher', h.role = 'publisher', 'is_writer', h.role = 'writer')
	from (select state_of(d) as state) s
	left join hand h on h.draft = d.id and h.account = who(draft_head.session);
$$;
comment on function draft_head(draft, text) is
	'What each page of a draft says of it: state ("s") and what who looks may do.';
