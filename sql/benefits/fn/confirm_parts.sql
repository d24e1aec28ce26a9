create function confirm_parts(who uuid, names text[], of_until date,
	read_sha256 text default null) returns integer
language plpgsql
set search_path = benefits, ext, pg_temp
as $$
declare
	t record;
	done integer := 0;
begin
	if of_until not between current_date and current_date + 731 then
		raise exception 'no_such_day' using errcode = 'BF000', column = 'tot';
	end if;
	for t in select p.name, x.sha256, x.saved_by
		from unnest(names) n(name)
		left join part p on p.name = n.name and p.version = belfort.benefits_rules_now()
		left join text x on x.name = p.name and x.sha256 = p.sha256
	loop
		if t.sha256 is distinct from coalesce(read_sha256, t.sha256) then
			raise exception 'changed' using errcode = 'BF000';
		elsif t.name is null then
			raise exception 'not_found' using errcode = 'BF000';
		elsif t.saved_by is null then
			raise exception 'saved_by_nobody' using errcode = 'BF000';
		elsif t.saved_by = who then
			raise exception 'your_own' using errcode = 'BF000';
		end if;
		insert into confirmation (name, sha256, saved_by, confirmed_by, until)
		select t.name, t.sha256, t.saved_by, who, of_until
		where not exists (select from confirmation c where (c.name, c.sha256,
			c.confirmed_by, c.until) = (t.name, t.sha256, who, of_until));
		done := done + 1;
	end loop;
	return done;
end;
$$;
comment on function confirm_parts(uuid, text[], date, text) is
	'A second person confirms files in force until a day; all or none. READ_SHA256: what they read is what is in force now, also when that changed while this ran. Once more the same is nothing.';
