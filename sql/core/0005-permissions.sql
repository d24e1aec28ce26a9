-- What only some civil servants may do, as the features declare it.
create table belfort.permission (
	name text primary key,
	feature text not null references belfort.feature on delete cascade,
	label jsonb not null
);
comment on table belfort.permission is
	'Rights that features declare, in the words of their plugin: {"nl", "en", "fr"}.';
