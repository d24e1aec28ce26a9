create function draft_again(session text, id bigint) returns json
language plpgsql
security definer set search_path = policy, ext, pg_temp
as $$
declare
	d draft := take(draft_again.id, '{conflict,failed}');
begin
	perform hand_put(d.id, who(draft_again.session), 'writer');
	update draft t set state = 'draft', published = null, published_by = null,
		reason = null, from_day = null, until = null, order_id = null
	where t.id = d.id;
	return '{}';
end;
$$;
comment on function draft_again(text, bigint) is
	'A writer goes on with a draft that could not be put in force.';
