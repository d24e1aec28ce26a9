-- What is in force of the rules about rights, who wrote it and who stands by
-- it.  The files themselves, and when each version was in force, are with the
-- rules of all features.
create table text (
	name text not null check (name ~ '^[^/]+\.lua$'),
	sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
	saved_by uuid,
	saved timestamptz not null default now(),
	primary key (name, sha256),
	unique (name, sha256, saved_by)
);
comment on table text is
	'Each text that a file had in some version; one that comes back is the same.';
comment on column text.saved_by is
	'The account of the civil servant who saved or published it; null: of somebody without one, and then nobody can confirm it.';

create table part (
	version integer not null,
	name text not null,
	sha256 text not null,
	primary key (version, name),
	foreign key (name, sha256) references text
);
comment on table part is 'Which texts a version is made of.';

create table rule (
	version integer not null,
	code text not null,
	name text not null,
	title jsonb not null,
	city boolean not null,
	granting text not null
		check (granting in ('automatic', 'request', 'referral')),
	primary key (version, code, name),
	foreign key (version, name) references part
);
comment on table rule is 'The rights of a version, each with its file.';
comment on column rule.city is 'A right of the city itself; else people are sent on.';

create table confirmation (
	id bigint generated always as identity primary key,
	name text not null,
	sha256 text not null,
	saved_by uuid not null,
	confirmed_by uuid not null,
	until date not null,
	at timestamptz not null default now(),
	foreign key (name, sha256, saved_by)
		references text (name, sha256, saved_by),
	constraint another_person check (confirmed_by <> saved_by)
);
create index on confirmation (name, sha256);
comment on table confirmation is
	'A second person looked the figures of a text up: they are right until that day.';

create function refuse() returns trigger
language plpgsql
set search_path = benefits, pg_temp
as $$
begin
	raise exception 'what was published in % stays as it is', tg_table_name;
end;
$$;
comment on function refuse() is 'Keeps everybody from changing what was published.';
create trigger published before update or delete on part
	for each row execute function refuse();
create trigger published before update or delete on rule
	for each row execute function refuse();
create trigger published before update or delete on confirmation
	for each row execute function refuse();
create trigger kept before delete on text
	for each row execute function refuse();
create trigger published before update on text
	for each row when (old.saved_by is not null
		or (old.name, old.sha256, old.saved)
			is distinct from (new.name, new.sha256, new.saved))
	execute function refuse();
create trigger cut before truncate on text execute function refuse();
create trigger cut before truncate on part execute function refuse();
create trigger cut before truncate on rule execute function refuse();
create trigger cut before truncate on confirmation execute function refuse();
