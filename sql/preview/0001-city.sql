-- The city as a preview of policy sees it: what is known of households, without
-- who they are, and what was asked about it.
create table record_key (
	one boolean primary key default true check (one),
	secret bytea not null default
		sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))
);
insert into record_key default values;
comment on table record_key is
	'From this follows the key of each household, which leads back to nobody without it.';

create table snapshot (
	id integer generated always as identity primary key,
	day date not null default current_date,
	version integer not null,
	made timestamptz not null default now(),
	homes integer not null default 0,
	persons integer not null default 0,
	named jsonb not null default '[]',
	quarters jsonb not null default '[]'
);
comment on table snapshot is
	'What was known of the whole city at one moment: one a day, and one more when other rules came in force.';
comment on column snapshot.version is 'The rules that declared which facts may be known.';
comment on column snapshot.named is 'Which number is which fact: [{"number", "name"}].';
comment on column snapshot.quarters is 'The neighbourhoods: [{"number", "name"}].';

create table home (
	snapshot integer not null references snapshot on delete cascade,
	key bytea not null check (length(key) = 8),
	kind smallint not null check (kind between 0 and 5),
	quarter integer,
	packed bytea not null,
	primary key (snapshot, key)
);
comment on table home is
	'A household: what is known of it, packed as facts.known has it, and no number or name that leads back.';
comment on column home.key is 'The same as long as the household is: the noise of counts comes from it.';
comment on column home.kind is
	'Who lives there: 0 somebody alone, 1 with children, 2 a couple, 3 with children, 4 others too, 5 not known.';
comment on column home.quarter is 'The neighbourhood; null: not known.';

create table person (
	snapshot integer not null references snapshot on delete cascade,
	home bytea not null,
	packed bytea not null
);
create index on person (snapshot, home);
comment on table person is 'What is known of somebody in that household, beside what is known of the household.';

create table question (
	account uuid not null,
	day date not null default current_date,
	hash text not null check (hash ~ '^[0-9a-f]{64}$'),
	snapshot integer not null,
	points integer not null check (points >= 0),
	asked timestamptz not null default now(),
	what text not null,
	document json,
	primary key (account, day, hash)
);
create index on question (hash);
create index on question (asked);
comment on table question is
	'What a civil servant asked about the whole city, once for each day: what came out is the same when it is asked again.';
comment on column question.hash is 'Of the data, the day and the texts of both sets of rules.';
comment on column question.points is 'How much of the day''s allowance it took.';
comment on column question.document is 'What came out, as it was shown.';

create view whole_home as
	select key, kind, quarter, packed from home
	where snapshot = (select max(id) from snapshot) order by key;
create view whole_person as
	select home, packed from person
	where snapshot = (select max(id) from snapshot) order by home;
comment on view whole_home is 'The newest snapshot, in the order of keys, which tells nothing.';
comment on view whole_person is 'The same of people, in the order of their households.';
