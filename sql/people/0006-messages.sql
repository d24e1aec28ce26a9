-- What the city tells people: messages, mail and letters; and who acts for whom.
create table message_kind (
	name text primary key check (name ~ '^[a-z_]+$'),
	mail text check (mail in ('whole', 'notice')),
	letter text check (letter in ('always', 'instead')),
	box boolean not null
);
comment on table message_kind is
	'What can be told; the words are in the template mail_NAME.';
comment on column message_kind.mail is
	'The whole text goes by mail, or only that there is a message; null: no mail.';
comment on column message_kind.letter is
	'Always a letter, or instead of mail for who has none; null: never.';
comment on column message_kind.box is 'It stands in the message box too.';
insert into message_kind (name, mail, letter, box) values
	('account_confirm', 'whole', null, false),
	('account_exists', 'whole', null, false),
	('account_none', 'whole', null, false),
	('password_link', 'whole', null, false),
	('password_changed', 'whole', null, true),
	('email_confirm', 'whole', null, false),
	('email_taken', 'whole', null, false),
	('email_changed', 'whole', null, true),
	('new_sign_in', 'whole', null, true),
	('invite', 'whole', null, false),
	('letter_code', null, 'always', false),
	('unreachable', null, 'instead', true),
	('correction', 'notice', 'instead', true),
	('mandate', 'notice', 'instead', true),
	('mandate_ended', 'notice', 'instead', true),
	('closed', 'whole', 'instead', false);

create table message (
	id bigint generated always as identity primary key,
	account uuid not null references account on delete cascade,
	kind text not null references message_kind,
	data jsonb not null default '{}',
	made timestamptz not null default now(),
	seen timestamptz
);
create index on message (account, made);
comment on table message is 'What stands in a resident''s message box.';
comment on column message.data is 'What the text fills in; never a secret.';

create table mail (
	id integer generated always as identity primary key,
	key uuid not null unique default gen_random_uuid(),
	account uuid references account on delete cascade,
	email text not null check (email <> ''),
	lang text not null check (lang in ('nl', 'en', 'fr')),
	kind text not null check (kind ~ '^[a-z_]+$'),
	data jsonb not null default '{}',
	made timestamptz not null default now(),
	state text not null default 'waiting'
		check (state in ('waiting', 'handing', 'sent', 'refused', 'given_up')),
	next timestamptz not null default now(),
	tries integer not null default 0,
	unsure integer not null default 0,
	status text,
	ended timestamptz,
	check ((ended is null) = (state in ('waiting', 'handing'))),
	check (ended is null or data = '{}')
);
create index on mail (next) where ended is null;
comment on table mail is 'Mail that is to be handed over, and what became of it.';
comment on column mail.key is 'Its Message-ID before the @, in each repeat.';
comment on column mail.data is 'What the text fills in, also secrets; empty once it is sent.';
comment on column mail.next is 'Not before; while it is handed over: when it may be tried again.';
comment on column mail.unsure is 'How often a hand-over broke off so that nobody knows its end.';
comment on column mail.status is 'What the server said last, as a code.';

create table address_dead (
	email text primary key check (email = lower(email)),
	status text not null,
	since timestamptz not null default now()
);
comment on table address_dead is 'Addresses where mail does not arrive.';

create table paper (
	id bigint generated always as identity primary key,
	account uuid references account on delete cascade,
	resident uuid not null references resident on delete cascade,
	lang text not null check (lang in ('nl', 'en', 'fr')),
	kind text not null references message_kind,
	data jsonb not null default '{}',
	made timestamptz not null default now(),
	printed timestamptz,
	printed_by uuid references account
);
create index on paper (resident);
create index on paper (id) where printed is null;
comment on table paper is 'Letters to print, for who has no mail.';

create table preference (
	account uuid primary key references account on delete cascade,
	by_letter boolean not null default false,
	phone text check (phone ~ '^\+?[0-9 ./()-]{6,30}$'),
	changed timestamptz not null default now()
);
comment on table preference is 'How somebody wants to hear from the city.';

create table correction (
	id bigint generated always as identity primary key,
	account uuid not null references account,
	wrong text not null check (wrong <> ''),
	wanted text not null check (wanted <> ''),
	made timestamptz not null default now(),
	answer text check (answer <> ''),
	answered timestamptz,
	answered_by uuid references account,
	check ((answer is null) = (answered is null))
);
create index on correction (account);
create index on correction (id) where answered is null;
comment on table correction is 'Mistakes that people found in what is kept about them.';

create table mandate (
	id bigint generated always as identity primary key,
	actor uuid not null references resident,
	on_behalf uuid not null references resident,
	kind text not null check (kind in ('guardian', 'parent', 'mandate')),
	from_day date not null default current_date,
	to_day date,
	proof text not null check (proof <> ''),
	given_by uuid references account,
	given timestamptz not null default now(),
	ended timestamptz,
	ended_by uuid references account,
	check (actor <> on_behalf),
	check (to_day >= from_day),
	constraint mandate_once exclude using gist (actor with =, on_behalf with =,
		daterange(from_day, to_day, '[]') with &&) where (ended is null)
);
create index on mandate (on_behalf);
comment on table mandate is 'Who may act for whom, and by which proof.';
comment on column mandate.kind is
	'A guardian whom a judge named, a parent of a child, or somebody they chose.';
comment on column mandate.to_day is 'The last day; null: until it is ended.';
comment on column mandate.proof is 'What the counter saw: a judgment, a signed paper.';

create table acting (
	session text primary key references session on delete cascade,
	mandate bigint not null references mandate on delete cascade
);
comment on table acting is 'For whom somebody does something in this session.';
