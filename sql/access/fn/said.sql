create function said(r entry) returns text
language sql stable
set search_path = access, ext, pg_temp
as $$
	select case when r.page is null and r.service is null
		then json_build_array(r.id, t.at, r.look, r.kind, r.actor, r.subject,
			r.on_behalf, r.reason, r.held_until, r.held_ground)
		else json_build_array(r.id, t.at, r.look, r.kind, r.actor, r.subject,
			r.on_behalf, r.reason, r.held_until, r.held_ground,
			r.page, r.service)
		end::text
	from (select to_char(r.at at time zone 'UTC',
		'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at) t;
$$;
comment on function said(entry) is
	'A record as the one text over which its link is made.';
