-- What is here never changes once the city has it: add a file 0002 instead.
create table note (
	id integer generated always as identity primary key,
	body text not null check (length(body) between 1 and 500),
	made timestamptz not null default now()
);
comment on table note is 'What visitors wrote.';
