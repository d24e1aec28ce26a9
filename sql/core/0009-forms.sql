-- Forms on paper: each version of each, and when it was one to use.
create table belfort.form (
	code text primary key check (code ~ '^[A-Z0-9]{3}(-[A-Z0-9]{3}){2}$'),
	feature text not null,
	path text not null,
	definition jsonb not null,
	seen date not null default current_date,
	gone date check (gone >= seen)
);
create unique index on belfort.form (feature, path) where gone is null;
comment on table belfort.form is
	'What forms on paper ask, by the code that stands on them. A version stays, so that an old sheet is still known.';
comment on column belfort.form.path is 'The route whose form it is.';
comment on column belfort.form.definition is
	'{"titles", "about", "page", "rights", "purpose", "basis", "fields": [{"name", "type", "required", "min", "max", "choices", "labels", "hints"}]}: words in three languages.';
comment on column belfort.form.seen is 'The first day of this version.';
comment on column belfort.form.gone is 'The day another took its place; null: it is the one to use.';
