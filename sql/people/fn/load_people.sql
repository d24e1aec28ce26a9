create function load_people() returns integer
language plpgsql
set search_path = people, ext, pg_temp
as $$
declare
	n integer;
begin
	update resident r
	set mac = i.mac, born = i.born, since = i.since, until = i.until,
		ended = i.ended, iban = i.iban,
		sealed = case when r.mac = i.mac then r.sealed else i.sealed end
	from incoming i
	where i.known and r.id = i.resident
	and (r.mac, r.born, r.since, r.until, r.ended, r.iban)
		is distinct from (i.mac, i.born, i.since, i.until, i.ended, i.iban);
	insert into resident (id, mac, sealed, born, since, until, ended, iban)
	select resident, mac, sealed, born, since, until, ended, iban
	from incoming where not known;
	get diagnostics n = row_count;
	return n;
end;
$$;
comment on function load_people() is
	'Who came in, and what changed of who was there; gives how many are new.';
