create function edition_put(of_draft bigint, who uuid, files json,
	of_back_to integer default null) returns integer
language plpgsql
set search_path = policy, ext, pg_temp
as $$
declare
	n integer;
begin
	if who is not null then
		perform hand_put(of_draft, who, 'writer');
	end if;
	update draft set edition = edition + 1 where id = of_draft
	returning edition into n;
	insert into edition (draft, nr, by, back_to)
	values (of_draft, n, who, of_back_to);
	insert into draft_file (draft, name, edition, what, text, replaces)
	select of_draft, f ->> 'name', n, coalesce(f ->> 'what',
			case when f ->> 'text' is null then 'gone' else 'text' end),
		f ->> 'text', f ->> 'replaces'
	from json_array_elements(files) f;
	return n;
end;
$$;
comment on function edition_put(bigint, uuid, json, integer) is
	'The next edition of a draft, with the files that it changes; gives its number.';
