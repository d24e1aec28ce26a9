-- Sign-in by a provider of identities: OpenID Connect.
create table provider_start (
	id text primary key check (id ~ '^[0-9a-f]{64}$'),
	back text,
	renew boolean not null default false,
	made timestamptz not null default now()
);
create index on provider_start (made);
comment on table provider_start is
	'Somebody went to the provider and is not back yet; ten minutes, and once.';
comment on column provider_start.id is
	'SHA-256 of what only that browser knows, and of this journey.';
comment on column provider_start.back is 'Page of ours to go on to.';
comment on column provider_start.renew is 'They have to show anew who they are.';

create table provider_identity (
	issuer text not null,
	subject text not null,
	account uuid not null references account on delete cascade,
	used timestamptz not null default now(),
	primary key (issuer, subject)
);
create index on provider_identity (account);
comment on table provider_identity is 'Which account somebody has, as a provider calls them.';
comment on column provider_identity.used is 'When they last signed in so.';

create table provider_session (
	session text primary key references session on delete cascade,
	issuer text not null,
	subject text not null,
	sid text,
	made timestamptz not null default now()
);
create index on provider_session (issuer, subject);
comment on table provider_session is
	'What the provider calls a session, so that it can end it.';

create table provider_end (
	issuer text not null,
	jti text not null,
	heard timestamptz not null default now(),
	primary key (issuer, jti)
);
comment on table provider_end is 'Which words of a provider that sessions end were heard: each counts once.';
