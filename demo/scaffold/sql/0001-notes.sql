-- What is here never changes once the city has it: add a file 0002 instead.
create table heading (
	code text primary key,
	nr integer not null,
	title json not null
);
comment on table heading is 'As the rules name them, in {"nl", "en", "fr"}.';

create table note (
	id integer generated always as identity primary key,
	body text not null check (length(body) between 1 and 500),
	heading text,
	made timestamptz not null default now()
);
comment on table note is 'What visitors wrote.';
comment on column note.heading is 'As the rules decided; null: none fits.';
