-- The people of the city, as the register tells them.
create table resident (
	id uuid primary key default gen_random_uuid(),
	mac bytea unique check (octet_length(mac) = 32),
	sealed bytea,
	born date,
	since date not null default current_date,
	until date,
	ended text check (ended in ('overleden', 'vertrokken', 'afgevoerd')),
	iban text,
	check ((mac is null) = (sealed is null)),
	check ((until is null) = (ended is null)),
	check (until >= since)
);
create index on resident (born);
create index on resident (until) where until is not null;
comment on table resident is 'Somebody in the register of the city.';
comment on column resident.mac is
	'By what a person is known: the MAC of the national number, under a key that is not in the database.';
comment on column resident.sealed is
	'The national number, for who has the private key: the background work alone.';
comment on column resident.born is 'Null: not known.';
comment on column resident.until is
	'The first day on which they were not in the register any more; null: they are.';
comment on column resident.ended is 'Why, in the words of the register.';
comment on column resident.iban is 'The account on which they want to be paid.';

-- One of now for each, and those of before one after the other.
create table person_name (
	resident uuid not null references resident on delete cascade,
	given text not null default '',
	family text not null,
	from_day date not null,
	until date,
	check (until >= from_day),
	unique nulls not distinct (resident, until),
	exclude using gist (resident with =, daterange(from_day, until) with &&)
		where (until is not null)
);
create index on person_name (until) where until is not null;
comment on table person_name is 'What somebody is called, and was called before.';
comment on column person_name.given is 'First names; empty: who has one name only.';
comment on column person_name.until is 'The first day of another name; null: the name of now.';

create table address (
	resident uuid not null references resident on delete cascade,
	street text not null,
	house text not null,
	box text not null default '',
	postal text not null,
	reference boolean not null default false,
	neighbourhood integer,
	nr integer generated always as
		(substring(house from '^[0-9]{1,6}')::integer) stored,
	from_day date not null,
	until date,
	check (until >= from_day),
	exclude using gist (resident with =, daterange(from_day, until) with &&)
);
create index on address (until) where until is not null;
create index on address (neighbourhood) where until is null;
comment on table address is 'Where somebody lives, and lived before: one address at a time.';
comment on column address.reference is
	'Nobody lives there: a reference address, at which somebody without a home gets letters.';
comment on column address.neighbourhood is
	'Which of the city''s neighbourhoods; null: the street is not in the list.';
comment on column address.nr is 'The number in "12A" or "12-14"; null: there is none.';
comment on column address.until is 'The first day at another address; null: the address of now.';

create table household_member (
	resident uuid not null references resident on delete cascade,
	household text not null,
	role text not null check (role in
		('referentiepersoon', 'partner', 'kind', 'familie', 'ander')),
	from_day date not null,
	until date,
	check (until >= from_day),
	unique nulls not distinct (resident, until),
	exclude using gist (resident with =, daterange(from_day, until) with &&)
		where (until is not null)
);
create index on household_member (until) where until is not null;
create index on household_member (household) where until is null;
comment on table household_member is 'With whom somebody lives: one household at a time.';
comment on column household_member.household is 'The number that the register gives a household.';
comment on column household_member.role is 'In the words of the register.';
comment on column household_member.until is
	'The first day in another household or role; null: that of now.';

create table neighbourhood (
	number integer primary key,
	name text not null
);
comment on table neighbourhood is 'The neighbourhoods of the city.';

create table street (
	name text not null,
	postal text not null,
	side integer not null check (side in (0, 1)),
	low integer not null,
	high integer not null,
	neighbourhood integer not null references neighbourhood,
	check (low <= high),
	exclude using gist (name with =, postal with =, side with =,
		int4range(low, high, '[]') with &&)
);
create index on street (name, postal);
comment on table street is 'In which neighbourhood the houses of a street are.';
comment on column street.side is 'The side of the street: 0 of the even numbers, 1 of the odd ones.';

create table register_file (
	id bigint generated always as identity primary key,
	shape text not null,
	file text not null,
	sha256 text not null,
	serial integer,
	rows integer not null,
	imported timestamptz not null default now(),
	unique (shape, sha256)
);
comment on table register_file is 'The files that were read.';
comment on column register_file.serial is
	'The number that the register gives its files, one after the other.';

-- What comes in: emptied in the transaction that takes it over.
create unlogged table staging_residents (
	line integer not null,
	serial integer not null,
	number bytea not null,
	number_old bytea,
	number_sealed bytea not null,
	family text not null,
	given text,
	born date,
	street text not null,
	house text not null,
	box text,
	postal text not null,
	address_since date not null,
	reference text,
	household text not null,
	role text not null,
	since date not null,
	iban text,
	until date,
	ended text
);
comment on table staging_residents is 'The rows of a file that holds everybody, while it is read.';

create unlogged table staging_delta (
	line integer not null,
	serial integer not null,
	kind text not null,
	day date not null,
	number bytea not null,
	number_old bytea,
	number_sealed bytea not null,
	former bytea,
	former_old bytea,
	former_sealed bytea,
	family text,
	given text,
	born date,
	street text,
	house text,
	box text,
	postal text,
	reference text,
	household text,
	role text,
	iban text,
	ended text
);
comment on table staging_delta is 'The rows of a file of changes, while it is read.';

create unlogged table staging_streets (
	line integer not null,
	name text not null,
	postal text not null,
	low integer not null,
	high integer not null,
	side text not null,
	neighbourhood integer not null,
	neighbourhood_name text not null
);
comment on table staging_streets is 'The rows of a file of streets, while it is read.';

create unlogged table incoming (
	line integer not null,
	resident uuid not null,
	known boolean not null,
	mac bytea not null,
	sealed bytea not null,
	born date,
	since date not null,
	until date,
	ended text,
	iban text,
	given text,
	family text,
	name_from date,
	street text,
	house text,
	box text,
	postal text,
	nr integer generated always as
		(substring(house from '^[0-9]{1,6}')::integer) stored,
	reference boolean,
	address_from date,
	household text,
	role text,
	household_from date
);
comment on column incoming.nr is 'As address.nr.';
comment on table incoming is
	'What the register says of a person, of either kind of file, while it is taken over. A day that is null: nothing was said of that.';
