-- Who waits for a rule that was stopped.
create table held (
	household text primary key,
	from_day date not null,
	stops bigint not null,
	made timestamptz not null default now()
);
comment on table held is
	'Households for which a rule that is stopped, or one that rests on it, gave something else to look at: decided on when it goes on.';
comment on column held.stops is
	'The number of benefits.in_force() by which it was looked at: when that is another one, they are decided on again.';
