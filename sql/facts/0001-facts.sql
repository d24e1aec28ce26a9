-- What the city's databases say about people, where each value comes from, and
-- what rules may read of it.
create table source (
	id smallint generated always as identity primary key,
	name text not null unique check (name ~ '^[a-z][a-z0-9_]{0,39}$'),
	kind text not null check (kind in ('register', 'file', 'postgres', 'http')),
	title jsonb not null,
	purpose jsonb not null,
	basis jsonb not null,
	freshness integer not null check (freshness between 1 and 3650),
	retention integer not null check (retention between 1 and 36500),
	complete boolean not null default false,
	settings jsonb not null default '{}',
	ended timestamptz,
	first_day date,
	good timestamptz,
	fault jsonb,
	fault_since timestamptz,
	columns text[],
	rows integer,
	next timestamptz not null default now(),
	tries integer not null default 0,
	turn integer not null default 0,
	stays boolean not null default false
);
comment on table source is 'A database of the city or of others, as its file declares it.';
comment on column source.freshness is 'Days after which what it says is known no more.';
comment on column source.retention is 'Days after which a value that holds no more is removed.';
comment on column source.complete is 'Each delivery holds everybody: who is not in it has nothing of it.';
comment on column source.settings is 'What only its kind knows: columns, addresses, limits. No secrets.';
comment on column source.ended is 'It is declared no more.';
comment on column source.first_day is 'The first day of which a delivery told.';
comment on column source.good is 'The last delivery that was taken over, or that brought nothing new.';
comment on column source.fault is 'What is wrong now: {"code", "file", "line", "column", "text"}; null: nothing.';
comment on column source.columns is 'Those of the last good delivery: a new one, or one that lacks, is noticed.';
comment on column source.next is 'When to ask it next, for kinds that are asked.';
comment on column source.tries is 'How often it did not answer, one after the other.';

comment on column source.turn is 'Higher when what was refused may be taken now: it is looked at again.';
comment on column source.stays is 'A file was taken over and could not be removed from its folder.';

create table declared (
	one boolean primary key default true check (one),
	fault jsonb,
	since timestamptz,
	looked timestamptz
);
insert into declared default values;
comment on table declared is 'Whether what is declared on disk is in force; else what is wrong there, and since when.';

create table fact (
	number smallint generated always as identity primary key,
	name text not null unique check (name ~ '^[a-z][a-z0-9_]{0,39}$'),
	person boolean not null default false,
	kind text not null check (kind in ('yesno', 'count', 'euro', 'date', 'choice')),
	low integer not null,
	high integer not null,
	combine text not null default 'same' check (combine in ('sum', 'min', 'max', 'same')),
	title jsonb not null default '{}',
	choices jsonb not null default '[]',
	known boolean not null default true,
	declared boolean not null default false,
	check (low <= high)
);
comment on table fact is 'What can be known, as the rules about rights name it. A number is never given twice.';
comment on column fact.combine is
	'How a fact of a household comes from its members: their sum, least or most, or what is said of any of them.';
comment on column fact.choices is '[{"code", "nl", "en", "fr"}]: values are places in it, from 0.';
comment on column fact.known is 'The rules of now know it, and mean the same by its values.';
comment on column fact.declared is 'A rule in force reads it: nothing else is given out.';

create table offer (
	source smallint not null references source,
	fact smallint not null references fact,
	heading text not null,
	words jsonb not null default '{}',
	absent_low integer,
	absent_high integer,
	primary key (source, fact),
	check (absent_low <= absent_high),
	check ((absent_low is null) = (absent_high is null))
);
comment on table offer is 'Which facts a source gives, and how.';
comment on column offer.heading is 'The column of the source.';
comment on column offer.words is '{"ja": [0, 7]}: what a word of the source means; empty: the value itself.';
comment on column offer.absent_low is 'What it means that a complete source does not name somebody; null: nothing.';

create table delivery (
	id bigint generated always as identity primary key,
	source smallint not null references source,
	file text not null,
	sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
	day date not null default current_date,
	begun timestamptz not null default now(),
	ended timestamptz,
	state text not null default 'reading' check (state in ('reading', 'taken', 'broken')),
	rows integer not null default 0,
	nobody integer not null default 0,
	changed integer not null default 0,
	faults jsonb not null default '[]',
	drift jsonb not null default '[]',
	accepted_by uuid,
	check ((state = 'reading') = (ended is null))
);
create index on delivery (source, sha256);
create index on delivery (source, id desc);
comment on table delivery is 'One file, or one time that a source was asked; each with what came of it.';
comment on column delivery.nobody is 'Rows about people who are not in the register: counted, not kept.';
comment on column delivery.faults is 'What is wrong: [{"code", "line", "column", "text"}]; nothing of it was taken over.';
comment on column delivery.drift is 'What differs from the delivery before: [{"code", "text"}].';
comment on column delivery.accepted_by is 'The civil servant who had it taken over although it is much smaller.';

create unlogged table staging (
	delivery bigint not null,
	line integer not null,
	mac bytea,
	old bytea,
	resident uuid,
	cells jsonb not null
);
create index on staging (delivery);
comment on table staging is 'The rows of a delivery, while it is read; emptied when they are taken over.';

create unlogged table incoming (
	delivery bigint not null,
	line integer not null,
	resident uuid not null,
	fact smallint not null,
	low integer not null,
	high integer not null,
	valid daterange not null,
	received timestamptz
);
create index on incoming (delivery);
comment on table incoming is 'What the rows of a delivery say, while it is taken over.';

create table value (
	id bigint generated always as identity primary key,
	fact smallint not null references fact,
	source smallint not null references source,
	resident uuid not null,
	low integer not null,
	high integer not null,
	valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
	received timestamptz not null default now(),
	replaced timestamptz,
	until date,
	check (low <= high),
	exclude using gist (resident with =, fact with =, source with =, valid with &&)
		where (replaced is null)
);
create index on value (resident) where replaced is null;
create index on value (source, fact) where replaced is null;
create index on value (until) where until is not null;
comment on table value is
	'What a source says of somebody: never overwritten. A correction replaces it, and both stay.';
comment on column value.low is 'From LOW to HIGH; the same where it is known.';
comment on column value.valid is 'The days for which it is said.';
comment on column value.replaced is 'When something else was said of those days; null: it is said now.';
comment on column value.until is 'When it is no longer needed: its own retention counts from this day.';

create table packed (
	nr integer generated always as identity primary key,
	household text not null unique,
	bytes bytea not null,
	serial bigint not null
);
create index on packed (serial);
create table packed_person (
	nr integer generated always as identity primary key,
	resident uuid not null unique,
	household text not null,
	bytes bytea not null,
	serial bigint not null
);
create index on packed_person (household);
create index on packed_person (serial);
create sequence serial;
comment on table packed is
	'The facts of now of each household, of those that rules declare: ten bytes each, the number of the fact, least and most, in the order of the network.';
comment on table packed_person is 'The same of people, of whom there are any.';
comment on column packed.serial is 'Higher with each change.';
create view known as select nr, household, bytes as packed, serial from packed;
create view known_person as
	select nr, resident, household, bytes as packed, serial from packed_person;
comment on view known is 'For features that decide: what is known now of each household.';
comment on view known_person is 'For features that decide: what is known now of people.';

create table pending (
	household text primary key,
	since timestamptz not null default clock_timestamp(),
	from_day date not null default current_date
);
create index on pending (since);
comment on table pending is 'Households of which something became known, from a day on.';

create table refreshed (
	one boolean primary key default true check (one),
	day date not null default 'epoch'
);
insert into refreshed default values;
comment on table refreshed is 'The day of which the packed facts are.';

create table dispute (
	id bigint generated always as identity primary key,
	account uuid not null,
	resident uuid not null,
	household text not null,
	fact smallint not null references fact,
	source smallint references source,
	shown jsonb not null,
	text text not null check (length(text) between 3 and 2000),
	made timestamptz not null default now(),
	due date not null default current_date + 30,
	result text check (result in ('mended', 'right')),
	answer text check (answer <> ''),
	answered timestamptz,
	answered_by uuid,
	check (num_nulls(result, answer, answered, answered_by) in (0, 4))
);
create unique index on dispute (resident, fact) where answered is null;
create index on dispute (due) where answered is null;
comment on table dispute is
	'A resident says that something is wrong: whoever answers for the source does so within thirty days (GDPR, articles 12(3) and 16).';
comment on column dispute.shown is 'What stood there: {"low", "high", "source"}.';

create view named as select number, name, person, kind, low, high, choices,
	declared from fact where known;
comment on view named is 'For features that decide: which number is which fact.';
