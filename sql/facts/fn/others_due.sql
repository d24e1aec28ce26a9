create function others_due() returns json
language sql stable
security definer set search_path = facts, ext, pg_temp
as $$
	select json_build_object(
		'views', exists (select from source s where s.kind = 'postgres'
			and s.ended is null and s.next <= now()),
		'questions', exists (select from question q
			join source s on s.id = q.source
			where s.kind = 'http' and s.ended is null and s.next <= now()
			and q.answered is null and q.next <= now()
			and q.until >= current_date));
$$;
comment on function others_due() is 'Whether there is a view to read, and a question to ask.';
