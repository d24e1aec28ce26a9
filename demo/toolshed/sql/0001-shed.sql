-- Things to borrow, who reserved them, and what is out.
create table thing (
	id integer primary key,
	name jsonb not null,
	about jsonb not null
);
comment on table thing is 'What stands in the shed: {"nl", "en", "fr"}.';

create table reservation (
	id integer generated always as identity primary key,
	thing integer not null references thing,
	during daterange not null,
	last_day date not null generated always as (upper(during) - 1) stored,
	who text check (length(who) <= 40),
	code text not null unique,
	made timestamptz not null default now(),
	check (not isempty(during) and lower_inc(during) and not upper_inf(during)),
	-- Nobody has a thing on a day that somebody else has it.
	exclude using gist (int4range(thing, thing, '[]') with &&, during with &&)
);
comment on column reservation.during is 'Whole days: from the first up to, not with, the day after the last.';
comment on column reservation.who is 'A name of their own choice, for the list in the shed.';
comment on column reservation.code is 'Whoever knows it can take, bring back and cancel.';

create table loan (
	reservation integer primary key references reservation on delete cascade,
	thing integer not null references thing,
	taken timestamptz not null default now(),
	brought_back timestamptz check (brought_back >= taken)
);
create unique index loan_out on loan (thing) where brought_back is null;
comment on index loan_out is 'A thing is out once at a time.';
