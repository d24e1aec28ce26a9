create function partner_of(kind text) returns text
language plpgsql stable
set search_path = payments, pg_temp
as $$
declare
	wanted text := nullif(split_part(kind, ':', 2), '');
	found_name text := (select p.name from partner p
		where p.name = wanted or wanted is null order by p.position limit 1);
begin
	if found_name is null then
		raise exception 'no partner is called %', wanted
			using hint = 'payments.partner holds those that deliver';
	end if;
	return found_name;
end;
$$;
comment on function partner_of(text) is
	'Who delivers an order: "order:ivago" says it, "order" is for the first.';
