create function helping_holds(h helping) returns boolean
language plpgsql stable
set search_path = people, ext, pg_temp
as $$
begin
	return h.seen > now() - helping_quiet()
		and h.given in (select r.nr from help_rights(h.helper, h.resident) r);
end;
$$;
comment on function helping_holds(helping) is
	'Whether somebody is still helped: not after ten quiet minutes, nor without the right.';
