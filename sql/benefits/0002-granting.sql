-- What granting without asking needs to know of a rule.
alter table rule
	add column person boolean,
	add column period text check (period in
		('none', 'day', 'week', 'month', 'quarter', 'year', 'once')),
	add column payment text check (payment in ('transfer', 'order')),
	add column reads text[],
	add constraint told_whole check (num_nulls(person, period, reads) in (0, 3));
comment on column rule.person is 'A right of a person; else of a household.';
comment on column rule.period is
	'For how long it is granted. Null, as person and reads: a version of before this was kept.';
comment on column rule.payment is 'How it leaves; null: not by us.';
comment on column rule.reads is
	'The facts that it reads, itself or by the rights that it asks.';
