create function declare(names text[]) returns integer
language plpgsql
security definer set search_path = facts, ext, pg_temp
as $$
declare
	n integer;
begin
	update fact f set declared = f.name = any (coalesce("declare".names, '{}'))
	where f.declared <> (f.name = any (coalesce("declare".names, '{}')));
	get diagnostics n = row_count;
	return n;
end;
$$;
comment on function declare(text[]) is
	'For who decides: the facts that the rules in force declare. No other is given out from now on.';
