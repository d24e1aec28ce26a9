-- The emergency stop: one person with a reason stops a rule, another one lifts
-- it.  While it is there nothing new is decided by the rule, and what was
-- decided stays.
create table stop (
	id bigint generated always as identity primary key,
	code text not null,
	reason text not null check (reason ~ '\S' and length(reason) <= 2000),
	stopped_by uuid not null,
	stopped timestamptz not null default clock_timestamp(),
	lifted_by uuid,
	lifted timestamptz,
	lift_reason text check (lift_reason ~ '\S' and length(lift_reason) <= 2000),
	constraint lifted_whole check (num_nulls(lifted_by, lifted, lift_reason) in (0, 3)),
	constraint another_person check (lifted_by <> stopped_by),
	constraint lifted_after check (lifted >= stopped)
);
create unique index on stop (code) where lifted is null;
comment on table stop is
	'Each time that a rule was stopped: every version of it, until another person lifts it.';
comment on column stop.code is 'The code of the rule, also of versions that came later.';
comment on column stop.reason is 'Why, for everybody to read.';

create trigger stopped before delete on stop
	for each row execute function refuse();
create trigger stopped_once before update on stop
	for each row when (old.lifted is not null
		or (old.id, old.code, old.reason, old.stopped_by, old.stopped)
			is distinct from (new.id, new.code, new.reason, new.stopped_by, new.stopped))
	execute function refuse();
create trigger cut before truncate on stop execute function refuse();
