-- Who can sign in, who is signed in, and what civil servants may do.
create table account (
	id uuid primary key default gen_random_uuid(),
	kind text not null check (kind in ('resident', 'staff')),
	resident uuid references resident on delete set null,
	name text not null check (name <> ''),
	email text check (email like '_%@_%'),
	lang text not null default 'nl' check (lang in ('nl', 'en', 'fr')),
	made timestamptz not null default now(),
	closed timestamptz,
	check (kind = 'resident' or resident is null)
);
create unique index on account (resident) where closed is null;
create unique index on account (kind, lower(email)) where closed is null;
comment on table account is 'Somebody who can sign in: a resident, or a civil servant.';
comment on column account.resident is
	'Who that is in the register; null: not known, or a civil servant.';

create table session (
	id text primary key check (id ~ '^[0-9a-f]{64}$'),
	account uuid not null references account on delete cascade,
	level text check (level in ('low', 'substantial', 'high')),
	method text not null,
	made timestamptz not null default now(),
	signed timestamptz not null default now(),
	seen timestamptz not null default now(),
	ends timestamptz not null check (ends > made),
	device text not null default ''
);
create index on session (account);
create index on session (ends);
comment on table session is 'Who is signed in.';
comment on column session.id is 'SHA-256 of the secret in the browser''s cookie, never that secret.';
comment on column session.level is
	'Level of assurance (eIDAS, article 8); null for a civil servant.';
comment on column session.signed is 'When they last showed who they are.';
comment on column session.seen is 'About when they last asked for a page.';
comment on column session.device is 'Browser and system in two words, for the list of sessions.';

create table right_given (
	id bigint generated always as identity primary key,
	account uuid not null references account,
	name text not null,
	service text,
	neighbourhood integer,
	from_day date not null default current_date,
	to_day date,
	reason text not null check (reason <> ''),
	given_by uuid references account,
	given timestamptz not null default now(),
	taken_by uuid references account,
	taken timestamptz,
	taken_reason text,
	check (to_day >= from_day),
	check (given_by <> account),
	check ((taken is null) = (taken_reason is null))
);
create index on right_given (account);
comment on table right_given is 'What a civil servant may do, given by another.';
comment on column right_given.service is 'Only for that service of the city; null: for all.';
comment on column right_given.neighbourhood is 'Only for that neighbourhood; null: for all.';
comment on column right_given.to_day is 'The last day; null: until it is taken back.';
comment on column right_given.given_by is 'Null: given on the machine itself.';
