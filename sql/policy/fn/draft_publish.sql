create function draft_publish(session text, id bigint, uitgave integer,
	vanaf date, tot date, reden text) returns json
language sql
security definer set search_path = policy, ext, pg_temp
as $$
	select publish_as(draft_publish.id, who(draft_publish.session), uitgave,
		vanaf, tot, reden);
	select '{}'::json;
$$;
comment on function draft_publish(text, bigint, integer, date, date, text) is
	'A second person has a draft put in force from a day on, as publish_as() does.';
