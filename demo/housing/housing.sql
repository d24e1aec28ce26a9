-- The database of the demo city's housing company, that does not exist: another
-- organisation, with another server and other words.
create table tenant (
	id integer generated always as identity primary key,
	national_number text not null,
	name text not null default 'Verzonnen Huurder',
	phone text,
	heating text not null check (heating in ('own', 'shared gas')),
	rent_cents integer not null check (rent_cents >= 0),
	moved_in date not null default date '2025-01-01',
	moved_out date,
	changed_at timestamptz not null default clock_timestamp()
);
create index on tenant (changed_at);
comment on table tenant is 'Who rents. Names and phone numbers are nobody else''s business.';

create function changed() returns trigger language plpgsql as $$
begin
	new.changed_at = clock_timestamp();
	return new;
end;
$$;
create trigger changed before update on tenant for each row execute function changed();

-- What the city agreed on with them, and nothing else: docs/sources.md.
create schema city;
create view city.tenants as
	select national_number as number,
		case heating when 'own' then 'sociaal' else 'sociaal_gas' end as home,
		(rent_cents / 100.0)::numeric(8, 2) as rent, moved_in as from_day, moved_out as until_day, changed_at as changed
	from tenant;
comment on view city.tenants is 'For the city: who rents, in which kind of home, and for how much.';

create role belfort_reads login;
grant usage on schema city to belfort_reads;
grant select on city.tenants to belfort_reads;
alter role belfort_reads set default_transaction_read_only = on;
alter role belfort_reads connection limit 3;
