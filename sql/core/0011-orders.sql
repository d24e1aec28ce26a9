-- Orders: changed rule files that come in force from a day, as two people want.
create table belfort.rule_order (
	id bigint generated always as identity primary key,
	feature text not null,
	asked_by uuid not null,
	asked_name text not null check (asked_name <> ''),
	second_by uuid not null,
	second_name text not null check (second_name <> ''),
	reason text not null check (reason <> ''),
	due date not null,
	until date check (until >= due),
	made timestamptz not null default now(),
	state text not null default 'waiting' check (state in
		('waiting', 'done', 'conflict', 'failed', 'withdrawn')),
	ended timestamptz,
	version integer,
	fault json,
	unique (id, second_by),
	foreign key (feature, version)
		references belfort.rule_version (feature, id),
	constraint another_person check (asked_by <> second_by),
	constraint ended_once check ((state = 'waiting') = (ended is null)),
	constraint done_is_a_version check ((state = 'done') = (version is not null)),
	constraint fault_is_told
		check ((state in ('conflict', 'failed')) = (fault is not null))
);
create index rule_order_due on belfort.rule_order (feature, due)
	where state = 'waiting';
comment on table belfort.rule_order is
	'What comes in force from a day: asked by one person, published by another.';
comment on column belfort.rule_order.asked_by is 'The account of who wrote it.';
comment on column belfort.rule_order.second_by is
	'That of who puts it in force.';
comment on column belfort.rule_order.until is
	'The last day for which the second person says that the figures are right.';
comment on column belfort.rule_order.fault is
	'Why it did not come in force: file, line and text in each language.';

create table belfort.rule_order_file (
	ordered bigint not null,
	second_by uuid not null,
	name text not null check (name ~ '^[^/.][^/]*\.lua$'),
	text text check (octet_length(text) <= 262144),
	replaces text check (replaces ~ '^[0-9a-f]{64}$'),
	saved_by uuid not null,
	primary key (ordered, name),
	foreign key (ordered, second_by)
		references belfort.rule_order (id, second_by),
	constraint another_person check (saved_by <> second_by),
	constraint something_changes check (num_nulls(text, replaces) < 2)
);
comment on table belfort.rule_order_file is 'The files that an order changes.';
comment on column belfort.rule_order_file.text is 'Null: the file goes.';
comment on column belfort.rule_order_file.replaces is
	'SHA-256 of the text in force that it takes the place of; null: there is none.';
comment on column belfort.rule_order_file.saved_by is 'Who wrote this text.';

alter table belfort.rule_disk add column files json;
comment on column belfort.rule_disk.files is
	'SHA-256 of each of the last good files; null: they were looked at before this was kept.';

-- They are given each file now.
do $$
declare
	old text;
begin
	foreach old in array array(select p.oid::regprocedure::text from pg_proc p
		where p.pronamespace = 'belfort'::regnamespace
		and p.proname ~ 'rules_(seen|look)$')
	loop
		execute format('drop function if exists %s cascade', old);
	end loop;
end
$$;
