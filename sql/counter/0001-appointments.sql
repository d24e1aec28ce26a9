-- Appointments at a counter, in a neighbourhood house or at home.
create table service (
	id text primary key check (id ~ '^[a-z-]+$'),
	name jsonb not null,
	about jsonb not null,
	bring jsonb not null,
	minutes integer not null check (minutes between 5 and 240),
	at_home boolean not null,
	position integer not null unique
);
comment on table service is 'What people come for; texts are {"nl", "en", "fr"}.';
comment on column service.bring is 'What to bring along.';
comment on column service.at_home is 'Whether somebody can come to a home for it.';

create table place (
	id text primary key check (id ~ '^[a-z-]+$'),
	name text not null,
	address text not null,
	neighbourhood integer not null
);
comment on table place is 'Counters and neighbourhood houses.';

create table shift (
	id bigint generated always as identity primary key,
	staff uuid not null,
	place text not null references place,
	services text[] not null check (cardinality(services) > 0),
	langs text[] not null check (cardinality(langs) > 0),
	during tstzrange not null check (not isempty(during)
		and lower(during) is not null and upper(during) is not null),
	ends timestamptz not null generated always as (upper(during)) stored,
	exclude using gist (staff with =, during with &&)
);
create index on shift using gist (place, during);
comment on table shift is
	'When a civil servant is where, for which services, and what they speak; nobody is in two places.';

create table appointment (
	id bigint generated always as identity primary key,
	code text not null unique check (code ~ '^[0-9a-f]{64}$'),
	service text not null references service,
	place text not null references place,
	staff uuid not null,
	during tstzrange not null check (not isempty(during)),
	ends timestamptz not null generated always as (upper(during)) stored,
	lang text not null,
	name text check (name <> ''),
	home text check (home <> ''),
	made timestamptz not null default now(),
	came timestamptz,
	cancelled timestamptz,
	constraint one_at_a_time exclude using gist
		(staff with =, during with &&) where (cancelled is null)
);
create index on appointment (place, ends);
comment on table appointment is 'Who comes when; never two with one civil servant at a time.';
comment on column appointment.code is 'SHA-256 of the code with which somebody finds it and cancels it.';
comment on column appointment.lang is 'The language that they want to speak.';
comment on column appointment.home is 'Where to come to; null: they come to the place.';
