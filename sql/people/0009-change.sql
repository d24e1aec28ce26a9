-- Which households changed, for features that decide by them: written by
-- triggers, so that no way to change the register passes by.
create table change (
	id bigint generated always as identity primary key,
	household text not null,
	from_day date not null,
	at timestamptz not null default now()
);
comment on table change is
	'Households that changed, from a day on, until a feature took the change over.';

create index on household_member (household) where until is not null;

create function change_in() returns trigger
language plpgsql
security definer set search_path = people, pg_temp
as $$
begin
	insert into change (household, from_day)
	select household, min(from_day) from now_rows group by household;
	return null;
end;
$$;
comment on function change_in() is 'Writes down which households somebody joined.';
create trigger changed_in after insert on household_member
	referencing new table as now_rows for each statement execute function change_in();

create function change_other() returns trigger
language plpgsql
security definer set search_path = people, pg_temp
as $$
declare
	same boolean := tg_op = 'UPDATE' and (old.household, old.role, old.from_day)
		= (new.household, new.role, new.from_day);
begin
	insert into change (household, from_day)
	values (old.household, case when same then least(old.until, new.until)
		else least(old.from_day, new.from_day) end);
	if tg_op = 'UPDATE' and new.household <> old.household then
		insert into change (household, from_day)
		values (new.household, new.from_day);
	end if;
	return null;
end;
$$;
comment on function change_other() is
	'Writes down from which day on a household is another one: who left it changed nothing of the days before.';
create trigger changed after update on household_member
	for each row when (old is distinct from new) execute function change_other();
create trigger changed_out after delete on household_member
	for each row when (old.until is null) execute function change_other();

create function change_born() returns trigger
language plpgsql
security definer set search_path = people, pg_temp
as $$
begin
	insert into change (household, from_day)
	select m.household, min(m.from_day)
	from now_rows n join old_rows o on o.id = n.id
	join household_member m on m.resident = n.id
	where n.born is distinct from o.born
	group by m.household;
	return null;
end;
$$;
comment on function change_born() is 'Writes down in which households somebody was born on another day.';
create trigger changed_born after update on resident
	referencing new table as now_rows old table as old_rows
	for each statement execute function change_born();

-- Who is known already changed, too.
insert into change (household, from_day)
select household, min(from_day) from household_member where until is null group by household;
