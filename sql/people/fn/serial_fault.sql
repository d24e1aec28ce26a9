create function serial_fault(given integer, whole boolean) returns text
language sql stable
set search_path = people, ext, pg_temp
as $$
	select case
		when whole then case when given < last then
			format('file %s is older than file %s, which was read: import a newer one',
				given, last) end
		when last is null then
			'there is no register to change yet: import a file with all residents first'
		when given <= last then
			format('changes up to file %s were read: file %s comes too late, leave it out',
				last, given)
		when given > last + 1 then
			format('the last file that was read is %s: import file %s first',
				last, last + 1)
	end
	from register_serial() last;
$$;
comment on function serial_fault(integer, boolean) is
	'What is wrong when a file with that number comes now, WHOLE or with changes; null: it is the next.';
