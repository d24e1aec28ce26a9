-- Sources that are asked: the view of another database, a service that answers
-- a question about one person.
alter table source
	add column whole timestamptz,
	add column mark text;
comment on column source.whole is 'Of a view: when all of it was last compared.';
comment on column source.mark is 'Of a view: the last change that was seen, as the other side writes it.';

alter table delivery add column part boolean not null default false;
comment on column delivery.part is 'Only what changed: who is not in it did not change.';

create table question (
	id integer generated always as identity primary key,
	key uuid not null unique default gen_random_uuid(),
	source smallint not null references source,
	resident uuid not null,
	rule text not null,
	version integer not null,
	made timestamptz not null default now(),
	next timestamptz not null default now(),
	tries integer not null default 0,
	answered timestamptz,
	answer text,
	until date not null,
	check ((answered is null) = (answer is null))
);
create unique index on question (source, resident) where answered is null;
create index on question (source, resident, answered);
create index on question (source, tries, id) where answered is null;
create index on question (until);
comment on table question is
	'What a service is asked, or was, about one person: once, until its answer is too old.';
comment on column question.key is 'The number by which both sides find it again.';
comment on column question.rule is 'The rule that lacked the fact, in a version.';
comment on column question.next is 'When it may be asked, again.';
comment on column question.until is
	'Not answered: the last day on which it matters. Answered: the day until which it is kept.';
