create function disk_open(of_feature text, who uuid) returns bigint
language sql stable
set search_path = policy, ext, pg_temp
as $$
	select max(d.id) from draft d
	where d.feature = of_feature and d.from_disk and d.state = 'draft'
	and not exists (select from hand h
		where h.draft = d.id and h.account = who and h.role = 'publisher');
$$;
comment on function disk_open(text, uuid) is
	'The draft of what was saved on disk on which WHO, or null, may write on; null: there is none.';
