create function heads() returns json
language sql stable
security definer set search_path = access, ext, pg_temp
as $$
	select json_build_object(
		'rows', (select coalesce(json_agg(json_build_object('day', day,
			'position', position, 'hash', encode(hash, 'hex'))
			order by day desc), '[]')
			from (select * from head order by day desc limit 31) h),
		'position', (select position from chain));
$$;
comment on function heads() is 'The last links of the past month, for everybody to keep.';
