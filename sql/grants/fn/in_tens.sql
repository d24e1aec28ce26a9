create function in_tens(count bigint, cell text) returns integer
language sql stable
set search_path = grants, pg_temp
as $$
	select nullif(greatest((in_tens.count - get_byte(sha256(k.secret
		|| convert_to(in_tens.cell, 'UTF8')), 0) % 10) / 10 * 10, 0), 0)::integer
	from impact_key k;
$$;
comment on function in_tens(bigint, text) is
	'A count as everybody may see it: at least so many. 0 to 9 is taken off first, always the same of a CELL and known to nobody, then it is cut to tens; null: fewer than ten stay.';
