create function disk_draft(feature text, document json) returns bigint
language plpgsql
security definer set search_path = policy, ext, pg_temp
as $$
declare
	who uuid := people.staff_at(document ->> 'login');
	id bigint := disk_open(disk_draft.feature, who);
	files json := disk_files(disk_draft.feature, id, document -> 'files');
begin
	if files is null then
		return id;
	elsif id is null then
		insert into draft (feature, title, base, from_disk)
		values (disk_draft.feature, coalesce(document ->> 'title',
				(select left(string_agg(f ->> 'name', ', '), 200)
					from json_array_elements(files) f)),
			version_now(disk_draft.feature), true)
		returning draft.id into id;
	end if;
	perform edition_put(id, who, files);
	return id;
end;
$$;
comment on function disk_draft(text, json) is
	'For background work: files that changed on disk become a draft, or the next edition of the one that came from there. {"title": null or what it is called, "login": null or who saved them, "files": [{"name", "text": null where it is gone, "replaces": null or the SHA-256 of the text before}]}. A file that is as in force again is taken out of the draft.';
