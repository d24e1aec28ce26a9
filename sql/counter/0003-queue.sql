-- Numbers for who waits at a place, and the desks where they are called.
alter table service add column letter text unique check (letter ~ '^[A-Z]$');
update service set letter = chr(64 + position);
alter table service alter column letter set not null;
comment on column service.letter is 'What its numbers begin with.';

create table roll (
	place text references place,
	day date,
	letter text,
	last integer not null check (last > 0),
	primary key (place, day, letter)
);
comment on table roll is 'The last number that a place gave on a day.';

create table desk (
	staff uuid primary key,
	place text not null references place,
	name text not null check (name ~ '^[0-9A-Z]{1,3}$'),
	day date not null default current_date,
	services text[] not null check (cardinality(services) > 0),
	langs text[] not null check (cardinality(langs) > 0),
	unique (place, day, name)
);
comment on table desk is 'Who works at which desk today, for what, and what they speak.';

create table ticket (
	id bigint generated always as identity primary key,
	code text not null unique check (code ~ '^[0-9a-f]{64}$'),
	place text not null references place,
	day date not null default current_date,
	letter text not null,
	number integer not null check (number > 0),
	service text not null references service,
	lang text,
	hard_standing boolean not null default false,
	hard_reading boolean not null default false,
	appointment bigint unique references appointment on delete cascade,
	due timestamptz not null default now(),
	made timestamptz not null default now(),
	state text not null default 'waiting'
		check (state in ('waiting', 'called', 'done', 'absent')),
	staff uuid,
	desk text,
	called timestamptz,
	calls integer not null default 0,
	ended timestamptz,
	unique (place, day, letter, number),
	check ((state = 'waiting') = (called is null)),
	check ((called is null) = (staff is null)),
	check ((called is null) = (desk is null)),
	check ((state in ('done', 'absent')) = (ended is not null))
);
create unique index on ticket (staff, day) where state = 'called';
create index on ticket (place, day, due) where state = 'waiting';
create index on ticket (place, called);
comment on table ticket is 'A number of today: for what, and where it is called. Nobody''s name.';
comment on column ticket.code is 'SHA-256 of what the page of the number is found by.';
comment on column ticket.lang is 'The language that they want to speak; null: any.';
comment on column ticket.due is 'When it was taken; for an appointment, the time of that.';
