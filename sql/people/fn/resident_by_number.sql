create function resident_by_number(macs text) returns uuid
language sql stable
set search_path = people, ext, pg_temp
as $$
	select r.id from resident r
	where r.mac = any (select decode(m, 'hex')
		from unnest(string_to_array(macs, ' ')) m)
	and r.until is null;
$$;
comment on function resident_by_number(text) is
	'The resident with a national number, of which bf_number_macs() gives the MACS; null: nobody.';
