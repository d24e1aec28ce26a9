-- Policy that is not in force yet: who wrote it, who stands by it, what was
-- said about it.
create table draft (
	id bigint generated always as identity primary key,
	feature text not null check (feature in ('benefits', 'budget')),
	title text not null check (title ~ '\S' and length(title) <= 200),
	why text not null default '' check (length(why) <= 2000),
	council text check (council ~ '\S'),
	council_url text check (council_url ~ '^https://\S+$'),
	envelope bigint check (envelope between 0 and 100000000000000),
	base integer not null,
	edition integer not null default 0 check (edition >= 0),
	state text not null default 'draft'
		check (state in ('draft', 'offered', 'ordered', 'withdrawn')),
	household jsonb not null default '{}'
		check (jsonb_typeof(household) = 'object'),
	said integer not null default 0,
	made timestamptz not null default now(),
	from_disk boolean not null default false,
	offered timestamptz,
	offered_by uuid,
	offered_role text not null generated always as ('writer') stored,
	published_by uuid,
	published_role text not null
		generated always as ('publisher') stored,
	published timestamptz,
	reason text check (reason ~ '\S' and length(reason) <= 2000),
	from_day date,
	until date,
	order_id bigint,
	ended timestamptz,
	constraint offered_whole check (
		state not in ('offered', 'ordered') or (offered is not null
			and offered_by is not null and why ~ '\S' and edition > 0)),
	constraint ordered_whole check (state <> 'ordered' or order_id is not null),
	constraint published_whole check (case
		num_nulls(published_by, published, reason, from_day, order_id)
		when 0 then state in ('ordered', 'withdrawn') when 5 then true
		else false end),
	check (until > from_day),
	check ((state = 'withdrawn') = (ended is not null)),
	unique (feature, order_id)
);
create index on draft (state);
comment on table draft is
	'Changed rule files of one feature, on top of a version that was in force.';
comment on column draft.why is 'For everybody to read; needed before it is offered.';
comment on column draft.council is 'The council decision that it rests on.';
comment on column draft.envelope is 'Cents a year within which it must stay.';
comment on column draft.base is 'The version that was in force when it was begun.';
comment on column draft.edition is 'The last one: each time that somebody saves.';
comment on column draft.state is
	'Being written, waiting for a second person, ordered (how that went is with the order), or given up.';
comment on column draft.household is
	'The invented household that is explained on each save, {"fact": value}.';
comment on column draft.said is
	'How often title, reason, decision or envelope were changed.';
comment on column draft.from_disk is 'It was found in the folder of the rules.';
comment on column draft.reason is 'Why the second person puts it in force.';
comment on column draft.until is
	'The last day for which the second person looked the figures up.';
comment on column draft.order_id is 'Of the order of its feature that puts it in force.';

create table hand (
	draft bigint not null references draft on delete cascade,
	account uuid not null,
	role text not null check (role in ('writer', 'publisher')),
	since timestamptz not null default now(),
	constraint one_role primary key (draft, account),
	unique (draft, account, role)
);
create index on hand (account);
comment on table hand is
	'Who had a hand in a draft, and which: never both.';
alter table draft add constraint offered_by_writer
	foreign key (id, offered_by, offered_role)
	references hand (draft, account, role);
alter table draft add constraint another_person
	foreign key (id, published_by, published_role)
	references hand (draft, account, role);

create table edition (
	draft bigint not null references draft on delete cascade,
	nr integer not null check (nr > 0),
	by uuid,
	role text not null generated always as ('writer') stored,
	at timestamptz not null default now(),
	back_to integer check (back_to between 0 and nr - 1),
	primary key (draft, nr),
	constraint by_writer foreign key (draft, by, role)
		references hand (draft, account, role)
);
comment on table edition is 'Each time that a draft was saved; nothing is overwritten.';
comment on column edition.by is
	'Null: it was found on disk, and nobody known saved it.';
comment on column edition.back_to is 'It undid what came after that one.';

create table draft_file (
	draft bigint not null,
	name text not null check (name ~ '^[^/]{1,250}\.lua$'),
	edition integer not null,
	what text not null check (what in ('text', 'gone', 'base')),
	text text check (length(text) <= 200000),
	replaces text check (replaces ~ '^[0-9a-f]{64}$'),
	primary key (draft, name, edition),
	foreign key (draft, edition) references edition (draft, nr)
		on delete cascade,
	check ((what = 'text') = (text is not null)),
	check (what <> 'gone' or replaces is not null)
);
comment on table draft_file is
	'A file as an edition of a draft left it: the last of each name counts.';
comment on column draft_file.what is
	'Another text, removed, or as it is in force again.';
comment on column draft_file.replaces is
	'SHA-256 of the text in force that it was made from; null: a new file.';

create table aside (
	id bigint generated always as identity primary key,
	draft bigint not null references draft on delete cascade,
	name text not null,
	text text not null check (length(text) <= 200000),
	seen integer not null,
	account uuid not null,
	role text not null generated always as ('writer') stored,
	made timestamptz not null default now(),
	settled timestamptz,
	foreign key (draft, account, role)
		references hand (draft, account, role)
);
create unique index one_aside on aside (draft, name, account)
	where settled is null;
comment on table aside is
	'A text that was saved while a colleague had saved another one: kept beside it until who wrote it chooses.';
comment on column aside.seen is 'The edition that they had read.';

create table ending (
	id bigint generated always as identity primary key,
	draft bigint not null references draft on delete cascade,
	asked_by uuid not null,
	asked timestamptz not null default now(),
	why text not null check (why ~ '\S' and length(why) <= 2000),
	agreed_by uuid,
	agreed timestamptz,
	dropped timestamptz,
	constraint two_people check (agreed_by <> asked_by),
	check ((agreed_by is null) = (agreed is null)),
	check (agreed is null or dropped is null)
);
create unique index one_open on ending (draft)
	where agreed is null and dropped is null;
comment on table ending is
	'Asked to withdraw a draft that is ordered; a second person agrees.';
comment on column ending.dropped is 'When who asked took that back.';

create table comment (
	id bigint generated always as identity primary key,
	draft bigint references draft on delete cascade,
	feature text not null check (feature in ('benefits', 'budget')),
	name text check (name ~ '^[^/]{1,250}\.lua$'),
	line integer check (line > 0),
	quoted text check (length(quoted) <= 500),
	account uuid not null,
	text text not null check (text ~ '\S' and length(text) <= 2000),
	made timestamptz not null default now(),
	removed timestamptz,
	check (line is null or name is not null),
	check (draft is not null or name is not null)
);
create index on comment (draft);
create index on comment (feature, name);
create index on comment (account);
comment on table comment is
	'What civil servants say beside a text: of a draft, or of what is in force.';
comment on column comment.quoted is
	'The line as it was then, so that it is found when lines move.';

create function stays() returns trigger
language plpgsql
set search_path = policy, pg_temp
as $$
begin
	raise exception 'what was saved in % stays as it is', tg_table_name;
end;
$$;
comment on function stays() is 'Keeps everybody from changing what was saved.';
create trigger stays before update on hand
	for each row execute function stays();
create trigger stays before update on edition
	for each row execute function stays();
create trigger stays before update on draft_file
	for each row execute function stays();
create trigger over before update on draft for each row
	when (old.state = 'withdrawn') execute function stays();
