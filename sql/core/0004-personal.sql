-- What each feature says of itself, for residents to read.
create table belfort.feature (
	name text primary key,
	title jsonb not null,
	summary jsonb not null,
	mount text not null,
	guest boolean not null
);
comment on table belfort.feature is
	'Features that were migrated, in the words of their plugin: {"nl", "en", "fr"}.';
comment on column belfort.feature.guest is 'Code that the city did not write.';

create table belfort.personal (
	feature text not null references belfort.feature on delete cascade,
	nr integer not null,
	relation text not null,
	columns text[] not null,
	purpose jsonb,
	basis jsonb,
	days integer check (days > 0),
	since text,
	cleaned timestamptz,
	primary key (relation, columns),
	check ((purpose is null) = (basis is null)),
	check ((days is null) = (since is null)),
	check (days is null or purpose is not null)
);
comment on table belfort.personal is
	'Which columns hold what about people, or that they hold nothing: each column of each table is in it, by name or by *.';
comment on column belfort.personal.nr is 'The order in which the plugin tells it.';
comment on column belfort.personal.days is
	'Kept so long; null: as long as the document that it stands in.';
comment on column belfort.personal.since is 'The column of the day from which days count.';
comment on column belfort.personal.cleaned is 'When what was too old was last looked for.';

create table belfort.removal (
	day date not null,
	feature text not null,
	relation text not null,
	columns text[] not null,
	rows bigint not null check (rows > 0),
	primary key (day, relation, columns)
);
comment on table belfort.removal is
	'How much was removed because its days were over; never what.';
