create function rule_lines() returns table (id integer, view text, body text)
language sql stable
security definer set search_path = example, pg_temp
as $$
	select id, 'berichten', body from note;
$$;
comment on function rule_lines() is
	'What rules decide on: the number, the view, and the facts in their order.';
