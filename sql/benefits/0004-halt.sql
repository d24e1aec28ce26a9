-- A version that fails on real facts: its rules are stopped by nobody, and wait
-- for people.
alter table stop alter column stopped_by drop not null;
comment on column stop.stopped_by is
	'Null: nobody did; deciding by the version that was in force then failed.';

create table halt (
	version integer not null,
	stops bigint not null,
	day date not null default current_date,
	why text not null check (why <> ''),
	at timestamptz not null default clock_timestamp(),
	primary key (version, stops, day)
);
comment on table halt is
	'Each time that deciding by a version failed. It is not tried again before something was let go on, another version is in force, or another day began.';
comment on column halt.stops is
	'As in_force() told it afterwards: another number says that people acted.';
create trigger published before update or delete on halt
	for each row execute function refuse();
create trigger cut before truncate on halt execute function refuse();
