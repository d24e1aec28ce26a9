-- What came back on paper and was entered by a civil servant.
create table entry (
	id bigint generated always as identity primary key,
	token text not null unique check (token ~ '^[0-9a-f]{64}$'),
	form text not null,
	account uuid not null,
	received date not null,
	number text check (number <> ''),
	begun timestamptz not null default now(),
	entered timestamptz
);
create index on entry (account, begun desc);
comment on table entry is
	'Papers that came in: which version of which form, when, and who entered them. What was on it stands where the form brings it.';
comment on column entry.token is 'The hash of what only the browser that enters it has.';
comment on column entry.form is 'The code on the paper, of belfort.form.';
comment on column entry.account is 'The civil servant who enters it.';
comment on column entry.number is 'What the mail room wrote on it.';
comment on column entry.entered is 'When the form was taken; null: it was not finished.';
