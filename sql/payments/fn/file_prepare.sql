create function file_prepare(session text, wat text, tot date) returns json
language plpgsql
security definer set search_path = payments, ext, pg_temp
as $$
declare
	of_kind text := case wat when 'geld' then 'transfer' else 'order' end;
	to_partner text := nullif(wat, 'geld');
	numbers text[];
	new_id bigint;
begin
	if tot > due_most(of_kind) then
		raise exception 'too_soon' using errcode = 'BF000', column = 'tot';
	end if;
	perform turn();
	numbers := pick(of_kind, to_partner, tot);
	if numbers is null then
		raise exception 'nothing_ready' using errcode = 'BF000', column = 'tot';
	end if;
	insert into file (message, kind, partner, until, lines, cents, prepared_by)
	select file_named(), of_kind, to_partner, tot, count(*), sum(c.cents),
		staff(file_prepare.session)
	from claim c where c.number = any (numbers)
	returning id into new_id;
	perform file_fill(new_id, numbers);
	return json_build_object('id', new_id);
end;
$$;
comment on function file_prepare(text, text, date) is
	'Puts what is ready and due until a day in a file: "geld" for the bank, or the name of a partner. Who comes second finds what the first one left.';
