create function tool_draft(document json, whole boolean) returns draft
language plpgsql stable
set search_path = policy, ext, pg_temp
as $$
declare
	said integer := (document ->> 'edition')::integer;
	d draft;
begin
	select * into d from draft t where t.id = (document ->> 'draft')::bigint
	and t.feature = document ->> 'feature';
	if d.id is null then
		raise exception '%', tool_told('not_found');
	elsif said is distinct from d.edition and (whole or said is not null) then
		raise exception 'draft % is in edition % now: read it on its page, and say %.%',
			d.id, d.edition, d.id, d.edition;
	end if;
	return d;
end;
$$;
comment on function tool_draft(json, boolean) is
	'The draft that a user of the machine names: "feature", "draft", "edition", which is that of now; WHOLE: it has to be said.';
