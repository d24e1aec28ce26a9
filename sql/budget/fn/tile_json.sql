create function tile_json(t tile, name text, tone bigint) returns json
language sql immutable set search_path = budget, ext, pg_temp
as $$
	select case when t.node is not null then json_build_object(
		'x', t.x, 'y', t.y, 'w', t.w, 'h', t.h, 'tone', tone % 7,
		'tx', t.x + 10, 'ty', t.y + 26,
		'label', case when t.h < 34 or t.w < 60 then null
			when length(name) <= (t.w - 20) / 10 then name
			else left(name, (t.w - 20) / 10 - 1) || '…' end) end;
$$;
comment on function tile_json(tile, text, bigint) is
	'A tile of a treemap, with as much of the name as fits.';
