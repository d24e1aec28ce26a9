-- What residents answer to our questions, and what the city shows everybody.
create table request (
	id bigint generated always as identity primary key,
	household text not null,
	resident uuid not null,
	actor uuid not null,
	answers jsonb not null check (jsonb_typeof(answers) = 'array'
		and jsonb_array_length(answers) between 1 and 64),
	made timestamptz not null default now(),
	due date not null,
	involved uuid[] not null,
	decided timestamptz,
	decided_by uuid,
	confirmed boolean,
	reason text check (reason <> ''),
	check ((decided is null) = (decided_by is null)),
	check ((decided is null) = (confirmed is null)),
	check ((decided is null) = (reason is null)),
	constraint another_person check (decided_by <> all (involved))
);
create unique index one_request on request (household) where decided is null;
create index on request (due) where decided is null;
create index on request (resident);
comment on table request is
	'Answers of a resident to what no database knows: somebody looks whether they are so, and then they count.';
comment on column request.actor is 'The account that answered: theirs, or of a civil servant who helped.';
comment on column request.answers is '[{"fact", "low", "high"}], as the rules know facts.';
comment on column request.involved is 'Civil servants who helped to answer: they do not decide.';
create trigger decided before update on request
	for each row when (old.decided is not null) execute function refuse();

create table impact (
	rule text not null,
	quarter integer not null check (quarter >= 0),
	title jsonb not null,
	place text,
	granted integer check (granted >= 10 and granted % 10 = 0),
	entitled integer check (entitled >= granted and entitled % 10 = 0),
	days integer check (days >= 0),
	day date not null,
	primary key (rule, quarter),
	check (granted is null or entitled is not null)
);
comment on table impact is
	'How many get what they have a right to, as everybody may see it: in tens, and nothing of fewer than ten.';
comment on column impact.quarter is
	'The neighbourhood; 0: all of them, which is their sum as it is shown, so that it tells nothing of what is not shown.';
comment on column impact.granted is
	'Households or people who have it, who did not ask; null: not shown.';
comment on column impact.entitled is
	'Those who have a right to it by what is known, whether they have it or not.';
comment on column impact.days is
	'Of half of them the payment left within so many days of the decision.';

create table impact_key (
	one boolean primary key default true check (one),
	secret bytea not null default
		sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))
);
insert into impact_key default values;
comment on table impact_key is
	'From this follows how much of each count is taken off before it is cut to tens: who sees a figure change does not know which number it passed.';

create view open_impact as
select rule as recht, title ->> 'nl' as recht_naam, day as dag,
	nullif(quarter, 0) as wijk_nummer,
	coalesce(place, 'alle wijken') as wijk, granted as minstens_toegekend,
	entitled as minstens_recht, days as dagen_tot_betaling
from impact order by rule, quarter;
comment on view open_impact is
	'Open data: how many get what they have a right to, by neighbourhood.';
