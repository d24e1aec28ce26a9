-- What is done on a page that asks who somebody is, as the features say it.
create table belfort.page (
	id integer generated always as identity primary key,
	name text not null,
	feature text not null,
	help jsonb not null,
	since timestamptz not null default now()
);
create index on belfort.page (name, id desc);
comment on table belfort.page is
	'What features say of a page. Words that change make a new row: who was there before did what was said then.';
comment on column belfort.page.name is
	'Method and pattern of the address, which names nobody: "GET /mijn/berichten/{nr:int}".';
