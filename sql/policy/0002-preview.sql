-- What a draft does to the whole city, as its last preview showed it.
create table preview (
	draft bigint not null references draft on delete cascade,
	edition integer not null,
	made timestamptz not null default now(),
	document json not null,
	primary key (draft, edition)
);
comment on table preview is
	'Figures with noise, of nobody: for who reads a draft that is offered.';
