create function disk_draft(feature text, document json) returns bigint
language plpgsql
security definer set search_path = policy, ext, pg_temp
as $$
declare
	id bigint := (select max(d.id) from draft d
		where d.feature = disk_draft.feature and d.from_disk
		and d.state = 'draft');
begin
	if id is null then
		insert into draft (feature, title, base, from_disk)
		values (disk_draft.feature, document ->> 'title',
			(force_of(disk_draft.feature) ->> 'version')::integer, true)
		returning draft.id into id;
	end if;
	perform edition_put(id, people.staff_at(document ->> 'login'),
		document -> 'files');
	return id;
end;
$$;
comment on function disk_draft(text, json) is
	'For background work: files that changed on disk become a draft, or the next edition of the one that came from there. {"title", "login": null or who saved them, "files": [{"name", "text": null where it is gone, "replaces": null or the SHA-256 of the text before}]}.';
