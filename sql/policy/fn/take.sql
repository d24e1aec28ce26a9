create function take(of_draft bigint, states text[]) returns draft
language plpgsql
set search_path = policy, ext, pg_temp
as $$
declare
	d draft;
begin
	select * into d from draft t where t.id = of_draft for update;
	if not found then
		raise exception 'not_found' using errcode = 'BF000';
	elsif state_of(d) <> all(states) then
		raise exception 'not_now' using errcode = 'BF000';
	end if;
	return d;
end;
$$;
comment on function take(bigint, text[]) is
	'A draft in one of those states, under its lock until the transaction ends.';
