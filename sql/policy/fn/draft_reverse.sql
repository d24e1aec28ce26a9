create function draft_reverse(session text, id bigint, titel text) returns json
language plpgsql
security definer set search_path = policy, ext, pg_temp
as $$
declare
	d draft := take(draft_reverse.id, '{done}');
	back bigint;
begin
	insert into draft (feature, title, base)
	values (d.feature, left(btrim(titel) || ': ' || d.title, 200),
		version_now(d.feature))
	returning draft.id into back;
	perform edition_put(back, who(draft_reverse.session), (
		select json_agg(json_build_object('name', c.name,
			'text', b.text, 'replaces', f.sha256))
		from changed_files(d.id) c
		left join base_files(d) b on b.name = c.name
		left join force_files(d.feature) f on f.name = c.name
		where b.text is distinct from f.text));
	return json_build_object('id', back);
end;
$$;
comment on function draft_reverse(text, bigint, text) is
	'A writer begins a draft that puts the files of another one back as they were before it.';
