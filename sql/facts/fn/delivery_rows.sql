create function delivery_rows(delivery bigint, rows json) returns json
language plpgsql
security definer set search_path = facts, ext, pg_temp
as $$
declare
	n integer;
begin
	insert into staging (delivery, line, mac, old, resident, cells)
	select d.id, r.line, decode(r.mac, 'hex'), decode(r.old, 'hex'), r.resident, r.cells
	from delivery d cross join lateral json_to_recordset(delivery_rows.rows)
		r(line integer, mac text, old text, resident uuid, cells jsonb)
	where d.id = delivery_rows.delivery and d.state = 'reading';
	get diagnostics n = row_count;
	if n = 0 and json_array_length(delivery_rows.rows) > 0 then
		return null;
	end if;
	return json_build_object('rows', n);
end;
$$;
comment on function delivery_rows(bigint, json) is
	'More rows of a delivery: [{"line", "mac", "old" (MACs in hexadecimal digits), or "resident", "cells": {column: text}}].';
