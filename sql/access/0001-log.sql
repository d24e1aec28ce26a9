-- Who looked at what is kept about a resident: written once, never changed.
create table entry (
	id bigint generated always as identity,
	at timestamptz not null default clock_timestamp(),
	xid xid8 not null default pg_current_xact_id(),
	look integer not null,
	kind text not null check (kind in ('staff', 'rule', 'service')),
	actor uuid,
	subject uuid,
	on_behalf uuid,
	reason text check (reason <> ''),
	held_until date,
	held_ground text,
	primary key (id, at),
	check ((kind = 'staff') = (actor is not null)),
	check ((held_until is null) = (held_ground is null))
) partition by range (at);
create index on entry (subject, at desc);
create index on entry (actor, at desc);
create index on entry (xid);
comment on table entry is
	'One look at the data of one resident, or, without a subject, of many at once.';
comment on column entry.xid is 'In which transaction: what is sealed next is found by it.';
comment on column entry.look is 'belfort.look: what was done and seen, and why.';
comment on column entry.kind is 'Who looked: a civil servant, a rule, another service.';
comment on column entry.actor is 'The account of the civil servant.';
comment on column entry.subject is 'The resident whose data it was.';
comment on column entry.on_behalf is 'The resident for whom a civil servant acted.';
comment on column entry.reason is 'In the words of who looked.';
comment on column entry.held_until is
	'Not shown to the subject before that day, by the law in held_ground.';

create table seal (
	position bigint,
	entry bigint not null,
	at timestamptz not null,
	hash bytea not null check (length(hash) = 32),
	primary key (entry, at),
	unique (position, at)
) partition by range (at);
comment on table seal is
	'The chain over all records in the order in which they were sealed: SHA-256 of the hash before and of the record as text.';
comment on column seal.at is 'That of the record, so that both go in the same month.';

create table chain (
	one boolean primary key default true check (one),
	position bigint not null default 0,
	hash bytea not null default sha256('Belfort') check (length(hash) = 32),
	horizon xid8 not null default pg_snapshot_xmin(pg_current_snapshot())
);
insert into chain default values;
comment on table chain is 'The last link, and the transactions from which there can be records without one.';

create table head (
	day date primary key,
	position bigint not null,
	hash bytea not null check (length(hash) = 32)
);
comment on table head is 'The last link of each day, published: whoever keeps it can tell later that nothing before was changed.';

create function refuse() returns trigger
language plpgsql
set search_path = access, pg_temp
as $$
begin
	raise exception 'what was written in % stays as it is', tg_table_name;
end;
$$;
comment on function refuse() is 'Keeps everybody from changing the log.';
create trigger written before update or delete on entry
	for each row execute function refuse();
create trigger written before update or delete on seal
	for each row execute function refuse();
create trigger cut before truncate on entry execute function refuse();
create trigger cut before truncate on seal execute function refuse();
create trigger written before update or delete on head
	for each row execute function refuse();

create view open_heads as
	select day, position as positie, encode(hash, 'hex') as hash
	from head order by day;
comment on view open_heads is 'The last link of each day, as open data.';

create table question (
	id bigint generated always as identity primary key,
	entry bigint not null,
	at timestamptz not null,
	asker uuid not null,
	asked timestamptz not null default now(),
	text text not null default '' check (length(text) <= 2000),
	due date not null default current_date + 30,
	answer text check (answer <> ''),
	answered timestamptz,
	answered_by uuid,
	unique (entry, asker),
	check ((answer is null) = (answered is null)),
	check ((answer is null) = (answered_by is null))
);
create index on question (due) where answered is null;
comment on table question is
	'A resident asks why somebody looked; the city answers within thirty days (GDPR, article 12(3)).';
comment on column question.at is 'When that record was written, to find it.';
