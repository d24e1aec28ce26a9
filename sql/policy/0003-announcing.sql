-- Who gets something is told before the rule for it changes.
create table announcement (
	draft bigint primary key references draft on delete cascade,
	codes text[] not null,
	begun timestamptz not null default now(),
	looked date
);
comment on table announcement is
	'A change that is ordered for a later day, of which who is concerned is told.';
comment on column announcement.codes is
	'The rules that it changes, and those that rest on them.';
comment on column announcement.looked is
	'The day on which all who had something by them then were told.';

create table announced (
	draft bigint not null references announcement on delete cascade,
	resident uuid not null,
	at timestamptz not null default now(),
	taken_back timestamptz,
	primary key (draft, resident),
	check (taken_back >= at)
);
create index on announced (resident);
create index on announced (at);
create index on announced (draft) where taken_back is null;
comment on table announced is 'Who was told that a rule changes: once.';
comment on column announced.taken_back is
	'When they were told that it does not change after all.';
