create function case_granted(who uuid, involved uuid[], of_decision bigint)
returns granted
language plpgsql
set search_path = grants, ext, pg_temp
as $$
declare
	g granted;
begin
	if of_decision is null then
		raise exception 'not_found' using errcode = 'BF000';
	elsif who = any (involved) then
		raise exception 'involved' using errcode = 'BF000';
	end if;
	select t.* into g from granted t join decision d on d.granted = t.id
	where d.id = of_decision for update of t;
	return g;
end;
$$;
comment on function case_granted(uuid, uuid[], bigint) is
	'What was granted by the decision of a case that waits, held until somebody decided it; who had a part in it is refused. Without a decision there is no such case.';
