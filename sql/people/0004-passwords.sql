-- Sign-in without one: passwords, codes in letters, and how often somebody tries.
create table password (
	account uuid primary key references account on delete cascade,
	phc text not null check (phc like '$argon2id$%'),
	changed timestamptz not null default now()
);
comment on table password is 'What is kept of passwords: Argon2id, never the password.';

create table registration (
	token text primary key check (token ~ '^[0-9a-f]{64}$'),
	name text not null check (name <> ''),
	email text not null check (email like '_%@_%'),
	phc text not null check (phc like '$argon2id$%'),
	lang text not null check (lang in ('nl', 'en', 'fr')),
	made timestamptz not null default now(),
	ends timestamptz not null default now() + interval '1 day'
);
create index on registration (lower(email));
comment on table registration is
	'Accounts that somebody asked for, until they follow the link in the mail.';
comment on column registration.token is 'SHA-256 of the secret in that link.';

create table link (
	token text primary key check (token ~ '^[0-9a-f]{64}$'),
	purpose text not null check (purpose in ('password', 'email')),
	account uuid references account on delete cascade,
	email text not null,
	made timestamptz not null default now(),
	ends timestamptz not null
);
create index on link (account);
comment on table link is 'Links in mails that work once.';
comment on column link.token is 'SHA-256 of the secret in it.';
comment on column link.account is
	'Null: the address has no account, and nobody may see that from what is done.';
comment on column link.email is 'Where the mail went; for `email` the new address.';

create table letter (
	code text primary key check (code ~ '^[0-9a-f]{64}$'),
	resident uuid not null references resident on delete cascade,
	made_by uuid references account,
	made timestamptz not null default now(),
	ends timestamptz not null default now() + interval '30 days',
	tries integer not null default 0 check (tries between 0 and 5),
	used timestamptz
);
create unique index on letter (resident) where used is null;
comment on table letter is 'Letters with a code to sign in with, once.';
comment on column letter.code is
	'HMAC of the code, under a key that is not in the database.';
comment on column letter.tries is 'How often it was used with another birth date.';

create unlogged table attempt (
	who text primary key check (who ~ '^[0-9a-f]{64}$'),
	tries integer not null check (tries > 0),
	seen timestamptz not null default now(),
	until timestamptz not null
);
create index on attempt (seen);
comment on table attempt is 'How often somebody tried to sign in, so that they slow down.';
comment on column attempt.who is
	'HMAC of an address or a network, under a key of one day that is not in the database.';
comment on column attempt.tries is 'Those that failed and are not forgotten, and one under way.';
comment on column attempt.until is 'No other before that moment.';

