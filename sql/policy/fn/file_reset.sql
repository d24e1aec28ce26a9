create function file_reset(session text, id bigint, naam text, gezien integer,
	doe text, van text) returns json
language plpgsql
security definer set search_path = policy, ext, pg_temp
as $$
declare
	d draft := take(file_reset.id, '{draft}');
	f record;
begin
	select * into f from file_now(d.id, naam);
	if f.edition <> gezien then
		raise exception 'conflict' using errcode = 'BF000';
	elsif doe = 'weg' and f.force_text is null then
		raise exception 'not_found' using errcode = 'BF000';
	end if;
	perform edition_put(d.id, who(file_reset.session), json_build_array(
		json_build_object('name', naam, 'replaces',
			coalesce(substring(van from '^[0-9a-f]{64}$'), f.force_sha256),
			'what', case doe when 'weg' then 'gone' else 'base' end)));
	return '{}';
end;
$$;
comment on function file_reset(text, bigint, text, integer, text, text) is
	'A writer takes a file back to what is in force, or has it removed (DOE is "weg"). VAN as file_save() has it.';
