-- Sign-in of civil servants: passkeys and codes of one time.
alter table account add column login text
	check (login ~ '^[a-z_][a-z0-9_-]{0,31}$')
	check (login is null or kind = 'staff');
alter table account add column invited_by uuid references account;
create unique index on account (login) where closed is null;
comment on column account.login is
	'Their user on the machine: who imports files and puts rules in force; null: none.';
comment on column account.invited_by is 'Null: on the machine itself.';

create table invitation (
	id text primary key check (id ~ '^[0-9a-f]{64}$'),
	account uuid not null unique references account on delete cascade,
	ends timestamptz not null default now() + interval '24 hours'
);
comment on table invitation is
	'A link with which a civil servant comes in for the first time, or after losing every key.';
comment on column invitation.id is 'SHA-256 of the secret in the link, never that secret.';

create table challenge (
	id text primary key check (id ~ '^[0-9a-f]{64}$'),
	account uuid references account on delete cascade,
	ends timestamptz not null default now() + interval '5 minutes'
);
create index on challenge (ends);
comment on table challenge is 'What a passkey still has to sign; each is used once.';
comment on column challenge.account is 'Who makes a new passkey; null: somebody signs in.';

create table passkey (
	id text primary key check (id ~ '^[A-Za-z0-9_-]+$' and length(id) <= 1364),
	account uuid not null references account on delete cascade,
	public_key text not null check (public_key ~ '^[A-Za-z0-9_-]+$'),
	counter bigint not null check (counter between 0 and 4294967295),
	can_sync boolean not null,
	synced boolean not null,
	name text not null check (name <> ''),
	made timestamptz not null default now(),
	used timestamptz,
	check (can_sync or not synced)
);
create index on passkey (account);
comment on table passkey is 'Passkeys of civil servants (WebAuthn).';
comment on column passkey.id is 'The credential id, in base64url.';
comment on column passkey.public_key is 'The COSE key, in base64url.';
comment on column passkey.counter is 'How often it signed, as it says; 0: it does not count.';
comment on column passkey.can_sync is 'Whether it may be on more than one device (BE).';
comment on column passkey.synced is 'Whether it is (BS).';

create table code_app (
	account uuid primary key references account on delete cascade,
	salt text check (salt ~ '^[0-9a-f]{64}$'),
	next_salt text check (next_salt ~ '^[0-9a-f]{64}$'),
	last_step bigint not null default 0,
	made timestamptz not null default now()
);
comment on table code_app is
	'Apps that show a civil servant a code of half a minute (RFC 6238).';
comment on column code_app.salt is
	'What the app''s secret is made from, with a key that is not in the database; null: not set up yet.';
comment on column code_app.next_salt is 'The same of one that is being set up.';
comment on column code_app.last_step is 'Of the code that was used last: none of before counts.';

create table recovery (
	account uuid not null references account on delete cascade,
	code text not null check (code ~ '^[0-9a-f]{64}$'),
	used timestamptz,
	primary key (account, code)
);
comment on table recovery is 'Codes on paper, in the place of the app''s; each once.';
comment on column recovery.code is 'HMAC of the code, under a key that is not in the database.';
