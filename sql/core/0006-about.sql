-- How what is kept about one person is found, as the features declare it.
alter table belfort.feature
	add column about text,
	add column words jsonb not null default '{}',
	add column identity boolean not null default false;
comment on column belfort.feature.about is
	'Its function (account, resident) that gives what it keeps about somebody.';
comment on column belfort.feature.words is
	'What people call its columns: {"column": {"nl", "en", "fr"}}.';
comment on column belfort.feature.identity is 'It knows who is who.';
