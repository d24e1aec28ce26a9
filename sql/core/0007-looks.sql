-- Why somebody looks at what is kept about a resident, as the features say it.
create table belfort.look (
	id integer generated always as identity primary key,
	name text not null,
	feature text not null,
	label jsonb not null,
	data jsonb not null,
	purpose jsonb not null,
	since timestamptz not null default now()
);
create index on belfort.look (name, id desc);
comment on table belfort.look is
	'What features say of a look at somebody''s data. Words that change make a new row: who looked before looked for what was said then.';
