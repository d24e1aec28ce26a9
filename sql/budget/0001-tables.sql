-- Figures of multi-year plans: a tree of nodes for each view, and amounts.
-- A view is one way to cut the same plan; nothing is ever added across views.

create table city (
	one boolean primary key default true check (one),
	nis text not null check (nis ~ '^[0-9]{5}$')
);
comment on table city is 'The city that the pages show: one row.';
insert into city (nis) values ('44021');

create table source (
	id integer generated always as identity primary key,
	shape text not null,
	file text not null,
	sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
	rows integer not null check (rows >= 0),
	imported_at timestamptz not null default now()
);
comment on table source is 'Each file that was read, by its hash.';
create unique index source_once on source (shape, sha256);

create table municipality (
	nis text primary key check (nis ~ '^[0-9]{5}$'),
	name text not null
);
comment on table municipality is 'Flemish municipalities by NIS code.';

create table population (
	nis text not null check (nis ~ '^[0-9]{5}$'),
	year integer not null check (year between 1900 and 2200),
	residents integer not null check (residents > 0),
	origin text not null,
	primary key (nis, year)
);
comment on table population is 'Residents, for amounts per resident.';

create table node (
	id integer generated always as identity primary key,
	nis text not null references municipality,
	view text not null
		check (view in ('doelen', 'domeinen', 'rekeningen')),
	parent integer references node on delete cascade,
	level integer not null check (level between 0 and 3),
	path text not null,
	code text not null,
	name text not null,
	official text not null,
	words tsvector,
	plain text,
	unique (nis, path),
	check ((level = 0) = (parent is null)),
	check (path ~ '^[a-z]+(/[a-z0-9-]+)*$')
);
comment on table node is
	'A place in a view: objective, action plan, action; domain, field; account.';
comment on column node.path is 'Its address below /begroting.';
comment on column node.official is 'The name as the city published it.';
comment on column node.words is 'For search: Dutch stems; actions only.';
comment on column node.plain is 'For search with typing mistakes.';
create index node_parent on node (parent);
create index node_words on node using gin (words);

create table amount (
	node integer not null references node on delete cascade,
	plan integer not null check (plan between 2014 and 2100),
	year integer not null check (year between plan and plan + 9),
	cents bigint not null,
	source integer not null references source,
	primary key (node, plan, year)
);
comment on table amount is
	'Euro cents of a node in a year of a plan; inner nodes hold their sum.';
comment on column amount.plan is 'The first year of the plan: its vintage.';

create table tile (
	node integer not null references node on delete cascade,
	plan integer not null,
	x integer not null, y integer not null,
	w integer not null check (w >= 0), h integer not null check (h >= 0),
	primary key (node, plan)
);
comment on table tile is
	'Where a node stands in the treemap of its parent, of 1000 by 500.';

create table neighbourhood (
	number integer primary key check (number between 1 and 99),
	name text not null unique,
	col integer not null, row integer not null,
	words text not null,
	unique (col, row)
);
comment on table neighbourhood is
	'The city''s official neighbourhoods and their place on the tile map.';
comment on column neighbourhood.words is
	'Names, separated by |, by which an action may call it.';

create table mention (
	node integer not null references node on delete cascade,
	number integer not null references neighbourhood,
	primary key (node, number)
);
comment on table mention is 'Actions that name a neighbourhood.';

-- What an import file holds before it is checked as a whole.
create unlogged table staging_actions (
	line integer not null, municipality text, nis text,
	bd_code text, bd_short text, bd_long text,
	ap_code text, ap_short text, ap_long text,
	ac_code text, ac_short text, ac_long text,
	year integer, amount bigint
);
create unlogged table staging_accounts (
	line integer not null, nis text, plan integer, year integer,
	grp text, account text, amount bigint
);
create unlogged table staging_fields (
	line integer not null, nis text, plan integer, year integer,
	domain text, sub text, field text, amount bigint
);
create unlogged table staging_lines (
	line integer not null, nis text, municipality text, view text,
	plan integer, year integer,
	code1 text, name1 text, official1 text,
	code2 text, name2 text, official2 text,
	code3 text, name3 text, official3 text,
	amount bigint
);
create unlogged table incoming (
	like staging_lines, twin bigint, path1 text, path2 text, path3 text
);
create unlogged table staging_population (
	line integer not null, nis text, year integer, residents integer,
	origin text
);
create unlogged table staging_neighbourhoods (
	line integer not null, number integer, name text, col integer,
	row integer, words text
);
comment on table staging_actions is 'Import: actions as published.';
comment on table staging_accounts is 'Import: accounts as published.';
comment on table staging_fields is 'Import: policy fields as published.';
comment on table staging_lines is 'Import: the project''s own layout.';
comment on table incoming is 'Import: lines with the addresses they get.';
comment on table staging_population is 'Import: residents.';
comment on table staging_neighbourhoods is 'Import: neighbourhoods.';
