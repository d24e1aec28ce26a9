-- How the services of each feature are done elsewhere than online.
create domain belfort.way as jsonb not null check (
	coalesce(jsonb_typeof(value -> 'how') = 'object', false)
	<> coalesce(jsonb_typeof(value -> 'without') = 'object', false));
comment on domain belfort.way is
	'How something is done in one channel, or why it is not: one of "how" and "without" is {"nl", "en", "fr"}.';

create table belfort.channel (
	name text primary key,
	feature text not null references belfort.feature on delete cascade,
	nr integer not null,
	title jsonb not null,
	address text,
	sign_in boolean not null,
	counter belfort.way,
	phone belfort.way,
	paper belfort.way,
	unique (feature, nr)
);
comment on table belfort.channel is
	'The services of features, and how each is done at the counter, by phone and on paper, in the words of their plugin.';
comment on column belfort.channel.nr is 'The order in which the plugin tells it.';
comment on column belfort.channel.address is
	'The page where it begins online; null: there is none that everybody can go to.';
comment on column belfort.channel.sign_in is 'Whether it asks to sign in.';
