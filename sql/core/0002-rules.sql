-- Policy of features: each version of their rule files, and when it was in
-- force.
create table belfort.rule_version (
	id integer generated always as identity primary key,
	feature text not null,
	sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
	made_at timestamptz not null default now(),
	made_by text,
	reason text,
	unique (feature, sha256),
	unique (feature, id)
);
comment on table belfort.rule_version is
	'Rule files of a feature, as they were once: never changed, never deleted.';
comment on column belfort.rule_version.made_by is
	'The civil servant who saved or published it: policy has an author.';
comment on column belfort.rule_version.reason is 'Why, for everybody to read.';

create table belfort.rule_file (
	version integer not null references belfort.rule_version,
	name text not null,
	text text,
	diff json not null,
	primary key (version, name)
);
comment on table belfort.rule_file is 'The text of each file of a version.';
comment on column belfort.rule_file.text is 'Null: the version before had it.';
comment on column belfort.rule_file.diff is
	'How it differs from the version that was in force when it was made.';

create table belfort.rule_force (
	id integer generated always as identity primary key,
	feature text not null,
	version integer not null,
	since timestamptz not null,
	until timestamptz check (until >= since),
	by text,
	reason text,
	foreign key (feature, version)
		references belfort.rule_version (feature, id)
);
comment on table belfort.rule_force is
	'When a version was in force. One that comes back has two rows.';
create unique index rule_force_now on belfort.rule_force (feature)
	where until is null;

create table belfort.rule_disk (
	feature text primary key,
	sha256 text,
	fault json,
	since timestamptz not null default now()
);
comment on table belfort.rule_disk is
	'What was found last in the folder of a feature''s rules.';
comment on column belfort.rule_disk.sha256 is 'Of the last good files.';
comment on column belfort.rule_disk.fault is
	'What is wrong with the files now; what is in force does not change.';
