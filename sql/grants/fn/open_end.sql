create function open_end(o jsonb) returns void
language sql
set search_path = grants, ext, pg_temp
as $$
	delete from open_right r where r.household = o ->> 'household'
	and r.rule = o ->> 'rule'
	and r.subject is not distinct from (o ->> 'subject')::uuid;
$$;
comment on function open_end(jsonb) is 'A right is open no more.';
