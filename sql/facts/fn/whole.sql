create function whole() returns boolean
language sql stable
security definer set search_path = facts, ext, pg_temp
return (select r.upto is null and r.mark is not distinct from mark()
	from refreshed r);
comment on function whole() is
	'For features that decide on the whole city: whether all packed facts are those of today, of the sources and rules of now.';
