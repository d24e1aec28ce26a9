-- Categories for residents: what the rules in lua-rules/budget made of the
-- lines of each view, for each version of them.

create table category (
	version integer not null,
	code text not null
		check (code ~ '^[a-z][a-z0-9-]*$' and code <> 'niet-toegewezen'),
	position integer not null,
	title json not null,
	help json not null,
	primary key (version, code)
);
comment on table category is
	'Categories of a version of the rules, in the order of the page.';
comment on column category.title is 'By language.';

create table rule (
	version integer not null,
	nr integer not null check (nr > 0),
	view text not null
		check (view in ('doelen', 'domeinen', 'rekeningen')),
	category text not null,
	file text not null,
	line integer not null check (line > 0),
	because text,
	says json not null,
	primary key (version, nr),
	unique (version, nr, category),
	foreign key (version, category) references category (version, code)
);
comment on table rule is 'The rules of a version, as sentences.';
comment on column rule.says is 'The condition in words, by language.';

create table allocation (
	version integer not null,
	node integer not null references node on delete cascade,
	rule integer,
	category text,
	primary key (version, node),
	check ((rule is null) = (category is null)),
	foreign key (version, rule, category)
		references rule (version, nr, category)
);
comment on table allocation is
	'Where each line of a view went: one rule, or none. Once, by its key.';
create index allocation_node on allocation (node);

create table run (
	id integer generated always as identity primary key,
	version integer not null,
	at timestamptz not null default clock_timestamp()
);
comment on table run is
	'Each time that the rules were applied: after a change of them, or of the figures.';
create index run_at on run (at);

create table share (
	run integer not null references run,
	view text not null,
	plan integer not null,
	year integer not null,
	category text not null,
	cents bigint not null,
	lines integer not null check (lines > 0),
	primary key (run, view, plan, year, category)
);
comment on table share is
	'What each category held, as it was shown; kept, so that a day can be shown again.';
comment on column share.lines is
	'Lines of the category in the plan, whatever the year.';
comment on column share.category is 'A code, or niet-toegewezen.';

-- The categories of a view hold its total, in every plan and year: nothing
-- that says otherwise can be committed.
create function share_adds_up() returns trigger
language plpgsql
security definer set search_path = budget, pg_temp
as $$
declare
	wrong record;
begin
	select a.view, a.plan, a.year, a.cents, coalesce(s.cents, 0) as held
	into wrong
	from (select n.view, m.plan, m.year, m.cents
		from node n join city using (nis) join amount m on m.node = n.id
		where n.level = 0) a
	left join (select view, plan, year, sum(cents) as cents from share
		where run = new.id group by view, plan, year) s
		using (view, plan, year)
	where a.cents <> coalesce(s.cents, 0)
	and exists (select from run where id = new.id)
	limit 1;
	if found then
		raise exception 'the categories of %, plan %, year % hold % cents, and the view holds %',
			wrong.view, wrong.plan, wrong.year, wrong.held, wrong.cents
			using errcode = 'check_violation';
	end if;
	return null;
end;
$$;
comment on function share_adds_up() is
	'The totals of a run are those of the views.';
create constraint trigger share_adds_up after insert on run
	deferrable initially deferred
	for each row execute function share_adds_up();
