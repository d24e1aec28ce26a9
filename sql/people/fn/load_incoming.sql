create function load_incoming() returns json
language plpgsql
set search_path = people, ext, pg_temp
as $$
declare
	counts jsonb := '{}';
begin
	counts := counts || jsonb_build_object('new', load_people());
	counts := counts || jsonb_build_object('renamed', load_names());
	counts := counts || jsonb_build_object('moved', load_addresses());
	counts := counts || jsonb_build_object('regrouped', load_households());
	counts := counts || jsonb_build_object('left', close_ended());
	analyze resident, person_name, address, household_member;
	return counts || jsonb_build_object('without_neighbourhood',
		(select count(*) from address
			where until is null and neighbourhood is null));
end;
$$;
comment on function load_incoming() is
	'Brings the register to what came in, and counts what changed.';
