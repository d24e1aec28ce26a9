create function find_nearest(like_it text) returns text
language sql stable set search_path = budget, ext, pg_temp
as $$
	select word from (select distinct
			unnest(regexp_split_to_array(plain, '[^a-z]+')) as word
		from node join city using (nis)
		where view = 'doelen' and level > 0) w
	where length(word) > 3 and similarity(word, like_it) > 0.15
	order by similarity(word, like_it) desc, word limit 1;
$$;
comment on function find_nearest(text) is
	'The word in the plan that looks most like what was typed.';
