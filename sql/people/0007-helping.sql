-- A civil servant helps a resident: acts for them, on their own pages.
create table helping (
	session text primary key references session on update cascade on delete cascade,
	account uuid not null references account on delete cascade,
	resident uuid not null references resident on delete cascade,
	helper uuid not null references account on delete cascade,
	given bigint not null references right_given on delete cascade,
	reason text not null check (length(reason) between 3 and 500),
	since timestamptz not null default now(),
	seen timestamptz not null default now()
);
create index on helping (account);
create index on helping (resident);
comment on table helping is 'Whom a civil servant helps at this moment, in one session.';
comment on column helping.account is 'Of the resident.';
comment on column helping.given is 'The right by which they may.';
comment on column helping.reason is 'In the words of who helps; the resident reads them.';
comment on column helping.seen is 'When they last asked for a page: after ten quiet minutes it is over.';

alter table correction add column actor uuid references account on delete set null;
update correction set actor = account;
comment on column correction.account is 'On whose behalf: the mistake is in what is kept about them.';
comment on column correction.actor is
	'Who wrote it down: who it is about, or a civil servant who helped them.';
alter table preference add column actor uuid references account on delete set null;
update preference set actor = account;
comment on column preference.account is 'On whose behalf.';
comment on column preference.actor is
	'Who chose it last: they, or a civil servant who helped them.';

alter table paper add column reference text
	check (reference ~ '^[0-9A-HJKMNP-TV-Z]{10}$');
update paper p set reference = (
	select string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ',
		get_byte(r.b, i) % 32 + 1, 1), '')
	from (select uuid_send(gen_random_uuid()) as b where p.id > 0) r,
		unnest('{0,1,2,3,4,5,7,9,10,11}'::integer[]) i);
alter table paper alter column reference set not null;
create unique index on paper (reference);
comment on column paper.reference is
	'Stands on the letter, for who finds its recipient at the counter; no secret to sign in with.';
