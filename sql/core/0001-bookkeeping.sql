-- What the host itself keeps in the database.  Run as the database's owner.
create schema belfort;
comment on schema belfort is
	'What the host keeps: applied migrations, loaded functions. For the owner of the database only.';

create table belfort.migration (
	feature text not null,
	name text not null,
	sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
	applied timestamptz not null default now(),
	primary key (feature, name)
);
comment on table belfort.migration is
	'Each migration that was applied, with the hash of its file: one that changed afterwards is refused.';

create table belfort.loaded (
	feature text not null,
	signature text not null,
	primary key (feature, signature)
);
comment on table belfort.loaded is
	'Routines that came from sql/<feature>/fn: these are replaced as a whole, and dropped when their file is gone.';

create schema ext;
comment on schema ext is
	'Extensions that features ask for; their owner roles may use them.';

-- Nobody has a right by default.
revoke all on schema public from public;
do $$
begin
	execute format('revoke all on database %I from public', current_database());
end
$$;
