create function said(r entry) returns text
language plpgsql stable
set search_path = access, ext, pg_temp
as $$
begin
	return rtrim(json_build_array(r.id, to_char(r.at at time zone 'UTC',
			'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
		r.look, r.kind, r.actor, r.subject, r.on_behalf, r.reason,
		r.held_until, r.held_ground)::text, ']')
		|| case when num_nonnulls(r.page, r.service, r.rule) = 0 then ''
			else ', ' || json_strip_nulls(json_build_object('page', r.page,
				'service', r.service, 'rule', r.rule,
				'version', r.version)) end || ']';
end;
$$;
comment on function said(entry) is
	'A record as the one text over which its link is made; what older records could not have is left out where it is not there.';
