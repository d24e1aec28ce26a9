create function find(q text, p integer) returns json
language plpgsql stable
security definer set search_path = budget, ext, pg_temp
as $$
declare
	asked tsquery := websearch_to_tsquery('dutch', unaccent(coalesce(q, '')));
	like_it text := lower(unaccent(coalesce(q, '')));
	page integer := coalesce(p, 1);
	found_all integer;
	hits json;
begin
	if like_it !~ '[a-z0-9]' then
		return json_build_object('q', q, 'asked', false);
	end if;
	select count(*), json_agg(hit order by place)
			filter (where place between 20 * page - 19 and 20 * page)
	into found_all, hits
	from (select row_number() over (order by exact desc, near desc,
				cents desc, path) as place,
			json_build_object('path', path, 'name', name,
				'official', official, 'level', level,
				'is_' || level, true, 'cents', cents,
				'exact', exact, 'within', within) as hit
		from find_nodes(asked, like_it)) h;
	return json_build_object('q', q, 'asked', true, 'count', found_all,
		'some', found_all > 0, 'rows', hits, 'at', page,
		'from', 20 * page - 19,
		'next', case when found_all > 20 * page then page + 1 end,
		'previous', case when page > 1 then page - 1 end,
		'nearest', case when found_all = 0 then find_nearest(like_it) end);
end;
$$;
comment on function find(text, integer) is
	'Objectives, action plans and actions with these words, typos allowed.';
