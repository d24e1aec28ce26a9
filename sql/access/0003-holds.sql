-- What is told later, by which law; whom the auditor watches; the end of a day.
alter table entry
	add column rule text check (rule <> ''),
	add column version integer check (version > 0),
	add check (rule is null or (kind <> 'staff' and version is not null)),
	add check (held_until <= (at at time zone 'UTC')::date + 370);
-- Nothing asks by who looked, and each look would pay for it.
drop index entry_actor_at_idx;
create index on entry (subject, held_until) where held_until is not null;
comment on column entry.rule is 'Which rules ran, of a look at all residents at once.';
comment on column entry.version is 'In which version, as belfort.rule_version keeps it.';
comment on column entry.held_ground is
	'The article of the law: of hold.ground, or in words.';

-- Nobody waits for more than the law says, and two people decide.
create table hold_request (
	id bigint generated always as identity primary key,
	entry bigint not null,
	entry_at timestamptz not null,
	until date not null,
	ground text not null
		check (ground in ('security', 'crime', 'inspection', 'protection')),
	why text not null check (why <> '' and length(why) <= 500),
	prolongs bigint references hold_request,
	asked timestamptz not null default now(),
	asked_by uuid not null,
	decided timestamptz,
	decided_by uuid check (decided_by <> asked_by),
	granted boolean,
	check ((decided is null) = (decided_by is null)),
	check ((decided is null) = (granted is null))
);
create unique index on hold_request (entry)
	where prolongs is null and granted is not false;
create unique index on hold_request (prolongs) where granted is not false;
create index on hold_request (id) where decided is null;
comment on table hold_request is
	'A civil servant asks to tell a resident later of a look; a colleague decides.';
comment on column hold_request.entry_at is 'When that record was written, to find it.';
comment on column hold_request.ground is 'By which part of GDPR, article 23(1).';
comment on column hold_request.why is 'Which investigation, by which law; for colleagues.';
comment on column hold_request.prolongs is 'Once, and no more than once.';

create table hold (
	id bigint generated always as identity,
	at timestamptz not null default clock_timestamp(),
	entry bigint not null,
	subject uuid not null,
	until date not null,
	ground text not null,
	request bigint not null,
	primary key (id, at)
) partition by range (at);
create index on hold (subject, until);
create index on hold (entry, until);
comment on table hold is
	'What was decided: not shown to the subject before that day. The decision is itself a record of the log, and is held back as long.';

create table watch (
	id bigint generated always as identity primary key,
	resident uuid,
	street text,
	house text,
	reason text not null check (reason <> ''),
	added timestamptz not null default now(),
	added_by uuid not null,
	ended timestamptz,
	ended_by uuid,
	check ((resident is null) = (street is not null)),
	check ((street is null) = (house is null)),
	check ((ended is null) = (ended_by is null))
);
create index on watch (resident);
comment on table watch is
	'Whom others may be curious about: looks at them are shown to who audits. A person, or who lives at an address.';

alter table chain
	add column day date not null default current_date,
	add column turn xid8,
	add column since timestamptz not null default '-infinity';
comment on column chain.day is 'Of which day records are being sealed.';
comment on column chain.since is
	'Records of before have their links: after a restore the numbers of transactions begin anew.';
comment on column chain.turn is
	'The day is over; transactions before this one may still write a record of it.';
create index on head (position);
comment on table head is
	'The link of the last record of each day, published: whoever keeps it can tell later that nothing before was changed. Those of months that were dropped stay.';

create trigger written before update or delete on hold
	for each row execute function refuse();
create trigger cut before truncate on hold execute function refuse();
create trigger cut before truncate on head execute function refuse();
