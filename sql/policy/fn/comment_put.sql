create function comment_put(session text, id bigint, naam text,
	regel integer, opmerking text) returns json
language sql
security definer set search_path = policy, ext, pg_temp
as $$
	insert into comment (draft, feature, name, line, quoted, account, text)
	select d.id, d.feature, naam, case when naam is not null then regel end,
		left((regexp_split_to_array(f.text, '\n'))[regel], 500),
		who(comment_put.session), btrim(opmerking)
	from draft d
	left join lateral file_now(d.id, naam) f on true
	where d.id = comment_put.id
	and (naam is null or f.text is not null or f.edition > 0)
	returning '{}'::json;
$$;
comment on function comment_put(text, bigint, text, integer, text) is
	'A civil servant says something of a draft, of a file of it, or of a line.';
