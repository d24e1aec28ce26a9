-- What users of the machine ask to be tried on the whole city.
create table trial (
	id bigint generated always as identity primary key,
	account uuid not null,
	login text not null,
	asked timestamptz not null default now(),
	draft bigint references draft on delete cascade,
	edition integer,
	day date,
	files json not null,
	taken_by integer,
	said json,
	check ((draft is null) = (edition is null))
);
create index on trial (asked);
create index on trial (draft);
comment on table trial is
	'Rule files that background work tries on the whole city; the row goes when who asked has read what came out.';
comment on column trial.draft is 'Null: files of a folder, of no draft.';
comment on column trial.day is 'For which day; null: that of the draft, or today.';
comment on column trial.files is 'All files as they would be in force: [{"name", "text"}].';
comment on column trial.taken_by is
	'The process of the database that serves who works it out; when that is gone it is taken again.';
comment on column trial.said is 'What came out: {"document"} or {"fault"}.';
