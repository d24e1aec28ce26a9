create function link_take(token text, purpose text) returns link
language plpgsql
set search_path = people, ext, pg_temp
as $$
declare
	one link;
begin
	delete from link l
	using account a
	where l.token = link_take.token and l.purpose = link_take.purpose
	and l.ends > now() and a.id = l.account and a.closed is null
	returning l.* into one;
	if not found then
		raise exception 'link_gone' using errcode = 'BF000';
	end if;
	return one;
end;
$$;
comment on function link_take(text, text) is
	'What a link in a mail says, once: after that it is gone.';
