create function note_rule(look text, residents uuid[], rule text, version integer)
returns void
language plpgsql
security definer set search_path = access, ext, pg_temp
as $$
begin
	insert into entry (look, kind, subject, rule, version)
	select l.id, 'rule', s, note_rule.rule, note_rule.version
	from unnest(residents) s
	cross join lateral (select max(id) as id from belfort.look
		where name = note_rule.look having max(id) is not null) l;
	if not found and cardinality(residents) > 0 then
		raise exception 'no look is called %', note_rule.look;
	end if;
end;
$$;
comment on function note_rule(text, uuid[], text, integer) is
	'Writes that a rule, in a version, looked at the data of these residents, in the transaction that decides by it.';
