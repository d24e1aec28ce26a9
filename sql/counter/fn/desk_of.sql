create function desk_of(session text) returns desk
language plpgsql
set search_path = counter, ext, pg_temp
as $$
declare
	d desk;
begin
	select * into d from desk
	where staff = (select account from people.actor(desk_of.session))
	and day = current_date for update;
	if not found then
		raise exception 'no_desk' using errcode = 'BF000';
	end if;
	return d;
end;
$$;
comment on function desk_of(text) is
	'The desk of who is signed in, locked: what they do comes one after the other.';
