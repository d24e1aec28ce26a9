create function ending_ask(session text, id bigint, reden text) returns json
language plpgsql
security definer set search_path = policy, ext, pg_temp
as $$
declare
	d draft := take(ending_ask.id, '{waiting}');
begin
	insert into ending (draft, asked_by, why)
	values (d.id, who(ending_ask.session), btrim(reden))
	on conflict (draft) where agreed is null and dropped is null do nothing;
	if not found then
		raise exception 'asked_already' using errcode = 'BF000', column = 'reden';
	end if;
	return '{}';
end;
$$;
comment on function ending_ask(text, bigint, text) is
	'Somebody asks to withdraw what waits for its day; a second person has to agree.';
