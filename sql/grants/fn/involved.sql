create function involved(which bigint) returns uuid[]
language sql stable
set search_path = grants, ext, pg_temp
as $$
	select array(select d.made_by from decision d
		where d.granted = involved.which and d.made_by is not null
		union select r.decided_by from review r join decision d on d.id = r.decision
		where d.granted = involved.which and r.decided_by is not null
		union select o.decided_by from objection o join decision d on d.id = o.decision
		where d.granted = involved.which and o.decided_by is not null);
$$;
comment on function involved(bigint) is
	'The civil servants who had a part in what was granted: another one looks at it.';
